"""Claims about answers with something added: it never lowers the advice, and nothing that raises it is hidden."""

from typing import TYPE_CHECKING

from screen.workshop.logic.encoding import LEFT, NOT_ASKED, Encoding, answers_to, bare, left, passed, sign, stands
from screen.workshop.logic.formula import UNDECIDED, And, Atom, Formula, Model, Not, Or, Solve, at_most, implies, same
from screen.workshop.logic.story import shortest, story_of
from screen.workshop.proving.proof import Line, Point, line_of
from screen.workshop.proving.ways import Way, is_open, ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book

MORE = "more:"
"""The copy of the answers in which something is added."""


def never_lowers(encoding: Encoding, space: And, solve: Solve) -> Line:
    """More evidence never lowers the disposition: a sign more, a more protective value, a clock run out."""
    book, more = encoding.book, Encoding(encoding.book, MORE)
    falls = Or(tuple(And((encoding.reaches(rank), Not(more.reaches(rank)))) for rank in range(1, len(book.rank))))
    found = shortest(solve, And((space, answers_to(book, copy=MORE), _no_less(encoding, more), falls)), (book,), MORE)
    says = "More evidence never lowers the disposition: a sign more, or a more protective value."
    line = line_of("more-never-lowers", says, [_told(book, "the disposition", "falls", found)])
    return line._replace(is_declared=book.rulebook.monotone == "no")


def _told(book: "Book", about: str, words: str, found: "Model | str | None") -> Point | str | None:
    if isinstance(found, frozenset):
        return Point(about, words, story_of(book, found), story_of(book, found, MORE))
    return about if found == UNDECIDED else None


def _no_less(encoding: Encoding, more: Encoding) -> Formula:
    """The second copy has every sign of the first, every fact as high or higher, and every clock that has run out.

    A value is not taken back, and no reason is written afterwards: neither would be more evidence.
    """
    book = encoding.book
    parts = [implies(encoding.present[each], more.present[each]) for each in book.bit]
    parts += [implies(passed(name), passed(name, MORE)) for name in book.clock]
    for fact in book.rulebook.facts:
        here, there = encoding.levels(fact.id), more.levels(fact.id)
        if fact.order == "none":
            parts += [same(one, other) for (one, _), (other, _) in zip(here, there, strict=True)]
        else:
            parts += [implies(_from(here, least), _from(there, least)) for least in range(1, len(fact.values))]
        told, still = (Or(tuple(stands(fact.id, value, copy) for value in fact.values)) for copy in ("", MORE))
        asking = Or(tuple(stands(fact.id, value, MORE) for value in fact.reason))
        parts += [implies(told, still), implies(And((bare(fact.id), asking)), bare(fact.id, MORE))]
    return And(tuple(parts))


def _from(levels: tuple[tuple[Atom, int], ...], least: int) -> Formula:
    return Or(tuple(state for state, level in levels if level >= least))


def nothing_hidden(encoding: Encoding, space: And, solve: Solve) -> Line:
    """No `ask_when` hides what could still raise the advice, except where the book says why."""
    book, ways = encoding.book, ways_of(encoding.book)
    both = And((*space.parts, *_one_more(encoding, ways)))
    opened = {atom: is_open(ways, atom) for atom in dict.fromkeys(way.teaches for way in ways)}
    tried: list[Point | str | None] = []
    listed: list[Point] = []
    for key, because in _branches(book):
        behind = tuple(way for way in ways if key in way.behind)
        if not behind:
            continue
        found = shortest(solve, And((both, Not(behind[0].behind[key]), _hidden(behind, opened))), (book,))
        told = _told(
            book,
            key,
            because or "hidden, and what it asks could raise the advice. Write `hidden_because`, if that is right",
            found,
        )
        if because and isinstance(told, Point):
            listed.append(told)
        else:
            tried.append(told)
    says = "No ask_when hides what could still raise the advice, except as listed."
    return line_of("nothing-hidden", says, tried, listed)


def _branches(book: "Book") -> "Iterator[tuple[str, str | None]]":
    """Every branch that has an `ask_when`, and why the book says that it may hide something."""
    for item in book.rulebook.items:
        yield item.id, item.hidden_because
        for option in item.options:
            yield f"{item.id}/{option.id}", option.hidden_because
    for stage in book.rulebook.stages:
        yield f"stage:{stage.id}", stage.hidden_because


def _pick(atom: Atom) -> Atom:
    """Of what can be taught, the one thing that the second copy has more."""
    return Atom(f"pick:{atom.name}")


def _hidden(behind: tuple[Way, ...], opened: dict[Atom, Formula]) -> Formula:
    """What is picked is behind the branch, and no open way can teach it."""
    return Or(tuple(And((_pick(atom), Not(opened[atom]))) for atom in dict.fromkeys(way.teaches for way in behind)))


def _one_more(encoding: Encoding, ways: tuple[Way, ...]) -> tuple[Formula, ...]:
    """The second copy is the first with one thing more that can be taught, and leads higher."""
    book, more = encoding.book, Encoding(encoding.book, MORE)
    taught = dict.fromkeys(way.teaches for way in ways)
    raises = Or(tuple(And((more.reaches(rank), Not(encoding.reaches(rank)))) for rank in range(1, len(book.rank))))
    parts: list[Formula] = [answers_to(book, copy=MORE), raises, at_most(tuple(map(_pick, taught)), 1)]
    for each in book.bit:
        found = Or((sign(each), _pick(sign(each)))) if sign(each) in taught else sign(each)
        parts.append(same(sign(each, MORE), found))
        if book.bit[each] & book.protecting:
            unknown = Or((left(each), _pick(left(each)))) if left(each) in taught else left(each)
            parts.append(same(left(each, MORE), And((unknown, Not(sign(each, MORE))))))
    for fact in book.rulebook.facts:
        states = [stands(fact.id, value) for value in (*fact.values, LEFT)]
        chosen = Or(tuple(_pick(state) for state in states if state in taught))
        parts += [implies(_pick(state), Atom(f"{MORE}{state.name}")) for state in states if state in taught]
        for state in (*states, stands(fact.id, NOT_ASKED)):
            parts.append(implies(And((state, Not(chosen))), Atom(f"{MORE}{state.name}")))
        parts.append(implies(bare(fact.id, MORE), And((bare(fact.id), Not(chosen)))))
    return (*parts, *(same(passed(name), passed(name, MORE)) for name in book.clock))
