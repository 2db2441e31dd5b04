"""Encoding: the answers that a rulebook can be given, and its conditions over them, as formulas.

The atoms say what was answered, so that two rulebooks can be asked about the same answers: `sign:ID` present;
`left:ID` could not tell or declined; `fact:ID=VALUE`, `fact:ID=not-asked`, `fact:ID=could-not-tell` (which also stands
for declined: both count alike); `bare:ID` no reason written; `passed:CLOCK` run out (with its time, where two books
differ in that); `day:DAY` it is that day, where rules have dates.
"""

from itertools import permutations
from typing import TYPE_CHECKING

from screen.core.duration import span
from screen.workshop.logic.day import days_of, in_force, one_day
from screen.workshop.logic.formula import FALSE, TRUE, And, Atom, Formula, Not, Or, Sum, at_most, count, implies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition, Points
    from screen.core.shape.policy import Clock, Rule

NOT_ASKED, LEFT = "not-asked", "could-not-tell"


def sign(indicator: str, copy: str = "") -> Atom:
    """The indicator is present, in these answers or in another copy of them."""
    return Atom(f"{copy}sign:{indicator}")


def left(indicator: str, copy: str = "") -> Atom:
    """The indicator could not be told or was declined."""
    return Atom(f"{copy}left:{indicator}")


def stands(fact: str, state: str, copy: str = "") -> Atom:
    """The fact has this value, or was not asked, or could not be told."""
    return Atom(f"{copy}fact:{fact}={state}")


def bare(fact: str, copy: str = "") -> Atom:
    """The fact's value asks for a written reason, and none was written."""
    return Atom(f"{copy}bare:{fact}")


def passed(clock: str, copy: str = "") -> Atom:
    """The clock has run out."""
    return Atom(f"{copy}passed:{clock}")


def values_of(books: "Iterable[Book]") -> dict[str, tuple[str, ...]]:
    """Each fact's values, over all books that know it."""
    found: dict[str, dict[str, None]] = {}
    for book in books:
        for fact in book.rulebook.facts:
            found.setdefault(fact.id, {}).update(dict.fromkeys(fact.values))
    return {fact: tuple(values) for fact, values in found.items()}


def clock_name(book: "Book", clock: str, books: "Iterable[Book]") -> str:
    """What a clock is called; with its time, where one of these books has another clock of that name."""
    here = book.rulebook.clocks[clock]
    is_one = all(other.rulebook.clocks.get(clock, here) == here for other in books)
    return clock if is_one else timed_name(book, clock)


def timed_name(book: "Book", clock: str) -> str:
    """A clock's name with its time, which tells it from another one of that name."""
    here = book.rulebook.clocks[clock]
    return f"{clock} ({here.within} after {here.from_})"


def clock_names(books: "Iterable[Book]") -> dict[str, list[tuple["Book", "Clock"]]]:
    """The clocks of all these books by what they are called, each with the books that have it."""
    known, found = tuple(books), dict[str, list[tuple["Book", "Clock"]]]()
    for book in known:
        for clock in book.clock:
            found.setdefault(clock_name(book, clock, known), []).append((book, book.rulebook.clocks[clock]))
    return found


def asked(book: "Book", fact: str, copy: str = "") -> Formula:
    """The fact was answered with something that this book knows."""
    return Or(tuple(stands(fact, state, copy) for state in (*book.fact[fact].values, LEFT)))


def _clocks(books: "Iterable[Book]", copy: str) -> "Iterator[Formula]":
    """A clock runs out only after its fact was answered, and no sooner than a shorter one that began with it."""
    named = clock_names(books)
    for name, known in named.items():
        yield implies(passed(name, copy), Or(tuple(asked(book, clock.from_, copy) for book, clock in known)))
    for (one, ((_, long), *_)), (other, known) in permutations(named.items(), 2):
        for book, short in known:
            if long.from_ == short.from_ and span(long.within) >= span(short.within):
                both = And((passed(one, copy), asked(book, short.from_, copy)))
                yield implies(both, passed(other, copy))


def answers_to(*books: "Book", copy: str = "") -> And:
    """What holds of every set of answers to these books: a fact has one state, a reason is missing only where asked."""
    parts: list[Formula] = []
    for fact, values in values_of(books).items():
        states = tuple(stands(fact, state, copy) for state in (*values, NOT_ASKED, LEFT))
        parts += (Or(states), at_most(states, 1))
    for fact in dict.fromkeys(fact for book in books for fact, _ in book.reasoned):
        parts.append(implies(bare(fact, copy), Or(tuple(_asking(book, fact, copy) for book in books))))
    for book in books:
        parts += (Not(And((sign(each, copy), left(each, copy)))) for each in book.ids(book.protecting))
    return And((*parts, *_clocks(books, copy), one_day(days_of(books))))


def _asking(book: "Book", fact: str, copy: str) -> Formula:
    """The fact has a value that asks for a written reason in this book."""
    asking = dict(book.reasoned).get(fact, frozenset())
    return Or(tuple(stands(fact, value, copy) for value in sorted(asking)))


