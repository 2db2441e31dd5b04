"""The path: what a learner did beside what the key does, and the first point where they part."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.closing import stopped_at
from screen.practice.score import QUESTIONS, forbidden, is_it, parting_of
from screen.practice.words import Said, conduct_lines, text_of, why_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.shape.attempt import Step
    from screen.practice.closing import Stopped
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Stride(NamedTuple):
    """A move made, or an item looked at or asked. `counts`: what was noticed by it, in words; `notices`: as ids."""

    does: str
    id: str
    text: str
    works: bool
    counts: tuple[str, ...]
    notices: tuple[str, ...] = ()


class Row(NamedTuple):
    """A stride of the learner, of the key, or of both at once. `parts`: here the paths part."""

    own: Stride | None
    key: Stride | None
    parts: bool


class Parted(NamedTuple):
    """Where the paths part: what was due and what was done instead, as ids and in words; "": nothing, or the end.

    `stopped`: the learner did not come to the stage in which it was due. `broken`: what was done is not to be done.
    """

    due: str
    due_text: str
    done: str
    done_text: str
    why: str
    conduct: tuple[Said, ...]
    stopped: "Stopped | None" = None
    broken: bool = False


def rows_of(scene: "Scene", own: "Sequence[Step]", key: "Sequence[Step]") -> tuple[Row, ...]:
    """Both paths side by side; what stands in both in the same order stands in one row.

    They part at the step that was done instead; where none was, at what was due and never came.
    """
    parting = parting_of(scene, own)
    rows = tuple(_paired(_strides(scene, own), _strides(scene, key)))
    if parting is None:
        return rows
    parts = [row.own is not None and parting.done in (row.own.id, *row.own.notices) for row in rows]
    if True not in parts:
        parts = [row.key is not None and row.key.id == parting.due for row in rows]
    place = parts.index(True) if True in parts else None
    return tuple(row._replace(parts=number == place) for number, row in enumerate(rows))


def _strides(scene: "Scene", steps: "Sequence[Step]") -> tuple[Stride, ...]:
    return tuple(
        Stride(
            step.does, step.id, text_of(scene, step.id), step.works == "yes",
            tuple(text_of(scene, name) for name in step.counts), step.counts,
        )
        for step in steps
        if step.does in ("move", "look")
    )  # fmt: skip


def _paired(own: tuple[Stride, ...], key: tuple[Stride, ...]) -> "Iterator[Row]":
    matcher = SequenceMatcher(None, [each[:2] for each in own], [each[:2] for each in key], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            for mine, its in zip(range(start, end), range(first, last), strict=True):
                yield Row(own[mine], key[its], parts=False)
        else:
            yield from (Row(None, key[its], parts=False) for its in range(first, last))
            yield from (Row(own[mine], None, parts=False) for mine in range(start, end))


def parted(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]") -> Parted | None:
    """The first point where the learner's path parts from the key's, and why that matters; None: it never does."""
    parting = parting_of(scene, steps)
    if parting is None:
        return None
    due, done = parting
    broken = done in forbidden(scene)
    asked = any(step.id == done and is_it(scene, step, QUESTIONS) for step in steps)
    thens = (done, *([QUESTIONS] if asked else [])) if done else ()
    why = "" if broken or not due else why_first(scene, due, thens)
    stopped = stopped_at(scene, keyed, steps, due) if due and not done else None
    return Parted(
        due, text_of(scene, due) if due else "", done, text_of(scene, done) if done else "", why,
        conduct_lines(scene, done if broken else due), stopped, broken,
    )  # fmt: skip
