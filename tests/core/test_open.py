"""What is open, and how the book says that it counts: facts, written reasons, signs not told."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.outlook import could_change
from screen.core.screening import UNANSWERED, Answer, Known, Screening, Sign
from tests.core.little import Tree, little_book, rule, signs
from tests.core.weighing import LEVELS, at, bounds


def reasoned(reason: list[str]) -> Book:
    """A book that protects a value for which nobody wrote why."""
    fact = {"id": "met", "title": "met", "values": ["yes", "unsure", "no"], "unanswered": "unsure", "reason": reason}
    return little_book(facts=[fact], rules=[rule({"fact": "met", "from": "no", "or_no_reason": "yes"})])


def test_a_value_without_the_reason_it_asks_for_protects() -> None:
    book = reasoned(["yes"])
    assert at(book, Known("met", "yes")) == "high"
    assert at(book, Known("met", "yes", " ")) == "high"
    assert at(book, Known("met", "yes", "as told")) == "low"
    assert at(book, Known("met", "unsure")) == "low"
    assert at(book, Known("met", "no", "as told")) == "high"


def test_a_fact_not_asked_or_not_answered_asks_for_no_reason() -> None:
    book = reasoned(["yes"])
    assert bounds(book) == ("low", "low", "high")
    assert at(book, Known("met", "declined")) == "low"


def test_a_reason_is_written_with_an_answer_too() -> None:
    fact = {"id": "met", "title": "met", "values": ["yes", "no"], "unanswered": "no", "reason": ["yes"]}
    item = {"id": "q", "text": "?", "options": [{"id": "met", "label": "met", "sets": {"met": "yes"}}]}
    book = little_book(facts=[fact], items=[item], rules=[rule({"fact": "met", "from": "no", "or_no_reason": "yes"})])
    assert at(book, Answer("q", ("met",))) == "high"
    assert at(book, Answer("q", ("met",), reasons=(("met", "as told"),))) == "low"


def test_a_fact_not_asked_stands_at_the_value_the_book_names_and_stays_open() -> None:
    fact = LEVELS | {"not_asked": "much"}
    book = little_book(facts=[fact], rules=[rule({"fact": "level", "from": "much"})])
    assert bounds(book) == ("low", "high", "high")
    assert bounds(book, Known("level", "none")) == ("low", "low", "low")
    assert bounds(book, Known("level", "much")) == ("high", "high", "high")


@pytest.mark.parametrize("state", UNANSWERED)
def test_an_unanswered_fact_stands_at_its_value_or_stays_open(state: str) -> None:
    rules = [rule({"fact": "level", "from": "some"})]
    assert bounds(little_book(facts=[LEVELS], rules=rules), Known("level", state)) == ("high", "high", "high")
    least = LEVELS | {"unanswered": "none"}
    assert bounds(little_book(facts=[least], rules=rules), Known("level", state)) == ("low", "low", "low")
    open_ = LEVELS | {"unanswered": "open"}
    assert bounds(little_book(facts=[open_], rules=rules), Known("level", state)) == ("low", "low", "high")
    named = open_ | {"not_asked": "much"}
    assert bounds(little_book(facts=[named], rules=rules), Known("level", state)) == ("low", "high", "high")


def test_a_fact_that_another_item_can_still_raise_is_open_upwards() -> None:
    items = [
        {"id": name, "text": "?", "options": [{"id": "o", "label": "o", "sets": {"level": value}}]}
        for name, value in (("first", "none"), ("second", "much"))
    ]
    book = little_book(facts=[LEVELS], items=items, rules=[rule({"fact": "level", "from": "much"})])
    assert bounds(book, Answer("first", ("o",))) == ("low", "low", "high")
    assert bounds(book, Answer("first", ("o",)), Answer("second", ("o",))) == ("high", "high", "high")
    assert bounds(book, Known("level", "none")) == ("low", "low", "low")


def test_a_fact_that_could_not_be_told_may_fall_while_another_item_can_tell_it() -> None:
    items = [
        {"id": name, "text": "?", "options": [{"id": "o", "label": "o", "sets": {"level": "none"}}]}
        for name in ("first", "second")
    ]
    book = little_book(facts=[LEVELS], items=items, rules=[rule({"fact": "level", "from": "some"})])
    unsure = Answer("first", state="could-not-tell")
    assert bounds(book, unsure) == ("low", "high", "high")
    assert at(book, unsure, Answer("second", ("o",))) == "low"
    assert bounds(book, unsure, Answer("second", state="declined")) == ("high", "high", "high")


@pytest.mark.parametrize("state", UNANSWERED)
@pytest.mark.parametrize(
    ("effect", "reached"),
    [("no", ("low", "low", "low")), ("protects", ("high", "high", "high")), ("open", ("low", "low", "high"))],
)
def test_an_unanswered_sign_counts_as_its_own_word_says_or_the_books(
    state: str, effect: str, reached: tuple[str, str, str]
) -> None:
    told = Sign("a", state)  # type: ignore[arg-type]
    rules = [rule({"indicator": "a"})]
    assert bounds(little_book(indicators=signs("a"), rules=rules, unanswered=effect), told) == reached
    for other in ("no", "protects", "open"):
        book = little_book(indicators=signs("a", unanswered=effect), rules=rules, unanswered=other)
        assert bounds(book, told) == reached
        assert bounds(book) == ("low", "low", "high")


def test_a_sign_that_counts_as_no_is_open_while_another_item_can_find_it() -> None:
    items = [
        {"id": name, "text": "?", "pick": "many", "options": [{"id": "o", "label": "o", "shows": ["a"]}]}
        for name in ("first", "second")
    ]
    book = little_book(indicators=signs("a"), items=items, rules=[rule({"indicator": "a"})], unanswered="no")
    unsure = Answer("first", state="declined")
    assert bounds(book, unsure) == ("low", "low", "high")
    assert bounds(book, unsure, Answer("second", ("o",))) == ("high", "high", "high")
    assert bounds(book, unsure, Answer("second")) == ("low", "low", "low")


def test_a_fact_that_could_not_be_told_falls_no_further_than_an_item_can_take_it() -> None:
    items = [
        {"id": name, "text": "?", "options": [{"id": "o", "label": "o", "sets": {"level": value}}]}
        for name, value in (("first", "much"), ("second", "some"))
    ]
    fact = LEVELS | {"unanswered": "much"}
    rules = [rule({"fact": "level", "from": "much"}), rule({"fact": "level", "from": "some"}, "middle")]
    book = little_book(facts=[fact], items=items, rules=rules)
    assert bounds(book, Answer("first", state="declined")) == ("middle", "high", "high")


def asked_again(value: str) -> Book:
    """A book that protects a value for which nobody wrote why, and asks for it twice."""
    fact: Tree = {"id": "met", "title": "met", "values": ["yes", "part", "no"], "unanswered": "yes"}
    fact["reason"] = ["yes", "part"]
    items = [
        {"id": name, "text": "?", "options": [{"id": "o", "label": "o", "sets": {"met": told}}]}
        for name, told in (("first", "yes"), ("second", value))
    ]
    stages = [{"id": "s", "title": "s", "items": ["first", "second"]}]
    rules = [rule({"fact": "met", "from": "no", "or_no_reason": "yes"})]
    return little_book(facts=[fact], items=items, stages=stages, rules=rules)


def test_a_value_that_an_item_may_still_set_may_come_without_its_reason() -> None:
    book, unsure = asked_again("yes"), Answer("first", state="could-not-tell")
    assert bounds(book, unsure) == ("low", "low", "high")
    assert at(book, unsure, Answer("second", ("o",))) == "high"
    screening = Screening((unsure,))
    assert could_change(book, screening, assess_screening(book, screening)) == ("second",)


def test_a_reason_that_is_missing_may_come_with_a_later_answer() -> None:
    book, silent = asked_again("part"), Answer("first", ("o",))
    assert bounds(book, silent) == ("low", "high", "high")
    assert at(book, silent, Answer("second", ("o",), reasons=(("met", "as told"),))) == "low"
    screening = Screening((silent,))
    assert could_change(book, screening, assess_screening(book, screening)) == ("second",)
