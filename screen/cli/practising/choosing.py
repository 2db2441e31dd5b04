"""Choosing at the command line: what the learner plays next, by what was played and what is about to be forgotten."""

import json
import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.opening import now
from screen.cli.practising.keeping import finished_by
from screen.cli.practising.library import open_library
from screen.core.problem import Located, Unreadable
from screen.practice.choosing import Choice, next_of
from screen.practice.draw import opened
from screen.practice.recall import recalled
from screen.storage.attempts import practice_folder
from screen.storage.scenarios import read_sound_scenarios

if TYPE_CHECKING:
    from screen.cli.practising.library import Library
    from screen.core.shape.attempt import Attempt
    from screen.terminal.console import Console

NO_RECALL = (
    "What fades is not reckoned: that needs pip install 'htscreen[practice]'. Chosen by what was not played yet."
)


class Next(NamedTuple):
    """What is played next. `seed`: it was played before, and is drawn anew."""

    choice: Choice
    seed: int | None
    is_recalled: bool


def next_for(library: "Library", folder: Path | None, learner: str) -> Next:
    """What this learner plays next. Raises Unreadable, also if there is no scenario.

    The same attempts on the same day lead to the same scenario.
    """
    attempts = finished_by(folder, learner)
    read, problems = read_sound_scenarios(library.folder)
    scenarios = [opened(each.scenario) for each in read]
    at = now()
    try:
        known, is_recalled = recalled(attempts, {each.id: each for each in scenarios}, at), True
    except ImportError:
        known, is_recalled = {}, False
    chance = Random(f"{learner} {len(attempts)}").randrange  # noqa: S311 - a lesson, no secret
    choice = next_of(scenarios, attempts, known, at, chance)
    if choice is None:
        fault = "there is no scenario in this folder that can be played."
        raise Unreadable(problems or (Located(str(library.folder), 1, 1, fault, "Name another with --scenarios."),))
    return Next(choice, _seed(choice, attempts), is_recalled)


def _seed(choice: Choice, attempts: "tuple[Attempt, ...]") -> int | None:
    """A seed for one that was played before, so that it does not come again as it was; else none."""
    times = sum(1 for each in attempts if each.scenario == choice.scenario.id)
    return times or None


def tell_next(console: "Console", found: Next) -> None:
    """Why this one comes, without a word that would give it away."""
    if not found.is_recalled:
        console.write(NO_RECALL)
    if found.choice.why == "other-half":
        console.write("You have seen this first look before, thirty days ago or more.")


def print_next(learner: str | None, results: Path | None, *, rulebook: Path | None, scenarios: Path | None) -> None:
    """The choice as JSON, for a trainer: it names what is to be refreshed. Raises Unreadable."""
    library = open_library(rulebook, scenarios)
    named = learner or os.environ.get("HTSCREEN_LEARNER") or ""
    found = next_for(library, (results or practice_folder()) if named else None, named)
    told = {
        "scenario": found.choice.scenario.id,
        "seed": found.seed,
        "why": found.choice.why,
        "refreshes": [{"indicator": each.indicator, "sees": each.sees} for each in found.choice.skills],
        "recalled": found.is_recalled,
    }
    print(json.dumps(told, indent=2))
