"""Likeness: two rulebooks that weigh the same, seen without a solver, by what their conditions come to."""

from typing import TYPE_CHECKING

from screen.core.mention import mentions
from screen.workshop.logic.encoding import Encoding
from screen.workshop.logic.formula import And, Atom, Not, Or

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.logic.formula import Formula


def weigh_alike(old: "Book", new: "Book") -> bool:
    """Whether all that is weighed comes to the same signs and answers in both: then nobody is led elsewhere.

    False says nothing: they may still weigh the same by another road, which a solver can tell.
    """
    return _weighed(old) == _weighed(new)


def _weighed(book: "Book") -> tuple[object, ...]:
    encoding, rulebook = Encoding(book), book.rulebook
    named = {name: _plain(encoding.of(condition)) for name, condition in rulebook.conditions.items()}
    return (
        frozenset(
            (rank, rule.valid, _plain(formula), mentions(book, rule.when).indicators and rule.gate)
            for rank, rule, formula in encoding.rules
        ),
        {duty.id: _plain(encoding.of(duty.when)) for duty in rulebook.duties},
        {
            name: (
                table.otherwise,
                [({key: (said, named[key]) for key, said in row.when.items()}, row.outcome) for row in table.rows],
            )
            for name, table in rulebook.tables.items()
        },
        rulebook.complete == "required" and {item.id: item.reason for item in rulebook.items},
    )


def _plain(formula: "Formula") -> object:
    """A formula without the order of its parts, in which nothing is said twice."""
    match formula:
        case Atom(name):
            return name
        case Not(part):
            return ("not", _plain(part))
        case And(parts) | Or(parts):
            inner = {_plain(part) for part in parts}
            return inner.pop() if len(inner) == 1 else (type(formula).__name__, frozenset(inner))
        case _:
            weighed = [(_plain(part), worth) for part, worth in formula.parts if worth]
            return ("sum", formula.needed, frozenset((each, weighed.count(each)) for each in weighed))
