"""Claimed: the lines of conduct that were marked as done, held against the moves that were made."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from screen.practice.played import screening_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from screen.core.shape.attempt import Step
    from screen.core.shape.interview import Item
    from screen.practice.scene import Scene


ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""What was marked does not hang on the day."""


def followed(scene: "Scene", moves: "Collection[str]") -> frozenset[str]:
    """The lines of conduct that these moves follow."""
    return frozenset(
        line for move in scene.pack.moves if move.kind == "do" and move.id in moves for line in move.conduct
    )


def followed_by(scene: "Scene", steps: "Iterable[Step]") -> frozenset[str]:
    """The lines of conduct that the moves of these steps follow, those that came about."""
    return followed(scene, {step.id for step in steps if step.does == "move" and step.works == "yes"})


def done_at(item: "Item", lines: "Collection[str]") -> tuple[str, ...]:
    """The options of an item that these lines of conduct make true."""
    return tuple(option.id for option in item.options if any(line in lines for line in option.does))


def claimed_of(scene: "Scene", steps: "Sequence[Step]") -> tuple[str, ...]:
    """The lines of conduct that stand marked as done, that the key's moves follow, and none of these steps.

    A line that the key has no move for may hold as things are: a passport that is in its owner's hand already.
    """
    due = followed(scene, scene.scenario.key.path) - followed_by(scene, steps)
    return tuple(
        dict.fromkeys(
            line
            for name, answer in screening_of(scene, steps, ANY_DAY).answers.items()
            if name in scene.book.item and answer.state == "answered"
            for option in scene.book.item[name].options
            if option.id in answer.picked
            for line in option.does
            if line in due
        )
    )
