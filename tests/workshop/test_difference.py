"""What a solver says of two rulebooks is what trying all answers one by one says of them."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import Assessment, assess_screening
from screen.core.book import Book
from screen.core.duration import span
from screen.core.duty import owed
from screen.core.screening import Entry, Known, Screening, Sign
from screen.workshop.comparing.difference import Two, alters, duties_moved, moves, outcomes_moved, partnerless
from screen.workshop.logic.encoding import LEFT
from screen.workshop.logic.formula import UNDECIDED, Formula, Undecided
from screen.workshop.logic.solver import z3_solver
from screen.workshop.logic.story import Story, led
from tests.core.little import NOW, Tree, conditions, little_book, parts_of_a_book, rule, signs

SOLVE = z3_solver(10)
Pair = tuple[str, str]


class Tried(NamedTuple):
    """How many signs some answers have, and what they come to in the old book and in the new."""

    signs: int
    both: tuple[Assessment, Assessment]


def tried(old: Book, new: Book) -> Iterator[Tried]:
    """All answers to two books, weighed by both: facts in each state, with and without reason, at each time; signs.

    What a book does not know is not told to it.
    """
    books = (old, new)
    facts = [[*states(books, fact)] for fact in dict.fromkeys(fact for book in books for fact in book.fact)]
    kept = {each for book in books for each in book.ids(book.protecting)}
    known = dict.fromkeys(each for book in books for each in book.bit)
    found = [[None, Sign(each, "present"), *([Sign(each, "could-not-tell")] if each in kept else [])] for each in known]
    spans = {span(clock.within) for book in books for clock in book.rulebook.clocks.values()}
    for entries in product(*facts, *found):
        given_ = [each for each in entries if each is not None]
        for later in sorted({timedelta(), *spans}):
            both = [assess_screening(book, fitting(book, given_), NOW + later) for book in books]
            yield Tried(sum(isinstance(each, Sign) for each in given_), (both[0], both[1]))


def states(books: tuple[Book, Book], fact: str) -> Iterator[Known | None]:
    """Each state of a fact; without a reason too, where one of the books asks for it."""
    yield None
    yield Known(fact, LEFT, "", NOW)
    for value in dict.fromkeys(value for book in books if fact in book.fact for value in book.fact[fact].values):
        yield Known(fact, value, "written", NOW)
        if any(value in dict(book.reasoned).get(fact, ()) for book in books):
            yield Known(fact, value, "", NOW)


def fitting(book: Book, entries: list[Known | Sign]) -> Screening:
    """What the book knows."""
    kept: list[Entry] = []
    for each in entries:
        if isinstance(each, Sign):
            kept += [each] * (each.indicator in book.bit)
        else:
            kept += [each] * (each.fact in book.fact and each.value in (*book.fact[each.fact].values, LEFT))
    return Screening(tuple(kept))


def classes(book: Book, assessment: Assessment) -> dict[str, str]:
    """The outcome of each table, as things stand."""
    held = {name: test(assessment.worlds.standing) for name, test in book.named.items()}
    found = {}
    for name, table in book.rulebook.tables.items():
        rows = (row for row in table.rows if all(w == "any" or (w == "yes") == held[c] for c, w in row.when.items()))
        found[name] = next((row.outcome for row in rows), table.otherwise)
    return found


class Expected:
    """The fewest signs with which each pair of dispositions or outcomes changes hands, and each duty."""

    def __init__(self, old: Book, new: Book) -> None:
        self.moved: dict[Pair, int] = {}
        self.classed: dict[tuple[str, str, str], int] = {}
        self.owed: dict[tuple[str, bool], int] = {}
        for count, (one, other) in tried(old, new):
            self.note(self.moved, (one.disposition, other.disposition), count)
            before, after = classes(old, one), classes(new, other)
            for table in before.keys() & after.keys():
                self.note(self.classed, (table, before[table], after[table]), count)
            was, now = ({duty.id for duty in owed(book, each)} for book, each in ((old, one), (new, other)))
            for duty in was ^ now:
                self.owed[duty, duty in now] = min(count, self.owed.get((duty, duty in now), count))

    @staticmethod
    def note(found: dict[Any, int], key: Any, count: int) -> None:  # noqa: ANN401 - any key
        if key[-1] != key[-2]:
            found[key] = min(count, found.get(key, count))


def count(story: Story | None) -> int:
    """How many signs a story has."""
    assert story is not None
    return len(story.present) + len(story.left)


def agrees(old: Book, new: Book) -> None:
    """The solver names what trying all answers names, each with the fewest signs."""
    expected, two = Expected(old, new), Two(old, new)
    found = list(moves(two, SOLVE))
    assert {(each.old, each.new): count(each.story) for each in found} == expected.moved
    for move in found:
        assert move.story is not None
        assert led(old, move.story).disposition == move.old
        assert led(new, move.story).disposition == move.new
    assert {(each.duty, each.is_owed_now): count(each.story) for each in duties_moved(two, SOLVE)} == expected.owed
    classed = {(each.table, each.old, each.new): count(each.story) for each in outcomes_moved(two, SOLVE)}
    assert {key: number for key, number in classed.items() if "" not in key} == expected.classed
    elsewhere = bool(expected.moved or expected.owed or classed)
    assert alters(old, new, SOLVE) is elsewhere


@st.composite
def trees(draw: st.DrawFn, most_facts: int = 1, *, singling: bool = False) -> Tree:
    """The parts of a random book, with a duty or two."""
    parts = draw(parts_of_a_book(most_facts, 3, singling=singling))
    names = [each["id"] for each in parts["indicators"]]
    reached = st.sampled_from([{"reached": each["id"]} for each in parts["dispositions"][1:]])
    whens = st.one_of(conditions(parts["facts"], names, 1), reached)
    more = {"to": "someone", "title": "a duty", "within": "24 h", "source": "ours"}
    parts["duties"] = [{"id": f"duty{place}", "when": draw(whens)} | more for place in range(draw(st.integers(0, 2)))]
    return parts


@settings(deadline=None, max_examples=25)
@given(trees(), trees())
def test_of_two_unlike_books_exactly_what_changed_hands_is_named_with_the_fewest_signs(one: Tree, other: Tree) -> None:
    agrees(little_book(**one), little_book(**other))


@settings(deadline=None, max_examples=10)
@given(trees(singling=True), trees(singling=True))
def test_so_it_is_of_books_with_tables_that_are_not_monotone(one: Tree, other: Tree) -> None:
    agrees(little_book(**one), little_book(**other))


@settings(deadline=None, max_examples=5)
@given(trees(2), st.data())
def test_so_it_is_of_a_book_of_which_one_rule_was_written_anew(parts: Tree, data: st.DataObject) -> None:
    names = [each["id"] for each in parts["indicators"]]
    anew = deepcopy(parts)
    anew["rules"][0]["when"] = data.draw(conditions(parts["facts"], names))
    agrees(little_book(**parts), little_book(**anew))


@settings(deadline=None, max_examples=40)
@given(trees(2, singling=True))
def test_a_book_differs_in_nothing_from_itself(parts: Tree) -> None:
    old, new = little_book(**parts), little_book(**parts)
    two = Two(old, new)
    assert list(moves(two, SOLVE)) == []
    assert list(duties_moved(two, SOLVE)) == []
    assert list(outcomes_moved(two, SOLVE)) == []
    assert alters(old, new, SOLVE) is False
    assert partnerless(old, new) == ()


def thresholds(node: Any) -> Iterator[Tree]:  # noqa: ANN401 - any part of a tree
    """Every count and every sum of points inside."""
    if isinstance(node, dict):
        if "at_least" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from thresholds(each)


@settings(deadline=None, max_examples=40)
@given(trees(2), st.data())
def test_a_threshold_raised_by_one_only_lowers(parts: Tree, data: st.DataObject) -> None:
    raised = deepcopy(parts)
    found = list(thresholds([raised["rules"], raised["conditions"]]))
    if found:
        data.draw(st.sampled_from(found))["at_least"] += 1
    old, new = little_book(**parts), little_book(**raised)
    assert {move.direction for move in moves(Two(old, new), SOLVE)} <= {"lower"}
    assert {move.direction for move in moves(Two(new, old), SOLVE)} <= {"higher"}


@settings(deadline=None, max_examples=25)
@given(trees(), trees())
def test_the_other_way_round_everything_is_mirrored(one: Tree, other: Tree) -> None:
    old, new = little_book(**one), little_book(**other)
    turned = {"higher": "lower", "lower": "higher", "no-order": "no-order"}
    there = {(each.old, each.new, each.direction) for each in moves(Two(old, new), SOLVE)}
    back = {(each.new, each.old, turned[each.direction]) for each in moves(Two(new, old), SOLVE)}
    assert there == back
    here = {(each.duty, each.is_owed_now) for each in duties_moved(Two(old, new), SOLVE)}
    assert here == {(each.duty, not each.is_owed_now) for each in duties_moved(Two(new, old), SOLVE)}


XYZ = signs("x", "y", "z")
TWO_OF_THREE = {"at_least": 2, "of": "indicators"}


def test_the_shortest_answers_are_told_with_what_both_books_make_of_them() -> None:
    old = little_book(indicators=XYZ, rules=[rule(TWO_OF_THREE)])
    new = little_book(indicators=XYZ, rules=[rule({"at_least": 3, "of": "indicators"})])
    (move,) = moves(Two(old, new), SOLVE)
    assert (move.old, move.new, move.direction) == ("high", "low", "lower")
    assert count(move.story) == 2


def test_those_advised_lower_come_first_then_those_without_an_order() -> None:
    names = ("low", "middle", "high")
    old = little_book(indicators=XYZ, rules=[rule({"indicator": "x"}), rule({"indicator": "z"}, "middle", id="z")])
    renamed = [{"id": each} for each in (*names[:2], "highest")]
    rules = [rule({"indicator": "y"}, "middle"), rule({"indicator": "z"}, "highest", id="z")]
    new = little_book(indicators=XYZ, dispositions=renamed, rules=rules)
    found = list(moves(Two(old, new), SOLVE))
    ways = [each.direction for each in found]
    assert ways == sorted(ways, key=("lower", "no-order", "higher").index)
    assert {(each.old, each.new): each.direction for each in found} == {
        ("high", "low"): "no-order",
        ("high", "middle"): "no-order",
        ("high", "highest"): "no-order",
        ("middle", "highest"): "no-order",
        ("low", "middle"): "higher",
    }
    assert {(each.kind, each.id, each.is_new) for each in partnerless(old, new)} == {
        ("disposition", "high", False),
        ("disposition", "highest", True),
        ("rule", "rule high", False),
        ("rule", "rule middle", True),
    }


def test_dispositions_that_changed_places_have_no_order() -> None:
    swapped = [{"id": each} for each in ("low", "high", "middle")]
    old = little_book(indicators=XYZ, rules=[rule({"indicator": "x"})])
    new = little_book(indicators=XYZ, dispositions=swapped, rules=[rule({"indicator": "x"}, "middle")])
    (move,) = moves(Two(old, new), SOLVE)
    assert (move.old, move.new, move.direction) == ("high", "middle", "no-order")


def test_a_sign_that_is_gone_was_never_asked_in_the_new_book() -> None:
    old = little_book(indicators=XYZ, rules=[rule(TWO_OF_THREE)])
    new = little_book(indicators=signs("x", "y"), rules=[rule(TWO_OF_THREE)])
    (move,) = moves(Two(old, new), SOLVE)
    assert move.direction == "lower"
    assert move.story is not None
    assert "z" in move.story.present
    assert [(each.kind, each.id, each.is_new) for each in partnerless(old, new)] == [("indicator", "z", False)]


def test_a_value_that_is_gone_was_never_given_in_the_new_book() -> None:
    def book(*values: str) -> Book:
        fact = {"id": "f", "title": "f", "values": values, "unanswered": values[0]}
        return little_book(facts=[fact], rules=[rule({"fact": "f", "from": "b"})])

    old, new = book("a", "b", "c"), book("a", "b")
    (move,) = moves(Two(old, new), SOLVE)
    assert move.story is not None
    assert (move.direction, move.story.facts) == ("lower", {"f": "c"})
    assert [(each.kind, each.id, each.is_new) for each in partnerless(old, new)] == [("value", "f: c", False)]


@pytest.mark.parametrize(
    ("within", "directions"), [("72 h", ["lower"]), ("24 h", []), ("1 d", []), ("2 h", ["higher"])]
)
def test_a_clock_that_runs_longer_lowers_the_advice_of_whoever_is_in_between(
    within: str, directions: list[str]
) -> None:
    def book(within: str) -> Book:
        fact = {"id": "f", "title": "f", "values": ["a", "b"], "unanswered": "a"}
        clocks = {"c": {"from": "f", "within": within}}
        return little_book(facts=[fact], clocks=clocks, rules=[rule({"passed": "c"})])

    old, new = book("24 h"), book(within)
    found = list(moves(Two(old, new), SOLVE))
    assert [each.direction for each in found] == directions
    assert alters(old, new, SOLVE) is bool(directions)


def test_a_clock_does_not_run_in_a_book_that_does_not_know_the_value_that_began_it() -> None:
    def book(*values: str) -> Book:
        fact = {"id": "f", "title": "f", "values": values, "unanswered": values[0]}
        return little_book(facts=[fact], clocks={"c": {"from": "f", "within": "24 h"}}, rules=[rule({"passed": "c"})])

    old, new = book("a", "b"), book("a", "b", "c")
    (move,) = moves(Two(old, new), SOLVE)
    assert (move.old, move.new) == ("low", "high")
    assert move.story is not None
    assert (move.story.facts, move.story.passed) == ({"f": "c"}, ("c",))


def test_a_table_that_only_one_book_has_gives_every_outcome_to_nobody_in_the_other() -> None:
    table = {"t": {"rows": [{"when": {"named": "yes"}, "outcome": "some"}], "otherwise": "none"}}
    parts: Tree = {"indicators": XYZ, "monotone": "no", "conditions": {"named": {"indicator": "x"}}}
    old = little_book(**parts, tables=table, outcomes={"some": "Some", "none": "None"})
    new = little_book(**parts)
    found = {(each.table, each.old, each.new) for each in outcomes_moved(Two(old, new), SOLVE)}
    assert found == {("t", "some", ""), ("t", "none", "")}
    assert {each.kind for each in partnerless(old, new)} == {"table", "outcome"}
    assert alters(old, new, SOLVE) is True


def never(_: Formula) -> Undecided:
    """A solver whose time is always up."""
    return UNDECIDED


def test_a_solver_whose_time_is_up_leaves_every_pair_open_and_none_unsaid() -> None:
    old = little_book(indicators=XYZ, rules=[rule(TWO_OF_THREE)])
    two = Two(old, old)
    found = list(moves(two, never))
    assert {(each.old, each.new) for each in found} == set(product(old.rank, repeat=2)) - {
        (each,) * 2 for each in old.rank
    }
    assert all(each.story is None for each in found)
    assert alters(old, old, never) is None


def test_a_duty_is_compared_also_where_it_turns_on_the_advice() -> None:
    duty = {"id": "d", "when": {"reached": "high"}, "to": "t", "title": "t", "within": "24 h", "source": "s"}
    old = little_book(indicators=XYZ, rules=[rule({"indicator": "x"})], duties=[duty])
    new = little_book(indicators=XYZ, rules=[rule({"indicator": "y"})], duties=[duty])
    found = [
        (each.duty, each.is_owed_now, each.story and each.story.present) for each in duties_moved(Two(old, new), SOLVE)
    ]
    assert found == [("d", False, ("x",)), ("d", True, ("y",))]
