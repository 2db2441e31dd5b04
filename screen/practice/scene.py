"""A scene: a scenario with its pack and its rulebook, and what shows in it after what was done."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from screen.core.book import Book
    from screen.core.shape.attempt import Step
    from screen.core.shape.interview import Item, Stage
    from screen.core.shape.pack import Move, Noticed, Pack, Reveal
    from screen.core.shape.scenario import Reaction, Scenario

ALERTED = "alerted"
"""Stands among the moves done once whoever came along was alerted."""


class Scene(NamedTuple):
    """A scenario as it is played: its words are filled in."""

    book: "Book"
    pack: "Pack"
    scenario: "Scenario"


class Reply(NamedTuple):
    """What shows when an item is looked at. `number`: which of the scenario's reveals, or None for the pack's."""

    number: int | None
    reveal: "Reveal"


class Happening(NamedTuple):
    """What happens at a move. `number`: which of the scenario's reactions, or None for the pack's own words."""

    number: int | None
    shows: str
    works: bool
    alerts: bool


def reply_of(scene: Scene, item: str, done: "Collection[str]") -> Reply | None:
    """What shows at this item after these moves; None where neither the scenario nor the pack says anything of it."""
    reveals = scene.scenario.reveals.get(item, ())
    if (number := _last(reveals, done)) is not None:
        return Reply(number, reveals[number])
    shared = scene.pack.otherwise.get(item)
    return None if shared is None else Reply(None, shared)


def happening_of(scene: Scene, move: "Move", done: "Collection[str]") -> Happening:
    """What happens when this move is made after these."""
    reactions = scene.scenario.moves.get(move.id, ())
    number = _last(reactions, done)
    if number is not None and (told := happening_at(scene, move, number)) is not None:
        return told
    return Happening(None, move.shows, works=True, alerts=move.alerts == "yes")


def reply_at(scene: Scene, item: str, number: int) -> Reply | None:
    """The scenario's reply of that number, which a trainer chose, counted from 0; None if there is none."""
    reveals = scene.scenario.reveals.get(item, ())
    return Reply(number, reveals[number]) if 0 <= number < len(reveals) else None


def happening_at(scene: Scene, move: "Move", number: int) -> Happening | None:
    """What happens by the scenario's reaction of that number, counted from 0; None if there is none."""
    reactions = scene.scenario.moves.get(move.id, ())
    if not 0 <= number < len(reactions):
        return None
    told = reactions[number]
    return Happening(number, told.shows, told.works == "yes", told.alerts == "yes")


def _last(told: "Sequence[Reveal] | Sequence[Reaction]", done: "Collection[str]") -> int | None:
    """The number of the last whose moves are all done."""
    return next((n for n in reversed(range(len(told))) if set(told[n].after) <= set(done)), None)


def done_in(scene: Scene, steps: "Sequence[Step]") -> frozenset[str]:
    """The moves that came about, and `alerted` once one of them alerted whoever came along."""
    made = {move.id: move for move in scene.pack.moves}
    done = set[str]()
    for step in steps:
        if step.does == "move" and step.id in made:
            reactions = scene.scenario.moves.get(step.id, ())
            if step.works == "yes":
                done.add(step.id)
            told = None if step.reply is None or step.reply >= len(reactions) else reactions[step.reply]
            if (made[step.id] if told is None else told).alerts == "yes" and scene.scenario.companion is not None:
                done.add(ALERTED)
    return frozenset(done)


def is_private(scene: Scene, done: "Collection[str]") -> bool:
    """Whether nobody else hears the questions."""
    return scene.scenario.companion is None or any(
        move.private == "yes" and move.id in done for move in scene.pack.moves
    )


def is_question(scene: Scene, stage: "Stage", item: "Item") -> bool:
    """Whether the item is a question that is put in private: it is told by the person, and no need is asked for."""
    return stage.booth == "no" and item.learned == "said" and item.id not in scene.pack.in_front


def is_put(scene: Scene, stage: "Stage", item: "Item") -> bool:
    """Whether the item is a question that the person is asked, in private or at the booth; a look is none."""
    asks_at_booth = item.learned == "said" and bool(item.say) and item.id not in scene.pack.in_front
    return asks_at_booth or is_question(scene, stage, item)


def noticed(scene: Scene, kind: "Noticed") -> tuple[str, ...]:
    """The moves that are noticed by themselves when this is done."""
    return tuple(move.id for move in scene.pack.moves if move.noticed == kind)


def offered(scene: Scene, stage: "Stage | None") -> "tuple[Move, ...]":
    """The moves that can be made in this stage, in the order of the pack."""
    return tuple(
        move
        for move in scene.pack.moves
        if move.noticed is None and (not move.stages or (stage is not None and stage.id in move.stages))
    )
