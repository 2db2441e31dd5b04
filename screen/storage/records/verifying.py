"""Verifying: the chain against itself, against the files beside it, and against head codes from paper.

What it cannot know from the folder alone is what was cut off the end together with its files; a head code tells that.
Nothing is written, so that evidence stays as it was found.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from screen.storage.records.chain import CHAIN, CHAIN_LOCK, PURGED, SEALED, SETUP, START, Line, Link
from screen.storage.records.disk import PART
from screen.storage.records.draft import SUFFIX
from screen.storage.records.drafts import ASIDE, EXPIRED, EXPIRING
from screen.storage.records.ledger import AGE, TORN, state_of
from screen.storage.records.locks import LOCK
from screen.storage.records.setup import SETUP_FILE

REMARKS = ("clock", "aside", "other-keys")
"""Kinds of fault that are worth telling and prove nothing."""

_KNOWN = (SUFFIX, EXPIRED, EXPIRING, LOCK, AGE, ASIDE, PART, TORN)


class Fault(NamedTuple):
    """Something amiss: which kind, at which line of the chain (counted from 1, 0: none), in which file, in words."""

    kind: str
    line: int
    file: str
    fault: str


def faults_of(
    folder: Path, lines: tuple[Line, ...], torn: bytes, recipients: tuple[str, ...] | None
) -> Iterator[Fault]:
    """Everything amiss in a records folder, in the order of the chain. Raises OSError.

    `recipients`: those of the set-up; None if that cannot be read.
    """
    if not lines:
        yield Fault("empty", 0, CHAIN, "it is gone, or empty.")
    yield from _in_chain(lines)
    if torn:
        yield Fault("cut", len(lines) + 1, CHAIN, "the line is cut: it has no end.")
    yield from _setups(lines, recipients)
    yield from _files(folder, lines)
    yield from _beside(folder)


def _in_chain(lines: tuple[Line, ...]) -> Iterator[Fault]:
    """Each line must be readable, have the number after the one before, and hold the hash of that."""
    at = {line.digest.hex(): place for place, line in enumerate(lines, start=1)}
    before, expected, last = START, 0, None
    for place, (raw, link) in enumerate(lines, start=1):
        if link is None:
            yield Fault("altered", place, CHAIN, "the line cannot be read: it was changed, or cut.")
        else:
            if link.number > expected:
                missing = _span(expected, link.number - 1)
                yield Fault("gap", place, CHAIN, f"{missing} missing before number {link.number}.")
            elif link.number < expected:
                yield Fault("order", place, CHAIN, f"number {link.number} stands where number {expected} is due.")
            if link.previous != before:
                yield Fault("broken", place, CHAIN, _broken(link, place, at))
            if last is not None and link.at < last:
                yield Fault("clock", place, CHAIN, "the clock went back before this line; a remark, and no fault.")
            last = link.at
        expected = (expected if link is None else link.number) + 1
        before = sha256(raw).hexdigest()


def _broken(link: Link, place: int, at: dict[str, int]) -> str:
    """Why a line does not follow the one before it."""
    if link.previous == START:
        return "the line says that it is the first, and is not: another chain begins here, or lines were put before it."
    if link.previous not in at:
        return f"it follows a line that is not here: line {place - 1} was changed or replaced, or lines are missing."
    return f"it follows line {at[link.previous]}, and stands behind line {place - 1}: the order was changed."


def _span(first: int, last: int) -> str:
    return f"number {first} is" if first == last else f"numbers {first} to {last} are"


def _setups(lines: tuple[Line, ...], recipients: tuple[str, ...] | None) -> Iterator[Fault]:
    """The set-up must be the one that the chain says."""
    told = [line.link.recipients for line in lines if line.link and line.link.kind == SETUP]
    if recipients is None:
        yield Fault("setup", 0, SETUP_FILE, "it is gone or damaged, or this is no records folder.")
    elif lines and (not told or told[-1] != recipients):
        fault = "it names other keys than the chain: somebody else may read what is sealed."
        yield Fault("setup", 0, SETUP_FILE, fault)


def _files(folder: Path, lines: tuple[Line, ...]) -> Iterator[Fault]:
    """Each sealed record must be there as it was sealed, each purged one gone, and no other be there."""
    links = [(place, line.link) for place, line in enumerate(lines, start=1) if line.link is not None]
    purged = {number for _, link in links if link.kind == PURGED for number in link.purged}
    seen = dict[str, int]()
    for place, link in links:
        if link.kind != SEALED:
            continue
        if link.file in seen:
            yield Fault("double", place, link.file, f"line {seen[link.file]} names the same file.")
            continue
        seen[link.file] = place
        name, state = f"{link.reference}, number {link.number}", state_of(folder, link)
        if link.number in purged:
            if state != "gone":
                yield Fault("purged", place, link.file, f"the record {name} was purged, and is here again.")
        elif state == "gone":
            yield Fault("missing", place, link.file, f"the record {name} is gone, and was not purged.")
        elif state == "replaced":
            yield Fault("replaced", place, link.file, f"the record {name} was altered, cut, or replaced.")
    for path in sorted(folder.glob(f"*{AGE}")):
        if path.name not in seen:
            yield Fault("foreign", 0, path.name, "no line of the chain names it: it is foreign, or its line is gone.")


def _beside(folder: Path) -> Iterator[Fault]:
    """What a crash or damage left, told so that nobody wonders, and what is none of htscreen's."""
    for path in sorted(folder.iterdir()):
        if path.suffix in (ASIDE, TORN, PART):
            yield Fault("aside", 0, path.name, "a piece that a crash or damage left, set aside.")
        elif path.suffix not in _KNOWN and path.name not in (CHAIN, CHAIN_LOCK, SETUP_FILE):
            yield Fault("foreign", 0, path.name, "it is none of htscreen's.")


class Witness(NamedTuple):
    """What a head code from paper says: the line that has it, 0 if none; another number that its words stand at."""

    line: int
    elsewhere: int | None


def witness_of(lines: tuple[Line, ...], number: int | None, code: bytes) -> Witness:
    """Whether the chain still has the line of a head code."""
    found = [(place, line.link) for place, line in enumerate(lines, start=1) if line.digest.startswith(code)]
    for place, link in found:
        if number is None or (link is not None and link.number == number):
            return Witness(place, None)
    return Witness(0, next((link.number for _, link in found if link is not None), None))
