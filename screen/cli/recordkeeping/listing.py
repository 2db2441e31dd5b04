"""Listing: what is in a records folder, by reference, time and size, and nothing of what is in it."""

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screen.cli.opening import now
from screen.cli.recordkeeping.found import drafts_in, links_in, place_at, sealed_in
from screen.cli.recordkeeping.telling import tell_drafts
from screen.storage.records.locks import is_free
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.storage.records.chain import Link
    from screen.storage.records.drafts import Found


def list_records(path: Path | None, *, as_json: bool, plain: bool) -> int:
    """Print what is there; the exit code. Raises Refused."""
    place = place_at(path)
    sealed = sealed_in(place.folder)
    if as_json:
        found = [_draft(each) for each in drafts_in(place.folder)]
        print(json.dumps({"sealed": [_sealed(each) for each in sealed], "drafts": found}, indent=2))
        return 0
    console = open_console(plain=plain)
    tell_drafts(console, place, now())
    lines = [f"{each.reference}  {each.at:%Y-%m-%d %H:%M}  {_size(each.size)}" for each in sealed]
    lines += [_draft_line(each) for each in drafts_in(place.folder)]
    print(printable("\n".join(lines or ("Nothing is kept here.",))), file=console.out)
    if not links_in(place.folder):
        console.write("The chain is gone: htscreen records verify")
    old = [each for each in sealed if now() - each.at >= timedelta(days=place.setup.retention_days)]
    if old:
        told = f"{len(old)} sealed over {place.setup.retention_days} days ago"
        console.write(f"{told}: htscreen records purge shows and deletes them.")
    if not place.setup.drilled:
        console.write("Nobody has tried yet whether what is sealed can be opened: htscreen records drill")
    return 0


def _size(size: int) -> str:
    return f"{size / 1000:6.1f} kB"


def _draft_line(found: "Found") -> str:
    state = "damaged" if not found.opening else "expired" if found.is_expired else _state(found)
    began = f"{found.opening.began:%Y-%m-%d %H:%M}" if found.opening else "when is lost"
    return f"{found.name}  {began}  {_size(found.size)}  draft, {state}"


def _state(found: "Found") -> str:
    return "unfinished" if is_free(found.path) else "open in another window"


def _sealed(link: "Link") -> dict[str, Any]:
    return {"reference": link.reference, "sealed": link.at.isoformat(), "size": link.size}


def _draft(found: "Found") -> dict[str, Any]:
    began = found.opening.began.isoformat() if found.opening else None
    return {
        "reference": found.name,
        "began": began,
        "size": found.size,
        "expired": found.is_expired,
        "whole": found.is_whole,
    }
