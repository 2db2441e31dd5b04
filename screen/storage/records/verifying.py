"""Verifying: the chain against itself, against the files beside it, and against a head code from paper.

What it cannot know from the folder alone is what was cut off the end together with its files; a head code tells that.
"""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from screen.storage.records.chain import CHAIN, PURGED, SEALED, SETUP, START, Line, Link
from screen.storage.records.disk import read_file
from screen.storage.records.drafts import ASIDE
from screen.storage.records.ledger import AGE, PART, TORN
from screen.storage.records.setup import SETUP_FILE


class Fault(NamedTuple):
    """Something amiss: which kind, at which line of the chain (counted from 1, 0: none), in which file, in words."""

    kind: str
    line: int
    file: str
    fault: str


def faults_of(folder: Path, lines: tuple[Line, ...], torn: bytes, recipients: tuple[str, ...]) -> Iterator[Fault]:
    """Everything amiss in a records folder, in the order of the chain. Raises OSError."""
    yield from _in_chain(lines)
    if torn:
        yield Fault("cut", len(lines) + 1, CHAIN, "the line is cut: it has no end.")
    yield from _setups(lines, recipients)
    yield from _files(folder, lines)
    yield from _pieces(folder)


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


def _setups(lines: tuple[Line, ...], recipients: tuple[str, ...]) -> Iterator[Fault]:
    """The set-up must be the one that the chain says."""
    told = [line.link.recipients for line in lines if line.link and line.link.kind == SETUP]
    if recipients and (not told or told[-1] != recipients):
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
        name = f"{link.reference}, number {link.number}"
        try:
            digest = sha256(read_file(folder / link.file)).hexdigest()
        except FileNotFoundError:
            if link.number not in purged:
                yield Fault("missing", place, link.file, f"the record {name} is gone, and was not purged.")
            continue
        if link.number in purged:
            yield Fault("purged", place, link.file, f"the record {name} was purged, and is here again.")
        elif digest != link.sha256:
            yield Fault("replaced", place, link.file, f"the record {name} was altered, cut, or replaced.")
    for path in sorted(folder.glob(f"*{AGE}")):
        if path.name not in seen:
            yield Fault("foreign", 0, path.name, "the chain does not name it: it is foreign, or the chain was cut.")


def _pieces(folder: Path) -> Iterator[Fault]:
    """What a crash or damage left, told so that nobody wonders."""
    for path in sorted(each for each in folder.iterdir() if each.suffix in (ASIDE, TORN, PART)):
        yield Fault("aside", 0, path.name, "a piece that a crash or damage left, set aside.")


class Witness(NamedTuple):
    """What a head code from paper says: the number it names, and the line that has it; 0: none has."""

    number: int | None
    line: int


def witness_of(lines: tuple[Line, ...], number: int | None, code: bytes) -> Witness:
    """Whether the chain still holds a head code."""
    for place, line in enumerate(lines, start=1):
        numbered = number is None or (line.link is not None and line.link.number == number)
        if numbered and line.digest.startswith(code):
            return Witness(number, place)
    return Witness(number, 0)


def last_moment(lines: tuple[Line, ...]) -> datetime | None:
    """When the last line was added, as the laptop's clock had it."""
    return next((line.link.at for line in reversed(lines) if line.link is not None), None)
