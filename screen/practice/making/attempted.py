"""An attempt as a scenario: who played it did this much; what shows there is marked as the scenario's replies say."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.screening import UNANSWERED, Answer, Sign
from screen.practice.found import reasoned_in
from screen.practice.keyed import keyed
from screen.practice.making.course import answered, settled
from screen.practice.making.needed import needed_by, private_in, stays_due
from screen.practice.played import screening_of
from screen.practice.score import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from screen.core.screening import Screening
    from screen.core.shape.attempt import Step
    from screen.core.shape.pack import Marks
    from screen.core.shape.scenario import Key
    from screen.practice.scene import Scene


_TRIES = 4
"""A step that falls out may take another with it; a few times is more than any path needs."""


class Differs(NamedTuple):
    """What the learner marked at an item otherwise than the key does. A sign entered out of turn has no item."""

    item: str
    own: "Marks"
    key: "Marks"


class Made(NamedTuple):
    """The scenario made; the steps that its findings needed and the learner left out; and where the two differ."""

    scene: "Scene"
    added: tuple[str, ...]
    differs: tuple[Differs, ...]


def of_attempt(scene: "Scene", steps: "Sequence[Step]", began: "datetime", name: str) -> Made:
    """The scene as it was played, under this name and with no twin. Its key does what the learner did.

    What the learner marked is no part of it: an item is answered as it shows. What the key's findings need is added
    to the path; moves that did not come about, or do harm here, are no part of it, nor is what is never reached.
    """
    told, given = scene.scenario, screening_of(scene, steps, began)
    own = tuple(each for each in _path(scene, steps) if each not in told.key.forbidden)
    untwinned = told.model_copy(update={"id": name, "pair": None, "turns": (), "vary": {}})
    scene = scene._replace(scenario=untwinned)
    judged = dict(_going_on(scene, steps, given))
    needed = {*own, *needed_by(scene, told.key.findings)}
    every = (
        _in_order(needed | {*private_in(scene, needed)}, own, told.key.path),
        _in_order(told.key.path, own, told.key.path),
    )
    for path in (*every, told.key.path):  # what is learned beside the signs decides too, and a move may hide a sign
        made = _settled(scene, judged, given, path or told.key.path)
        if _leads_as_far(made, told.key):
            break
    added = tuple(each for each in made.scenario.key.path if each not in own)
    return Made(made, added, tuple(_differing(made, given)))


def _path(scene: "Scene", steps: "Sequence[Step]") -> "Iterator[str]":
    """The moves that came about and are not always wrong, at their first; the items, at their last."""
    fit, made = {move.id for move in scene.pack.moves if move.kind == "do"}, set[str]()
    last = {step.id: place for place, step in enumerate(steps) if step.does == "look"}
    for place, step in enumerate(steps):
        is_new = step.does == "move" and step.works == "yes" and step.id in fit - made
        if is_new or (step.does == "look" and last[step.id] == place):
            made.add(step.id)
            yield step.id


def _in_order(wanted: "Collection[str]", own: "Sequence[str]", key: "Sequence[str]") -> tuple[str, ...]:
    """What the key has, in its order; what the learner did beside it, before what the learner did next."""
    path = [each for each in key if each in wanted]
    for place in reversed(range(len(own))):
        if own[place] not in path:
            after = next((each for each in own[place + 1 :] if each in path), None)
            path.insert(len(path) if after is None else path.index(after), own[place])
    return tuple(path)


def _settled(scene: "Scene", judged: "Mapping[str, Marks]", given: "Screening", path: tuple[str, ...]) -> "Scene":
    """The scene whose key takes this path, as far as it is reached, and leads where the rulebook does."""
    key = scene.scenario.key
    reasons = {**dict(_reasons(given)), **key.reasons}
    made = _keyed_by(scene, path=path, judged={**key.judged, **judged}, orders=(), reasons=reasons)
    for _ in range(_TRIES):
        kept = stays_due(made)
        if kept == made.scenario.key.path:
            break
        made = _keyed_by(made, path=kept or key.path)
    orders = tuple(each for each in key.orders if {*each} <= {*made.scenario.key.path, QUESTIONS})
    return _without_found(_asked_for(settled(answered(_keyed_by(made, orders=orders)))))


def _keyed_by(scene: "Scene", **changed: object) -> "Scene":
    """The scene with these changed in its key."""
    key = scene.scenario.key.model_copy(update=changed)
    return scene._replace(scenario=scene.scenario.model_copy(update={"key": key}))


def _leads_as_far(made: "Scene", key: "Key") -> bool:
    """Whether it finds all that the scenario's own key does, and leads as far."""
    anew, rank = made.scenario.key, made.book.rank
    return {*key.findings} <= {*anew.findings} and rank[anew.disposition] >= rank[key.disposition]


def _going_on(scene: "Scene", steps: "Sequence[Step]", given: "Screening") -> "Iterator[tuple[str, Marks]]":
    """The answers by which the learner went on to a later stage, where the scenario's key ends before."""
    stages = scene.book.rulebook.stages
    if any(step.stage not in ("", stages[0].id) for step in steps):
        for item in (each for each in scene.scenario.key.judged if each in given.answers):
            if any("place" in option.sets for option in scene.book.item[item].options):
                yield item, _marks(scene, given.answers[item])


def _marks(scene: "Scene", answer: Answer) -> "Marks":
    """An answer as a scenario writes it."""
    if answer.state in UNANSWERED:
        return answer.state
    is_one = scene.book.item[answer.item].pick == "one"
    return answer.picked[0] if is_one and answer.picked else answer.picked


def _reasons(given: "Screening") -> "Iterator[tuple[str, str]]":
    """The reasons that the learner wrote."""
    for answer in given.answers.values():
        yield from ((fact, reason) for fact, reason in answer.reasons if reason.strip())
        if answer.reason.strip():
            yield answer.item, answer.reason


def _asked_for(scene: "Scene") -> "Scene":
    """The key has the reasons that are asked for, and no more."""
    asking = reasoned_in(scene, keyed(scene))
    reasons = {name: why for name, why in scene.scenario.key.reasons.items() if name in asking}
    return _keyed_by(scene, reasons=reasons)


def _without_found(scene: "Scene") -> "Scene":
    """What the key finds has no ordinary reason."""
    found = scene.scenario.key.findings
    ordinary = {sign: reason for sign, reason in scene.scenario.ordinary.items() if sign not in found}
    return scene._replace(scenario=scene.scenario.model_copy(update={"ordinary": ordinary}))


def _differing(scene: "Scene", given: "Screening") -> "Iterator[Differs]":
    """Where the learner marked what shows otherwise. What an officer judges is the officer's own."""
    played = keyed(scene).screening
    for item, answer in given.answers.items():
        if scene.book.item[item].learned != "judged" and item in played.answers:
            own, key = _marks(scene, answer), _marks(scene, played.answers[item])
            if own != key and (isinstance(own, str) or isinstance(key, str) or {*own} != {*key}):
                yield Differs(item, own, key)
    present = [each.indicator for each in given.entries if isinstance(each, Sign) and each.state == "present"]
    found = {each.indicator for each in played.entries if isinstance(each, Sign)}
    yield from (Differs("", sign, ()) for sign in dict.fromkeys(present) if sign not in found)
