"""Drawing at the command line: a scenario varied by a seed, shown as a learner may see it, or whole."""

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from screen.cli.practising.library import find_scenario, open_library, scene_of
from screen.core.problem import Located, Unreadable
from screen.storage.scenarios import read_scenario, scenario_files, scenario_text
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from screen.core.shape.scenario import Scenario


def draw_at(
    name: str | None,
    seed: int,
    *,
    whole: bool,
    as_json: bool,
    plain: bool,
    rulebook: Path | None,
    scenarios: Path | None,
) -> None:
    """Print a scenario as the seed draws it; without a name the seed draws one of all. Raises Unreadable."""
    library = open_library(rulebook, scenarios)
    if name is None:
        files = scenario_files(library.folder)
        if not files:
            fault = "there is no scenario in this folder."
            raise Unreadable((Located(str(library.folder), 1, 1, fault, "Write one: htscreen practice new."),))
        written = read_scenario(files[Random(seed).randrange(len(files))])  # noqa: S311 - a lesson, no secret
    else:
        written = find_scenario(library, name)
    scenario = scene_of(library, written.scenario, seed).scenario
    if as_json:
        print(scenario.model_dump_json(by_alias=True, indent=2))
    elif whole:
        print(printable(scenario_text(scenario)), end="")
    else:
        _show(scenario, seed, plain=plain)


def _show(scenario: "Scenario", seed: int, *, plain: bool) -> None:
    """What a learner may see of it, and how to play it."""
    console = open_console(plain=plain)
    console.head(scenario.title)
    console.write(f"{scenario.lane}.")
    console.write(scenario.brief)
    for line in scenario.seen:
        console.write(line, "- " if not plain else "", "  ")
    console.write()
    console.write(f"Play it: htscreen practice run {scenario.id} --seed {seed}")
