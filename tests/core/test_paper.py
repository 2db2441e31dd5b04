"""A form on paper: which items stand on it, and how many boxes an answer ticks."""

import pytest

from screen.core.book import Book
from screen.core.paper import Totals, boxes, form_stage, has_none
from screen.core.screening import Answer
from tests.core.little import little_book, signs

ITEMS = [{"id": each, "text": each, "options": [{"id": "a", "label": "a"}]} for each in ("one", "two")]
PLACE = {"id": "place", "title": "Place", "values": ["first", "second"], "unanswered": "first", "not_asked": "first"}


def stages(*booths: str) -> list[dict[str, object]]:
    """Two stages, of which these are at the booth."""
    return [
        {"id": name, "title": name, "booth": "yes" if name in booths else "no", "items": [item]}
        for name, item in (("first", "one"), ("second", "two"))
    ]


@pytest.mark.parametrize(("booths", "expected"), [((), "first"), (("first",), "first"), (("second",), "second")])
def test_the_form_is_that_of_the_booth_else_that_of_the_first_stage(booths: tuple[str, ...], expected: str) -> None:
    stage = form_stage(little_book(facts=[PLACE], items=ITEMS, stages=stages(*booths)))
    assert stage is not None
    assert stage.id == expected


def test_a_book_without_stages_has_no_form() -> None:
    assert form_stage(little_book()) is None


def test_none_is_an_answer_where_there_is_something_to_look_for() -> None:
    options = [{"id": "a", "label": "a", "shows": ["s"]}, {"id": "b", "label": "b"}]
    items = [
        {"id": "one-sign", "text": "t", "options": options},
        {"id": "one-fact", "text": "t", "options": options[1:]},
        {"id": "many-facts", "text": "t", "pick": "many", "options": options[1:]},
    ]
    book = little_book(indicators=signs("s"), items=items)
    assert [has_none(item) for item in book.rulebook.items] == [True, False, True]


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        (None, 0),
        (Answer("look"), 1),
        (Answer("look", ("injury",)), 1),
        (Answer("look", ("injury", "few"), ("coached",)), 3),
        (Answer("look", unsure=("coached",)), 1),
        (Answer("look", state="could-not-tell"), 1),
        (Answer("look", state="declined"), 1),
    ],
)
def test_every_mark_on_the_form_is_a_box_and_a_blank_is_none(answer: Answer | None, count: int) -> None:
    assert boxes(answer) == count


@pytest.mark.parametrize(("on_paper", "agrees"), [(9, True), (8, False), (0, False), (None, None)])
def test_totals_agree_only_if_there_are_two(on_paper: int | None, agrees: bool | None) -> None:
    assert Totals(on_paper, 9).agrees is agrees


def test_the_form_of_the_shipped_book_is_that_of_the_booth(book: Book) -> None:
    stage = form_stage(book)
    assert stage is not None
    assert stage.booth == "yes"
