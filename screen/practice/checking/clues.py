"""Checks that nothing gives a scenario away before anything was done."""

import re
from typing import TYPE_CHECKING

from screen.core.booth import BOOTH_WORDS
from screen.core.problem import Place, Problem
from screen.practice.checking.draft import first_look
from screen.practice.checking.telling import TELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.scenario import Scenario
    from screen.practice.checking.draft import Draft

_SHARED = ("title", "level", "place", "lane", "brief", "seen", "any_order", "person", "companion")


def check_clues(draft: "Draft") -> "Iterator[Problem]":
    """Before anything was done no word tells what is true: not in the id, the title, the brief or the first look."""
    for place, text in _before(draft.scene.scenario):
        for word, why in _told(draft.scene.book, text):
            yield Problem(place, f"`{word}` gives it away: {why}.", "Say what is seen.")


def check_twins(draft: "Draft") -> "Iterator[Problem]":
    """Of a pair there are two at least, and until something is done they cannot be told apart."""
    own = draft.scene.scenario
    if own.pair is None:
        return
    twins = [each for each in draft.others if each.pair == own.pair and each.id != own.id]
    if not twins:
        fault = f"`{own.pair}` has one half: no other scenario is of this pair."
        yield Problem(("pair",), fault, "Write the other, or delete the line.")
    for key in _SHARED:
        if other := next((twin.id for twin in twins if getattr(own, key) != getattr(twin, key)), None):
            fault = f"`{key}` is not as in its twin `{other}`, so a learner can tell them apart."
            yield Problem((key,), fault, "Make the two the same.")
    for name in _varied(own):
        if other := next((twin.id for twin in twins if own.vary.get(name) != twin.vary.get(name)), None):
            fault = f"`{name}` varies otherwise than in its twin `{other}`, and the first look has it."
            yield Problem(("vary", name), fault, "Make the two the same.")


def _before(scenario: "Scenario") -> "Iterator[tuple[Place, str]]":
    """The id, what is read first, and what may stand there for words in braces."""
    yield ("id",), scenario.id.replace("-", " ").replace("_", " ")
    yield from first_look(scenario)
    for name in _varied(scenario):
        yield from ((("vary", name, number), word) for number, word in enumerate(scenario.vary.get(name, ())))


def _varied(scenario: "Scenario") -> dict[str, None]:
    """The words in braces of what is read first."""
    return dict.fromkeys(name for _, text in first_look(scenario) for name in re.findall(r"\{([^{}]*)\}", text))


def _told(book: "Book", text: str) -> "Iterator[tuple[str, str]]":
    """Each word that tells, and why."""
    if found := BOOTH_WORDS.search(text):
        yield found[0], "it says what is looked for"
    for why, words in TELLING:
        yield from ((found[0], why) for found in words.finditer(text) if not BOOTH_WORDS.search(found[0]))
    for sign in book.rulebook.indicators:
        for name in (sign.id, sign.id.replace("-", " "), sign.title, sign.booth_title):
            if name and re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
                yield name, f"it is the sign `{sign.id}`"
                break


CHECKS = (check_clues, check_twins)
