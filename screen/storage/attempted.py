"""One file of attempts, line by line: what is whole is given, what is not is told, and nothing stops the rest."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from screen.core.problem import Located
from screen.core.shape.attempt import Attempt, Step
from screen.core.shape.condition import Frozen
from screen.storage.sealed import HEAD, says_kind, unsealed

ATTEMPT, STEPS = "attempt", "steps"
"""The kinds of line: an attempt with its outcome, and its steps in the line after it."""

TRY_AGAIN = "Copy the file from the laptop again; the rest is counted."
_NOT_WHOLE = "the steps of this attempt, in the line after it, are missing, cut or changed; it is set aside."
_BOM = b"\xef\xbb\xbf"
_LONGEST = 4 * 1024 * 1024

Refuse = Callable[[Attempt], tuple[str, str] | None]
"""What says why an attempt is set aside, and what to do; None if it counts."""


class _Entry(NamedTuple):
    """An attempt, or what is wrong with its line; the number of that line; and the value of the steps behind it."""

    number: int
    read: Attempt | Located
    steps: bytes | None


class _Course(Frozen):
    """The second line of an attempt."""

    of: str
    steps: tuple[Step, ...]


def attempts_in(
    file: BinaryIO, name: str, seen: dict[str, str], doubles: Counter[str], refuse: Refuse, *, steps: bool
) -> Iterator[Attempt | Located]:
    """What stands in one file; `seen` says in which file each attempt stood first, `doubles` counts those."""
    for number, read, course in _entries(_lines(file), name):
        if isinstance(read, Located):
            yield read
        elif read.id in seen:
            doubles[seen[read.id]] += 1
        elif (why := refuse(read)) is not None:
            seen[read.id] = name
            yield Located(name, number, 1, *why)
        elif course is None or (whole := _whole(read, course, steps=steps)) is None:
            yield Located(name, number, 1, _NOT_WHOLE, TRY_AGAIN)
        else:
            seen[read.id] = name
            yield whole


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is far too long only its beginning, so that no file fills the memory."""
    while line := file.readline(_LONGEST):
        whole = line
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST)
        yield whole


def _entries(lines: Iterable[bytes], name: str) -> Iterator[_Entry]:
    """Each attempt with the steps behind it. Of what another tool wrote one line is told."""
    waiting, is_foreign, is_empty = None, False, True
    for number, line in enumerate(lines, start=1):
        told = line.removeprefix(_BOM)
        if not told.strip():
            continue
        is_empty, (kind, value) = False, unsealed(told)
        if waiting is not None:
            yield _Entry(*waiting, value if kind == STEPS else None)
        if kind == STEPS or (waiting is not None and says_kind(told, STEPS)):
            waiting = None
            continue
        read = _read(kind, value, name, number)
        waiting = (number, read) if isinstance(read, Attempt) else None
        if isinstance(read, Located) and not (is_foreign and not told.startswith(HEAD)):
            yield _Entry(number, read, None)
        is_foreign = is_foreign or not told.startswith(HEAD)
    if waiting is not None:
        yield _Entry(*waiting, None)
    if is_empty:
        yield _Entry(1, Located(name, 1, 1, "it is empty.", TRY_AGAIN), None)


def _whole(attempt: Attempt, value: bytes, *, steps: bool) -> Attempt | None:
    """The attempt, with its steps if they are wanted; None if these are another's. Unwanted ones are not parsed."""
    if not steps and value.startswith(f'{{"of":{json.dumps(attempt.id, ensure_ascii=False)},"steps":'.encode()):
        return attempt
    try:
        course = _Course.model_validate_json(value)
    except ValidationError:
        return None
    if course.of != attempt.id:
        return None
    return attempt.model_copy(update={"steps": course.steps}) if steps else attempt


def _read(kind: str | None, value: bytes, name: str, number: int) -> Attempt | Located:
    if kind is None:
        return Located(name, number, 1, "the line is cut, changed, or another tool's, and is set aside.", TRY_AGAIN)
    try:
        attempt = Attempt.model_validate_json(value)
    except ValidationError as error:
        if {each["loc"] for each in error.errors()} == {("began",)}:
            told = json.loads(value)
            fault = f'the attempt {told.get("id")} began at "{told.get("began")}", which is no moment with its zone.'
            return Located(name, number, 1, fault, TRY_AGAIN)
        return Located(name, number, 1, "it is of another version of the program.", "Update the older of the two.")
    if attempt.outcome is None:
        return Located(name, number, 1, "the attempt is not finished.", "Leave it out.")
    return attempt
