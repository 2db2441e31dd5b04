"""Checks that keep the advice from falling when evidence is added: what may stand where, and in which order."""

from collections.abc import Iterator
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

from screen.core.checks.holding import always_holds
from screen.core.checks.site import all_parts, parts, sites
from screen.core.mention import leaves
from screen.core.problem import Place, Problem
from screen.core.stands import MOST_WAYS

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.condition import Condition


_OR = ", or declare `monotone: no`"


def check_is(book: "Book") -> Iterator[Problem]:
    """`is` decides only what is asked and what is owed: in a monotone book no rule may turn on it."""
    for site in sites(book.rulebook) if book.rulebook.monotone == "yes" else ():
        for place, part in parts(site.place, site.condition) if site.use == "rule" else ():
            if part.kind == "is":
                fault = f"a rule asks with `is` for a value of `{part.fact}`; more evidence could lower the advice."
                yield Problem((*place, "is"), fault, f"Write `from`, which a more protective value meets too{_OR}.")
            elif part.kind == "condition" and _has(book, part, "is"):
                yield _hidden((*place, "condition"), part.condition, "is", "what is asked and what is owed", _OR)


def check_reached(book: "Book") -> Iterator[Problem]:
    """`reached` looks at the advice, so only what is owed beside it may turn on it."""
    for site in sites(book.rulebook):
        for place, part in parts(site.place, site.condition) if site.use in {"rule", "walk"} else ():
            if part.kind == "reached":
                fault = "`reached` stands where the advice is not known yet."
                yield Problem((*place, "reached"), fault, "Use it in duties and routes only.")
            elif part.kind == "condition" and _has(book, part, "reached"):
                yield _hidden((*place, "condition"), part.condition, "reached", "what is owed")


def _has(book: "Book", condition: "Condition", kind: str) -> bool:
    return any(leaf.kind == kind for leaf in leaves(book, condition))


def _hidden(place: Place, name: str, key: str, where: str, otherwise: str = "") -> Problem:
    fault = f"the condition `{name}` has `{key}` in it, which decides only {where}."
    return Problem(place, fault, f"Name a condition without `{key}`{otherwise}.")


def check_singled(book: "Book") -> Iterator[Problem]:
    """Rules and named conditions ask with `is` for so few facts that every way in which these could stand is tried."""
    ways = prod(len(book.fact[fact].values) for fact in book.singled)
    if ways > MOST_WAYS:
        fault = f"`is` asks for facts that can stand in {ways} ways together; at most {MOST_WAYS} are tried."
        yield Problem(("monotone",), fault, "Ask for fewer facts with `is`, or give one an order and ask with `from`.")


def check_unordered(book: "Book") -> Iterator[Problem]:
    """A fact without an order has no higher value, so only `is` may ask for it."""
    for place, part in all_parts(book.rulebook):
        asked = [(place, part.fact)] if part.kind == "fact" else []
        if part.kind == "points":
            lines = enumerate(part.points)
            asked = [((*place, "points", number), line.fact) for number, line in lines if line.kind == "fact"]
        for here, fact in asked:
            if book.fact[fact].order == "none":
                fault = f"the fact `{fact}` has no order, so no value of it is more protective than another."
                yield Problem((*here, "fact"), fault, "Ask with `is`, in the walk or a duty, or give it an order.")


def check_least(book: "Book") -> Iterator[Problem]:
    """A condition does not ask for a fact from its least value on, which always holds."""
    for site in sites(book.rulebook):
        if site.use == "rule" and always_holds(book, site.condition):
            continue  # the whole rule is told of
        for place, part in parts(site.place, site.condition):
            if part.kind == "fact" and book.fact[part.fact].order != "none":
                least, second = book.fact[part.fact].values[:2]
                if part.from_ == least:
                    fault = f"this always holds: `{least}` is the least value of the fact `{part.fact}`."
                    yield Problem((*place, "from"), fault, f"Write `from: {second}` or higher, or delete it.")


def check_worth(book: "Book") -> Iterator[Problem]:
    """The points for a fact never fall along its order; a value left out is worth none."""
    for place, part in all_parts(book.rulebook):
        for number, line in enumerate(part.points) if part.kind == "points" else ():
            if line.kind != "fact" or book.fact[line.fact].order == "none":
                continue
            worth = [(value, line.worth.get(value, 0)) for value in book.fact[line.fact].values]
            for (lower, more), (higher, less) in pairwise(worth):
                if less < more:
                    fault = f"`{lower}` is worth {more}, and `{higher}`, which protects more, {less}."
                    yield Problem((*place, "points", number, "worth"), fault, f"Give `{higher}` {more} or more.")


def check_unreasoned(book: "Book") -> Iterator[Problem]:
    """With `or_no_reason`, every value from the first that asks for a reason up to `from` asks for one."""
    for place, part in all_parts(book.rulebook):
        if part.kind != "fact" or part.or_no_reason == "no" or book.fact[part.fact].order == "none":
            continue
        fact = book.fact[part.fact]
        below = fact.values[: fact.values.index(part.from_)]
        asking = [value in fact.reason for value in below]
        if not any(asking):
            fault = f"no value of `{part.fact}` below `{part.from_}` asks for a written reason, so none can be missing."
            yield Problem((*place, "or_no_reason"), fault, "Delete `or_no_reason`, or name the values under `reason`.")
        elif asking != sorted(asking):
            fault = f"a more protective value of `{part.fact}` asks for no reason, so it could lower the advice."
            yield Problem((*place, "or_no_reason"), fault, f"Name `{below[-1]}` under `reason` too.")


MONOTONE = (check_is, check_singled, check_reached, check_unordered, check_worth, check_unreasoned)
"""Without these, less could hold where more does not, though the book does not say so."""

CHECKS = (*MONOTONE, check_least)
