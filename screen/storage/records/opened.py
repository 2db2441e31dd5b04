"""A draft, opened by its PIN: what it keeps of the encounter, and the draft to go on with."""

from datetime import datetime
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from screen.core.encounter import Opening, Party, Person
from screen.core.problem import Refused
from screen.core.screening import Screening
from screen.storage.records.age import Damaged, Locked, unseal, unwrap
from screen.storage.records.disk import read_file, rename
from screen.storage.records.draft import ANSWERS, END, FORMAT, KEY, SUFFIX, Draft
from screen.storage.records.drafts import ASIDE, Found, is_closed, opening_in
from screen.storage.records.frames import Frames, framed, unframed
from screen.storage.records.locks import LOCK, hold

LOST = "It is left alone until it expires."
"""What becomes of a draft in which nothing can be read."""


class _Message(NamedTuple):
    """What one message of a draft says: how the screening of one person stands."""

    opening: Opening
    number: int
    person: int
    began: datetime
    screening: Screening


_MESSAGE = TypeAdapter(_Message)


class Opened(NamedTuple):
    """What a draft keeps. `is_whole`: nothing is cut or changed. `identity`, `wrapped`: what its messages open with."""

    opening: Opening
    party: Party
    is_whole: bool
    identity: str
    wrapped: bytes


def read_draft(found: Found, pin: str) -> Opened:
    """What the draft keeps, every undamaged answer of it. Raises Locked for another PIN, Refused, OSError."""
    if found.format not in (0, FORMAT):
        raise Refused(found.path, "a newer htscreen wrote it.", "Update htscreen.")
    return _read(found, unframed(read_file(found.path)), pin)


def _read(found: Found, frames: Frames, pin: str) -> Opened:
    identity, wrapped = _unlocked(found, frames, pin)
    is_whole, people, opening = is_closed(frames), dict[int, Person](), None
    messages = [frame.piece for frame in frames.frames if frame.kind == ANSWERS]
    for place, message in enumerate(messages, start=1):
        try:
            told = _MESSAGE.validate_json(unseal(message, [identity]))
        except (Locked, Damaged, ValidationError):
            is_whole = False
            continue
        is_whole = is_whole and told.number == place
        opening, people[told.person] = told.opening, Person(told.began, told.screening)
    if opening is None:
        raise Refused(found.path, "no answer in it can be read.", LOST)
    is_whole = is_whole and opening_in(frames)[1] == opening
    return Opened(opening, tuple(people[each] for each in sorted(people)), is_whole, identity, wrapped)


def _unlocked(found: Found, frames: Frames, pin: str) -> tuple[str, bytes]:
    """The identity, and how it is wrapped."""
    keys = list(dict.fromkeys(frame.piece for frame in frames.frames if frame.kind == KEY))
    if not keys:
        raise Refused(found.path, "its key is damaged: nobody can open it.", LOST)
    for wrapped in keys:
        try:
            return unwrap(wrapped, pin).decode(), wrapped
        except Locked:
            continue
    raise Locked


def resume_draft(found: Found, pin: str, name: str) -> tuple[Draft, Opened]:
    """The draft to go on with. Of a damaged one a new file of this name, and the old one is set aside.

    Raises Locked for another PIN, InUse, Refused, OSError.
    """
    lock = hold(found.path.with_suffix(LOCK))
    try:
        opened = read_draft(found, pin)
        if opened.is_whole:
            path = found.path.with_suffix(SUFFIX)
            if found.is_expired:
                rename(found.path, path)
            draft = Draft(path, opened.opening, opened.identity, opened.wrapped)
            count = str(found.answers).encode()
            end = path.stat().st_size - len(framed(END, count))
            return draft.go_on(opened.party, found.answers, end, lock), opened
        draft = Draft(found.path.with_name(f"{name}{SUFFIX}"), opened.opening, opened.identity, opened.wrapped)
        draft.keep(opened.party)
        rename(found.path, found.path.with_suffix(ASIDE))
        found.path.with_suffix(LOCK).unlink(missing_ok=True)
    except BaseException:
        lock.release()
        raise
    lock.release()
    return draft, opened
