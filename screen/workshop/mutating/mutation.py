"""Mutation: every change by one step of what a rulebook weighs, such as a threshold, a strength or a gate."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from screen.workshop.mutating.change import OUT, Change, named
from screen.workshop.mutating.nudge import Nudge, beside, of_choice, of_condition, step
from screen.workshop.mutating.weighed import weighed_choices, weighed_facts, weighed_parts

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.problem import Place


def changes(book: "Book") -> tuple[Change, ...]:
    """Every change of what decides dispositions, outcomes and duties, in the order of the book, each by its own name.

    What the walk alone turns on is no part of it, nor are routes and claims.
    """
    nudges = (*_facts(book), *_written(book), *_rules(book), *_duties(book), *_withholding(book), *_indicators(book))
    return tuple(Change(named(book.rulebook, each.named_at, each.what), each.place, each.made) for each in nudges)


def _facts(book: "Book") -> Iterator[Nudge]:
    """The order of each fact that is weighed, and where it stands unanswered and not asked."""
    weighed = weighed_facts(book)
    for number, fact in enumerate(book.rulebook.facts):
        if fact.id not in weighed or fact.order == "none":
            continue
        place: Place = ("facts", number)
        for rank, (lower, higher) in enumerate(pairwise(fact.values)):
            swapped = (*fact.values[:rank], higher, lower, *fact.values[rank + 2 :])
            here = (*place, "values")
            yield Nudge(here, swapped, here, f"{lower} <-> {higher}")
        unasked = fact.not_asked or fact.values[0]
        unknown = unasked if fact.unanswered == "open" else fact.unanswered
        for key, old, stands in (("unanswered", fact.unanswered, unknown), ("not_asked", fact.not_asked, unasked)):
            for value in beside(fact.values, stands):
                yield step((*place, key), old or "open", value)


def _written(book: "Book") -> Iterator[Nudge]:
    """Each choice of indicators and each condition, where it is written."""
    for place, where in weighed_choices(book.rulebook):
        yield from of_choice(place, where)
    for place, part in weighed_parts(book.rulebook):
        yield from of_condition(book, place, part)


def _rules(book: "Book") -> Iterator[Nudge]:
    """Each rule left out, its disposition a step lower or higher, its gate shut or opened."""
    for number, rule in enumerate(book.rulebook.rules):
        place: Place = ("rules", number)
        yield Nudge(place, OUT, place, "left out")
        for name in beside(tuple(book.rank), rule.disposition):
            if book.rank[name] > 0:  # a rule that reaches the lowest is a rule left out
                yield step((*place, "disposition"), rule.disposition, name)
        yield step((*place, "gate"), rule.gate, "no" if rule.gate == "yes" else "yes")


def _duties(book: "Book") -> Iterator[Nudge]:
    """Each duty left out."""
    for number in range(len(book.rulebook.duties)):
        place: Place = ("duties", number)
        yield Nudge(place, OUT, place, "left out")


def _withholding(book: "Book") -> Iterator[Nudge]:
    """Where the result is withheld: that it is, and each item's reasons, for which it waits."""
    if book.rulebook.complete == "required":
        yield step(("complete",), "required", "no")
        for number, item in enumerate(book.rulebook.items):
            if item.reason:
                place: Place = ("items", number, "reason")
                yield Nudge(place, (), place, "left out")


def _indicators(book: "Book") -> Iterator[Nudge]:
    """Each indicator a step stronger or weaker; out of its cluster; and in the cluster declared next."""
    strengths, clusters = book.rulebook.strengths, tuple(book.rulebook.clusters)
    for number, sign in enumerate(book.rulebook.indicators):
        place: Place = ("indicators", number)
        for strength in beside(strengths, sign.strength) if sign.strength in strengths else ():
            yield step((*place, "strength"), sign.strength, strength)
        if sign.cluster in clusters:
            yield Nudge((*place, "cluster"), None, (*place, "cluster"), f"{sign.cluster} -> alone")
            following = clusters[(clusters.index(sign.cluster) + 1) % len(clusters)]
            if following != sign.cluster:
                yield step((*place, "cluster"), sign.cluster, following)
