"""Setting up: a records folder is made ready, and who can open what is sealed there is shown as words."""

import sys
from pathlib import Path

from screen.cli.codes import USAGE
from screen.cli.opening import now
from screen.cli.recordkeeping.found import folder_at, unreadable
from screen.cli.reference import file_name
from screen.core.codewords import words_of
from screen.core.problem import Refused
from screen.storage.records.age import fingerprint
from screen.storage.records.identity import recipient_in
from screen.storage.records.locks import InUse
from screen.storage.records.place import check_place
from screen.storage.records.sealing import set_up
from screen.storage.records.setup import SETUP_FILE, Setup, is_ours, read_setup
from screen.terminal.console import Console, open_console

ONE = "One key alone opens it all. If it is lost, nobody can ever open what is sealed here. Name a second --recipient"


def set_up_at(path: Path | None, named: list[str], *, single: bool, setup: Setup, plain: bool) -> int:
    """Set the folder up for these recipients; the exit code. Raises Refused."""
    try:
        recipients = tuple(map(recipient_in, named))
    except ValueError as error:
        return _usage(f"--recipient: {error}.")
    if len(set(recipients)) < len(recipients):
        return _usage("--recipient: one is named twice. Name each key once.")
    if len(recipients) == 1 and not single:
        return _usage(f"{ONE}, or say --single if you mean it.")
    folder = folder_at(path)
    before = _before(folder)
    drilled = tuple(each for each in (before.drilled if before else ()) if each in recipients)
    setup = setup._replace(recipients=recipients, drilled=drilled)
    try:
        set_up(folder, setup, file_name(), now())
    except (OSError, InUse) as error:
        raise unreadable(folder, error) from error
    _tell(open_console(plain=plain), folder, before, setup)
    return 0


def _before(folder: Path) -> Setup | None:
    """How the folder was set up; None also if that is damaged, so that it can be set up anew. Raises Refused."""
    try:
        return read_setup(folder)
    except Refused:
        path = folder / SETUP_FILE
        if not (path.is_file() and is_ours(path.read_bytes())):
            raise
        check_place(folder)
        return None


def _usage(words: str) -> int:
    print(words, file=sys.stderr)
    return USAGE


def _tell(console: Console, folder: Path, before: Setup | None, setup: Setup) -> None:
    console.write(f"Records are kept in {folder}.", "", "  ")
    if before is not None and before.recipients != setup.recipients:
        console.write("What is sealed from now on is for other keys than before; what was sealed stays as it is.")
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
