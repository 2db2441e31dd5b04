"""The closing: what a learner's own answers closed, and the stage at which the learner stopped and the key went on."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.core.branch import is_asked
from screen.core.stop import stop_of
from screen.practice.keyed import BEGAN
from screen.practice.played import screening_of
from screen.practice.words import Said, text_of, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from screen.core.assessment import Assessment
    from screen.core.screening import Screening
    from screen.core.shape.attempt import Step
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Closed(NamedTuple):
    """The entry that closed an item: the item or the sign, what it is called, and what was answered."""

    id: str
    text: str
    answer: str


class Stopped(NamedTuple):
    """The stage beyond which the learner did not go: why the key went on, and the signs that showed only there."""

    stage: str
    title: str
    because: tuple[Said, ...]
    found: tuple[str, ...]


def closed_by(scene: "Scene", steps: "Sequence[Step]", began: "datetime", item: str) -> Closed | None:
    """The learner's own answer by which an item is not put any more; None: it could have been asked."""
    book, screening = scene.book, screening_of(scene, steps, began)
    if item in screening.answers:
        return None
    assessment = assess_screening(book, screening)
    answered = assessment.evidence.answered
    stages = [f"stage:{stage.id}" for stage in book.rulebook.stages if item in stage.items]
    shut = [] if any(is_asked(book, key, answered) for key in stages) else stages
    shut += [] if is_asked(book, item, answered) else [item]
    facts = {fact for key in shut for fact in book.asking_facts[key]} & answered.values.keys()
    if facts:
        named = (name for name in reversed(screening.answers) if facts & book.settable.get(name, {}).keys())
        return next((_closed(scene, screening, name) for name in named), None)
    if not shut and not _is_put(scene, assessment, item):
        return _stopping(scene, steps, began, item)
    return None


def _is_put(scene: "Scene", assessment: "Assessment", item: str) -> bool:
    """Whether the advice reached leaves this item to be asked."""
    stop = stop_of(scene.book, assessment)
    return stop == "never" or scene.book.item[item].after_stop in ({"yes"} if stop == "at-once" else {"yes", "settled"})


def _stopping(scene: "Scene", steps: "Sequence[Step]", began: "datetime", item: str) -> Closed | None:
    """The first entry with which the questions stopped."""
    for place, step in enumerate(steps, start=1):
        if step.does in ("answer", "sign"):
            screening = screening_of(scene, steps[:place], began)
            if not _is_put(scene, assess_screening(scene.book, screening), item):
                return _closed(scene, screening, step.id)
    return None


def _closed(scene: "Scene", screening: "Screening", name: str) -> Closed:
    if name not in scene.book.item:
        return Closed(name, title_of(scene, name), "")
    answer = screening.answers[name]
    labels = [option.label for option in scene.book.item[name].options if option.id in answer.picked]
    return Closed(name, text_of(scene, name), "; ".join(labels) or answer.state.replace("-", " "))


def is_beyond(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", name: str) -> bool:
    """Whether the key comes to a move or an item only in a stage to which the learner did not come."""
    reached = {step.stage for step in steps if step.stage} or {scene.scenario.place}
    stages = {step.stage for step in keyed.steps if step.id == name and step.stage}
    return bool(stages) and not reached & stages and name not in {step.id for step in steps}


def stopped_at(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", due: str) -> Stopped | None:
    """Where the learner stopped, if what was due lies beyond it."""
    if not is_beyond(scene, keyed, steps, due):
        return None
    stages = {stage.id: stage.title for stage in scene.book.rulebook.stages}
    last = next((step.stage for step in reversed(steps) if step.stage in stages), scene.scenario.place)
    own = {step.stage for step in steps if step.stage} | {last, ""}
    place = next((n for n, step in enumerate(keyed.steps) if step.stage not in own), len(keyed.steps))
    before = assess_screening(scene.book, screening_of(scene, keyed.steps[:place], BEGAN))
    rules = [rule for rule in before.rules if rule.disposition == before.disposition]
    reasons = [Said(text, ("ours",)) for text in before.evidence.reasons.values()]
    found = [name for name in keyed.findings if not before.evidence.present & scene.book.bit[name]]
    return Stopped(
        last, stages.get(last, last), (*(Said(rule.because, rule.sources) for rule in rules), *reasons),
        tuple(title_of(scene, name) for name in found),
    )  # fmt: skip
