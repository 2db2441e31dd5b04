"""Checks that every name in the signs and in the interview names something the book declares."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named, unknown
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screen.core.shape.rulebook import Rulebook

_STATES = ("open", "not-asked", "could-not-tell", "declined")


def check_indicators(book: "Rulebook") -> Iterator[Problem]:
    """The groups, cluster, strength and forms of an indicator are declared; clusters where the book declares any."""
    groups = [group.id for group in book.groups]
    for number, each in enumerate(book.indicators):
        here = ("indicators", number)
        yield from unknown((*here, "group"), "group of this rulebook", each.group, groups)
        for place, name in named((*here, "also"), each.also):
            yield from unknown(place, "group of this rulebook", name, groups)
        if each.cluster is not None and book.clusters:
            yield from unknown((*here, "cluster"), "cluster of this rulebook", each.cluster, book.clusters)
        if each.strength is not None:
            yield from unknown((*here, "strength"), "strength of this rulebook", each.strength, book.strengths)
        for place, name in named((*here, "forms"), each.forms):
            yield from unknown(place, "form of this rulebook", name, book.forms)


def check_options(book: "Rulebook") -> Iterator[Problem]:
    """What an option shows, sets and does, and what stands otherwise, is declared."""
    indicators = [each.id for each in book.indicators]
    conduct = [line.id for line in book.conduct]
    for number, item in enumerate(book.items):
        yield from _sets(book, ("items", number, "otherwise"), item.otherwise)
        for digit, option in enumerate(item.options):
            here = ("items", number, "options", digit)
            for place, name in named((*here, "shows"), option.shows):
                yield from unknown(place, "indicator of this rulebook", name, indicators)
            for place, name in named((*here, "does"), option.does):
                yield from unknown(place, "line of conduct of this rulebook", name, conduct)
            yield from _sets(book, (*here, "sets"), option.sets)


def _sets(book: "Rulebook", place: Place, sets: "Mapping[str, str]") -> Iterator[Problem]:
    values = {fact.id: fact.values for fact in book.facts}
    for fact, value in sets.items():
        yield from unknown((*place, fact), "fact of this rulebook", fact, values)
        if fact in values:
            yield from unknown((*place, fact), f"value of the fact `{fact}`", value, values[fact])


def check_facts(book: "Rulebook") -> Iterator[Problem]:
    """What a fact says of its values, it says of values that it has; a missing answer is none of them."""
    for number, fact in enumerate(book.facts):
        here, kind = ("facts", number), f"value of the fact `{fact.id}`"
        yield from unknown((*here, "unanswered"), kind, fact.unanswered, (*fact.values, "open"))
        if fact.not_asked is not None:
            yield from unknown((*here, "not_asked"), kind, fact.not_asked, fact.values)
        for value in fact.words:
            yield from unknown((*here, "words", value), kind, value, fact.values)
        for place, value in named((*here, "reason"), fact.reason):
            yield from unknown(place, kind, value, fact.values)
        for place, value in named((*here, "values"), fact.values):
            if value in _STATES:
                fault = f"`{value}` says that an answer is missing, so it cannot be a value."
                yield Problem(place, fault, "Give the value another name.")


def check_stages(book: "Rulebook") -> Iterator[Problem]:
    """The items of a stage are declared."""
    items = [item.id for item in book.items]
    for number, stage in enumerate(book.stages):
        for place, name in named(("stages", number, "items"), stage.items):
            yield from unknown(place, "item of this rulebook", name, items)


def check_languages(book: "Rulebook") -> Iterator[Problem]:
    """What is said to the person is said in languages that the book declares."""
    languages = [language.id for language in book.languages]
    phrases = [(("indicators", number, "questions"), each.questions) for number, each in enumerate(book.indicators)]
    phrases += [(("items", number, "say"), item.say) for number, item in enumerate(book.items)]
    for place, lines in phrases:
        for line, phrase in enumerate(lines):
            for language in phrase:
                yield from unknown((*place, line, language), "language of this rulebook", language, languages)


CHECKS = (check_indicators, check_options, check_facts, check_stages, check_languages)
