"""Playing: the key of a scenario and of each turn is played, and held against the rulebook."""

from typing import TYPE_CHECKING

from screen.core.problem import Problem
from screen.practice.checking.keying import Played, played
from screen.practice.checking.leading import CHECKS as LEADS
from screen.practice.checking.leading import LAST, TURNED
from screen.practice.checking.reaching import CHECKS as WAYS
from screen.practice.draw import keyed_anew, opened, turned
from screen.practice.keyed import keyed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from screen.practice.scene import Scene


def played_problems(scene: "Scene") -> "Iterator[Problem]":
    """All that playing the key shows, and the key of each turn."""
    yield from _problems(played(scene), LEADS)
    for number, turn in enumerate(scene.scenario.turns):
        anew = keyed_anew(scene._replace(scenario=opened(turned(scene.scenario, turn))))
        for problem in _problems(Played(anew, keyed(anew)), TURNED):
            place = problem.place[1:] if problem.place[0] == "key" else problem.place
            fault = f"the turn `{turn.id}` cannot be played: {problem.fault}"
            yield Problem(("turns", number, *place), fault, problem.remedy)


def _problems(each: Played, leads: "tuple[Callable[[Played], Iterator[Problem]], ...]") -> "list[Problem]":
    """What is wrong: where a key leads is asked only if it can be played, and whether it is its own last."""
    found = list["Problem"]()
    for checks in (WAYS, leads, LAST):
        found = found or [problem for check in checks for problem in check(each)]
    return found
