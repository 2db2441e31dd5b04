"""Purging: what is old enough is deleted because somebody asked for it, and the chain keeps its stub."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from screen.storage.records.chain import PURGED, SEALED, Link
from screen.storage.records.disk import forget
from screen.storage.records.drafts import ASIDE
from screen.storage.records.ledger import TORN, Head, add, holding, state_of

_DAY = timedelta(days=1)
_FEW = 500
"""Numbers that one line of the chain tells of."""


class Old(NamedTuple):
    """What may be deleted: sealed records, and the pieces beside them."""

    records: tuple[Link, ...]
    pieces: tuple[Path, ...]
    amiss: tuple[Link, ...] = ()
    """Records that are old enough, and are gone or not as they were sealed: no purge may hide that."""


def old_in(folder: Path, links: Iterable[Link], now: datetime, days: int, hours: int) -> Old:
    """Records older than so many days, or from the future; pieces set aside older than so many hours. Raises OSError.

    A record that was purged before, and is still there, is one of the pieces.
    """
    span = timedelta(days=days)
    links = tuple(links)
    purged = {number for link in links for number in link.purged}
    sealed = [link for link in links if link.kind == SEALED]
    back = [folder / link.file for link in sealed if link.number in purged and state_of(folder, link) == "whole"]
    aged = [link for link in sealed if link.number not in purged and (now - link.at >= span or link.at - now >= _DAY)]
    sorts: dict[bool, list[Link]] = {True: [], False: []}
    for link in aged:
        sorts[state_of(folder, link) in ("whole", "waiting")].append(link)
    before = (now - timedelta(hours=hours)).timestamp()
    found = (each for each in folder.iterdir() if each.suffix in (ASIDE, TORN))
    pieces = sorted(each for each in found if each.stat().st_mtime <= before)
    return Old(tuple(sorts[True]), (*back, *pieces), tuple(sorts[False]))


class Purged(NamedTuple):
    """What came of it: the head of the chain if it says something new, and the names that could not be deleted."""

    head: Head | None
    left: tuple[str, ...]


def purge(folder: Path, old: Old, name: str, at: datetime) -> Purged:
    """Delete them. The chain says so first. Raises InUse, OSError if it cannot."""
    numbers, head = tuple(link.number for link in old.records), None
    with holding(folder, name):
        for few in range(0, len(numbers), _FEW):
            head = _tell(folder, numbers[few : few + _FEW], at)
        paths = (*(folder / link.file for link in old.records), *old.pieces)
        return Purged(head, tuple(path.name for path in paths if not _is_gone(path)))


def _tell(folder: Path, numbers: tuple[int, ...], at: datetime) -> Head:
    return add(folder, lambda number, previous: Link(number, PURGED, at, previous, purged=numbers))


def _is_gone(path: Path) -> bool:
    """Delete a file; whether that went well."""
    try:
        forget(path)
    except OSError:
        return False
    return True
