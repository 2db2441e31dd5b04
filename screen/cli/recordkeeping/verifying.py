"""Verifying: whether a records folder still holds what its chain says, and the chain what paper says."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from screen.cli.codes import FOUND, USAGE
from screen.cli.recordkeeping.found import SET_UP, folder_at, talking, unreadable
from screen.cli.recordkeeping.keys import identities_at
from screen.core.codewords import bytes_of, head_code, words_of
from screen.core.problem import Refused
from screen.storage.records.age import fingerprint, recipient_of
from screen.storage.records.chain import SEALED, SETUP
from screen.storage.records.ledger import head_of, read_chain
from screen.storage.records.setup import is_ours, read_setup
from screen.storage.records.unsealed import read_record
from screen.storage.records.verifying import REMARKS, Fault, faults_of, witness_of
from screen.terminal.console import Closed, open_console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.storage.records.chain import Line
    from screen.terminal.console import Console


class Head(NamedTuple):
    """A head code from paper: the number it names, if it does, and its words as bytes."""

    number: int | None
    code: bytes


class Held(NamedTuple):
    """What became of a head code: whether its line is there and all up to it is as it was, and that in words."""

    held: bool
    words: str


class Found(NamedTuple):
    """What there is in a folder, and what is amiss in it."""

    lines: "tuple[Line, ...]"
    faults: tuple[Fault, ...]
    heads: tuple[Held, ...]

    @property
    def amiss(self) -> int:
        """How many faults there are, remarks left out, and head codes that no longer hold."""
        return sum(each.kind not in REMARKS for each in self.faults) + sum(not each.held for each in self.heads)


def head_typed(text: str) -> Head:
    """The head code as it is typed or pasted. Raises ValueError."""
    pasted = re.split(r"head code(?: before it| now)?", re.sub(r"[^\w ]", " ", text.lower()))[-1].strip()
    number, _, words = pasted.partition(" ")
    return Head(int(number), bytes_of(words)) if number.isdecimal() else Head(None, bytes_of(pasted))


def verify_at(path: Path | None, heads: tuple[str, ...], keys: tuple[Path, ...], *, as_json: bool, plain: bool) -> int:
    """Print what is amiss, and what head codes say; the exit code. Raises Refused, KeyboardInterrupt."""
    console, folder = open_console(plain=plain), folder_at(path)
    try:
        typed = tuple(map(head_typed, heads))
    except ValueError as error:
        console.write(f"--head: {error}")
        return USAGE
    try:
        recipients = _recipients(folder)
        lines, torn = read_chain(folder)
        faults = (*faults_of(folder, lines, torn, recipients), *_inside(talking(plain=plain), folder, lines, keys))
    except OSError as error:
        raise unreadable(folder, error) from error
    except Closed:
        console.write("Left.")
        return FOUND
    found = Found(lines, faults, tuple(_held(lines, faults, head) for head in typed))
    if as_json:
        print(json.dumps(_document(found), indent=2))
    else:
        _tell(console, found)
    return FOUND if found.amiss else 0


def _recipients(folder: Path) -> tuple[str, ...] | None:
    """Who can open what is sealed in the folder; None if the set-up of a records folder cannot be read."""
    try:
        setup = read_setup(folder)
    except Refused:
        if not is_ours(folder):
            raise
        return None
    if setup is None:
        raise Refused(folder, "no records are kept here.", SET_UP)
    return setup.recipients


def _inside(console: "Console", folder: Path, lines: "tuple[Line, ...]", keys: tuple[Path, ...]) -> "Iterator[Fault]":
    """With an identity: each record must say itself where in the chain it stands, and for whom it is."""
    identities = identities_at(console, keys) if keys else ()
    mine, recipients = set(map(recipient_of, identities)), tuple[str, ...]()
    for place, (_, link) in enumerate(lines, start=1) if identities else ():
        if link is not None and link.kind == SETUP:
            recipients = link.recipients
        if link is None or link.kind != SEALED or not (folder / link.file).exists():
            continue
        if recipients and not mine & set(recipients):
            yield Fault("other-keys", place, link.file, f"{link.reference} is for other keys than these.")
            continue
        try:
            record = read_record(folder / link.file, identities)
        except (Refused, OSError) as error:
            yield Fault("shut", place, link.file, str(error).partition(": ")[2] or str(error))
            continue
        if (record.number, record.previous, record.reference) != (link.number, link.previous, link.reference):
            says = f"it says that it is {record.reference}, number {record.number}."
            yield Fault("misplaced", place, link.file, says)
        if recipients and record.recipients != tuple(words_of(fingerprint(each)) for each in recipients):
            says = "it was sealed for other keys than the chain says."
            yield Fault("misplaced", place, link.file, says)


def _held(lines: "tuple[Line, ...]", faults: tuple[Fault, ...], head: Head) -> Held:
    """What a head code says, in the light of what is amiss up to its line."""
    named = "" if head.number is None else f"{head.number} "
    code = f"The head code {named}{words_of(head.code)}"
    line, elsewhere = witness_of(lines, head.number, head.code)
    if not line:
        if elsewhere is not None:
            return Held(
                held=False, words=f"{code}: its words stand at number {elsewhere}. Compare the number on paper."
            )
        why = "is not in the chain. Compare your typing; if it is right, the chain was cut, replaced, or changed."
        return Held(held=False, words=f"{code} {why}")
    if any(each.line <= line and each.kind not in REMARKS for each in faults if each.line):
        return Held(held=False, words=f"{code} is there, but what comes before it is not as it was: see above.")
    return Held(held=True, words=f"{code} is there, and all that comes before it is as it was.")


def _document(found: Found) -> dict[str, Any]:
    head = head_of(found.lines)
    return {
        "lines": len(found.lines),
        "sealed": sum(line.link is not None and line.link.kind == SEALED for line in found.lines),
        "head": head_code(head.number, head.digest) if head else None,
        "setups": [
            {"number": link.number, "at": link.at.isoformat(), "recipients": list(link.recipients)}
            for link in (line.link for line in found.lines)
            if link is not None and link.kind == SETUP
        ],
        "faults": [fault._asdict() for fault in found.faults],
        "held": all(each.held for each in found.heads) if found.heads else None,
    }


def _tell(console: "Console", found: Found) -> None:
    for fault in found.faults:
        where = f"{fault.file}:{fault.line}" if fault.line and fault.file.endswith(".jsonl") else fault.file
        console.write(f"{where}: {fault.fault}", "", "  ")
    for link in (line.link for line in found.lines):
        if link is not None and link.kind == SETUP:
            keys = "; ".join(words_of(fingerprint(each)) for each in link.recipients)
            console.write(f"Number {link.number}, {link.at:%Y-%m-%d %H:%M}: set up for {keys}", "", "  ")
    for each in found.heads:
        console.write(each.words, "", "  ")
    sealed = sum(line.link is not None and line.link.kind == SEALED for line in found.lines)
    told = f"Faults: {found.amiss}." if found.amiss else "Nothing is amiss."
    console.write(f"Lines: {len(found.lines)}. Records: {sealed}. {told}")
    if found.amiss:
        remedy = "Leave the folder as it is, copy it, and compare its head codes with those on paper."
        console.write(f"{remedy} docs/records.md tells what each line means.")
    if (head := head_of(found.lines)) is not None:
        console.write(f"Head code now: {head_code(head.number, head.digest)}", "", "  ")
    if not found.heads:
        told = "What was cut off the end with its files shows only against a head code from paper: --head"
        console.write(told, "", "  ")
