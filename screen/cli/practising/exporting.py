"""Exporting: what was practised, out to a training system, as tables and as statements."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import USAGE
from screen.cli.unwritable import why_unwritable
from screen.core.problem import Located, Unreadable
from screen.core.shape.attempt import Attempt
from screen.core.shape.mapping import TrainerMapping
from screen.practice.classroom.named import folded
from screen.reports.practice.cells import BOM
from screen.reports.practice.choices import choices_head, choices_of
from screen.reports.practice.columns import head_of, rows_of
from screen.reports.practice.misfits import mapping_misfits
from screen.reports.practice.statements import ROOT, Teller, is_dated, is_iri, lines_of, registration_of, rooted
from screen.storage.attempts import read_attempts
from screen.storage.mapped import read_mapping
from screen.storage.whole import save_whole
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from uuid import UUID


class Wanted(NamedTuple):
    """The new files, and how they are to be written."""

    csv: Path | None
    choices: Path | None
    xapi: Path | None
    mapping: Path | None
    bom: bool
    group: str | None
    registration: "UUID | None"
    root: str


class Part(NamedTuple):
    """One new file: what stands at its head, and what each attempt adds to it."""

    path: Path
    head: str
    told: Callable[[Attempt], Iterator[str]]


class Tally(NamedTuple):
    """What was counted on the way. `unmapped`: how many learners the mapping does not name, `pseudonyms`: which.

    `unplayed`: whom the mapping names and who has no attempt here. `classes`: the name of each class by its
    registration; "": nobody named it.
    """

    attempts: int
    learners: int
    choices: int
    statements: int
    unmapped: int
    set_aside: int
    registrations: tuple[str, ...]
    pseudonyms: tuple[str, ...]
    unplayed: tuple[str, ...]
    classes: dict[str, str]


def refusal_of(wanted: Wanted) -> str:
    """Why these options cannot be, and what to do; "" if nothing stands against them."""
    paths = [path for path in (wanted.csv, wanted.choices, wanted.xapi) if path is not None]
    if len({path.resolve() for path in paths}) < len(paths):
        return "two options name the same file. Give each a file of its own."
    if not is_iri(wanted.root):
        return f"{wanted.root} is no IRI. Name one for --base, such as {ROOT}."
    return next((why for path in paths if (why := why_unwritable(path))), "")


def export_at(folder: Path, wanted: Wanted, *, as_json: bool, plain: bool) -> int:
    """Write the files that are wanted, or say what could be; the exit code."""
    try:
        mapping = TrainerMapping() if wanted.mapping is None else read_mapping(wanted.mapping, mapping_misfits)
    except Unreadable as unreadable:
        _say(str(unreadable))
        return USAGE
    first = min(((each.began, each.id) for each in _attempts(folder)), default=None)
    if first is None:
        _say(*map(str, read_attempts(folder)), f"There is no attempt to export in {folder}. Nothing is written.")
        return USAGE
    teller_of = _tellers(wanted, mapping, f"attempt/{first[1]}")
    parts = _parts(wanted, mapping, teller_of)
    try:
        with save_whole([part.path for part in parts]) as writes:
            tally = _export(folder, teller_of, tuple(zip(parts, writes, strict=True)), mapping)
    except OSError as error:
        _say(f"Nothing is written: {error.strerror or error}. Name a new file in a folder that can be written to.")
        return USAGE
    if as_json:
        print(json.dumps(tally._asdict() | {"written": [str(part.path) for part in parts]}, indent=2))
    else:
        _tell(parts, tally, wanted, plain=plain)
    return 0


def _attempts(folder: Path) -> Iterator[Attempt]:
    return (each for each in read_attempts(folder) if isinstance(each, Attempt))


def _tellers(wanted: Wanted, mapping: TrainerMapping, first: str) -> Callable[[Attempt], Teller]:
    """How each attempt's statements are told. Its class is the one named here, else the one its laptop was told.

    A class that nobody named is registered by the attempt that began first in the folder.
    """

    def teller_of(attempt: Attempt) -> Teller:
        group = wanted.group or attempt.group
        registration = str(wanted.registration or registration_of(folded(group) or first))
        return Teller(rooted(wanted.root), registration, group, mapping)

    return teller_of


def _parts(wanted: Wanted, mapping: TrainerMapping, teller_of: Callable[[Attempt], Teller]) -> tuple[Part, ...]:
    mark = BOM if wanted.bom else ""
    every = (
        (wanted.csv, mark + head_of(mapping), lambda attempt: rows_of(mapping, attempt)),
        (wanted.choices, mark + choices_head(), choices_of),
        (wanted.xapi, "", lambda attempt: lines_of(teller_of(attempt), attempt)),
    )
    return tuple(Part(path, head, told) for path, head, told in every if path is not None)


def _export(
    folder: Path,
    teller_of: Callable[[Attempt], Teller],
    parts: tuple[tuple[Part, Callable[[str], object]], ...],
    mapping: TrainerMapping,
) -> Tally:
    """Write what every attempt adds to every part, one attempt after another. What is damaged is said and left out."""
    attempts = choices = set_aside = 0
    learners, classes = dict[str, None](), dict[str, str]()
    for part, write in parts:
        write(part.head)
    for each in read_attempts(folder, steps=True):
        if isinstance(each, Located):
            set_aside += not each.warning
            _say(str(each))
            continue
        if not is_dated(each):
            set_aside += 1
            _say(f"{folder}: the attempt {each.id} says no moment at which it began, and is left out.")
            continue
        for part, write in parts:
            write("".join(part.told(each)))
        attempts, choices = attempts + 1, choices + len(each.steps)
        learners[each.learner] = None
        teller = teller_of(each)
        classes.setdefault(teller.registration, teller.group.strip())
    unmapped = tuple(name for name in learners if name not in mapping.people)
    return Tally(
        attempts, len(learners), choices, choices + 2 * attempts, len(unmapped), set_aside,
        tuple(classes), unmapped, tuple(name for name in mapping.people if name not in learners), classes,
    )  # fmt: skip


def _tell(parts: tuple[Part, ...], tally: Tally, wanted: Wanted, *, plain: bool) -> None:
    """What was written; or, if nothing was asked for, what each option would write."""
    console = open_console(plain=plain)
    if parts:
        console = console._replace(out=sys.stderr)
    console.write(f"Attempts: {tally.attempts}. Learners: {tally.learners}. Choices: {tally.choices}.")
    if tally.set_aside:
        console.write(f"Set aside: {tally.set_aside}.")
    if wanted.mapping is not None and tally.pseudonyms:
        told = ", ".join(tally.pseudonyms)
        console.write(f"Not named in the mapping: {told}. Their pseudonym stands as their id.", "", "  ")
    if tally.unplayed:
        console.write(f"Named in the mapping, with no attempt here: {', '.join(tally.unplayed)}.", "", "  ")
    for part in parts:
        console.write(f"Written: {part.path}")
    if wanted.xapi is not None or not parts:
        for registration, name in tally.classes.items():
            told = f"the class {name}" if name else "a class without a name"
            console.write(f"Registration of {told}: {registration}")
    if not parts:
        console.write(f"--csv FILE would write {tally.attempts} rows, one an attempt.")
        console.write(f"--choices FILE would write {tally.choices} rows, one a choice.")
        console.write(f"--xapi FILE would write {tally.statements} statements.")
        console.write("Nothing is written without one of them.")


def _say(*lines: str) -> None:
    for line in lines:
        print(printable(line), file=sys.stderr)
