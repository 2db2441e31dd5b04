"""Drawing: a scenario as it is played, with its words filled in; by chance, varied inside what its file allows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from screen.practice.keyed import keyed
from screen.practice.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.scenario import Scenario, Turn

Chance = Callable[[int], int]
"""A whole number from 0 to below the one given, each as likely; the same seed gives the same numbers."""

T = TypeVar("T")


def opened(scenario: "Scenario") -> "Scenario":
    """The scenario undrawn: each word in braces is the first that may stand there."""
    return filled(scenario, {name: words[0] for name, words in scenario.vary.items()})


def drawn(scenario: "Scenario", chance: Chance) -> "Scenario":
    """The scenario with words, turn and the order of the first look drawn by chance; its key's path is the turn's.

    Where the key leads then is not said by the file: `keyed_anew` reckons it.
    """
    words = {name: each[chance(len(each))] for name, each in scenario.vary.items()}
    turn = (None, *scenario.turns)[chance(len(scenario.turns) + 1)]
    taken = scenario if turn is None else turned(scenario, turn)
    if scenario.any_order == "yes":
        taken = taken.model_copy(update={"seen": _shuffled(taken.seen, chance)})
    return filled(taken, words)


def keyed_anew(scene: Scene) -> Scene:
    """The scene whose key says where the rulebook leads; where that opens no routes, nobody need be told first."""
    played, key = keyed(scene), scene.scenario.key
    disposition = played.assessment.disposition
    contact = key.contact if scene.book.opens_routes(disposition) else None
    told = {"disposition": disposition, "findings": played.findings, "duties": played.duties, "contact": contact}
    return scene._replace(scenario=scene.scenario.model_copy(update={"key": key.model_copy(update=told)}))


def turned(scenario: "Scenario", turn: "Turn") -> "Scenario":
    """The scenario when it takes this turn."""
    key = scenario.key.model_copy(
        update={
            "path": turn.path or scenario.key.path,
            "judged": {**scenario.key.judged, **turn.judged},
            "contact": turn.contact or scenario.key.contact,
        }
    )
    return scenario.model_copy(
        update={
            "truth": turn.truth or scenario.truth,
            "reveals": {**scenario.reveals, **turn.reveals},
            "ordinary": {**scenario.ordinary, **turn.ordinary},
            "key": key,
        }
    )


def _shuffled(these: "Sequence[T]", chance: Chance) -> tuple[T, ...]:
    left = list(these)
    return tuple(left.pop(chance(len(left))) for _ in these)


def filled(scenario: "Scenario", words: dict[str, str]) -> "Scenario":
    """The scenario with these words in place of those in braces; at the head of a text with a capital."""
    if not words:
        return scenario
    told = scenario.model_dump(by_alias=True, exclude_unset=True)
    kept = told.pop("vary", {})
    return type(scenario).model_validate({**_with(told, words), "vary": kept})


def _with(node: Any, words: dict[str, str]) -> Any:  # noqa: ANN401 - any part of a scenario
    if isinstance(node, str):
        for name, word in words.items():
            begins = node.startswith((f"{{{name}}}", f'"{{{name}}}'))
            node = node.replace(f"{{{name}}}", word[:1].upper() + word[1:], 1) if begins else node
            node = node.replace(f"{{{name}}}", word)
        return node
    if isinstance(node, dict):
        return {key: _with(each, words) for key, each in node.items()}
    return [_with(each, words) for each in node] if isinstance(node, list | tuple) else node
