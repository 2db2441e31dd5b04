"""Found: at which items a played key found a sign, and of what it is asked for a written reason."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


def found_at(scene: "Scene", played: "Keyed", name: str) -> tuple[str, ...]:
    """The items at which this sign was found, by an option or beside it."""
    found = played.assessment.evidence.found.get(name, ())
    signs = [item for item, told in scene.scenario.reveals.items() if any(name in one.signs for one in told)]
    return (*(item for item in found if item), *(signs if "" in found else ()))


def reasoned_in(scene: "Scene", played: "Keyed") -> frozenset[str]:
    """The facts and items of which a written reason is asked."""
    values = played.assessment.evidence.values
    asked = {fact for fact, reasoned in scene.book.reasoned if values.get(fact) in reasoned}
    return frozenset(asked | {step.id for step in played.steps if step.reason})
