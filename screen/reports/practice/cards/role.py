"""The role card: for whoever plays the person, what to say and when, numbered as the trainer enters it."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.keyed import keyed
from screen.practice.scene import ALERTED
from screen.practice.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from screen.practice.scene import Scene

ROLE = "Role card"
HOW = "Say what fits what was done: of the replies to a question, the last one whose moves are all done."
FACILITATE = "With htscreen practice run --facilitate the trainer enters the number of the reply that was given."
FROM_START, ONCE_ALERTED, REFUSED = "from the start", "once alerted", "it does not come about"
QUESTIONS, MOVES, ALERT = "Asked or looked at", "What the officer does", "Once alerted"
ELSE, ELSE_HOW = "Anything else", "Where this card says nothing."


class Reply(NamedTuple):
    """What is said or happens, its number, and when. `notes`: what else comes of it."""

    number: int
    when: str
    shows: str
    notes: tuple[str, ...] = ()


class Asked(NamedTuple):
    """An item or a move, and what comes of it."""

    id: str
    text: str
    replies: tuple[Reply, ...]


class RoleCard(NamedTuple):
    """All that whoever plays the person needs. `others`: questions and moves of which the scenario says nothing."""

    id: str
    title: str
    person: str
    companion: str | None
    role: str
    seen: tuple[str, ...]
    questions: tuple[Asked, ...]
    moves: tuple[Asked, ...]
    alerted: str | None
    others: tuple[Asked, ...]


def role_card(scene: "Scene") -> RoleCard:
    """The role card of a scene."""
    told, items = scene.scenario, _items(scene)
    questions = tuple(
        Asked(
            item, text_of(scene, item), _replies(scene, [(each.after, each.shows, ()) for each in told.reveals[item]])
        )
        for item in items
        if item in told.reveals
    )
    moves = tuple(
        Asked(move.id, move.text, _replies(scene, [(each.after, each.shows, _notes(scene, each.works, each.alerts))
                                                   for each in told.moves[move.id]]))
        for move in scene.pack.moves
        if move.id in told.moves
    )  # fmt: skip
    others = tuple(_others(scene, [item for item in items if item not in told.reveals]))
    return RoleCard(
        told.id,
        told.title,
        told.person,
        told.companion,
        told.role,
        tuple(told.seen),
        questions,
        moves,
        told.alerted,
        others,
    )


def _others(scene: "Scene", items: "Sequence[str]") -> "Iterator[Asked]":
    """What the pack says, of items that come to be asked here, and of moves that may be made."""
    asked = keyed(scene).asked
    for item in items:
        if item in scene.pack.otherwise and (item in asked or scene.book.item[item].ask_when is None):
            yield Asked(item, text_of(scene, item), (Reply(0, "", scene.pack.otherwise[item].shows),))
    for move in scene.pack.moves:
        if move.id not in scene.scenario.moves and move.noticed is None and move.kind == "do":
            yield Asked(move.id, f"{move.text}.", (Reply(0, "", move.shows),))


def _items(scene: "Scene") -> tuple[str, ...]:
    """The items in the order of the interview, each once."""
    return tuple(dict.fromkeys(item for stage in scene.book.rulebook.stages for item in stage.items))


def _replies(scene: "Scene", told: "Iterable[tuple[Sequence[str], str, tuple[str, ...]]]") -> tuple[Reply, ...]:
    return tuple(
        Reply(number, when(scene, after), shows, notes) for number, (after, shows, notes) in enumerate(told, start=1)
    )


def when(scene: "Scene", after: "Sequence[str]") -> str:
    """After which moves it comes, in words."""
    if not after:
        return FROM_START
    moves = " + ".join(short(scene, name) for name in after if name != ALERTED)
    told = [f"after: {moves}"] if moves else []
    return " and ".join([*told, ONCE_ALERTED] if ALERTED in after else told)


def short(scene: "Scene", name: str) -> str:
    """The first words of what a move or an item is called, up to a comma or a colon."""
    text = text_of(scene, name)
    return min((text.split(mark)[0] for mark in (",", ":", ";", " (")), key=len)


def _notes(scene: "Scene", works: str, alerts: str) -> tuple[str, ...]:
    alerted = alerts == "yes" and scene.scenario.companion is not None
    return (*([REFUSED] if works == "no" else []), *([f"alerts {scene.scenario.companion}"] if alerted else []))
