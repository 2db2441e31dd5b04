"""Checks of the words of a scenario: all written, filled in where they vary, and fit to be shown."""

import re
from typing import TYPE_CHECKING

from screen.core.booth import BOOTH_WORDS
from screen.core.checks.profiling import LOOKS, ORIGINS, PEOPLES, words_of
from screen.core.problem import Problem
from screen.practice.checking.draft import everything, first_look, replies, shown, words
from screen.practice.checking.unwritten import unwritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.practice.checking.draft import Draft

_BRACED = re.compile(r"\{([^{}]*)\}")


def check_written(draft: "Draft") -> "Iterator[Problem]":
    """No text is left to be written: none is empty, none is but dots, none says TODO."""
    for place, text in everything(draft.scene.scenario):
        yield from unwritten(place, text)


def check_braces(draft: "Draft") -> "Iterator[Problem]":
    """Every word in braces is told under `vary`, every word under `vary` stands in a text, and braces are closed."""
    scenario, used = draft.scene.scenario, set[str]()
    for place, text in everything(scenario):
        for name in _BRACED.findall(text):
            used.add(name)
            if place[0] == "vary":
                yield Problem(place, f"`{{{name}}}` stands in a word that varies itself.", "Write it out.")
            elif name not in scenario.vary:
                fault = f"`vary` does not say what may stand for `{{{name}}}`."
                yield Problem(place, fault, f"Write `{name}: [...]` under `vary`.")
        if set("{}") & set(_BRACED.sub("", text)):
            yield Problem(place, "a brace has no partner.", "Write such as `{companion}`.")
    for name in scenario.vary:
        if name not in used:
            yield Problem(("vary", name), f"`{{{name}}}` stands in no text.", "Use it, or delete the line.")


def check_peoples(draft: "Draft") -> "Iterator[Problem]":
    """No text names a real people or country: the countries are the pack's."""
    ours = ", ".join(each.name for each in draft.scene.pack.countries)
    for place, text in everything(draft.scene.scenario):
        if real := words_of((PEOPLES,), text):
            yield Problem(place, f"{', '.join(real)}: real peoples and countries stay out.", f"Use {ours}.")


def check_looks(draft: "Draft") -> "Iterator[Problem]":
    """What is seen and said tells no origin, no faith and no looks; they are a clue to nothing."""
    scenario = draft.scene.scenario
    for texts in (first_look, shown, words):
        for place, text in texts(scenario):
            if found := words_of((ORIGINS, LOOKS), text):
                fault = f"origin, faith and looks are no clue to anything: {', '.join(found)}."
                yield Problem(place, fault, "Say what is done or told.")


def check_booth(draft: "Draft") -> "Iterator[Problem]":
    """What shows at the booth could be read there by anybody, and holds no word that says what the screen is for."""
    stages = draft.scene.book.rulebook.stages
    items = {item for stage in stages if stage.booth == "yes" for item in stage.items}
    for place, item, told in replies(draft.scene.scenario):
        for number, reveal in enumerate(told if item in items else ()):
            if found := BOOTH_WORDS.search(reveal.shows):
                fault = f"`{found[0]}` can be read at the booth."
                yield Problem((*place, number, "shows"), fault, "Say it in other words.")


CHECKS = (check_written, check_braces, check_peoples, check_looks, check_booth)
