"""The key played: what a good officer does in a scenario, step by step, through the real walk."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from screen.core.duty import owed
from screen.core.screening import UNANSWERED, Answer, Entry, Screening, Sign
from screen.core.walk import Wish, walk
from screen.practice.played import entered, looked, moved, start_of
from screen.practice.scene import done_in, reply_of

if TYPE_CHECKING:
    from screen.core.assessment import Assessment
    from screen.core.shape.attempt import Step
    from screen.core.shape.pack import Marks
    from screen.core.walk import Question
    from screen.practice.scene import Scene

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
"""The key has no day; a step takes it ten seconds."""


class Keyed(NamedTuple):
    """The key as played: its steps, where they led, and the items of which nobody says anything."""

    steps: "tuple[Step, ...]"
    screening: Screening
    assessment: "Assessment"
    findings: tuple[str, ...]
    duties: tuple[str, ...]
    asked: tuple[str, ...]
    silent: tuple[str, ...]


def keyed(scene: "Scene") -> Keyed:
    """Play the key: its moves each before the item that follows them in the path, each item as it then shows."""
    key, steps, asked, silent = scene.scenario.key, list["Step"](), list[str](), list[str]()
    moves = {move.id: move for move in scene.pack.moves}
    stage = ""

    def clock() -> int:
        return 10 * len(steps)

    def make(until: str | None) -> None:
        """Make the moves of the path that come before this item, or all."""
        end = key.path.index(until) if until is not None else len(key.path)
        made = {step.id for step in steps if step.does == "move"}
        for name in key.path[:end]:
            if name in moves and name not in made:
                steps.append(moved(scene, steps, moves[name], stage, clock())[0])

    def ask(question: "Question") -> Entry | Wish:
        nonlocal stage
        stage, item = question.stage.id, question.item.id
        if item in key.path and item not in asked:
            make(item)
            steps.append(looked(scene, steps, question, clock())[0])
        asked.append(item)
        entry = _entry(scene, question, steps)
        if entry is None:
            silent.append(item)
            entry = Answer(item, state="could-not-tell")
        steps.append(entered(entry, stage, clock()))
        return entry

    def now() -> datetime:
        return BEGAN + timedelta(seconds=steps[-1].at if steps else 0)

    end = walk(scene.book, ask, lambda *_: None, lambda _: None, now, start_of(scene, BEGAN))
    make(None)
    return Keyed(
        tuple(steps), end.screening, end.assessment, scene.book.ids(end.assessment.evidence.present),
        tuple(duty.id for duty in owed(scene.book, end.assessment)), tuple(dict.fromkeys(asked)), tuple(silent),
    )  # fmt: skip


def _entry(scene: "Scene", question: "Question", steps: "list[Step]") -> Entry | None:
    """What an attentive officer enters: a sign without an option, then the answer; None if nobody says anything."""
    item, key = question.item, scene.scenario.key
    reply = reply_of(scene, item.id, done_in(scene, steps))
    for sign in () if reply is None else reply.reveal.signs:
        if sign in scene.book.bit and not any(step.does == "sign" and step.id == sign for step in steps):
            return Sign(sign)
    judged = key.judged.get(item.id, scene.pack.judged.get(item.id) if reply is None else reply.reveal.marks)
    if judged is None or not _fits(judged, [option.id for option in item.options]):
        return None
    return answer_of(scene, question, judged)


def _fits(marks: "Marks", options: list[str]) -> bool:
    """Whether the item has these options; another rulebook than the scenario's own may not."""
    return {marks} <= {*options, *UNANSWERED} if isinstance(marks, str) else {*marks} <= {*options}


def answer_of(scene: "Scene", question: "Question", marks: "Marks") -> Answer:
    """The marks as an answer to this question, with the key's written reasons."""
    item, reasons = question.item, scene.scenario.key.reasons
    if isinstance(marks, str) and marks in UNANSWERED:
        return Answer(item.id, state=marks, reason=reasons.get(item.id, ""))
    picked = (marks,) if isinstance(marks, str) else tuple(marks)
    facts = (fact for option in item.options if option.id in picked for fact in option.sets)
    return Answer(item.id, picked, reasons=tuple((fact, reasons[fact]) for fact in facts if fact in reasons))
