"""A draft: a scenario as it is checked, and the texts in it, each with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from screen.core.problem import Place

if TYPE_CHECKING:
    from screen.core.shape.pack import Reveal
    from screen.core.shape.scenario import Scenario
    from screen.practice.scene import Scene

Texts = Iterator[tuple[Place, str]]


class Draft(NamedTuple):
    """A scenario as it was written, the name of its file, and the other scenarios of its folder."""

    scene: "Scene"
    file: str
    others: "tuple[Scenario, ...]" = ()


def replies(scenario: "Scenario") -> "Iterator[tuple[Place, str, tuple[Reveal, ...]]]":
    """Every item of which the scenario or one of its turns says something, with its place and what shows."""
    yield from ((("reveals", item), item, told) for item, told in scenario.reveals.items())
    for number, turn in enumerate(scenario.turns):
        yield from ((("turns", number, "reveals", item), item, told) for item, told in turn.reveals.items())


def first_look(scenario: "Scenario") -> Texts:
    """What the learner reads before anything was done."""
    for key in ("title", "lane", "brief", "person", "companion"):
        if (text := getattr(scenario, key)) is not None:
            yield (key,), text
    yield from ((("seen", number), line) for number, line in enumerate(scenario.seen))


def shown(scenario: "Scenario") -> Texts:
    """What the learner reads when looking, asking and making moves."""
    for place, _, told in replies(scenario):
        yield from (((*place, number, "shows"), each.shows) for number, each in enumerate(told))
    for move, reactions in scenario.moves.items():
        yield from ((("moves", move, number, "shows"), each.shows) for number, each in enumerate(reactions))
    if scenario.alerted is not None:
        yield ("alerted",), scenario.alerted


def taught(scenario: "Scenario") -> Texts:
    """What the trainer reads, and the learner behind the play."""
    yield ("role",), scenario.role
    yield from ((("ordinary", name), text) for name, text in scenario.ordinary.items())
    yield from ((("key", "reasons", name), text) for name, text in scenario.key.reasons.items())
    yield from ((("teaching", number, "text"), each.text) for number, each in enumerate(scenario.teaching))
    for number, turn in enumerate(scenario.turns):
        yield from ((("turns", number, "ordinary", name), text) for name, text in turn.ordinary.items())


def words(scenario: "Scenario") -> Texts:
    """What may stand for the words in braces."""
    for name, told in scenario.vary.items():
        yield from ((("vary", name, number), word) for number, word in enumerate(told))


def everything(scenario: "Scenario") -> Texts:
    """Every text."""
    for texts in (first_look, shown, taught, words):
        yield from texts(scenario)
