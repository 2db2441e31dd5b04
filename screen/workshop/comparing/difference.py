"""The difference of two rulebooks: which answers lead elsewhere, and what is owed or classed otherwise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from screen.workshop.logic.encoding import Encoding, answers_to
from screen.workshop.logic.formula import FALSE, TRUE, UNDECIDED, And, Formula, Not, Or, Solve
from screen.workshop.logic.story import Story, led, shortest, told

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.policy import Table

Direction = Literal["higher", "lower", "no-order"]


_NO_TABLE: dict[str, Formula] = {"": TRUE}
"""The outcomes of a table that one of the books does not have."""


class Move(NamedTuple):
    """The shortest answers that the old book advises one way and the new one another.

    `story` is None where the time ran out before such answers were found or ruled out. `no-order`: a disposition
    without a partner in the other book, so that nobody can say which is higher.
    """

    old: str
    new: str
    direction: Direction
    story: Story | None


class Owed(NamedTuple):
    """The shortest answers under which a duty is owed by one of the books alone."""

    duty: str
    is_owed_now: bool
    story: Story | None


class Reclassed(NamedTuple):
    """The shortest answers that a table gives one outcome in the old book and another in the new; "": no such table."""

    table: str
    old: str
    new: str
    story: Story | None


class Two:
    """Two rulebooks, encoded over the same answers. What only one of them knows, the other was never asked."""

    def __init__(self, old: "Book", new: "Book") -> None:
        """Encode both."""
        self.books = (old, new)
        self.old, self.new = Encoding(old, books=self.books), Encoding(new, books=self.books)
        self.space = answers_to(old, new)


def moves(two: Two, solve: Solve) -> Iterator[Move]:
    """Every pair of dispositions that changed hands, with its shortest answers; those advised lower first."""
    old, new = two.books
    pairs = [(one, other, direction(old, new, one, other)) for one in old.rank for other in new.rank if one != other]
    for one, other, way in sorted(pairs, key=lambda pair: ("lower", "no-order", "higher").index(pair[2])):
        both = (two.old.leads_to(old.rank[one]), two.new.leads_to(new.rank[other]))
        found = shortest(solve, And((two.space, *both)), two.books)
        if isinstance(found, frozenset):
            yield Move(one, other, way, _confirmed(two, one, other, told(two.books, found)))
        elif found == UNDECIDED:
            yield Move(one, other, way, None)


def _confirmed(two: Two, one: str, other: str, story: Story) -> Story:
    """The story, once both books' own assessments have said the same of it. Raises AssertionError if they do not."""
    old, new = (led(book, story).disposition for book in two.books)
    if (old, new) != (one, other):
        raise AssertionError(f"the solver says {one} and {other}, the assessment {old} and {new}")
    return story


def direction(old: "Book", new: "Book", one: str, other: str) -> Direction:
    """Which way it is from one to the other; no order where only one book has both, or each orders them otherwise."""
    if one not in new.rank or other not in old.rank:
        return "no-order"
    before, after = old.rank[other] - old.rank[one], new.rank[other] - new.rank[one]
    if before * after <= 0:
        return "no-order"
    return "higher" if after > 0 else "lower"


def duties_moved(two: Two, solve: Solve) -> Iterator[Owed]:
    """Every duty that some answers owe under one book alone, those no longer owed first."""
    whens = [_whens(encoding) for encoding in (two.old, two.new)]
    for is_owed_now in (False, True):
        for duty in dict.fromkeys((*whens[0], *whens[1])):
            one, other = whens[is_owed_now].get(duty, FALSE), whens[not is_owed_now].get(duty, FALSE)
            found = shortest(solve, And((two.space, one, Not(other))), two.books)
            if found is not None:
                yield Owed(duty, is_owed_now, told(two.books, found) if isinstance(found, frozenset) else None)


def _whens(encoding: Encoding) -> dict[str, Formula]:
    return {duty.id: encoding.of(duty.when) for duty in encoding.book.rulebook.duties}


