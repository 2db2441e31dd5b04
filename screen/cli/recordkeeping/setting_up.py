"""Setting up: a records folder is made ready, and who can open what is sealed there is shown as words."""

import sys
from pathlib import Path
from typing import NamedTuple

from screen.cli.codes import USAGE
from screen.cli.opening import now
from screen.cli.recordkeeping.found import folder_at, links_in, place_at, unreadable
from screen.cli.reference import file_name
from screen.core.codewords import head_code, words_of
from screen.core.problem import Refused
from screen.storage.records.age import fingerprint
from screen.storage.records.chain import SETUP
from screen.storage.records.identity import recipient_in
from screen.storage.records.locks import InUse
from screen.storage.records.place import check_place
from screen.storage.records.sealing import set_up
from screen.storage.records.setup import Setup, is_ours, read_setup
from screen.terminal.console import Console, open_console
from screen.terminal.letters import printable

ONE = "One key alone opens it all. If it is lost, nobody can ever open what is sealed here. Name a second --recipient"


class Wanted(NamedTuple):
    """What the folder is to be set up for; None: as it was, or as is usual."""

    recipients: tuple[str, ...]
    single: bool
    draft_hours: int | None
    retention_days: int | None


def show_setup(path: Path | None, *, plain: bool) -> int:
    """Print how the folder is set up; the exit code. Raises Refused."""
    place = place_at(path, mends=True)
    _tell(open_console(plain=plain), place.folder, place.setup)
    return 0


def set_up_at(path: Path | None, wanted: Wanted, *, plain: bool) -> int:
    """Set the folder up for these recipients; the exit code. Raises Refused."""
    try:
        recipients = tuple(map(recipient_in, wanted.recipients))
    except ValueError as error:
        return _usage(f"--recipient: {error}.")
    if len(set(recipients)) < len(recipients):
        return _usage("--recipient: one is named twice. Name each key once.")
    if len(recipients) == 1 and not wanted.single:
        return _usage(f"{ONE}, or say --single if you mean it.")
    folder, console = folder_at(path), open_console(plain=plain)
    before = _before(folder)
    if before is not None:
        before = place_at(path, mends=True).setup
    usual = before or Setup(())
    setup = Setup(
        recipients,
        usual.draft_hours if wanted.draft_hours is None else wanted.draft_hours,
        usual.retention_days if wanted.retention_days is None else wanted.retention_days,
        tuple(each for each in usual.drilled if each in recipients),
    )
    if before is not None and set(before.recipients) == set(recipients):
        setup = setup._replace(recipients=before.recipients)
    if setup == before and _is_told(folder, setup):
        console.write("It is set up so already.")
    else:
        try:
            head = set_up(folder, setup, file_name(), now())
        except (OSError, InUse) as error:
            raise unreadable(folder, error) from error
        console.write(f"Head code: {head_code(head.number, head.digest)}", "", "  ")
    if before is not None and setup.recipients != before.recipients:
        console.write("What is sealed from now on is for other keys than before; what was sealed stays as it is.")
    _tell(console, folder, setup)
    return 0


def _is_told(folder: Path, setup: Setup) -> bool:
    """Whether the chain says the same."""
    told = [link.recipients for link in links_in(folder) if link.kind == SETUP]
    return told[-1:] == [setup.recipients]


def _before(folder: Path) -> Setup | None:
    """How the folder was set up; None also if that is damaged or gone, so that it can be made anew. Raises Refused."""
    try:
        return read_setup(folder)
    except Refused:
        if not is_ours(folder):
            raise
        check_place(folder)
        return None


def _usage(words: str) -> int:
    print(printable(words), file=sys.stderr)
    return USAGE


def _tell(console: Console, folder: Path, setup: Setup) -> None:
    console.write(f"Records are kept in {folder}.", "", "  ")
    console.write("These keys open what is sealed. Compare the words with those that keygen showed:")
    for recipient in setup.recipients:
        tried = "tried" if recipient in setup.drilled else "not tried yet"
        console.write(f"{recipient}", "- ", "  ")
        console.write(f"{words_of(fingerprint(recipient))} ({tried})", "  ", "  ")
    if len(setup.recipients) == 1:
        console.write(f"Warning: {ONE} as soon as you can.")
    console.write(
        f"A draft expires after {setup.draft_hours} hours. A record may be purged after {setup.retention_days} days."
    )
    if len(setup.drilled) < len(setup.recipients):
        console.write("Next, before the first use: htscreen records drill")
