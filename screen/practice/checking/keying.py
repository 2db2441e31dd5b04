"""A key as it was played, for the checks that hold it against the rulebook."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.draw import opened
from screen.practice.keyed import keyed

if TYPE_CHECKING:
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Played(NamedTuple):
    """A scenario with its words filled in, and its key as it was played."""

    scene: "Scene"
    keyed: "Keyed"


def played(scene: "Scene") -> Played:
    """Play the key of a scenario that names nothing unknown."""
    filled = scene._replace(scenario=opened(scene.scenario))
    return Played(filled, keyed(filled))