def outcomes_moved(two: Two, solve: Solve) -> Iterator[Reclassed]:
    """Every pair of outcomes that changed hands, as things stand, table by table."""
    before, after = _tables(two.old), _tables(two.new)
    for table in dict.fromkeys((*before, *after)):
        for one, was in before.get(table, _NO_TABLE).items():
            for other, now in after.get(table, _NO_TABLE).items():
                found = None if one == other else shortest(solve, And((two.space, was, now)), two.books)
                if found is not None:
                    story = told(two.books, found) if isinstance(found, frozenset) else None
                    yield Reclassed(table, one, other, story)


def _tables(encoding: Encoding) -> dict[str, dict[str, Formula]]:
    """Each table's outcomes, and when it gives them: by the first row that fits, as things stand."""
    return {name: _outcomes(encoding, table) for name, table in encoding.book.rulebook.tables.items()}


def _outcomes(encoding: Encoding, table: "Table") -> dict[str, Formula]:
    conditions = {name: encoding.of(each) for name, each in encoding.book.rulebook.conditions.items()}
    earlier: list[Formula] = []
    found: dict[str, list[Formula]] = {}
    for row in table.rows:
        said = ((conditions[name], wanted) for name, wanted in row.when.items() if wanted != "any")
        fits = And(tuple(each if wanted == "yes" else Not(each) for each, wanted in said))
        found.setdefault(row.outcome, []).append(And((fits, Not(Or(tuple(earlier))))))
        earlier.append(fits)
    found.setdefault(table.otherwise, []).append(Not(Or(tuple(earlier))))
    return {outcome: Or(tuple(some)) for outcome, some in found.items()}


def alters(old: "Book", new: "Book", solve: Solve) -> bool | None:
    """Whether any answers at all lead elsewhere, or are owed or classed otherwise; None if the time ran out."""
    two = Two(old, new)
    apart: list[Formula] = []
    for one in old.rank:
        here = two.old.leads_to(old.rank[one])
        apart.append(And((here, Not(two.new.leads_to(new.rank[one]) if one in new.rank else FALSE))))
    before, after = _whens(two.old), _whens(two.new)
    for duty in dict.fromkeys((*before, *after)):
        one_owed, other_owed = before.get(duty, FALSE), after.get(duty, FALSE)
        apart += [And((one_owed, Not(other_owed))), And((Not(one_owed), other_owed))]
    tables, others = _tables(two.old), _tables(two.new)
    for table in dict.fromkeys((*tables, *others)):
        given, given_now = tables.get(table, _NO_TABLE), others.get(table, _NO_TABLE)
        apart += [And((when, Not(given_now.get(outcome, FALSE)))) for outcome, when in given.items()]
    found = solve(And((two.space, Or(tuple(apart)))))
    return None if found == UNDECIDED else found is not None


class Partnerless(NamedTuple):
    """What only one of two books has: kind, id, and whether it is the new one."""

    kind: str
    id: str
    is_new: bool


def partnerless(old: "Book", new: "Book") -> tuple[Partnerless, ...]:
    """Dispositions, indicators, facts and their values, items, rules and the like without a partner of their id."""
    found: list[Partnerless] = []
    for kind, here, there in zip(*zip(*_ids(old).items(), strict=True), _ids(new).values(), strict=True):
        found += [Partnerless(kind, each, is_new=False) for each in here if each not in there]
        found += [Partnerless(kind, each, is_new=True) for each in there if each not in here]
    return tuple(found)


def _ids(book: "Book") -> dict[str, dict[str, None]]:
    rulebook = book.rulebook
    return {
        "disposition": dict.fromkeys(book.rank),
        "indicator": dict.fromkeys(book.bit),
        "fact": dict.fromkeys(book.fact),
        "value": dict.fromkeys(f"{fact.id}: {value}" for fact in rulebook.facts for value in fact.values),
        "item": dict.fromkeys(book.item),
        "rule": dict.fromkeys(rule.id for rule in rulebook.rules),
        "duty": dict.fromkeys(duty.id for duty in rulebook.duties),
        "clock": dict.fromkeys(book.clock),
        "table": dict.fromkeys(rulebook.tables),
        "outcome": dict.fromkeys(rulebook.outcomes),
    }
