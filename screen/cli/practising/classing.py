"""The class at the command line: attempts collected as files, told on one page, in the terminal, as HTML or as JSON."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from screen.cli.codes import USAGE
from screen.cli.practising.library import Library, hash_of, scene_of
from screen.core.problem import Located, Unreadable
from screen.core.shape.attempt import Attempt
from screen.core.shape.course import Course
from screen.practice.classroom.agreement import agreement_of
from screen.practice.classroom.mark import Terms, is_in_terms, terms_of
from screen.practice.classroom.notes import notes_of, rated_notes
from screen.practice.classroom.page import Known, Page, page_of
from screen.practice.classroom.showing import shown_at, shows_of
from screen.practice.classroom.tally import rolled
from screen.practice.keyed import Keyed, keyed
from screen.practice.scene import Scene
from screen.reports.practice.classroom.document import page_document
from screen.reports.practice.classroom.lines import sheet_lines
from screen.reports.practice.classroom.names import Names
from screen.reports.practice.classroom.words import room_sheet, sheet_of
from screen.storage.attempted import Refuse
from screen.storage.attempts import SUFFIX, file_of, is_open, read_attempts, unfinished
from screen.storage.ratings import SUFFIX as RATINGS
from screen.storage.ratings import read_ratings
from screen.storage.reading import read
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.core.shape.scenario import Scenario
    from screen.reports.practice.classroom.sheet import Sheet

T = TypeVar("T")
_AGAIN = "Copy the file from the laptop again."
_RULEBOOK = "Name that rulebook with --rulebook, or play the scenario anew."
_ELSEWHERE = "Name its folder with --scenarios."
_CHANGED = "Name the folder as it was with --scenarios, or play it anew."
_SHARED = (_RULEBOOK, _ELSEWHERE, _CHANGED)
"""What is to be done where nothing is damaged, and many attempts are set aside for one reason."""


class Class(NamedTuple):
    """A class as it was read: its page, the names on it, what was set aside, and whose files were damaged."""

    page: Page
    names: Names
    aside: tuple[Located, ...]
    partial: frozenset[str]


class Face(NamedTuple):
    """How the page is wanted: as an HTML file, as JSON, in plain lines; for the room, or for the trainer."""

    html: Path | None
    as_json: bool
    plain: bool
    for_room: bool


def show_class(folder: Path, course: Path | None, face: Face, library: Library) -> int:
    """Print the page of a class, or write it into a new file; the exit code. Raises Unreadable."""
    console = open_console(plain=face.plain)
    try:
        known = None if course is None else read(course, Course)
    except Unreadable as unreadable:
        print(printable(str(unreadable)), file=sys.stderr)
        return USAGE
    found = read_class(library, folder)
    for problem in found.aside:
        print(printable(str(problem)), file=sys.stderr)
    if face.as_json and face.html is None:
        print(json.dumps(page_document(found.page, known, found.names, found.aside, found.partial), indent=2))
        return 0
    aside = tuple(map(str, found.aside))
    sheet = (
        room_sheet(found.page, known, found.names, aside) if face.for_room
        else sheet_of(found.page, known, found.names, aside, found.partial)
    )  # fmt: skip
    if face.html is not None:
        return _save(sheet, face.html)
    for line in sheet_lines(sheet, plain=console.plain):
        if line.is_head:
            console.head(line.text)
        else:
            console.write(line.text, " " * line.indent, " " * (line.indent + 2))
    return 0


def _save(sheet: "Sheet", path: Path) -> int:
    from screen.reports.practice.classroom.html import sheet_page
    from screen.storage.noted import save_text

    try:
        save_text(path, sheet_page(sheet))
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        why = getattr(error, "strerror", None) or error
        print(printable(f"{path}: not written: {why}. Try another name or folder."), file=sys.stderr)
        return USAGE
    print(printable(f"Written to {path}. Open it in a browser."), file=sys.stderr)
    return 0


def read_class(library: Library, folder: Path) -> Class:
    """The class in a folder. What cannot be read or does not belong is set aside."""
    written, faults = read_sound_scenarios(library.folder)
    scenarios = {each.scenario.id: each.scenario for each in written}
    terms, aside = terms_of(library.book, library.pack), [*faults, *_others(folder)]
    rated = rated_notes(_kept(read_ratings(folder), aside))
    attempts = read_attempts(folder, refuse=refusal(library, scenarios, terms))
    roll = rolled(_kept(attempts, aside), terms, {attempt for attempt, _ in rated})
    known = Known(
        {each.id: each.pair for each in scenarios.values() if each.pair is not None},
        frozenset(each.id for each in scenarios.values() if each.key.duties),
    )
    page = page_of(roll, terms, known, notes_of(rated, roll.attempt), agreement_of)
    titles = {each.id: each.title for each in scenarios.values()}
    missed = {} if page.breakdown is None else page.breakdown.missed_in
    shows = shows_of(missed, _showing(library, scenarios))
    damaged = {Path(each.file).name for each in aside if not each.warning and each.remedy not in _SHARED}
    partial = frozenset(each for each in roll.learners if _is_among(damaged, file_of(folder, each).stem))
    return Class(page, Names(library.book, library.pack, titles, shows), _gathered(aside), partial)


def _is_among(files: "set[str]", stem: str) -> bool:
    """Whether a learner's file is one of these; a copy has more in its name."""
    return any(stem in each for each in files)


