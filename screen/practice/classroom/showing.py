"""Showing: at which item of a scenario a sign shows to whoever does what its key does."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Shows(NamedTuple):
    """Where a sign shows: the items, in the scenarios in which it was missed."""

    items: tuple[str, ...]
    scenarios: tuple[str, ...]


def shown_at(scene: "Scene", keyed: "Keyed", sign: str) -> tuple[str, ...]:
    """The items of a key as played that gave this sign; of one that no option names, those whose replies show it."""
    given = tuple(each for each in keyed.assessment.evidence.found.get(sign, ()) if each)
    return tuple(dict.fromkeys(given)) or tuple(
        item for item, reveals in scene.scenario.reveals.items() if any(sign in each.signs for each in reveals)
    )


def shows_of(
    missed: "Mapping[str, tuple[str, ...]]", at: "Callable[[str, str], tuple[str, ...]]"
) -> "dict[str, Shows]":
    """Where each sign shows. `missed`: the scenarios of each sign; `at`: the items of a scenario that show a sign."""
    return {
        sign: Shows(tuple(dict.fromkeys(item for each in scenarios for item in at(each, sign))), scenarios)
        for sign, scenarios in missed.items()
    }
