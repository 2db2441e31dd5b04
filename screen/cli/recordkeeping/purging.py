"""Purging: what is old is shown first, and deleted once somebody has typed how much of it there is."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND
from screen.cli.opening import now
from screen.cli.recordkeeping.found import links_in, place_at, unreadable
from screen.cli.reference import file_name
from screen.core.codewords import head_code
from screen.storage.records.locks import InUse
from screen.storage.records.purging import old_in, purge
from screen.terminal.console import Closed, Hidden, calmly, open_console

if TYPE_CHECKING:
    from screen.terminal.console import Console


def purge_at(path: Path | None, days: int | None, *, dry: bool, plain: bool) -> int:
    """Show what is old, and delete it if that is wanted; the exit code. Raises Refused, KeyboardInterrupt."""
    console, place = open_console(plain=plain), place_at(path, mends=True)
    days = place.setup.retention_days if days is None else days
    try:
        old = old_in(place.folder, links_in(place.folder), now(), days, place.setup.draft_hours)
        for link in old.records:
            console.write(f"{link.reference}  sealed {link.at:%Y-%m-%d %H:%M}")
        for piece in old.pieces:
            console.write(f"{piece.name}  a piece set aside, or a purged record that is here again")
        for link in old.amiss:
            console.write(f"{link.reference}  is gone, or not as it was sealed, and stays in the chain: records verify")
        many = len(old.records) + len(old.pieces)
        if not many:
            console.write(f"Nothing is older than {days} days, and no old piece lies about. Nothing is deleted.")
            return 0
        console.write(f"{many} to delete: for good, and no key brings them back. The chain keeps that they were here.")
        if dry:
            console.write("A dry run: nothing is deleted.")
            return 0
        if not _is_sure(console, many):
            console.write("Nothing is deleted.")
            return FOUND
        head, left = purge(place.folder, old, file_name(), now())
    except (OSError, InUse) as error:
        raise unreadable(place.folder, error) from error
    console.write(f"Deleted: {many - len(left)}.")
    if left:
        console.write(f"Could not be deleted, run it again: {', '.join(left)}", "", "  ")
    if head is not None:
        console.write(f"Head code: {head_code(head.number, head.digest)}", "", "  ")
    return FOUND if left else 0


def _is_sure(console: "Console", many: int) -> bool:
    """Whether the number is typed."""
    while True:
        try:
            prompt = f"Type {many} to delete, Enter keeps them > "
            return calmly(console, prompt, "Nothing is deleted yet.").strip() == str(many)
        except Hidden:
            continue
        except Closed:
            return False