def _showing(library: Library, scenarios: "dict[str, Scenario]") -> Callable[[str, str], tuple[str, ...]]:
    """What tells at which items of a scenario a sign shows; each scenario's key is played once."""

    @cache
    def played(name: str) -> tuple[Scene, Keyed]:
        scene = scene_of(library, scenarios[name])
        return scene, keyed(scene)

    return lambda name, sign: shown_at(*played(name), sign)


def _gathered(aside: list[Located]) -> tuple[Located, ...]:
    """What was set aside; attempts that all files share a reason for, such as another edition, in one line."""
    told = dict[object, Located]()
    more = Counter[object]()
    for each in aside:
        reason: object = (each.fault, each.remedy) if each.remedy in _SHARED else each
        more[reason] += reason in told
        told.setdefault(reason, each)
    return tuple(
        each._replace(fault=f"{each.fault} So {more[reason]} more.") if more[reason] else each
        for reason, each in told.items()
    )


def _kept(found: Iterable[T | Located], aside: list[Located]) -> Iterator[T]:
    """What was found, one by one; every problem goes aside."""
    for each in found:
        if isinstance(each, Located):
            aside.append(each)
        else:
            yield each


def _others(folder: Path) -> Iterator[Located]:
    """Files that are no results: attempts that were left open, and those of other tools."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (SUFFIX, RATINGS, ".html", ".yaml") or path.name.startswith(".") or not path.is_file():
            continue
        if is_open(path):
            yield unfinished(path)
        else:
            yield Located(str(path), 1, 1, f"its name does not end in {SUFFIX}.", "Leave it out.", warning=True)


def refusal(library: Library, scenarios: "dict[str, Scenario]", terms: Terms) -> Refuse:
    """What tells of an attempt whether it counts with this rulebook and these scenarios."""
    rulebook = library.book.rulebook

    @cache
    def sha256(name: str, seed: int | None) -> str:
        return hash_of(scene_of(library, scenarios[name], seed).scenario)

    def refuse(attempt: Attempt) -> tuple[str, str] | None:
        if attempt.rulebook_sha256 != library.sha256:
            edition = "with other files" if attempt.edition == rulebook.edition else f"here it is {rulebook.edition}"
            return f"it was played with edition {attempt.edition}, {edition}.", _RULEBOOK
        if attempt.scenario not in scenarios:
            return f'there is no scenario "{attempt.scenario}" here.', _ELSEWHERE
        if attempt.scenario_sha256 != sha256(attempt.scenario, attempt.seed):
            return f'the scenario "{attempt.scenario}" has changed since it was played.', _CHANGED
        return _unknown(attempt, terms)

    return refuse


def _unknown(attempt: Attempt, terms: Terms) -> tuple[str, str] | None:
    if attempt.outcome is not None and not is_in_terms(terms, attempt.outcome):
        return "it names what neither the rulebook nor the pack knows.", _AGAIN
    return None
