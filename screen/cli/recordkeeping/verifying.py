"""Verifying: whether a records folder still holds what its chain says, and the chain what paper says."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from screen.cli.codes import FOUND, USAGE
from screen.cli.recordkeeping.found import place_at, unreadable
from screen.cli.recordkeeping.keys import identities_at
from screen.core.codewords import bytes_of, head_code
from screen.core.problem import Refused
from screen.storage.records.chain import SEALED
from screen.storage.records.ledger import head_of, read_chain
from screen.storage.records.unsealed import read_record
from screen.storage.records.verifying import Fault, Witness, faults_of, witness_of
from screen.terminal.console import Closed, open_console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.storage.records.chain import Line
    from screen.terminal.console import Console

REMARKS = ("clock", "aside")
"""Kinds of fault that are worth telling and prove nothing."""


class Head(NamedTuple):
    """A head code from paper: the number it names, if it does, and its words as bytes."""

    number: int | None
    code: bytes


def head_typed(text: str) -> Head:
    """The head code as it is typed. Raises ValueError."""
    number, _, words = text.strip().partition(" ")
    return Head(int(number), bytes_of(words)) if number.isdecimal() else Head(None, bytes_of(text))


def verify_at(path: Path | None, head: str | None, keys: tuple[Path, ...], *, as_json: bool, plain: bool) -> int:
    """Print what is amiss, and what a head code says; the exit code. Raises Refused, KeyboardInterrupt."""
    console = open_console(plain=plain)
    try:
        typed = head_typed(head) if head is not None else None
    except ValueError as error:
        console.write(f"--head: {error}")
        return USAGE
    place = place_at(path)
    try:
        lines, torn = read_chain(place.folder)
        faults = list(faults_of(place.folder, lines, torn, place.setup.recipients))
        faults += _inside(console, place.folder, lines, keys)
    except OSError as error:
        raise unreadable(place.folder, error) from error
    except Closed:
        console.write("Left.")
        return FOUND
    witness = witness_of(lines, typed.number, typed.code) if typed is not None else None
    if as_json:
        print(json.dumps(_document(lines, faults, witness), indent=2))
    else:
        _tell(console, lines, faults, witness)
    is_amiss = any(fault.kind not in REMARKS for fault in faults) or (witness is not None and not witness.line)
    return FOUND if is_amiss else 0


def _inside(console: "Console", folder: Path, lines: "tuple[Line, ...]", keys: tuple[Path, ...]) -> "Iterator[Fault]":
    """With an identity: each record must say itself where in the chain it stands."""
    identities = identities_at(console, keys) if keys else ()
    for place, (_, link) in enumerate(lines, start=1) if identities else ():
        if link is None or link.kind != SEALED or not (folder / link.file).exists():
            continue
        try:
            record = read_record(folder / link.file, identities)
        except Refused as refused:
            yield Fault("shut", place, link.file, str(refused).partition(": ")[2])
            continue
        if (record.number, record.previous, record.reference) != (link.number, link.previous, link.reference):
            says = f"it says that it is {record.reference}, number {record.number}."
            yield Fault("misplaced", place, link.file, says)


def _document(lines: "tuple[Line, ...]", faults: list[Fault], witness: Witness | None) -> dict[str, Any]:
    head = head_of(lines)
    return {
        "lines": len(lines),
        "sealed": sum(line.link is not None and line.link.kind == SEALED for line in lines),
        "head": head_code(head.number, head.digest) if head else None,
        "faults": [fault._asdict() for fault in faults],
        "held": None if witness is None else witness.line > 0,
    }


def _tell(console: "Console", lines: "tuple[Line, ...]", faults: list[Fault], witness: Witness | None) -> None:
    for fault in faults:
        where = f"{fault.file}:{fault.line}" if fault.line and fault.file.endswith(".jsonl") else fault.file
        console.write(f"{where}: {fault.fault}", "", "  ")
    head = head_of(lines)
    if head is None:
        console.write("The chain is empty.")
    else:
        amiss = sum(fault.kind not in REMARKS for fault in faults)
        sealed = sum(line.link is not None and line.link.kind == SEALED for line in lines)
        found = "nothing is amiss" if not amiss else f"amiss: {amiss}"
        console.write(f"{len(lines)} lines, {sealed} of them records: {found}.")
        console.write(f"Head code now: {head_code(head.number, head.digest)}", "", "  ")
    if witness is None:
        told = "What was cut off the end with its files shows only against a head code from paper: --head"
        console.write(told, "", "  ")
    elif witness.line:
        told = f"The chain holds the head code, at line {witness.line}: what came before is as it was."
        console.write(told, "", "  ")
    else:
        told = "The chain does not hold this head code: what it stood for was cut off, replaced, or changed."
        console.write(told, "", "  ")
