"""The path: what a learner did beside what the key does, and the first point where they part."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.score import QUESTIONS, forbidden, is_it, parting_of
from screen.practice.words import Said, conduct_lines, text_of, why_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.shape.attempt import Step
    from screen.practice.scene import Scene


class Stride(NamedTuple):
    """A move made, or an item looked at or asked. `counts`: what was noticed by it, in words."""

    does: str
    id: str
    text: str
    works: bool
    counts: tuple[str, ...]


class Row(NamedTuple):
    """A stride of the learner, of the key, or of both at once. `parts`: here the paths part."""

    own: Stride | None
    key: Stride | None
    parts: bool


class Parted(NamedTuple):
    """Where the paths part: what was due and what was done instead, as ids and in words; "": nothing, or the end."""

    due: str
    due_text: str
    done: str
    done_text: str
    why: str
    conduct: tuple[Said, ...]


def rows_of(scene: "Scene", own: "Sequence[Step]", key: "Sequence[Step]") -> tuple[Row, ...]:
    """Both paths side by side; what stands in both in the same order stands in one row."""
    parting = parting_of(scene, own)
    mine, keys = _strides(scene, own), _strides(scene, key)
    place = None
    if parting is not None and parting.done:
        walked = [step for step in own if step.does in ("move", "look")]
        place = next((n for n, step in enumerate(walked) if parting.done in (step.id, *step.counts)), None)
    return tuple(_paired(mine, keys, place))


def _strides(scene: "Scene", steps: "Sequence[Step]") -> tuple[Stride, ...]:
    return tuple(
        Stride(
            step.does, step.id, text_of(scene, step.id), step.works == "yes",
            tuple(text_of(scene, name) for name in step.counts),
        )
        for step in steps
        if step.does in ("move", "look")
    )  # fmt: skip


def _paired(own: tuple[Stride, ...], key: tuple[Stride, ...], parting: int | None) -> "Iterator[Row]":
    matcher = SequenceMatcher(None, [each[:2] for each in own], [each[:2] for each in key], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            for mine, its in zip(range(start, end), range(first, last), strict=True):
                yield Row(own[mine], key[its], mine == parting)
        else:
            yield from (Row(None, key[its], parts=False) for its in range(first, last))
            yield from (Row(own[mine], None, mine == parting) for mine in range(start, end))


def parted(scene: "Scene", steps: "Sequence[Step]") -> Parted | None:
    """The first point where the learner's path parts from the key's, and why that matters; None: it never does."""
    parting = parting_of(scene, steps)
    if parting is None:
        return None
    due, done = parting
    broken = done in forbidden(scene)
    asked = any(step.id == done and is_it(scene, step, QUESTIONS) for step in steps)
    why = "" if broken or not due else why_first(scene, due, (done, *([QUESTIONS] if asked else [])))
    return Parted(
        due, text_of(scene, due) if due else "", done, text_of(scene, done) if done else "", why,
        conduct_lines(scene, done if broken else due),
    )  # fmt: skip
