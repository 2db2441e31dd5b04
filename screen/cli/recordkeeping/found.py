"""Found: the records folder that a command is about, and what stands in it under a reference."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.recordkeeping.keeping import Place
from screen.cli.reference import file_name
from screen.core.problem import Refused
from screen.storage.records.chain import SEALED
from screen.storage.records.drafts import find_drafts
from screen.storage.records.ledger import holding, read_chain
from screen.storage.records.locks import InUse
from screen.storage.records.place import records_folder
from screen.storage.records.setup import read_setup
from screen.terminal.console import open_console

if TYPE_CHECKING:
    from screen.storage.records.chain import Link
    from screen.storage.records.drafts import Found
    from screen.terminal.console import Console

SET_UP = "Set one up: htscreen records setup --recipient age1... --recipient age1..."


def folder_at(path: Path | None) -> Path:
    """The folder that is named, else this account's. Raises Refused where there is no home."""
    try:
        folder = path.expanduser() if path else records_folder()
    except RuntimeError:
        raise Refused(path, "there is no such home.", "Name the whole path.") from None
    if folder is None:
        raise Refused("records", "this account has no folder of its own.", "Name one with --records.")
    return folder


def place_at(path: Path | None, *, mends: bool = False) -> Place:
    """The records folder and how it is set up; `mends`: with what a crash left put right. Raises Refused."""
    folder = folder_at(path)
    setup = read_setup(folder)
    if setup is None:
        raise Refused(folder, "no records are kept here.", SET_UP)
    if mends:
        try:
            with holding(folder, file_name(), thorough=True):
                pass
        except (OSError, InUse) as error:
            raise unreadable(folder, error) from error
    return Place(folder, setup)


def sealed_in(folder: Path) -> "tuple[Link, ...]":
    """The sealed records that the chain names, those that were purged left out. Raises Refused."""
    links = links_in(folder)
    purged = {number for link in links for number in link.purged}
    return tuple(link for link in links if link.kind == SEALED and link.number not in purged)


def links_in(folder: Path) -> "tuple[Link, ...]":
    """Every link of the chain that can be read. Raises Refused."""
    try:
        return tuple(line.link for line in read_chain(folder)[0] if line.link is not None)
    except OSError as error:
        raise unreadable(folder, error) from error


def talking(*, plain: bool) -> "Console":
    """The console for talk: standard output where somebody sits, else standard error, so that results can be piped."""
    console = open_console(plain=plain)
    return console if console.out.isatty() else console._replace(out=sys.stderr)


def drafts_in(folder: Path) -> "tuple[Found, ...]":
    """The drafts of the folder. Raises Refused."""
    try:
        return find_drafts(folder)
    except OSError as error:
        raise unreadable(folder, error) from error


def unreadable(path: Path, error: OSError | InUse) -> Refused:
    """Why a folder or a file cannot be read or written, and what to do."""
    if isinstance(error, InUse):
        return Refused(path, "another window has held it for too long.", "Close the other window.")
    return Refused(path, f"{(error.strerror or str(error)).lower()}.", "Look at its permissions and its path.")
