"""The drafts of a folder, as they can be told without a PIN: which, begun when, how many answers, how old."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from screen.core.encounter import Opening
from screen.storage.records.disk import forget, read_file, rename
from screen.storage.records.draft import ANSWERS, END, FORMAT, OPENING, SUFFIX
from screen.storage.records.frames import Frames, unframed
from screen.storage.records.locks import LOCK, InUse, forget_lock, hold

EXPIRED, EXPIRING, ASIDE = ".expired", ".expiring", ".damaged"
"""A draft that is too old; one that goes next; a piece that could not be read, set aside."""

LAST = timedelta(hours=1).total_seconds()
"""Seconds between the last warning and the end."""


class Found(NamedTuple):
    """A draft on the disk. `opening`: None if it cannot be read; `format`: the version of how it is written.

    `answers`: how many times it was kept. `is_whole`: nothing is cut or changed, as far as can be told without a PIN.
    """

    path: Path
    opening: Opening | None
    format: int
    answers: int
    is_whole: bool
    modified: float
    size: int

    @property
    def is_expired(self) -> bool:
        """Whether it was found to be too old."""
        return self.path.suffix in (EXPIRED, EXPIRING)

    @property
    def name(self) -> str:
        """Its reference; of one whose opening is damaged, its file."""
        return self.opening.reference if self.opening else self.path.name


class Aged(NamedTuple):
    """What became of a draft that is too old: it `expired`; after as long again it is `expiring`; then `deleted`."""

    name: str
    became: str


def find_drafts(folder: Path) -> tuple[Found, ...]:
    """Every draft in the folder, the one begun last first. What vanishes while it is looked at is passed over."""
    found = []
    for path in sorted(each for each in folder.iterdir() if each.suffix in (SUFFIX, EXPIRED, EXPIRING)):
        try:
            found.append(found_at(path))
        except OSError:
            continue
    return tuple(sorted(found, key=lambda each: (began_of(each), each.path.name), reverse=True))


def found_at(path: Path) -> Found:
    """The draft in this file. Raises OSError."""
    content, modified = read_file(path), path.stat().st_mtime
    frames = unframed(content)
    version, opening = opening_in(frames)
    answers = sum(frame.kind == ANSWERS for frame in frames.frames)
    return Found(path, opening, version, answers, is_closed(frames), modified, len(content))


def began_of(found: Found) -> float:
    """When it was begun, in seconds; where that is damaged, when it was kept last."""
    return found.opening.began.timestamp() if found.opening else found.modified


def opening_in(frames: Frames) -> tuple[int, Opening | None]:
    """The version and the opening; 0 and None if neither copy is there."""
    for frame in frames.frames:
        if frame.kind == OPENING:
            try:
                told = json.loads(frame.piece)
                if told["format"] != FORMAT:
                    return int(told["format"]), None
                began = datetime.fromisoformat(told["began"])
                began.timestamp()
                reference, edition, sha256 = (str(told[name]) for name in ("reference", "edition", "sha256"))
            except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
                continue  # a stranger's: what the messages say of it will do
            return FORMAT, Opening(reference, began, edition, sha256)
    return 0, None


def is_closed(frames: Frames) -> bool:
    """Whether all frames are there up to the last, which says how many."""
    kinds = b"".join(frame.kind for frame in frames.frames)
    count = kinds.count(ANSWERS)
    return frames.is_whole and kinds == b"OKOK" + ANSWERS * count + END and frames.frames[-1].piece == b"%d" % count


def age_out(folder: Path, now: datetime, hours: int) -> tuple[Aged, ...]:
    """Mark the drafts that are older than so many hours, warn of those marked for as long, delete those warned of.

    Each is as it is to be told. So a draft goes only after two warnings, whatever the clock does between them, and one
    that is young again is no longer marked. What seems to come from the future is old: the clock was wrong, then or
    now. A draft that another window has is left alone. Raises OSError.
    """
    span, told = timedelta(hours=hours).total_seconds(), []
    for found in find_drafts(folder):
        if not _is_due(found, now, span):
            continue
        try:
            with hold(found.path.with_suffix(LOCK)):
                became = _aged(found_at(found.path), now, span)  # another window may have been quicker
        except (InUse, OSError):
            continue
        if became == "deleted":
            forget_lock(found.path)
        if became:
            told.append(Aged(found.name, became))
    return tuple(told)


def _is_due(found: Found, now: datetime, span: float) -> bool:
    """Whether anything is to be done about it; mostly not, so that nothing need be locked."""
    return found.is_expired or not _is_young(found, now, span)


def _is_young(found: Found, now: datetime, span: float) -> bool:
    """Whether it is not too old yet. Once one without an opening is marked, nothing says that it is young."""
    if found.opening is None and found.is_expired:
        return False
    return abs(now.timestamp() - began_of(found)) < span


def _aged(found: Found, now: datetime, span: float) -> str:
    since = now.timestamp() - found.modified
    if _is_young(found, now, span):
        if found.is_expired:
            rename(found.path, found.path.with_suffix(SUFFIX))
        return ""
    if not found.is_expired:
        return _marked(found, now, EXPIRED, "expired")
    if found.path.suffix == EXPIRED and abs(since) >= span:
        return _marked(found, now, EXPIRING, "expiring")
    if found.path.suffix == EXPIRING and abs(since) >= LAST:
        forget(found.path)
        return "deleted"
    return ""


def _marked(found: Found, now: datetime, suffix: str, became: str) -> str:
    os.utime(found.path, (now.timestamp(), now.timestamp()))
    rename(found.path, found.path.with_suffix(suffix))
    return became
