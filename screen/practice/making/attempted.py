"""An attempt as a scenario: its path, its marks and what was shown become the key of a scenario of its own."""

from typing import TYPE_CHECKING

from screen.core.screening import UNANSWERED, Answer, Sign
from screen.practice.keyed import keyed
from screen.practice.making.course import answered, settled
from screen.practice.played import screening_of
from screen.practice.scene import Reply, done_in, reply_at, reply_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from screen.core.screening import Screening
    from screen.core.shape.attempt import Step
    from screen.core.shape.pack import Marks, Reveal
    from screen.practice.scene import Scene


def of_attempt(scene: "Scene", steps: "Sequence[Step]", began: "datetime", name: str) -> "Scene":
    """The scene as it was played, under this name and with no twin; its key is what the learner did, found and wrote.

    What was shown last at an item bears the learner's marks; what was entered without looking is judged. Moves that did
    not come about, or are never to be made, are no part of a key; items that were never reached are no part of it.
    """
    told, given = scene.scenario, screening_of(scene, steps, began)
    out_of_turn = _out_of_turn(given)
    looked = [step.id for step in steps if step.does == "look"]
    reveals = {
        item: _revealed(scene, item, steps, answer, out_of_turn.get(item, ()))
        for item, answer in given.answers.items()
        if item in looked or out_of_turn.get(item)
    }
    path = tuple(dict.fromkeys((*_path(scene, steps), *_finding(scene, given)))) or told.key.path
    key = told.key.model_copy(
        update={
            "path": path, "judged": {}, "reasons": dict(_reasons(given)), "orders": (),
            "contact": next((step.contact for step in steps if step.does == "advice" and step.contact), None),
            "forbidden": tuple(each for each in told.key.forbidden if each not in path),
        }
    )  # fmt: skip
    known = {item: each for item, each in told.reveals.items() if item in given.answers}
    shown = known | {item: each for item, each in reveals.items() if each}
    changed = {"id": name, "pair": None, "reveals": shown, "key": key, "turns": (), "vary": {}}
    entered = _as_entered(scene._replace(scenario=told.model_copy(update=changed)), given, out_of_turn)
    return _without_found(settled(answered(entered)))


def _path(scene: "Scene", steps: "Sequence[Step]") -> "Iterator[str]":
    """The moves that came about and are not always wrong, at their first; the items, at their last."""
    fit, made = {move.id for move in scene.pack.moves if move.kind == "do"}, set[str]()
    last = {step.id: place for place, step in enumerate(steps) if step.does == "look"}
    for place, step in enumerate(steps):
        is_new = step.does == "move" and step.works == "yes" and step.id in fit - made
        if is_new or (step.does == "look" and last[step.id] == place):
            made.add(step.id)
            yield step.id


def _finding(scene: "Scene", given: "Screening") -> "Iterator[str]":
    """The items at which a sign was marked."""
    for item, answer in given.answers.items():
        if any(option.shows for option in scene.book.item[item].options if option.id in answer.picked):
            yield item


def _revealed(
    scene: "Scene", item: str, steps: "Sequence[Step]", answer: Answer, signs: "Sequence[str]"
) -> "tuple[Reveal, ...]":
    """What shows at an item; what showed last bears what the learner entered. The pack's stays the pack's if it can."""
    own, reply = scene.scenario.reveals.get(item, ()), _last_reply(scene, item, steps)
    if reply is None:
        return own
    named = [sign for sign in signs if scene.book.finds[item] & scene.book.bit[sign]]
    options = (each.id for each in scene.book.item[item].options if {*each.shows} & {*named})
    marks, beside = _marks(scene, answer), tuple(sign for sign in signs if sign not in named)
    if not isinstance(marks, str):
        marks = tuple(dict.fromkeys((*marks, *options)))
    if (reply.reveal.marks, reply.reveal.signs) == (marks, beside):
        return own
    mine = reply.reveal.model_copy(update={"marks": marks, "signs": beside})
    return (mine,) if reply.number is None else (*own[: reply.number], mine, *own[reply.number + 1 :])


def _last_reply(scene: "Scene", item: str, steps: "Sequence[Step]") -> Reply | None:
    """What showed when the item was looked at last; what would have shown at the end, if it never was."""
    look = next((step for step in reversed(steps) if step.does == "look" and step.id == item), None)
    if look is None:
        return reply_of(scene, item, done_in(scene, steps))
    if look.reply is not None:
        return reply_at(scene, item, look.reply)
    shared = scene.pack.otherwise.get(item)
    return None if shared is None else Reply(None, shared)


def _marks(scene: "Scene", answer: Answer) -> "Marks":
    """An answer as a scenario writes it."""
    if answer.state in UNANSWERED:
        return answer.state
    is_one = scene.book.item[answer.item].pick == "one"
    return answer.picked[0] if is_one and answer.picked else answer.picked


def _out_of_turn(given: "Screening") -> dict[str, tuple[str, ...]]:
    """The signs entered out of turn, by the item that was answered next, or last."""
    found, waiting, item = dict[str, tuple[str, ...]](), list[str](), ""
    for entry in given.entries:
        if isinstance(entry, Sign) and entry.state == "present":
            waiting.append(entry.indicator)
        elif isinstance(entry, Answer):
            item, found[entry.item], waiting = entry.item, tuple(waiting), []
    return {**found, item: (*found.get(item, ()), *waiting)}


def _reasons(given: "Screening") -> "Iterator[tuple[str, str]]":
    """The reasons that the learner wrote."""
    for answer in given.answers.values():
        yield from ((fact, reason) for fact, reason in answer.reasons if reason.strip())
        if answer.reason.strip():
            yield answer.item, answer.reason


def _as_entered(scene: "Scene", given: "Screening", kept: "Mapping[str, Sequence[str]]") -> "Scene":
    """The scene whose key enters what the learner did, also where nothing was looked at; `kept` stands as it shows."""
    played = keyed(scene).screening.answers
    other = {
        item: _marks(scene, answer)
        for item, answer in given.answers.items()
        if not kept.get(item) and (item not in played or _marks(scene, answer) != _marks(scene, played[item]))
    }
    key = scene.scenario.key.model_copy(update={"judged": other})
    return scene._replace(scenario=scene.scenario.model_copy(update={"key": key}))


def _without_found(scene: "Scene") -> "Scene":
    """What the key finds has no ordinary reason."""
    found = scene.scenario.key.findings
    ordinary = {sign: reason for sign, reason in scene.scenario.ordinary.items() if sign not in found}
    return scene._replace(scenario=scene.scenario.model_copy(update={"ordinary": ordinary}))
