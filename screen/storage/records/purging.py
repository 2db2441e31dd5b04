"""Purging: what is old enough is deleted because somebody asked for it, and the chain keeps its stub."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from screen.storage.records.chain import PURGED, Link
from screen.storage.records.disk import forget
from screen.storage.records.drafts import ASIDE, EXPIRED
from screen.storage.records.ledger import TORN, add, holding


class Old(NamedTuple):
    """What may be deleted: sealed records, and the pieces and expired drafts beside them."""

    records: tuple[Link, ...]
    pieces: tuple[Path, ...]


def old_in(folder: Path, sealed: Iterable[Link], now: datetime, days: int, hours: int) -> Old:
    """Records older than so many days, pieces set aside and expired drafts older than so many hours. Raises OSError."""
    records = tuple(link for link in sealed if now - link.at >= timedelta(days=days))
    before = (now - timedelta(hours=hours)).timestamp()
    found = (each for each in folder.iterdir() if each.suffix in (ASIDE, TORN, EXPIRED))
    return Old(records, tuple(sorted(each for each in found if each.stat().st_mtime <= before)))


def purge(folder: Path, old: Old, name: str, at: datetime) -> None:
    """Delete them. The chain says so first; what could not be deleted then is deleted the next time.

    Raises InUse, OSError.
    """
    numbers = tuple(link.number for link in old.records)
    with holding(folder, name):
        if numbers:
            add(folder, lambda number, previous: Link(number, PURGED, at, previous, purged=numbers))
        with suppress(OSError):
            for link in old.records:
                forget(folder / link.file)
        for piece in old.pieces:
            forget(piece)
