"""Making a scenario at the command line: from prompts, a recorded run or an attempt into a file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from screen.cli.practising.attempted import played_attempt
from screen.cli.practising.checking import checked_in
from screen.cli.practising.library import find_scenario, open_library
from screen.cli.unwritable import why_unwritable
from screen.core.problem import Located, Unreadable
from screen.practice.making.beginning import of_case, twin_of
from screen.practice.making.skeleton import scenario_of
from screen.practice.making.sketch import Sketch
from screen.storage.scenarios import PACK, save_scenario, scenario_files, scenario_text
from screen.terminal.console import Closed, open_console
from screen.terminal.practice.writing import IDS, free_id, write_sketch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from screen.cli.practising.library import Library
    from screen.core.shape.scenario import Scenario
    from screen.practice.making.attempted import Made
    from screen.terminal.console import Console


class Wanted(NamedTuple):
    """What was asked for on the command line."""

    file: Path | None
    case: Path | None
    attempt: str | None
    twin: str | None
    learner: str | None
    results: Path | None


def make_at(wanted: Wanted, *, plain: bool, rulebook: Path | None, scenarios: Path | None) -> None:
    """Make a scenario and save it. Raises Unreadable, BadParameter; KeyboardInterrupt, which says what is kept."""
    if sum(each is not None for each in (wanted.case, wanted.attempt, wanted.twin)) > 1:
        raise typer.BadParameter("name one of --from, --attempt and --twin-of.")
    if wanted.file is not None:
        _refuse_misnamed(wanted.file)
    library, console = open_library(rulebook, scenarios), open_console(plain=plain)
    named = scenarios is not None or bool(os.environ.get("HTSCREEN_SCENARIOS"))
    folder = wanted.file.parent if wanted.file is not None else library.folder if named else Path()
    taken = {path.stem for place in (library.folder, folder) for path in scenario_files(place)}
    if wanted.attempt is not None:
        made = played_attempt(library, wanted.attempt, wanted.learner, wanted.results)
        scenario = made.scene.scenario
        name = wanted.file.stem if wanted.file is not None else free_id(f"{scenario.id} played", taken)
        _save(console, library, folder, scenario.model_copy(update={"id": name}))
        _tell_made(console, made)
        return
    start = _start(library, wanted)
    if wanted.twin is not None and start.pair == wanted.twin:
        console.write(f"Write `pair: {wanted.twin}` in {wanted.twin}.yaml too, so that the two are twins.")
    if wanted.file is not None:
        start = start._replace(id=wanted.file.stem)
    ask_author(console, library, folder, start, None if wanted.file is not None else taken)


def _refuse_misnamed(file: Path) -> None:
    """Raises BadParameter where no scenario can be saved under that name."""
    if file.suffix != ".yaml" or not IDS.fullmatch(file.stem) or file.name == PACK:
        raise typer.BadParameter(f"{file}: name it such as late-coach.yaml: small letters, digits, hyphens; .yaml.")
    if why := why_unwritable(file):
        raise typer.BadParameter(why)


def _start(library: "Library", wanted: Wanted) -> Sketch:
    """What the scenario begins from."""
    if wanted.twin is not None:
        return twin_of(find_scenario(library, wanted.twin).scenario)
    if wanted.case is None:
        return Sketch()
    from screen.core.expected import misfits_of
    from screen.storage.cases import read_cases

    suite = read_cases(wanted.case, lambda case: misfits_of(library.book, case))
    if len(suite.cases) != 1:
        remedy = "Leave one of them in a file of its own."
        raise Unreadable((Located(str(wanted.case), 1, 1, f"here are {len(suite.cases)} cases, not one.", remedy),))
    return of_case(library.book, library.pack, suite.cases[0].case)


def ask_author(
    console: "Console", library: "Library", folder: Path, start: Sketch, taken: "Collection[str] | None"
) -> None:
    """Ask for what is missing, and save what there is, also where the author leaves early."""
    sketch, book, pack = start, library.book, library.pack

    def keep(told: Sketch) -> None:
        nonlocal sketch
        sketch = told

    try:
        sketch = write_sketch(console, book, pack, start, taken, keep)
    except (Closed, KeyboardInterrupt) as left:
        console.write()
        if sketch == Sketch(id=sketch.id):
            console.write("Left. Nothing was entered.")
        else:
            if taken is not None and sketch.id in {*taken, Sketch().id}:
                sketch = sketch._replace(id=free_id(sketch.title, taken))
            console.write("Left. What you entered is a draft.")
            _save(console, library, folder, scenario_of(book, pack, sketch))
        if isinstance(left, KeyboardInterrupt):
            raise KeyboardInterrupt("Left.") from None
        return
    made = scenario_of(book, pack, sketch)
    _save(console, library, folder, made)
    unseen = [each.sign for each in sketch.finds if each.ordinary is None and each.sign]
    if lost := [sign for sign in dict.fromkeys(unseen) if sign not in made.key.findings]:
        console.write(f"Not found on the key's path, since something is due before: {', '.join(lost)}.")


def _save(console: "Console", library: "Library", folder: Path, scenario: "Scenario") -> None:
    """Save it and tell where it leads and what is left to be done; where it cannot be saved, print it."""
    path = folder / f"{scenario.id}.yaml"
    try:
        save_scenario(path, scenario)
    except OSError as error:
        console.write(f"{path} cannot be written: {(error.strerror or str(error)).lower()}. Here it is:")
        console.out.write(scenario_text(scenario))
        return
    key = scenario.key
    console.write(f"Saved in {path}.")
    console.write(f"By the rulebook it leads to {key.disposition}.")
    console.write(f"finds: {', '.join(key.findings) or 'none'}", "", "  ")
    console.write(f"duties: {', '.join(key.duties) or 'none'}", "", "  ")
    shared = folder if (folder / PACK).is_file() else library.folder
    _tell_left(console, checked_in(library.book, shared, (path,), library.folder).problems)
    console.write(f"Then try it: htscreen practice check {path}")


def _tell_made(console: "Console", made: "Made") -> None:
    """What of the key is not the learner's: the marks, and what its findings need."""
    console.write("Marked as the scenario's replies say, whatever was entered. The path is what was done.")
    if made.added:
        console.write(f"Put into the path, for the findings need it: {', '.join(made.added)}.")
    for each in made.differs:
        own, key = (
            ", ".join((marks,) if isinstance(marks, str) else marks) or "none" for marks in (each.own, each.key)
        )
        told = (
            f"{each.item}: entered {own}, the key {key}." if each.item else f"{own}: a sign entered that does not show."
        )
        console.write(told, "- ", "  ")


def _tell_left(console: "Console", problems: "Iterable[Located]") -> None:
    """What the check finds, each fault once with all its places."""
    found = dict[tuple[str, str], list[str]]()
    for each in problems:
        where = " ".join(str(part) for part in each.place if isinstance(part, str)) or "the file"
        found.setdefault((each.fault, each.remedy), []).append(f"{where} (line {each.line})")
    for (fault, remedy), places in found.items():
        console.write(f"{', '.join(places)}: {fault} {remedy}", "- ", "  ")
