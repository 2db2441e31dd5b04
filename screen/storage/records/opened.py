"""A draft, opened by its PIN: what it keeps of the encounter, and the draft to go on with."""

from datetime import UTC, datetime
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
from screen.storage.records.locks import LOCK, forget_lock, hold

LOST = "It is left alone until it expires."
"""What becomes of a draft in which nothing can be read."""


_NONE = Opening("", datetime.fromtimestamp(0, UTC), "", "")
"""Where nothing is left of it, there is no answer either."""


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
    return _read(found, read_file(found.path), pin)


def _read(found: Found, content: bytes, pin: str) -> Opened:
    if found.format not in (0, FORMAT):
        raise Refused(found.path, "a newer htscreen wrote it.", "Update htscreen.")
    frames = unframed(content)
    keys = list(dict.fromkeys(frame.piece for frame in frames.frames if frame.kind == KEY))
    if not keys:
        raise Refused(found.path, "its key is damaged: nobody can open it.", LOST)
    tried = [_opened(frames, wrapped, pin) for wrapped in keys]
    opened = [each for each in tried if each is not None]
    if not opened:
        raise Locked
    best = max(opened, key=lambda each: len(each.party))
    if not best.party:
        raise Refused(found.path, "no answer in it can be read.", LOST)
    return best


def _opened(frames: Frames, wrapped: bytes, pin: str) -> Opened | None:
    """What opens with the identity that is wrapped so; None if the PIN does not unwrap it."""
    try:
        identity = unwrap(wrapped, pin).decode("ascii", "replace")
    except Locked:
        return None
    is_whole, people = is_closed(frames), dict[int, Person]()
    clear = opening = opening_in(frames)[1]
    messages = [frame.piece for frame in frames.frames if frame.kind == ANSWERS]
    for place, message in enumerate(messages, start=1):
        try:
            told = _MESSAGE.validate_json(unseal(message, [identity]))
        except (Locked, Damaged, ValidationError):
            is_whole = False
            continue
        is_whole = is_whole and told.number == place and told.opening == clear
        opening, people[told.person] = told.opening, Person(told.began, told.screening)
    party = tuple(people[each] for each in sorted(people))
    return Opened(opening or _NONE, party, is_whole, identity, wrapped)


def resume_draft(found: Found, pin: str, name: str) -> tuple[Draft, Opened]:
    """The draft to go on with. Of a damaged one a new file of this name, and the old one is set aside.

    Raises Locked for another PIN, InUse, Refused, OSError.
    """
    lock = hold(found.path.with_suffix(LOCK))
    try:
        content = read_file(found.path)
        opened = _read(found, content, pin)
        if opened.is_whole:
            path = found.path.with_suffix(SUFFIX)
            if found.path != path:
                rename(found.path, path)
            answers = sum(frame.kind == ANSWERS for frame in unframed(content).frames)
            end = len(content) - len(framed(END, str(answers).encode()))
            draft = Draft(path, opened.opening, opened.identity, opened.wrapped)
            return draft.go_on(opened.party, answers, end, lock), opened
        draft = Draft(found.path.with_name(f"{name}{SUFFIX}"), opened.opening, opened.identity, opened.wrapped)
        draft.keep(opened.party)
        rename(found.path, found.path.with_suffix(ASIDE))
    except BaseException:
        lock.release()
        raise
    lock.release()
    forget_lock(found.path)
    return draft, opened
