"""The halves: two scenarios with one first look, side by side once both were played, and what told them apart."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.keyed import keyed
from screen.practice.scene import done_in, happening_of, reply_of
from screen.practice.unasked import signs_of
from screen.practice.words import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.attempt import Attempt
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene

DAYS = 30
"""So many days until the other half is played, when its first look is half forgotten."""


class Apart(NamedTuple):
    """A move or an item that told the two apart, and what it shows here and there."""

    id: str
    text: str
    here: str
    there: str


class Twin(NamedTuple):
    """The other half, which the learner has played: its key, what the learner advised there, what told them apart."""

    id: str
    truth: str
    key: str
    own: str
    apart: tuple[Apart, ...]


def twin_of(scene: "Scene", played: "Keyed", other: "Scene | None", history: "Sequence[Attempt]") -> Twin | None:
    """The other half beside this one; None if there is none, or the learner has not played it yet."""
    if other is None:
        return None
    before = [each for each in history if each.scenario == other.scenario.id and each.outcome is not None]
    if not before:
        return None
    last = max(before, key=lambda each: each.moment).outcome
    assert last is not None  # noqa: S101 - chosen so above; for the type checker
    other_played = keyed(other)
    return Twin(
        other.scenario.id, other.scenario.truth, other_played.assessment.disposition, last.advice,
        (*_moves_apart(scene, played, other, other_played), *_items_apart(scene, played, other, other_played)),
    )  # fmt: skip


def _items_apart(scene: "Scene", played: "Keyed", other: "Scene", other_played: "Keyed") -> tuple[Apart, ...]:
    """The items of either path at which an attentive officer enters something else here than there."""
    found = []
    path = dict.fromkeys((*scene.scenario.key.path, *other.scenario.key.path))
    for item in (each for each in path if each in scene.book.item):
        here = reply_of(scene, item, done_in(scene, played.steps))
        there = reply_of(other, item, done_in(other, other_played.steps))
        if here is None or there is None:
            continue
        marked = [(each.reveal.marks, signs_of(scene, item, each.reveal)) for each in (here, there)]
        if marked[0] != marked[1]:
            found.append(Apart(item, text_of(scene, item), here.reveal.shows, there.reveal.shows))
    return tuple(found)


def _moves_apart(scene: "Scene", played: "Keyed", other: "Scene", other_played: "Keyed") -> tuple[Apart, ...]:
    """The moves that both keys make and at which something else happens."""
    made = [{step.id for step in each.steps if step.does == "move"} for each in (played, other_played)]
    found = []
    for move in scene.pack.moves:
        if move.id in made[0] & made[1]:
            here, there = (happening_of(each, move, frozenset()).shows for each in (scene, other))
            if here != there:
                found.append(Apart(move.id, move.text, here, there))
    return tuple(found)
