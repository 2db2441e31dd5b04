"""Claims about what rules reach: every disposition, by every rule, and by no single answer but a gate."""

from typing import TYPE_CHECKING

from screen.core.assessment import assess_screening
from screen.core.screening import UNANSWERED, Answer, Entry, Known, Screening, Sign
from screen.workshop.logic.formula import UNDECIDED, And, Not, Or
from screen.workshop.logic.story import shortest, story_of
from screen.workshop.proving.proof import Line, Point, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.workshop.logic.encoding import Encoding
    from screen.workshop.logic.formula import Solve


def every_disposition(encoding: "Encoding", space: And, solve: "Solve") -> Line:
    """Every disposition is reached by some answers; the shortest are listed."""
    book = encoding.book
    tried: list[Point | str | None] = []
    listed: list[Point] = []
    for each, rank in book.rank.items():
        found = shortest(solve, And((space, encoding.leads_to(rank))), (book,))
        if found is None:
            tried.append(Point(each, "no answers lead here"))
        elif found == UNDECIDED:
            tried.append(each)
        else:
            listed.append(Point(each, "", story_of(book, found)))
    return line_of("dispositions-reached", "Every disposition is reached by some answers.", tried, listed)


def every_rule(encoding: "Encoding", space: And, solve: "Solve") -> Line:
    """Every rule is needed: some answers reach its disposition by it alone."""

    def tried() -> "Iterator[Point | str | None]":
        for rank, rule, when in encoding.rules:
            others = Or(tuple(other for high, each, other in encoding.rules if high >= rank and each is not rule))
            found = solve(And((space, when, Not(others))))
            why = "wherever it holds, another rule reaches as high; or it never holds"
            yield _verdict(rule.id, found is None, undecided=found == UNDECIDED, why=why)

    return line_of("rules-needed", "Every rule is needed: some answers reach its disposition by it alone.", tried())


def no_rule_always(encoding: "Encoding", space: And, solve: "Solve") -> Line:
    """No rule holds whatever is answered."""

    def tried() -> "Iterator[Point | str | None]":
        for _, rule, when in encoding.rules:
            found = solve(And((space, Not(when))))
            yield _verdict(rule.id, found is None, undecided=found == UNDECIDED, why="it holds whatever is answered")

    return line_of("no-rule-always", "No rule holds whatever is answered.", tried())


def _verdict(name: str, fails: bool, *, undecided: bool, why: str) -> Point | str | None:  # noqa: FBT001
    if undecided:
        return name
    return Point(name, why) if fails else None


_TOGETHER = ": all together"
"""What is ticked together in one answer comes together, so it may reach high without a gate; it is listed."""


def single_answers(book: "Book") -> Line:
    """Every single answer that reaches the highest disposition, each tried by itself; only gates let one do so."""
    top = book.rulebook.dispositions[-1].id
    listed: list[Point] = []
    against: list[Point] = []
    for name, entry in _answers(book) if len(book.rank) > 1 else ():
        assessment = assess_screening(book, Screening((entry,)))
        rules = tuple(rule for rule in assessment.rules if rule.disposition == top)
        if rules:
            by = f"by {', '.join(rule.id for rule in rules)}"
            if all(rule.gate == "no" for rule in rules) and not name.endswith(_TOGETHER):
                against.append(Point(name, f"{by}. Write `gate: yes` there, if one answer is to decide"))
            else:
                listed.append(Point(name, by))
    return line_of("single-answers", f"Single answers that reach {top} do so by a gate.", against, listed)


def _answers(book: "Book") -> "Iterator[tuple[str, Entry]]":
    """Every sign, every fact and every item, as an only answer: each option, none, all, and could not tell."""
    for name in book.bit:
        yield name, Sign(name)
        for state in UNANSWERED:
            yield f"{name}: {state}", Sign(name, state)
    for fact in book.rulebook.facts:
        for value in (*fact.values, *UNANSWERED):
            yield f"{fact.id}: {value}", Known(fact.id, value)
    for item in book.rulebook.items:
        for option in item.options:
            yield f"{item.id}/{option.id}", Answer(item.id, (option.id,))
            yield f"{item.id}/{option.id}: could-not-tell", Answer(item.id, unsure=(option.id,))
        for state in UNANSWERED:
            yield f"{item.id}: {state}", Answer(item.id, state=state)
        yield f"{item.id}: none", Answer(item.id)
        if item.pick == "many" and len(item.options) > 1:
            yield f"{item.id}{_TOGETHER}", Answer(item.id, tuple(option.id for option in item.options))
