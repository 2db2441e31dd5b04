"""The course of a key: its moves and items in the order in which the interview comes to them, and where they lead."""

from typing import TYPE_CHECKING

from screen.core.given import missing_reasons
from screen.practice.draw import keyed_anew
from screen.practice.keyed import keyed
from screen.practice.scene import is_question
from screen.practice.score import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.pack import Marks, Move
    from screen.practice.scene import Scene

WHY = "TODO: why this is so"
_TRIES = 4
"""Playing the key may bring up another item or reason; a few times is more than any rulebook needs."""


def with_course(scene: "Scene", moves: "Sequence[str]") -> "Scene":
    """The scene whose key makes these moves each where it is due, and leads where the rulebook does."""
    scene = _with(scene, judged={**_stays(scene, moves), **scene.scenario.key.judged})
    scene = answered(scene)
    played = keyed(scene)
    stages = {step.id: step.stage for step in played.steps if step.does == "answer"}
    items = [item for item in dict.fromkeys(scene.scenario.key.path) if item in scene.book.item]
    items.sort(key=lambda item: played.asked.index(item) if item in played.asked else len(played.asked))
    due = {move.id: _due(scene, move, items, stages) for move in scene.pack.moves if move.id in moves}
    path = [
        step
        for place, item in enumerate((*items, ""))
        for step in (*(move for move, where in due.items() if where == place), item)
        if step
    ]
    return settled(answered(_with(scene, path=tuple(path))))


def settled(scene: "Scene") -> "Scene":
    """The scene whose key stands in the order in which it is played, and leads where the rulebook does."""
    key = scene.scenario.key
    walked = tuple(dict.fromkeys(step.id for step in keyed(scene).steps if step.does in ("move", "look")))
    left = tuple(name for name in key.path if name not in walked)
    anew = keyed_anew(_with(scene, path=(*walked, *left)))
    return _with(anew, contact=anew.scenario.key.contact or first_told(anew))


def first_told(scene: "Scene") -> str | None:
    """Who is told first of a referral: the first contact that is for officers alone; None where it is no referral."""
    book, reached = scene.book, scene.scenario.key.disposition
    if book.rulebook.dispositions[book.rank[reached]].stops == "never":
        return None
    return next((each.id for each in book.rulebook.contacts if each.for_ == "officer"), None)


def answered(scene: "Scene") -> "Scene":
    """The scene whose key answers every item that is asked and gives every reason that is wanted."""
    for _ in range(_TRIES):
        played, key = keyed(scene), scene.scenario.key
        wanted = missing_reasons(scene.book, played.assessment.evidence)
        if not played.silent and not wanted:
            break
        judged: dict[str, Marks] = {**key.judged, **dict.fromkeys(played.silent, "could-not-tell")}
        scene = _with(scene, judged=judged, reasons={**key.reasons, **dict.fromkeys(wanted, WHY)})
    return scene


def suggested(scene: "Scene", waited: "Sequence[str]") -> tuple[str, ...]:
    """Moves that the key may want: those that something waits for, and those that the pack puts before its items."""
    path = scene.scenario.key.path
    asks = any(_asks(scene, item) for item in path)
    wanted = {*waited, *(order.first for order in scene.pack.orders if order.then in path)}
    if scene.scenario.companion is not None and asks:
        wanted |= {move.id for move in scene.pack.moves if move.private == "yes"}
    return tuple(move.id for move in scene.pack.moves if move.id in wanted)


def _due(scene: "Scene", move: "Move", items: "Sequence[str]", stages: dict[str, str]) -> int:
    """The place among the items before which a move is due; behind the last where nothing needs it."""
    thens = {order.then for order in scene.pack.orders if order.first == move.id}
    needed = [
        place
        for place, item in enumerate(items)
        if item in thens
        or (QUESTIONS in thens and _asks(scene, item))
        or any(move.id in reveal.after for reveal in scene.scenario.reveals.get(item, ()))
    ]
    fits = [place for place, item in enumerate(items) if not move.stages or stages.get(item) in move.stages]
    first = min(needed, default=len(items))
    return next((place for place in fits if place >= first), len(items))


def _asks(scene: "Scene", item: str) -> bool:
    """Whether the item is a question that is put in private."""
    declared = scene.book.item.get(item)
    return declared is not None and any(
        is_question(scene, stage, declared) for stage in scene.book.rulebook.stages if item in stage.items
    )


def _stays(scene: "Scene", moves: "Sequence[str]") -> "dict[str, Marks]":
    """The answer by which the interview ends where it began, if nothing of the key lies beyond."""
    book, first = scene.book, scene.book.rulebook.stages[0]
    beyond = any(item in book.item and item not in first.items for item in scene.scenario.key.path)
    later = any(move.stages and first.id not in move.stages for move in scene.pack.moves if move.id in moves)
    if beyond or later or scene.scenario.place != first.id or "place" not in book.fact:
        return {}
    stay = book.fact["place"].values[0]
    return {
        item: option.id
        for item in scene.pack.judged
        for option in (book.item[item].options if item in book.item else ())
        if option.sets.get("place") == stay and scene.pack.judged[item] != option.id
    }


def _with(scene: "Scene", **changed: object) -> "Scene":
    """The scene with these changed in its key."""
    key = scene.scenario.key.model_copy(update=changed)
    return scene._replace(scenario=scene.scenario.model_copy(update={"key": key}))
