"""Claims about what is put in: everything can be learned, and nothing rests on who the person is."""

from typing import TYPE_CHECKING

from screen.core.checks.profiling import check_profiling
from screen.workshop.logic.encoding import sign, stands
from screen.workshop.logic.formula import UNDECIDED, And, Formula, Not, Or, Solve
from screen.workshop.proving.proof import Line, Point, line_of
from screen.workshop.proving.ways import ways_of

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.logic.encoding import Encoding
    from screen.workshop.logic.formula import Atom


def every_indicator(encoding: "Encoding", space: And, solve: Solve) -> Line:
    """No indicator is impossible to learn: some way to it opens by what can be learned before.

    What can be learned is gathered round by round, so that two signs that wait for each other are both found out.
    """
    book, ways = encoding.book, ways_of(encoding.book)
    learned: set[Atom] = set()
    undecided: set[Atom] = set()
    waiting = dict.fromkeys(way.teaches for way in ways)
    while True:
        known = And((space, _only(book, learned)))
        found = {
            atom: solve(And((known, Not(atom), Or(tuple(way.open for way in ways if way.teaches == atom)))))
            for atom in waiting
            if atom not in learned
        }
        new = {atom for atom, model in found.items() if isinstance(model, frozenset)}
        undecided = {atom for atom, model in found.items() if model == UNDECIDED}
        if not new:
            break
        learned |= new
    tried = (_verdict(each, sign(each) in learned, undecided=sign(each) in undecided) for each in book.bit)
    says = "No indicator is impossible to learn."
    return line_of("indicators-learned", says, tried if book.rulebook.items else ())


def _only(book: "Book", learned: "set[Atom]") -> Formula:
    """No sign is present and no fact has a value but those that were learned."""
    states = [stands(fact.id, value) for fact in book.rulebook.facts for value in fact.values]
    unknown = [atom for atom in (*map(sign, book.bit), *states) if atom not in learned]
    return And(tuple(map(Not, unknown)))


def _verdict(name: str, is_learned: bool, *, undecided: bool) -> Point | str | None:  # noqa: FBT001
    if is_learned:
        return None
    return name if undecided else Point(name, "no item that is ever asked can find it")


def no_protected_trait(book: "Book") -> Line:
    """No input is a protected trait: no text by which a sign or an answer is chosen has such a word.

    Those that have one and say under `allowed` why they need it are listed.
    """
    tried = (Point(".".join(map(str, problem.place)), problem.fault) for problem in check_profiling(book.rulebook))
    allowed = [Point(each.id, each.allowed) for each in book.rulebook.indicators if each.allowed]
    allowed += [Point(f"{each.id}", each.allowed) for each in book.rulebook.facts if each.allowed]
    allowed += [
        Point(f"{item.id}/{option.id}", option.allowed)
        for item in book.rulebook.items
        for option in item.options
        if option.allowed
    ]
    says = "No input is a protected trait: nationality, ethnicity, religion, gender, a gap in age, looks."
    return line_of("no-protected-trait", says, tried, allowed)
