"""Telling: what there is of drafts, in a line each, wherever an officer should hear of it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from screen.storage.records.drafts import age_out, find_drafts
from screen.storage.records.locks import is_free

if TYPE_CHECKING:
    from screen.cli.recordkeeping.keeping import Place
    from screen.terminal.console import Console


TOLD = {
    "expired": "has expired. htscreen records resume opens it until {}.",
    "expiring": "goes at a later start. htscreen records resume still opens it.",
    "deleted": "was too old, and is deleted.",
}
"""What is told of a draft that is too old."""


def tell_drafts(console: "Console", place: "Place", now: datetime, *, unfinished: bool = False) -> None:
    """Say which drafts have expired, which were deleted for that; `unfinished`: also which can be gone on with."""
    try:
        aged = age_out(place.folder, now, place.setup.draft_hours)
        open_ = [each.name for each in find_drafts(place.folder) if not each.is_expired and is_free(each.path)]
    except OSError:
        return  # whatever is wrong with the folder is told when something is to be kept
    until = f"{now + timedelta(hours=place.setup.draft_hours):%H:%M on %a %d %b}"
    for each in aged:
        console.write(f"The draft {each.name} {TOLD[each.became].format(until)}")
    if unfinished and open_:
        console.write(f"Unfinished: {', '.join(open_)}. htscreen records resume goes on there.", "", "  ")
