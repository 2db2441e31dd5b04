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
from screen.storage.records.locks import LOCK, InUse, hold

EXPIRED, ASIDE = ".expired", ".damaged"
"""A draft that is too old; a piece that could not be read, set aside."""


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

    @property
    def is_expired(self) -> bool:
        """Whether it was found to be too old."""
        return self.path.suffix == EXPIRED

    @property
    def name(self) -> str:
        """Its reference; of one whose opening is damaged, its file."""
        return self.opening.reference if self.opening else self.path.name


class Aged(NamedTuple):
    """What became of a draft that is too old: it has `expired`, or was `deleted` after as long again."""

    name: str
    became: str


def find_drafts(folder: Path) -> tuple[Found, ...]:
    """Every draft in the folder, the one begun last first. What vanishes while it is looked at is passed over."""
    found = []
    for path in sorted(each for each in folder.iterdir() if each.suffix in (SUFFIX, EXPIRED)):
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
    return Found(path, opening, version, answers, is_closed(frames), modified)


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
    """Mark the drafts that are older than so many hours, delete those marked for as long; each as it is to be told.

    A clock that jumped deletes nothing: first it is told, and a draft that is young again is no longer marked. A draft
    that another window has is left alone. Raises OSError.
    """
    span, told = timedelta(hours=hours).total_seconds(), []
    for found in find_drafts(folder):
        if not _is_due(found, now, span):
            continue
        try:
            with hold(found.path.with_suffix(LOCK)):
                told.append(Aged(found.name, _aged(found, now, span)))
        except InUse:
            continue
    return tuple(each for each in told if each.became)


def _is_due(found: Found, now: datetime, span: float) -> bool:
    """Whether anything is to be done about it; mostly not, so that nothing need be locked."""
    return found.is_expired or now.timestamp() - began_of(found) >= span


def _aged(found: Found, now: datetime, span: float) -> str:
    is_old = now.timestamp() - began_of(found) >= span
    if not found.is_expired and is_old:
        marked = found.path.with_suffix(EXPIRED)
        rename(found.path, marked)
        os.utime(marked, (now.timestamp(), now.timestamp()))
        return "expired"
    if found.is_expired and not is_old:
        rename(found.path, found.path.with_suffix(SUFFIX))
    elif found.is_expired and now.timestamp() - found.modified >= span:
        forget(found.path)
        found.path.with_suffix(LOCK).unlink(missing_ok=True)
        return "deleted"
    return ""
