"""The checks of words that may be read beside the person, and of what a person is called."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.booth import BOOTH_WORDS
from screen.core.checks.speech import item_text, labels, said, sign
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.checks.speech import Speech
    from screen.core.shape.rulebook import Rulebook

_VICTIM = re.compile(r"\b(?:victims?|víctimas?)\b", re.IGNORECASE)


def check_booth(book: "Rulebook") -> Iterator[Problem]:
    """Nothing that may stand on the booth's screen, beside the person, gives its purpose away."""
    for place, text in _booth_speech(book):
        if match := BOOTH_WORDS.search(text):
            fault = f"`{match[0]}` may be read at the booth, beside the person."
            yield Problem(place, fault, f"Use another word{_instead(place)}.")


def _instead(place: Place) -> str:
    if place[-1] == "title" and place[0] in {"indicators", "contacts"}:
        return ", or give it a `booth_title`"
    return ", or give it words for `primary`" if "any" in place else ""


def _booth_speech(book: "Rulebook") -> "Speech":
    """What is shown at the booth: nothing, in a book that has no stage there."""
    stages = [(number, stage) for number, stage in enumerate(book.stages) if stage.booth == "yes"]
    if not stages:
        return
    yield ("title",), book.title
    for number, stage in stages:
        yield ("stages", number, "title"), stage.title
        yield from ((("stages", number, "opening", line), text) for line, text in enumerate(stage.opening))
    names = {name for _, stage in stages for name in stage.items}
    for number, item in enumerate(book.items):
        if item.id in names:
            yield from (*item_text(number, item), *labels(number, item), *said(number, item))
            if item.why:
                yield ("items", number, "why"), item.why
    for key in ("marking", "swap_booth"):
        if text := getattr(book.safeguards, key):
            yield ("safeguards", key), text
    yield from _titles(book)
    yield from _advice(book)


def _titles(book: "Rulebook") -> "Speech":
    """The titles of signs, which may be searched for at the booth, and of contacts."""
    for number, each in enumerate(book.indicators):
        yield from sign(number, each, "booth_title" if each.booth_title else "title")
    for number, contact in enumerate(book.contacts):
        key = "booth_title" if contact.booth_title else "title"
        yield ("contacts", number, key), contact.booth_title or contact.title


def _advice(book: "Rulebook") -> "Speech":
    """Titles and words of the dispositions for `primary`, or for any place where there are none for it."""
    for number, each in enumerate(book.dispositions):
        title = "primary" if "primary" in each.titles else "any"
        if title in each.titles:
            yield ("dispositions", number, "titles", title), each.titles[title]
        key = "primary" if "primary" in each.words else "any"
        if key in each.words:
            here, advice = ("dispositions", number, "words", key), each.words[key]
            yield (*here, "lead"), advice.lead
            yield from (((*here, "do", line), text) for line, text in enumerate(advice.do))
            yield from (((*here, "do_not", line), text) for line, text in enumerate(advice.do_not))
            yield (*here, "close"), advice.close or ""


def check_victim(book: "Rulebook") -> Iterator[Problem]:
    """No sign and no item calls the person a victim, which is not for a screening to say."""
    told = {place for place, _ in _booth_speech(book)}
    for place, text in _described(book):
        if place not in told and (match := _VICTIM.search(text)):
            yield Problem(place, f"the person is called `{match[0]}` here.", "Write the person.")


def _described(book: "Rulebook") -> "Speech":
    for number, each in enumerate(book.indicators):
        yield from sign(number, each, "title", "booth_title", "looks_like", "mark_if", "questions")
    for number, item in enumerate(book.items):
        yield from (*item_text(number, item), *labels(number, item), *said(number, item))


CHECKS = (check_booth, check_victim)
