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
