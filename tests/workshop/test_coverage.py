"""Which changes the cases of a rulebook notice: those of the shipped one, and of small ones made for the purpose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.duty import owed
from screen.core.outcome import outcomes
from screen.core.screening import Screening
from screen.storage.cases import CASES, read_cases
from screen.workshop.comparing.difference import alters
from screen.workshop.logic.solver import z3_solver
from screen.workshop.mutating.change import changed
from screen.workshop.mutating.coverage import Coverage, cover
from screen.workshop.mutating.likeness import weigh_alike
from screen.workshop.mutating.mutation import changes
from screen.workshop.mutating.trial import Difference, differences, evidence_of
from tests.conftest import ROOT
from tests.core.case import SHIPPED
from tests.core.little import books, entries_of, rule
from tests.workshop.small import TWO, case, compiled, small_book


def undecided(_old: Book, _new: Book) -> None:
    """Nobody knows."""


def leads_elsewhere(_old: Book, _new: Book) -> bool:
    """Whoever is asked says so."""
    return True


@pytest.fixture(scope="module")
def shipped(book: Book) -> Coverage:
    """What the shipped cases notice, the solver asked of the rest; reckoned once, since it takes seconds."""
    solve = z3_solver(5.0)
    return cover(book, SHIPPED, lambda old, new: alters(old, new, solve))


def test_the_shipped_cases_notice_at_least_95_of_a_hundred_changes(shipped: Coverage) -> None:
    assert shipped.score >= 0.95, [each.id for each in shipped.missed]


def test_what_the_shipped_cases_do_not_notice_has_its_reason_with_a_solver_and_without(shipped: Coverage) -> None:
    reasons = {each.name: each.why for each in read_cases(ROOT / CASES, lambda _: ()).unnoticed}
    assert [each.id for each in shipped.missed if each.id not in reasons] == []
    assert list(shipped.misplaced(reasons)) == []
    assert set(reasons) <= {each.id for each in (*shipped.missed, *shipped.idle)}


def test_every_change_of_the_shipped_book_is_in_one_place(book: Book, shipped: Coverage) -> None:
    sorted_out = [*(each.change for each in shipped.noticed), *shipped.unnoticed, *shipped.idle, *shipped.undecided]
    assert sorted(each.id for each in sorted_out) == sorted(each.id for each in changes(book))


def test_without_a_solver_only_changes_with_a_reason_stay_undecided(book: Book, shipped: Coverage) -> None:
    reasons = {each.name for each in read_cases(ROOT / CASES, lambda _: ()).unnoticed}
    idle = [each for each in shipped.idle if not weigh_alike(book, Book(changed(book.rulebook, each)))]
    assert {each.id for each in idle} <= reasons


def ids(coverage: Coverage) -> dict[str, list[str]]:
    """The names of the changes, by what came of them."""
    return {
        "noticed": [each.change.id for each in coverage.noticed],
        "unnoticed": [each.id for each in coverage.unnoticed],
        "idle": [each.id for each in coverage.idle],
        "undecided": [each.id for each in coverage.undecided],
    }


BOTH_SIDES = [case("high", "a", "c"), case("low", "c")]


def test_a_change_that_no_case_notices_is_named() -> None:
    one_side = ids(cover(small_book(TWO), BOTH_SIDES[1:], leads_elsewhere))
    assert "rules/two/at_least 2 -> 1" in one_side["noticed"]
    assert {"rules/two/at_least 2 -> 3", "rules/two left out", "rules/two/disposition high -> middle"} <= set(
        one_side["unnoticed"]
    )
    both = ids(cover(small_book(TWO), BOTH_SIDES, leads_elsewhere))
    assert {"rules/two/at_least 2 -> 1", "rules/two/at_least 2 -> 3", "rules/two left out"} <= set(both["noticed"])
    assert both["unnoticed"] == ["rules/two/of indicators -> clusters"]


def test_the_first_case_to_notice_a_change_is_named() -> None:
    noticed = {each.change.id: each.case for each in cover(small_book(TWO), BOTH_SIDES, undecided).noticed}
    assert noticed["rules/two/at_least 2 -> 1"] == "low c"
    assert noticed["rules/two left out"] == "high a c"


def test_a_change_that_alters_nothing_is_named_as_such_without_a_solver() -> None:
    found = ids(cover(small_book(TWO), BOTH_SIDES, undecided))
    assert "indicators/a/strength weak -> strong" in found["idle"], "no rule asks for strength"
    assert "rules/two/of indicators -> clusters" in found["undecided"]


def test_a_rule_that_another_makes_needless_is_idle_by_the_solver_and_undecided_without() -> None:
    needless = rule({"all": [{"indicator": "a"}, {"indicator": "b"}]}, id="needless")
    book, cases = small_book(rule({"indicator": "a"}, id="enough"), needless), [case("high", "a"), case("low", "b")]
    assert "rules/needless left out" in ids(cover(book, cases, undecided))["undecided"]
    solve = z3_solver(5.0)
    assert "rules/needless left out" in ids(cover(book, cases, lambda old, new: alters(old, new, solve)))["idle"]


def test_a_gate_of_a_rule_about_facts_alone_alters_nothing_and_that_of_signs_is_not_asked_of_the_solver() -> None:
    level = {"id": "level", "title": "l", "values": ["none", "some"], "unanswered": "none"}
    book = small_book(TWO, rule({"fact": "level", "from": "some"}, "middle", id="told"), facts=[level])
    found = ids(cover(book, [case("low")], leads_elsewhere))
    assert "rules/told/gate no -> yes" in found["idle"]
    assert "rules/two/gate no -> yes" in found["undecided"]
    seen = ids(cover(book, [case("low", "c", next_up=["a"])], leads_elsewhere))
    assert "rules/two/gate no -> yes" in seen["noticed"]


def test_of_a_book_with_tables_the_solver_does_not_say_that_nothing_is_altered() -> None:
    book = small_book(
        TWO,
        monotone="no",
        conditions={"row": {"at_least": 2, "of": "indicators"}},
        outcomes={"yes": "y", "no": "n"},
        tables={"t": {"rows": [{"when": {"row": "yes"}, "outcome": "yes"}], "otherwise": "no"}},
    )
    assert "conditions/row/at_least 2 -> 3" in ids(cover(book, [case("low")], lambda _old, _new: False))["undecided"]
    seen = cover(book, [case("high", "a", "b", outcomes=["yes"])], undecided)
    assert "conditions/row/at_least 2 -> 3" in ids(seen)["noticed"]


def test_answers_are_taken_in_anew_where_the_order_of_a_fact_is_changed() -> None:
    level = {"id": "level", "title": "l", "values": ["none", "some", "much"], "unanswered": "none"}
    items = [
        {"id": item, "text": "?", "options": [{"id": "yes", "label": "y", "sets": {"level": value}}]}
        for item, value in (("one", "some"), ("other", "much"))
    ]
    book = small_book(rule({"fact": "level", "from": "some"}, id="r"), facts=[level], items=items)
    both = case("high", answers={"one": "yes", "other": "yes"})
    found = ids(cover(book, [both], leads_elsewhere))
    assert "facts/level/values some <-> much" in found["unnoticed"], "the higher of both values stands, whatever it is"


def test_the_score_leaves_out_what_alters_nothing() -> None:
    found = cover(small_book(TWO), BOTH_SIDES, undecided)
    assert len(found.idle) > 0
    assert found.score == len(found.noticed) / (len(found.noticed) + len(found.undecided))
    assert cover(small_book(), [case("low")], undecided).score == 1.0


def test_an_excuse_for_no_change_or_for_one_that_is_noticed_is_a_problem() -> None:
    found = cover(small_book(TWO), BOTH_SIDES, undecided)
    excused = ["rules/two/at_least 2 -> 1", "rules/too/at_least 2 -> 3", found.idle[0].id, found.undecided[0].id]
    problems = list(found.misplaced(excused))
    assert [each.place for each in problems] == [("unnoticed", name) for name in excused[:2]]
    assert "low c" in problems[0].fault
    assert "rules/two/at_least 2 -> 3" in problems[1].remedy
    (strange,) = found.misplaced(["xyz"])
    assert "Delete it" in strange.remedy


def test_cases_notice_that_a_result_is_withheld_and_what_it_waits_for() -> None:
    option = {"id": "o", "label": "o", "shows": ["a", "b", "c", "d"]}
    items = [{"id": "q", "text": "?", "options": [option], "reason": ["declined"]}]
    stages = [{"id": "s", "title": "S", "items": ["q"]}]
    book = small_book(rule({"indicator": "a"}, id="r"), items=items, stages=stages, complete="required")
    led, empty = case("high", answers={"q": "o"}), case("withheld")
    silent = case("withheld", answers={"q": "declined"})
    for each in (led, empty, silent):
        assert list(differences(book, each, evidence_of(book, each))) == []
    early = case("low")
    (difference,) = differences(book, early, evidence_of(book, early))
    assert difference == Difference("disposition", ("low",), ("withheld",))
    waits = ["complete required -> no", "items/q/reason left out"]
    found = ids(cover(book, [led], lambda _old, _new: False))
    assert [each for each in found["undecided"] if each in waits] == waits
    assert set(waits) <= set(ids(cover(book, [led, empty, silent], undecided))["noticed"])


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_books_that_weigh_alike_lead_every_screening_to_the_same(data: st.DataObject) -> None:
    book = compiled(data.draw(books()))
    change = data.draw(st.sampled_from(changes(book)))
    new = Book(changed(book.rulebook, change))
    if weigh_alike(book, new):
        screening = Screening(data.draw(entries_of(book)))
        old_one, new_one = assess_screening(book, screening), assess_screening(new, screening)
        assert old_one.disposition == new_one.disposition
        assert owed(book, old_one) == owed(new, new_one)
        assert outcomes(book, old_one.worlds) == outcomes(new, new_one.worlds)


def test_a_trial_tells_everything_that_came_otherwise_by_its_ids() -> None:
    book = small_book(TWO, duties=[])
    expected = {"lowest": "low", "highest": "middle", "findings": ["a"], "rules": ["two"], "duties": [], "next_up": []}
    wrong = case("high", "c", **expected)
    assert list(differences(book, wrong, evidence_of(book, wrong))) == [
        Difference("disposition", ("high",), ("low",)),
        Difference("highest", ("middle",), ("high",)),
        Difference("rules", ("two",), ()),
        Difference("findings", ("a",), ("c",)),
        Difference("next_up", (), ("a",)),
    ]


@pytest.mark.parametrize(("at", "expected"), [("2026-11-22T11:59", "low"), ("2026-11-22T12:00", "high")])
def test_a_trial_is_held_at_the_moment_of_its_case(at: str, expected: str) -> None:
    level = {"id": "level", "title": "l", "values": ["none", "some"], "unanswered": "none"}
    late = rule({"passed": "day"}, id="late", valid={"from": "2026-11-22"})
    book = small_book(late, facts=[level], clocks={"day": {"from": "level", "within": "24 h"}})
    timed = case(expected, facts={"level": "some"}, at=at, learned={"level": "2026-11-21T12:00"})
    assert list(differences(book, timed, evidence_of(book, timed))) == []


def test_a_trial_looks_at_nothing_that_a_case_does_not_name() -> None:
    book = small_book(TWO, rule({"indicator": "a"}, "middle", id="one"))
    plain = case("high", "a", "b", rules=["two"])
    assert list(differences(book, plain, evidence_of(book, plain))) == []
