"""Offering: which scenario to play, where none was named."""

from collections import Counter
from random import SystemRandom
from typing import TYPE_CHECKING

from screen.cli.practising.keeping import finished_by
from screen.core.problem import Located, Unreadable
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.practice.offering import Offer, ask_offer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from screen.cli.practising.library import Library
    from screen.core.shape.scenario import Scenario
    from screen.terminal.console import Console


def choose(console: "Console", library: "Library", folder: "Path | None", learner: str) -> str:
    """The id of a scenario that the learner chose from the list. Raises Unreadable, Closed, KeyboardInterrupt."""
    read, problems = read_sound_scenarios(library.folder)
    if not read:
        fault = "there is no scenario in this folder that can be played."
        raise Unreadable(problems or (Located(str(library.folder), 1, 1, fault, "Name another with --scenarios."),))
    if problems:
        console.write(f"Left out: {problems[0]}")
    played = Counter(attempt.scenario for attempt in finished_by(folder, learner))
    scenes: dict[str, list[Scenario]] = {}
    for written in read:
        scenes.setdefault(written.scenario.pair or written.scenario.id, []).append(written.scenario)
    order = sorted(scenes.values(), key=lambda halves: (halves[0].level, halves[0].title.lower()))
    offers = [
        Offer(halves[0].level, halves[0].title, halves[0].lane, any(played[half.id] for half in halves))
        for halves in order
    ]
    return _half(order[ask_offer(console, offers)], played)


def _half(halves: "Sequence[Scenario]", played: "Counter[str]") -> str:
    """Of two that begin alike the one played less; by chance where that says nothing."""
    least = min(played[half.id] for half in halves)
    return SystemRandom().choice([half.id for half in halves if played[half.id] == least])
