"""Played: the steps of an attempt, each made from what stands, and the screening that they fold into."""

from datetime import timedelta
from typing import TYPE_CHECKING

from screen.core.outlook import could_change
from screen.core.screening import Answer, Entry, Known, Note, Screening, Sign
from screen.core.shape.attempt import Step
from screen.core.walk import take_back
from screen.practice.scene import done_in, happening_of, is_private, is_put, is_question, noticed, reply_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from screen.core.shape.pack import Move
    from screen.core.walk import Question
    from screen.practice.scene import Happening, Reply, Scene


def start_of(scene: "Scene", began: "datetime") -> Screening:
    """The screening before the first step: in secondary where the scenario begins there."""
    in_private = scene.scenario.place == "secondary" and "place" in scene.book.fact
    return Screening((Known("place", "secondary", at=began),)) if in_private else Screening()


def screening_of(scene: "Scene", steps: "Sequence[Step]", began: "datetime") -> Screening:
    """The screening that the steps come to."""
    screening = start_of(scene, began)
    for step in steps:
        if step.does == "back":
            screening = screening.back()
        elif step.does == "take-back":
            screening = take_back(scene.book, screening)
        elif (entry := entry_of(step, began)) is not None:
            screening = screening.add(entry)
    return screening


def entry_of(step: Step, began: "datetime") -> Entry | None:
    """What a step enters in the screening; None if it enters nothing."""
    at = began + timedelta(seconds=step.at)
    if step.does == "answer":
        return Answer(
            step.id, step.picked, step.unsure, step.state, tuple(step.reasons.items()),  # type: ignore[arg-type]  # the reader of attempts has checked it
            step.why_not, step.stage, at, step.reason,
        )  # fmt: skip
    if step.does == "sign":
        return Sign(step.id, step.state, at)  # type: ignore[arg-type]  # as above
    return Note(step.text, at) if step.does == "note" else None


def entered(entry: Entry, stage: str, at: int) -> Step:
    """The step that enters this."""
    if isinstance(entry, Answer):
        return Step(
            at=at, does="answer", id=entry.item, picked=entry.picked, unsure=entry.unsure, state=entry.state,
            stage=stage, reasons=dict(entry.reasons), why_not=entry.why_not, reason=entry.reason,
        )  # fmt: skip
    if isinstance(entry, Sign):
        return Step(at=at, does="sign", id=entry.indicator, state=entry.state, stage=stage)
    if isinstance(entry, Note):
        return Step(at=at, does="note", text=entry.text, stage=stage)
    raise TypeError(f"no learner enters a fact directly: {entry.fact}")


def looked(
    scene: "Scene", steps: "Sequence[Step]", question: "Question", at: int, given: "Reply | None" = None
) -> "tuple[Step, Reply | None]":
    """The step of looking or asking, and what shows. A question put before others, or put again, counts.

    `given`: the reply that a trainer chose, who plays the person.
    """
    done, item = done_in(scene, steps), question.item
    reply = given or reply_of(scene, item.id, done)
    number = None if reply is None else reply.number
    counts: tuple[str, ...] = ()
    if is_question(scene, question.stage, item) and not is_private(scene, done):
        counts += noticed(scene, "in-front")
    again = any(step.does == "look" and step.id == item.id and step.reply == number for step in steps)
    if again and is_put(scene, question.stage, item):
        counts += noticed(scene, "repeated")
    matters = item.id in could_change(scene.book, question.screening, question.assessment)
    step = Step(
        at=at, does="look", id=item.id, reply=number, counts=counts, stage=question.stage.id,
        could_change="yes" if matters else "no",
    )  # fmt: skip
    return step, reply


def moved(
    scene: "Scene", steps: "Sequence[Step]", move: "Move", stage: str, at: int, given: "Happening | None" = None
) -> "tuple[Step, Happening]":
    """The step of making a move, and what happens. `given`: what a trainer chose to happen."""
    happening = given or happening_of(scene, move, done_in(scene, steps))
    step = Step(
        at=at, does="move", id=move.id, reply=happening.number, works="yes" if happening.works else "no", stage=stage
    )
    return step, happening
