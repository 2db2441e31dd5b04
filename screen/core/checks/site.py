"""Every condition and every choice of indicators that a rulebook writes, each with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from screen.core.problem import Place

if TYPE_CHECKING:
    from screen.core.shape.condition import Condition, Where
    from screen.core.shape.rulebook import Rulebook


class Site(NamedTuple):
    """A condition where it is written, and what it decides: a rule, the walk, what is owed, a claim; or it is named."""

    place: Place
    condition: "Condition"
    use: Literal["rule", "walk", "owed", "named", "claim"]


def sites(book: "Rulebook") -> Iterator[Site]:
    """Every condition that does not stand inside another one."""
    for name, condition in book.conditions.items():
        yield Site(("conditions", name), condition, "named")
    for key, ends in (("do_not_run_when", book.do_not_run_when), ("stop_when", book.stop_when)):
        if ends is not None:
            yield Site((key,), ends, "walk")
    yield from _branches(book)
    for number, rule in enumerate(book.rules):
        yield Site(("rules", number, "when"), rule.when, "rule")
    for number, duty in enumerate(book.duties):
        yield Site(("duties", number, "when"), duty.when, "owed")
    for number, route in enumerate(book.routes):
        if route.when is not None:
            yield Site(("routes", number, "when"), route.when, "owed")
    for number, claim in enumerate(book.claims):
        for key, said in (("given", claim.given), ("then", claim.then), ("never", claim.never)):
            if said is not None:
                yield Site(("claims", number, key), said, "claim")


def _branches(book: "Rulebook") -> Iterator[Site]:
    """Each `ask_when`."""
    asked = [(("stages", number), stage.ask_when) for number, stage in enumerate(book.stages)]
    asked += [(("items", number), item.ask_when) for number, item in enumerate(book.items)]
    for place, condition in asked:
        if condition is not None:
            yield Site((*place, "ask_when"), condition, "walk")
    for number, item in enumerate(book.items):
        for digit, option in enumerate(item.options):
            if option.ask_when is not None:
                yield Site(("items", number, "options", digit, "ask_when"), option.ask_when, "walk")


def parts(place: Place, condition: "Condition") -> "Iterator[tuple[Place, Condition]]":
    """The condition and every one written inside it. A named one is not looked into."""
    yield place, condition
    match condition.kind:
        case "all":
            key, inner = "all", condition.all
        case "any":
            key, inner = "any", condition.any
        case "at_least" if isinstance(condition.of, tuple):
            key, inner = "of", condition.of
        case _:
            return
    for number, part in enumerate(inner):
        yield from parts((*place, key, number), part)


def all_parts(book: "Rulebook") -> "Iterator[tuple[Place, Condition]]":
    """Every condition in the book, also those inside another one."""
    for site in sites(book):
        yield from parts(site.place, site.condition)


def choices(book: "Rulebook") -> "Iterator[tuple[Place, Where]]":
    """Every choice of indicators: of sets, counts and points, also those under `not`."""
    for name, where in book.sets.items():
        yield from _nested(("sets", name), where)
    for number, claim in enumerate(book.claims):
        yield from _nested(("claims", number, "only"), claim.only)
    for place, part in all_parts(book):
        if part.kind == "at_least":
            yield from _nested((*place, "where"), part.where)
        elif part.kind == "points":
            for number, line in enumerate(part.points):
                if line.kind == "each":
                    yield from _nested((*place, "points", number, "each"), line.each)


def _nested(place: Place, where: "Where | None") -> "Iterator[tuple[Place, Where]]":
    while where is not None:
        yield place, where
        place, where = (*place, "not"), where.not_
