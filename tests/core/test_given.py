"""Given answers: a file of answers as a screening, and what in it does not fit."""

from datetime import UTC, datetime
from typing import Any

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.evidence import fold
from screen.core.given import misfits, missing_reasons, screening_of
from screen.core.screening import Answer, Known, Note, Sign
from screen.core.shape.answers import Answers
from tests.core.little import little_book, signs

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def given(**parts: Any) -> Answers:  # noqa: ANN401 - a tree
    """A file of answers."""
    return Answers.model_validate(parts)


def test_given_answers_are_entries_learned_at_one_moment() -> None:
    answers = given(
        facts={"age": "adult"},
        indicators={"branding": "absent"},
        answers={"now": ["past"], "look": [], "papers": "kept", "journey": "declined", "medical": "could-not-tell"},
        reasons={"age": "a passport"},
        notes=["a note"],
    )
    written = (("age", "a passport"),)
    assert screening_of(answers, NOON).entries == (
        Known("age", "adult", "a passport", NOON),
        Sign("branding", "absent", NOON),
        Answer("now", ("past",), reasons=written, at=NOON),
        Answer("look", (), reasons=written, at=NOON),
        Answer("papers", ("kept",), reasons=written, at=NOON),
        Answer("journey", state="declined", at=NOON),
        Answer("medical", state="could-not-tell", at=NOON),
        Note("a note", NOON),
    )


def test_nothing_given_is_an_empty_screening(book: Book) -> None:
    assert assess_screening(book, screening_of(given(), None)).disposition == "nothing-noted"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"facts": {"aeg": "adult"}}, ("facts", "aeg")),
        ({"facts": {"age": "grown"}}, ("facts", "age")),
        ({"indicators": {"brandin": "present"}}, ("indicators", "brandin")),
        ({"reasons": {"concern": "x"}}, ("reasons", "concern")),
        ({"answers": {"zzz": "adult"}}, ("answers", "zzz")),
        ({"answers": {"age": "grown"}}, ("answers", "age")),
        ({"answers": {"age": ["adult", "14-17"]}}, ("answers", "age")),
        ({"answers": {"age": []}}, ("answers", "age")),
    ],
)
def test_what_the_book_does_not_know_is_found_at_its_place(
    book: Book, parts: dict[str, Any], place: tuple[str, ...]
) -> None:
    assert [problem.place for problem in misfits(book, given(**parts))] == [place]


def test_what_the_book_knows_fits(book: Book) -> None:
    fitting = given(
        facts={"age": "could-not-tell", "danger-now": "declined"},
        indicators={"branding": "declined"},
        answers={"age": "adult", "now": ["help", "past"], "look": [], "papers": [], "answered": "declined"},
        reasons={"officer-concern": "x"},
    )
    assert list(misfits(book, fitting)) == []


def test_a_missing_written_reason_is_told_in_rulebook_order(book: Book) -> None:
    facts = {"uac-no-fear": "met", "officer-concern": "strong", "spoken-alone": "not-possible"}
    evidence = fold(book, screening_of(given(facts=facts, reasons={"spoken-alone": "one room"}), NOON))
    assert missing_reasons(book, evidence) == ("officer-concern", "uac-no-fear")
    some = fold(book, screening_of(given(facts={"officer-concern": "some"}), NOON))
    assert missing_reasons(book, some) == ()


def test_what_was_learned_earlier_bears_its_own_time_and_comes_first() -> None:
    answers = given(
        facts={"age": "adult"},
        indicators={"branding": "present"},
        answers={"papers": "kept"},
        learned={"papers": "2026-11-20T09:30", "branding": "2026-11-21T09:30+02:00"},
        notes=["a note"],
    )
    early, later = datetime(2026, 11, 20, 9, 30, tzinfo=UTC), datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
    assert screening_of(answers, NOON).entries == (
        Answer("papers", ("kept",), at=early),
        Sign("branding", "present", later),
        Known("age", "adult", "", NOON),
        Note("a note", NOON),
    )
    assert screening_of(answers, None).entries[0].at == early.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("learned", "fault"),
    [
        ({"age": "2026-11-22T12:01"}, "after the moment"),
        ({"age": "2026-11-22T12:00"}, None),
        ({"age": "2026-11-22T13:00+02:00"}, None),
        ({"age": "yesterday"}, "is not a time"),
        ({"aeg": "2026-11-22"}, "there is no answer here"),
        ({"branding": "2026-11-22"}, "there is no answer here"),
    ],
)
def test_a_time_is_one_that_was_and_of_something_given(book: Book, learned: dict[str, str], fault: str | None) -> None:
    answers = given(facts={"age": "adult"}, learned=learned)
    found = list(misfits(book, answers, NOON))
    assert [problem.place for problem in found] == [("learned", name) for name in learned if fault]
    assert all(fault is not None and fault in problem.fault for problem in found)
    assert [problem for problem in misfits(book, answers) if "after" in problem.fault] == []


def asking() -> Book:
    """A book whose one item asks why it was not answered."""
    options = [{"id": "yes", "label": "Yes", "shows": ["a"]}, {"id": "no", "label": "No"}]
    item = {"id": "q", "text": "?", "options": options, "reason": ["declined"]}
    return little_book(indicators=signs("a"), items=[item], stages=[{"id": "s", "title": "s", "items": ["q"]}])


def test_why_an_item_was_not_answered_is_written_under_its_name() -> None:
    book = asking()
    for answers, missing in (({"q": "declined"}, ("q",)), ({"q": "could-not-tell"}, ()), ({"q": "no"}, ())):
        assert missing_reasons(book, fold(book, screening_of(given(answers=answers), NOON))) == missing
        reasoned = given(answers=answers, reasons={"q": "wept"})
        assert missing_reasons(book, fold(book, screening_of(reasoned, NOON))) == ()
        assert list(misfits(book, reasoned)) == []