class Encoding:
    """The conditions of one book as formulas over one copy of the answers; each named one is built once."""

    def __init__(self, book: "Book", copy: str = "", books: "tuple[Book, ...]" = (), *, walks: bool = False) -> None:
        """Take the book; `books`: all that are asked about the same answers, where there are others.

        `walks`: as branches look at the answers, to which what could not be told is not present and no clock runs.
        """
        self.book, self.copy, self.books, self.walks = book, copy, books or (book,), walks
        self.values = values_of(self.books)
        self.named: dict[str, Formula] = {}
        self.present = {each: self._present(each) for each in book.bit}
        days = days_of(self.books)
        self.rules = [(ready.rank, ready.rule, self._dated(ready.rule, days)) for ready in book.rules]

    def _dated(self, rule: "Rule", days: tuple[str, ...]) -> Formula:
        when = self.of(rule.when)
        return when if rule.valid is None else And((in_force(rule, days), when))

    def _present(self, indicator: str) -> Formula:
        if self.book.bit[indicator] & self.book.protecting and not self.walks:
            return Or((sign(indicator, self.copy), left(indicator, self.copy)))
        return sign(indicator, self.copy)

    def levels(self, fact: str) -> tuple[tuple[Atom, int], ...]:
        """Each state of a fact, and the level at which the fact then stands; a value not known here is not asked."""
        known, unknown = next(each[1:] for each in self.book.fact_levels if each[0] == fact)
        states = [(stands(fact, value, self.copy), known.get(value, unknown[None])) for value in self.values[fact]]
        states.append((stands(fact, NOT_ASKED, self.copy), unknown[None]))
        return (*states, (stands(fact, LEFT, self.copy), unknown[LEFT]))

    def reaches(self, rank: int, *, gates: bool = True) -> Formula:
        """The disposition is of this rank or higher; with or without the rules that are gates."""
        if rank <= 0:
            return TRUE
        return Or(tuple(when for high, rule, when in self.rules if high >= rank and (gates or rule.gate == "no")))

    def leads_to(self, rank: int) -> Formula:
        """The disposition is the one of this rank."""
        higher = FALSE if rank + 1 == len(self.book.rank) else self.reaches(rank + 1)
        return And((self.reaches(rank), Not(higher)))

    def of(self, condition: "Condition", *, gates: bool = True) -> Formula:  # noqa: PLR0911 - an arm a kind
        """The condition as a formula."""
        match condition.kind:
            case "indicator":
                return self.present[condition.indicator]
            case "fact":
                least = self.book.level[condition.fact][condition.from_]
                enough = [state for state, level in self.levels(condition.fact) if level >= least]
                if condition.or_no_reason == "yes":
                    asking = _asking(self.book, condition.fact, self.copy)
                    return Or((*enough, And((bare(condition.fact, self.copy), asking))))
                return Or(tuple(enough))
            case "is":
                wanted = condition.is_ if isinstance(condition.is_, tuple) else (condition.is_,)
                among = {self.book.level[condition.fact][value] for value in wanted}
                return Or(tuple(state for state, level in self.levels(condition.fact) if level in among))
            case "all":
                return And(tuple(self.of(part, gates=gates) for part in condition.all))
            case "any":
                return Or(tuple(self.of(part, gates=gates) for part in condition.any))
            case "condition":
                return self._named(condition.condition, gates=gates)
            case "at_least":
                return self._at_least(condition, gates=gates)
            case "points":
                return self._points(condition)
            case "passed" if self.walks:
                return FALSE
            case "passed":
                began = asked(self.book, self.book.rulebook.clocks[condition.passed].from_, self.copy)
                return And((passed(clock_name(self.book, condition.passed, self.books), self.copy), began))
            case _:
                return self.reaches(self.book.rank[condition.reached], gates=gates)

    def _named(self, name: str, *, gates: bool) -> Formula:
        if not gates:
            return self.of(self.book.rulebook.conditions[name], gates=gates)
        if name not in self.named:
            self.named[name] = self.of(self.book.rulebook.conditions[name])
        return self.named[name]

    def _at_least(self, condition: "AtLeast", *, gates: bool) -> Formula:
        book = self.book
        if isinstance(condition.of, tuple):
            return count((self.of(part, gates=gates) for part in condition.of), condition.at_least)
        picked = book.where(condition.where)
        if condition.of == "indicators":
            return count((self.present[each] for each in book.ids(picked)), condition.at_least)
        table = book.clusters if condition.of == "clusters" else book.groups
        masks = [mask & picked for mask in table.values() if mask & picked]
        return count((self._any(mask) for mask in masks), condition.at_least)

    def _any(self, mask: int) -> Formula:
        return Or(tuple(self.present[each] for each in self.book.ids(mask)))

    def _points(self, condition: "Points") -> Formula:
        weighed: list[tuple[Formula, int]] = []
        for line in condition.points:
            if line.kind == "each":
                weighed += [(self.present[each], line.worth) for each in self.book.ids(self.book.where(line.each))]
            else:
                values = self.book.fact[line.fact].values
                weighed += [(state, line.worth.get(values[level], 0)) for state, level in self.levels(line.fact)]
        return Sum(tuple(weighed), condition.at_least)
