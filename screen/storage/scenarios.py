"""Scenarios on the disk: one YAML file each, and the pack that they share."""

from pathlib import Path
from typing import NamedTuple

from screen.core.problem import Located, Unreadable
from screen.core.shape.pack import Pack
from screen.core.shape.rates import Rates
from screen.core.shape.scenario import Scenario
from screen.storage.layout import laid_out
from screen.storage.noted import save_text
from screen.storage.reading import read, read_marked
from screen.storage.tree import Tree, in_order

PACK = "pack.yaml"
RATES = "base_rates.yaml"
SHARED = (PACK, RATES)
"""What stands in a folder of scenarios and is none."""

SCENARIOS = "scenarios"


class Written(NamedTuple):
    """A scenario, its file, and its tree with the places in it."""

    path: Path
    scenario: Scenario
    tree: Tree


def read_pack(folder: Path) -> tuple[Pack, Tree]:
    """The pack of a folder of scenarios. Raises Unreadable."""
    return read_marked(folder / PACK, Pack)


def read_rates(folder: Path) -> Rates:
    """The base rates of a folder of scenarios. Raises Unreadable."""
    return read(folder / RATES, Rates)


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder's scenarios, in the order of their names. Raises Unreadable if there is no such folder."""
    try:
        return tuple(
            each
            for each in sorted(folder.iterdir())
            if each.suffix in {".yaml", ".yml"} and each.name not in SHARED and not each.name.startswith(".")
        )
    except OSError as error:
        fault = f"the folder of scenarios cannot be read: {(error.strerror or str(error)).lower()}."
        raise Unreadable((Located(str(folder), 1, 1, fault, "Name another with --scenarios."),)) from error


def read_scenario(path: Path) -> Written:
    """One scenario. Raises Unreadable."""
    scenario, tree = read_marked(path, Scenario)
    return Written(path, scenario, tree)


def read_sound_scenarios(folder: Path) -> tuple[tuple[Written, ...], tuple[Located, ...]]:
    """The scenarios of a folder that can be read, and every problem of the others: one bad file stops no other."""
    read, problems = list[Written](), list[Located]()
    for path in scenario_files(folder):
        try:
            read.append(read_scenario(path))
        except Unreadable as unreadable:
            problems += unreadable.problems
    return tuple(read), in_order(problems)


def scenario_text(scenario: Scenario) -> str:
    """The scenario as the YAML of its file."""
    told = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return laid_out(told)


def save_scenario(path: Path, scenario: Scenario) -> None:
    """Write a scenario to a new file. Raises OSError, FileExistsError."""
    save_text(path, scenario_text(scenario))
