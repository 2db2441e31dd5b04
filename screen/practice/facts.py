"""The facts: what a learner entered otherwise than it showed, whatever level of advice it led to."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.evidence import fold
from screen.core.screening import UNANSWERED
from screen.practice.played import screening_of
from screen.practice.scene import done_in, reply_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from screen.core.screening import Answer
    from screen.core.shape.attempt import Step
    from screen.core.shape.interview import Fact, Item
    from screen.core.shape.pack import Marks, Reveal
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Misread(NamedTuple):
    """A fact entered otherwise than it showed, in the learner's value and in the one that showed; where it shows.

    `looked`: the learner had looked or asked there; else `shows` is what would have shown.
    """

    fact: str
    title: str
    own: str
    own_words: str
    shown: str
    shown_words: str
    item: str
    text: str
    shows: str
    looked: bool


class _Shown(NamedTuple):
    """What an attentive officer would have entered of a fact at an item: at the last look, or at the answer."""

    item: "Item"
    at_look: tuple[str, ...]
    at_answer: tuple[str, ...]
    shows: str
    looked: bool

    @property
    def values(self) -> tuple[str, ...]:
        return (*self.at_look, *self.at_answer)


def misread(scene: "Scene", keyed: "Keyed", steps: "Sequence[Step]", began: "datetime") -> tuple[Misread, ...]:
    """In the order of the rulebook's facts. What only the officer judges is no fact that shows."""
    screening = screening_of(scene, steps, began)
    values, key = fold(scene.book, screening).values, keyed.assessment.evidence.values
    found = []
    for fact in scene.book.rulebook.facts:
        shown = list(_shown(scene, steps, screening.answers, fact.id))
        if fact.id in values and shown and not _fits(scene, fact, values[fact.id], shown, key.get(fact.id)):
            found.append(_misread(fact, values[fact.id], shown))
    return tuple(found)


def _fits(scene: "Scene", fact: "Fact", own: str, shown: "list[_Shown]", key: str | None) -> bool:
    """Whether the value stands on something: on what showed, or on what is so. How the talk is held is seen alone."""
    level = scene.book.level[fact.id]
    at_look = _most(level, (value for each in shown for value in each.at_look))
    at_answer = _most(level, (value for each in shown for value in each.at_answer))
    if own in UNANSWERED:
        return at_look in ("", *UNANSWERED) or at_look == fact.unanswered
    held = any(each.item.id in scene.pack.in_front and each.item.learned == "seen" for each in shown)
    accepted = {at_look, at_answer} | (set() if held else {key})
    return own in accepted or (own == fact.unanswered and not accepted.isdisjoint(UNANSWERED))


def _most(level: dict[str, int], values: "Iterator[str]") -> str:
    """The most protective of the values, so as facts stand; "" of none."""
    return max(values, key=lambda value: level.get(value, -1), default="")


def _misread(fact: "Fact", own: str, shown: "list[_Shown]") -> Misread:
    """The fact as the first item tells it at which something else was to be entered."""
    told = next((each for each in shown if own not in each.values), shown[-1])
    value = next(iter(told.values), "could-not-tell")
    return Misread(
        fact.id, fact.title, own, words_of(fact, own), value, words_of(fact, value), told.item.id, told.item.text,
        told.shows, told.looked,
    )  # fmt: skip


def words_of(fact: "Fact", value: str) -> str:
    """A fact's value in words."""
    return fact.words.get(value, value.replace("-", " "))


def _shown(scene: "Scene", steps: "Sequence[Step]", answers: "dict[str, Answer]", fact: str) -> "Iterator[_Shown]":
    """What showed of a fact at each item that the learner answered; not where they did not look, nor tell."""
    for name, answer in answers.items():
        item = scene.book.item.get(name)
        if item is None or item.learned == "judged" or fact not in scene.book.settable[name]:
            continue
        place = max((n for n, step in enumerate(steps) if step.does == "answer" and step.id == name), default=-1)
        look = next((step for step in reversed(steps[: place + 1]) if step.does == "look" and step.id == name), None)
        reply = reply_of(scene, name, done_in(scene, steps[: place + 1]))
        if place < 0 or reply is None or (look is None and answer.state in UNANSWERED):
            continue
        seen = None if look is None else _reveal(scene, look)
        yield _Shown(
            item, () if seen is None else _values(item, seen.marks, fact), _values(item, reply.reveal.marks, fact),
            (seen or reply.reveal).shows, seen is not None,
        )  # fmt: skip


def _reveal(scene: "Scene", look: "Step") -> "Reveal | None":
    """What was shown by a look."""
    reveals = scene.scenario.reveals.get(look.id, ())
    if look.reply is None:
        return scene.pack.otherwise.get(look.id)
    return reveals[look.reply] if look.reply < len(reveals) else None


def _values(item: "Item", marks: "Marks", fact: str) -> tuple[str, ...]:
    """What these marks say of a fact."""
    if isinstance(marks, str) and marks in UNANSWERED:
        return (marks,)
    picked = (marks,) if isinstance(marks, str) else tuple(marks)
    told = tuple(option.sets[fact] for option in item.options if option.id in picked and fact in option.sets)
    return told or ((item.otherwise[fact],) if fact in item.otherwise else ())
