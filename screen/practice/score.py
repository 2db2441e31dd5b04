"""The score: an attempt held against its key."""

from typing import TYPE_CHECKING

from screen.core.assessment import assess_screening
from screen.core.mention import mentions
from screen.core.outlook import could_change
from screen.core.shape.attempt import Conduct, Outcome, Parting
from screen.practice.facts import misread
from screen.practice.played import screening_of
from screen.practice.scene import is_question, reply_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from screen.core.shape.attempt import Step
    from screen.core.shape.pack import Marks
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene

QUESTIONS = "questions"
"""Stands in an order for the first question put in private."""


def outcome_of(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", began: "datetime") -> Outcome:
    """What the steps came to. The last is the learner's own advice. Raises ValueError if it is not."""
    own, book, key = steps[-1], scene.book, scene.scenario.key
    if own.does != "advice" or own.confidence is None:
        raise ValueError("an attempt without the learner's own advice has no outcome")
    assessment = assess_screening(book, screening_of(scene, steps, began))
    present, real = set(book.ids(assessment.evidence.present)), set(keyed.findings)
    looks = [step for step in steps if step.does == "look"]
    asked = {step.id for step in looks}
    private = {move.id for move in scene.pack.moves if move.private == "yes"}
    return Outcome(
        advice=own.id,
        reached=assessment.disposition,
        key=keyed.assessment.disposition,
        confidence=own.confidence,
        found=tuple(each for each in keyed.findings if each in present),
        missed=tuple(each for each in keyed.findings if each not in present),
        overcalled=tuple(each for each in book.ids(assessment.evidence.present) if each not in real),
        conduct=conduct_of(scene, steps),
        parting=parting_of(scene, steps),
        unasked=tuple(each for each in key.path if each in book.item and each not in asked),
        needless=needless_of(scene, steps, began),
        asked=len(looks),
        notes=sum(1 for step in steps if step.does == "note" or step.reasons or step.reason),
        private_after=next((step.at for step in steps if _worked(step) and step.id in private), None),
        contact="none" if key.contact is None else "right" if own.contact == key.contact else "wrong",
        duties_missed=tuple(each for each in keyed.duties if each not in own.duties),
        duties_overcalled=tuple(each for each in own.duties if each not in keyed.duties),
        facts_wrong=tuple(each.fact for each in misread(scene, keyed, steps, began)),
    )


def needless_of(scene: "Scene", steps: "Sequence[Step]", began: "datetime") -> tuple[str, ...]:
    """The items asked once nothing could change the advice any more, and on which nothing else hangs either.

    Needs, medicine, and what is asked before others are no waste; nor is what opens a stage, or bears on a duty.
    """
    book = scene.book
    kept = {*scene.pack.in_front, *scene.scenario.key.path, *(stage.items[0] for stage in book.rulebook.stages)}
    owed = {fact for duty in book.rulebook.duties for fact in mentions(book, duty.when).facts}
    found = dict[str, None]()
    for place, step in enumerate(steps):
        if step.does == "look" and step.could_change == "no" and step.id not in kept and step.id not in found:
            screening = screening_of(scene, steps[:place], began)
            is_settled = not could_change(book, screening, assess_screening(book, screening))
            if is_settled and not owed & book.settable.get(step.id, {}).keys():
                found[step.id] = None
    return tuple(found)


def _worked(step: "Step") -> bool:
    return step.does == "move" and step.works == "yes"


def forbidden(scene: "Scene") -> tuple[str, ...]:
    """The moves not to be made here, in the order of the pack."""
    key = scene.scenario.key
    return tuple(
        move.id
        for move in scene.pack.moves
        if move.id in key.forbidden or (move.kind == "do-not" and move.id not in key.path)
    )


def orders(scene: "Scene") -> "Iterator[tuple[str, str]]":
    """What comes before what: by the pack, where both belong to the key; by the key; and by what an item shows.

    A move without which an item of the path would show something else comes before it; other moves may come any time.
    """
    key = scene.scenario.key
    for order in scene.pack.orders:
        if order.first in key.path and (order.then == QUESTIONS or order.then in key.path):
            yield order.first, order.then
    yield from key.orders
    yield from waiting(scene)


def waiting(scene: "Scene") -> "Iterator[tuple[str, str]]":
    """The moves of the key without which an item of its path would be marked otherwise, and that item."""
    path, moves = scene.scenario.key.path, {move.id for move in scene.pack.moves}
    for place, item in enumerate(path):
        before = [move for move in path[:place] if move in moves]
        if item not in moves and (reply := reply_of(scene, item, before)) is not None:
            needed = [move for move in before if move in reply.reveal.after]
            marked = _marked(scene, item, before)
            yield from ((move, item) for move in needed if _marked(scene, item, {*before} - {move}) != marked)


def _marked(scene: "Scene", item: str, done: "Collection[str]") -> "tuple[Marks, tuple[str, ...]] | None":
    """What an attentive officer would enter after these moves: the marks, and signs out of turn."""
    reply = reply_of(scene, item, done)
    return None if reply is None else (reply.reveal.marks, reply.reveal.signs)


def conduct_of(scene: "Scene", steps: "Sequence[Step]") -> "dict[str, Conduct]":
    """Each move that the key requires or forbids, and whether it was made, made too late, left out or avoided."""
    made, barred = dict[str, int](), forbidden(scene)
    for place, step in enumerate(steps):
        for name in (*_made(step, barred), *step.counts):
            made.setdefault(name, place)
    late = {first for first, then in orders(scene) if is_too_late(scene, steps, made.get(first), (first, then))}
    conduct: dict[str, Conduct] = {
        move: "missed" if move not in made else "late" if move in late else "done"
        for move in scene.scenario.key.path
        if move not in scene.book.item
    }
    for move in barred:
        conduct[move] = "broken" if move in made else "avoided"
    return conduct


def _made(step: "Step", barred: "Collection[str]") -> tuple[str, ...]:
    """The move made: one that came about, or that was not to be tried at all."""
    return (step.id,) if _worked(step) or (step.does == "move" and step.id in barred) else ()


def is_too_late(scene: "Scene", steps: "Sequence[Step]", made: int | None, order: tuple[str, str]) -> bool:
    """Whether a move made at this place in the steps came after what it had to come before."""
    return made is not None and any(is_owed(scene, step, order) for step in steps[:made])


def is_owed(scene: "Scene", step: "Step", order: tuple[str, str]) -> bool:
    """Whether the first of the two was due before this step: the step is the second, and the first is offered there."""
    first, then = order
    stages = next((move.stages for move in scene.pack.moves if move.id == first), ())
    return is_it(scene, step, then) and (not stages or not step.stage or step.stage in stages)


def is_it(scene: "Scene", step: "Step", name: str) -> bool:
    """Whether this step is the move of that name, settles the item, or puts the first question in private.

    An item is settled once it is answered: who looks before the move, and answers only after it, is in time.
    """
    if name in scene.book.item:
        return step.does == "answer" and step.state == "answered" and step.id == name
    if name != QUESTIONS:
        return step.does == "move" and step.id == name
    stages = {stage.id: stage for stage in scene.book.rulebook.stages}
    if step.does != "look" or step.stage not in stages or step.id not in scene.book.item:
        return False
    return is_question(scene, stages[step.stage], scene.book.item[step.id])


def parting_of(scene: "Scene", steps: "Sequence[Step]") -> Parting | None:
    """Where the path first parts from the key's; what was done beside it, and does no harm, parts from nothing.

    At a move not to be made; at a step before one that had to come first; or at the end, where something of the key's
    path was never done.
    """
    barred, before = set(forbidden(scene)), tuple(orders(scene))
    done = set[str]()
    for step in steps:
        names = (*((step.id,) if step.does in ("move", "look") else ()), *step.counts)
        for name in names:
            if name in barred:
                return Parting(next((each for each in scene.scenario.key.path if each not in done), ""), name)
        if step.does in ("move", "look", "answer"):
            due = next(
                (first for first, then in before if first not in done and is_owed(scene, step, (first, then))), None
            )
            if due is not None:
                return Parting(due, step.id)
            if step.does == "look" or _worked(step):
                done.add(step.id)
    due = next((each for each in scene.scenario.key.path if each not in done), None)
    return None if due is None else Parting(due, "")
