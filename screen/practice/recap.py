"""The recap: what was done and heard last, and what was marked, for a learner who comes back."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.screening import Answer, Sign
from screen.practice.played import screening_of
from screen.practice.scene import happening_at, reply_at
from screen.practice.words import text_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from screen.core.shape.attempt import Step
    from screen.practice.scene import Scene

STATES = {"could-not-tell": "could not tell", "declined": "declined", "absent": "not there", "present": "marked"}


HEARD, MARKED = 2, 3
"""As many things heard, and as many marked, as are told."""


class Told(NamedTuple):
    """Something done, looked at or asked, and in words what came of it or was entered."""

    about: str
    words: str


class Recap(NamedTuple):
    """The last things heard, and the last things marked that still stand."""

    heard: tuple[Told, ...]
    marked: tuple[Told, ...]


def recap_of(scene: "Scene", steps: "Sequence[Step]", began: "datetime") -> Recap:
    """The recap of these steps, so short that the scene's next question still stands on the same screen."""
    heard = [Told(text_of(scene, step.id), _came(scene, step)) for step in steps if step.does in ("move", "look")]
    return Recap(tuple(heard[-HEARD:]), tuple(_marked(scene, steps, began))[-MARKED:])


def _came(scene: "Scene", step: "Step") -> str:
    """What came of a move or a look."""
    move = next((each for each in scene.pack.moves if each.id == step.id), None)
    if move is not None:
        happening = None if step.reply is None else happening_at(scene, move, step.reply)
        return move.shows if happening is None else happening.shows
    reply = None if step.reply is None else reply_at(scene, step.id, step.reply)
    reveal = scene.pack.otherwise.get(step.id) if reply is None else reply.reveal
    return "Nothing comes of it." if reveal is None else reveal.shows


def _marked(scene: "Scene", steps: "Sequence[Step]", began: "datetime") -> "Iterator[Told]":
    """What was entered and still stands."""
    screening = screening_of(scene, steps, began)
    for entry in screening.entries:
        if isinstance(entry, Sign):
            yield Told(title_of(scene, entry.indicator), STATES[entry.state])
        elif isinstance(entry, Answer) and screening.answers[entry.item] is entry:
            labels = [option.label for option in scene.book.item[entry.item].options if option.id in entry.picked]
            yield Told(text_of(scene, entry.item), STATES.get(entry.state) or "; ".join(labels) or "looked, none")
