"""Claims that authors write into a rulebook, tried on all answers."""

from typing import TYPE_CHECKING

from screen.workshop.logic.encoding import stands
from screen.workshop.logic.formula import UNDECIDED, And, Formula, Not, Or, Solve, at_most
from screen.workshop.logic.story import shortest, story_of
from screen.workshop.proving.proof import Line, Point, line_of

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.claim import Claim
    from screen.workshop.logic.encoding import Encoding


def claimed(encoding: "Encoding", space: And, solve: Solve, claim: "Claim") -> Line:
    """One claim of the book: it holds, or the shortest answers against it."""
    book, gates = encoding.book, claim.gates == "yes"
    against: Formula
    if claim.never is not None:
        against = encoding.of(claim.never, gates=gates)
    else:
        assert claim.then is not None  # noqa: S101 - check_claims asks for one of the two
        against = Not(encoding.of(claim.then, gates=gates))
    given = () if claim.given is None else (encoding.of(claim.given, gates=gates),)
    let_in = And((space, *given, *_let_in(encoding, claim)))
    found = shortest(solve, And((let_in, against)), (book,))
    tried: Point | str | None = claim.id if found == UNDECIDED else None
    if found is None and solve(let_in) is None:
        tried = Point(claim.id, "it speaks of no answers at all: nothing fits what it takes for given")
    if isinstance(found, frozenset):
        tried = Point(claim.id, "", story_of(book, found))
    return line_of(f"claim:{claim.id}", claim.says, [tried])


def _let_in(encoding: "Encoding", claim: "Claim") -> tuple[Formula, ...]:
    """What the claim says of the answers: facts at their least, only these signs, of so few clusters."""
    book = encoding.book
    parts: list[Formula] = []
    if claim.facts == "least":
        parts += [_least(book, fact.id) for fact in book.rulebook.facts if fact.order != "none"]
    if claim.only is not None:
        outside = book.ids(book.everything & ~book.where(claim.only))
        parts += [Not(encoding.present[each]) for each in outside]
    if claim.clusters is not None:
        clusters = (tuple(encoding.present[each] for each in book.ids(mask)) for mask in book.clusters.values())
        parts.append(at_most(tuple(map(Or, clusters)), claim.clusters))
    return tuple(parts)


def _least(book: "Book", fact: str) -> Formula:
    return stands(fact, book.fact[fact].values[0])
