"""Clocks, days of force, and a result withheld until all is answered."""

from datetime import timedelta

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Known, Screening, Sign
from tests.core.little import Tree, little_book, rule, signs
from tests.core.weighing import LEVELS, NOON, at, bounds


def clocked(within: str) -> Book:
    """A book whose clock runs from a fact."""
    clocks = {"late": {"from": "level", "within": within}}
    return little_book(facts=[LEVELS], clocks=clocks, rules=[rule({"passed": "late"})])


@pytest.mark.parametrize(
    ("within", "span"),
    [
        ("30 min", timedelta(minutes=30)),
        ("24 h", timedelta(hours=24)),
        ("5 d", timedelta(days=5)),
        ("90min", timedelta(minutes=90)),
    ],
)
def test_a_clock_has_passed_when_its_time_is_over_and_not_before(within: str, span: timedelta) -> None:
    book, told = clocked(within), Known("level", "none", "", NOON)
    assert bounds(book, told, now=NOON) == ("low", "low", "high")
    assert bounds(book, told, now=NOON + span - timedelta(seconds=1)) == ("low", "low", "high")
    assert bounds(book, told, now=NOON + span) == ("high", "high", "high")


def test_a_clock_runs_only_from_a_moment_that_is_known() -> None:
    book = clocked("30 min")
    late = NOON + timedelta(days=9)
    assert at(book, now=late) == "low"
    assert at(book, Known("level", "none"), now=late) == "low"
    assert at(book, Known("level", "none", "", NOON)) == "low"


@pytest.mark.parametrize("turned", [False, True])
def test_a_clock_runs_from_the_first_time_the_fact_was_answered(turned: bool) -> None:
    book = clocked("30 min")
    told = (
        Known("level", "none", "", NOON),
        Known("level", "much", "", NOON + timedelta(minutes=20)),
        Known("level", "some"),
    )
    now = NOON + timedelta(minutes=30)
    assert at(book, *(told[::-1] if turned else told), now=now) == "high"
    assert at(book, *told[1:], now=now) == "low"


@pytest.mark.parametrize(
    ("valid", "held"),
    [
        ({"from": "2026-11-22"}, True),
        ({"from": "2026-11-23"}, False),
        ({"until": "2026-11-22"}, True),
        ({"until": "2026-11-21"}, False),
        ({"from": "2026-11-01", "until": "2026-11-30"}, True),
        ({"from": "2026-12-01", "until": "2026-12-31"}, False),
        ({}, True),
    ],
)
def test_a_rule_speaks_from_and_until_its_days_and_on_both(valid: Tree, held: bool) -> None:
    book = little_book(indicators=signs("a"), rules=[rule({"indicator": "a"}, valid=valid)])
    assert (at(book, Sign("a"), now=NOON) == "high") is held
    assert (bounds(book, now=NOON)[2] == "high") is held
    assert at(book, Sign("a")) == "high"


def test_a_book_can_withhold_its_result_until_all_is_answered() -> None:
    parts: Tree = {"facts": [LEVELS], "indicators": signs("a"), "rules": [rule({"indicator": "a"})]}
    book, free = little_book(**parts, complete="required"), little_book(**parts)
    done = (Sign("a", "declined"), Known("level", "could-not-tell"))
    for told, withheld in ((done, False), (done[:1], True), (done[1:], True), ((), True)):
        assert assess_screening(book, Screening(told)).withheld is withheld
        assert assess_screening(free, Screening(told)).withheld is False
