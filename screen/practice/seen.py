"""The seen: each sign found, missed or overcalled, and each move made, left out or avoided, with what it rests on."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.closing import is_beyond
from screen.practice.scene import reply_of
from screen.practice.score import forbidden, is_too_late, orders
from screen.practice.unasked import done_at
from screen.practice.words import Said, conduct_lines, text_of, title_of, why_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.evidence import Evidence
    from screen.core.shape.attempt import Outcome, Step
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Seen(NamedTuple):
    """A sign: `found`, `missed` or `overcalled`; when to mark it, when not, and the reason that is ordinary here.

    `ordinary`: true in this scenario; `innocent`: ordinary by the rulebook; `where`: the items that showed it.
    """

    id: str
    title: str
    state: str
    where: tuple[str, ...]
    mark_if: str
    not_if: str
    ordinary: str
    innocent: tuple[str, ...]
    sources: tuple[str, ...]


class Conducted(NamedTuple):
    """A move: `done`, `late`, `missed`, `broken` or `avoided`; why it comes when it does; the lines it rests on.

    `before`: what was done before it and should have come after. `beyond`: the learner stopped before it was offered.
    `here`: it would do harm in this scenario; other moves not to be made never are.
    """

    move: str
    text: str
    state: str
    before: str
    why: str
    rules: tuple[Said, ...]
    beyond: bool = False
    here: bool = False


def seen_of(scene: "Scene", keyed: "Keyed", outcome: "Outcome", evidence: "Evidence") -> "Iterator[Seen]":
    """The signs of an attempt: those found, then those missed, then those that are not there."""
    book = scene.book
    for state, names in (("found", outcome.found), ("missed", outcome.missed), ("overcalled", outcome.overcalled)):
        learned = keyed.assessment.evidence if state == "missed" else evidence
        for name in names:
            sign = book.indicator[name]
            items = dict.fromkeys(each for each in learned.found.get(name, ()) if each)
            where = tuple(text_of(scene, item) for item in items or _out_of_turn(scene, keyed, name))
            yield Seen(
                name, title_of(scene, name), state, where, sign.mark_if or "", sign.not_if or "",
                scene.scenario.ordinary.get(name, ""), sign.innocent, sign.sources,
            )  # fmt: skip


def _out_of_turn(scene: "Scene", keyed: "Keyed", sign: str) -> "Iterator[str]":
    """The items at which a sign shows that none of their options names."""
    for item in dict.fromkeys(step.id for step in keyed.steps if step.does == "look"):
        reply = reply_of(scene, item, done_at(scene, keyed.steps, item, last=False))
        if reply is not None and sign in reply.reveal.signs:
            yield item


def conducted_of(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", outcome: "Outcome") -> "Iterator[Conducted]":
    """The required moves in the order of the key, then those not to be made, the broken ones first."""
    barred = forbidden(scene)
    ranked = sorted(outcome.conduct.items(), key=lambda each: (each[0] in barred, each[1] == "avoided"))
    for move, state in ranked:
        thens = [then for first, then in orders(scene) if first == move]
        place = next((n for n, step in enumerate(steps) if step.does == "move" and step.id == move and _works(step)), 0)
        after = [then for then in thens if state == "late" and is_too_late(scene, steps, place, (move, then))]
        why = "" if move in barred else why_first(scene, move, after or thens)
        yield Conducted(
            move, text_of(scene, move), state, text_of(scene, after[0]) if after else "", why,
            conduct_lines(scene, move), state == "missed" and is_beyond(scene, keyed, steps, move),
            move in scene.scenario.key.forbidden,
        )  # fmt: skip


def _works(step: "Step") -> bool:
    return step.works == "yes"
