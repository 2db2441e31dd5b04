"""The unasked: what each question of the key would have shown that the learner did not ask, or asked too early."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.closing import closed_by, is_beyond
from screen.practice.scene import ALERTED, done_in, reply_of
from screen.practice.score import forbidden
from screen.practice.words import text_of, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from screen.core.shape.attempt import Step
    from screen.core.shape.pack import Reveal
    from screen.practice.closing import Closed
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Unheard(NamedTuple):
    """An item of the key's path that was never asked, or at which the learner was shown something else.

    `key`: what shows after the moves of the key, of which `after` are those that it took; `own`: what was shown, or
    would have been after the learner's moves, where that is something else. `signs`: what the key's reply would mark.
    `closed`: the learner's own answer by which it was not put any more. `beyond`: the learner stopped before it.
    """

    item: str
    text: str
    asked: bool
    key: str
    own: str | None
    after: tuple[str, ...]
    signs: tuple[str, ...]
    closed: "Closed | None" = None
    beyond: bool = False


def unheard(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", began: "datetime") -> tuple[Unheard, ...]:
    """In the order of the key's path: what was not asked, and what was asked and showed less than the key hears."""
    found = []
    for item in dict.fromkeys(each for each in scene.scenario.key.path if each in scene.book.item):
        told = _unheard(scene, keyed, steps, item)
        if told is not None and not told.asked:
            beyond = is_beyond(scene, keyed, steps, item)
            found.append(told._replace(closed=closed_by(scene, steps, began, item), beyond=beyond))
        elif told is not None and told.own is not None:
            found.append(told)
    return tuple(found)


def _unheard(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", item: str) -> Unheard | None:
    key = reply_of(scene, item, done_at(scene, keyed.steps, item, last=False))
    if key is None:
        return None
    done = done_at(scene, steps, item, last=True)
    asked = any(step.does == "look" and step.id == item for step in steps)
    own = reply_of(scene, item, done)
    hurt = own is not None and {ALERTED, *forbidden(scene)} & {*own.reveal.after}
    poorer = hurt or not {*key.reveal.after} <= done
    other = own is not None and own.reveal.shows != key.reveal.shows and poorer
    return Unheard(
        item, text_of(scene, item), asked, key.reveal.shows, own.reveal.shows if own is not None and other else None,
        tuple(text_of(scene, move) for move in key.reveal.after if move != ALERTED),
        tuple(title_of(scene, sign) for sign in signs_of(scene, item, key.reveal)),
    )  # fmt: skip


def done_at(scene: "Scene", steps: "Sequence[Step]", item: str, *, last: bool) -> "frozenset[str]":
    """The moves done when the item was asked, the first or the last time; at the end, if it never was."""
    places = [place for place, step in enumerate(steps) if step.does == "look" and step.id == item]
    return done_in(scene, steps[: places[-1 if last else 0]] if places else steps)


def signs_of(scene: "Scene", item: str, reveal: "Reveal") -> tuple[str, ...]:
    """The signs that an attentive officer enters after this reply."""
    picked = (reveal.marks,) if isinstance(reveal.marks, str) else tuple(reveal.marks)
    shown = (sign for option in scene.book.item[item].options if option.id in picked for sign in option.shows)
    return tuple(dict.fromkeys((*shown, *reveal.signs)))
