"""Outcomes: classes without an order, from tables over named conditions."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.outcome import outcomes
from screen.core.screening import Screening, Sign
from tests.core.little import little_book, signs


@pytest.fixture(scope="module")
def classes() -> Book:
    """A table of two conditions, in the manner of ILO's classes."""
    rows = [
        {"when": {"lured": "yes", "held": "yes"}, "outcome": "both"},
        {"when": {"lured": "any", "held": "yes"}, "outcome": "held"},
        {"when": {"lured": "yes", "held": "no"}, "outcome": "lured"},
    ]
    return little_book(
        monotone="no",
        indicators=signs("a", "b"),
        conditions={"lured": {"indicator": "a"}, "held": {"indicator": "b"}},
        outcomes={"none": "x", "lured": "x", "held": "x", "both": "x"},
        tables={"classes": {"rows": rows, "otherwise": "none"}},
    )


@pytest.mark.parametrize(
    ("told", "possible"),
    [
        ({}, ("none", "lured", "held", "both")),
        ({"a": "present"}, ("lured", "both")),
        ({"a": "absent"}, ("none", "held")),
        ({"b": "present"}, ("held", "both")),
        ({"b": "absent"}, ("none", "lured")),
        ({"a": "declined", "b": "absent"}, ("none", "lured")),
        ({"a": "present", "b": "present"}, ("both",)),
        ({"a": "absent", "b": "present"}, ("held",)),
        ({"a": "present", "b": "absent"}, ("lured",)),
        ({"a": "absent", "b": "absent"}, ("none",)),
    ],
)
def test_what_is_open_leaves_more_than_one_outcome(
    classes: Book, told: dict[str, str], possible: tuple[str, ...]
) -> None:
    screening = Screening(tuple(Sign(name, state) for name, state in told.items()))  # type: ignore[arg-type]
    assert outcomes(classes, assess_screening(classes, screening).worlds) == possible


def test_a_book_without_tables_has_no_outcomes(book: Book) -> None:
    assert outcomes(book, assess_screening(book, Screening()).worlds) == ()


@pytest.mark.parametrize("lured", ["present", "absent", "declined"])
def test_any_leaves_it_open_how_a_condition_stands(lured: str) -> None:
    rows = [{"when": {"lured": "any", "held": "yes"}, "outcome": "held"}]
    little = little_book(
        monotone="no",
        indicators=signs("a", "b"),
        conditions={"lured": {"indicator": "a"}, "held": {"indicator": "b"}},
        outcomes={"none": "x", "held": "x"},
        tables={"classes": {"rows": rows, "otherwise": "none"}},
    )
    screening = Screening((Sign("a", lured), Sign("b")))  # type: ignore[arg-type]
    assert outcomes(little, assess_screening(little, screening).worlds) == ("held",)
