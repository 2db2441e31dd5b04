"""The form for a power cut: the digits of the screen, who is asked, and nothing that says what it is for."""

import re

import pytest

from screen.core.book import Book
from screen.core.booth import BOOTH_WORDS
from screen.reports.card.asking import UNTOLD, when_asked
from screen.reports.card.form import Form, form
from screen.reports.card.lines import form_lines
from screen.reports.card.page import cards_page
from tests.core.little import little_book, signs
from tests.reports.cards import flat


def shipped_form(book: Book) -> Form:
    """The form of the shipped rulebook."""
    card = form(book)
    assert card is not None
    return card


def test_the_form_has_the_digits_of_the_screen(book: Book) -> None:
    for row, name in zip(shipped_form(book).rows, book.rulebook.stages[0].items, strict=True):
        item = book.item[name]
        assert row.text == item.text
        assert [(box.digit, box.label) for box in row.boxes] == [
            (digit, option.label) for digit, option in enumerate(item.options, start=1)
        ]


def test_the_form_has_no_word_of_its_purpose_nor_the_page_that_it_is_on(book: Book) -> None:
    for plain in (False, True):
        assert BOOTH_WORDS.search(flat(*form_lines(form(book), plain=plain))) is None
    assert BOOTH_WORDS.search(cards_page(book, ("form",), book.rulebook.contacts)) is None


def test_nobodys_name_is_asked_for(book: Book) -> None:
    assert re.findall(r"(\w+) name\b", flat(*form_lines(form(book)))) == ["by", "No"]


def test_what_leads_straight_to_help_says_so_in_the_words_of_the_booth(book: Book) -> None:
    item = book.item["now"]
    straight = [box.straight for box in shipped_form(book).rows[0].boxes]
    assert [option.id for option, title in zip(item.options, straight, strict=True) if title] == ["danger", "help"]
    assert shipped_form(book).straight == ("ACT NOW",)
    assert [box.label for row in shipped_form(book).rows[1:] for box in row.boxes if box.straight] == []


def test_only_strong_concern_asks_for_a_reason_at_the_booth(book: Book) -> None:
    asking = [box.label for row in shipped_form(book).rows for box in row.boxes if box.asks_why]
    assert asking == ["Strong"]


def test_the_total_stands_at_the_end_of_the_form(book: Book) -> None:
    *_, total, _, keyed = form_lines(form(book))
    assert total.text.startswith("Boxes ticked: ...")
    assert "htscreen advise --paper" in keyed.text


def test_who_is_asked_is_told_by_the_numbers_of_the_form(book: Book) -> None:
    rows = {row.text: row for row in shipped_form(book).rows}
    assert rows[book.item["papers"].text].when == "Not if question 2 is 14 to 17 or under 14, and question 3 is family"
    assert rows[book.item["age"].text].when == ""
    watched, child = rows[book.item["look"].text].boxes[6:]
    assert watched.when.startswith("not if question 3 is alone; or if question 2 is")
    assert child.when == "only if question 2 is 14 to 17 or under 14"


@pytest.mark.parametrize("booth", ["yes", "no"])
def test_who_is_asked_is_left_out_where_it_would_give_the_purpose_away(booth: str) -> None:
    place = {"id": "place", "title": "Place", "values": ["s", "t"], "unanswered": "s", "not_asked": "s"}
    fact = {"id": "f", "title": "Trafficking", "values": ["no", "yes"], "unanswered": "no"}
    item = {"id": "i", "text": "t", "options": [{"id": "o", "label": "o"}], "ask_when": {"fact": "f", "from": "yes"}}
    stage = {"id": "s", "title": "Talk", "booth": booth, "items": ["i"]}
    card = form(little_book(facts=[place, fact], items=[item], stages=[stage]))
    assert card is not None
    assert [row.when for row in card.rows] == ["" if booth == "yes" else "Only if Trafficking is yes"]


FACTS = [
    {"id": "f", "title": "The fact", "values": ["a", "b", "c"], "words": {"c": "the third"}, "unanswered": "a"},
    {"id": "g", "title": "The other", "values": ["x", "y"], "unanswered": "x", "reason": ["y"]},
]
HIGH = {"fact": "f", "from": "c"}
OTHER = {"fact": "g", "from": "y"}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (HIGH, "Only if question 1 is the third"),
        ({"fact": "f", "from": "b"}, "Not if question 1 is a"),
        (OTHER, "Only if The other is y"),
        ({"fact": "f", "is": ["a", "c"]}, "Not if question 1 is b"),
        ({"fact": "f", "is": "b"}, "Only if question 1 is b"),
        ({"all": [HIGH, OTHER]}, "Only if question 1 is the third, and The other is y"),
        ({"any": [HIGH, OTHER]}, "Only if question 1 is the third; or if The other is y"),
        ({"condition": "named"}, "Only if question 1 is the third"),
        ({"indicator": "s"}, "Only if noted: s"),
        ({"all": [{"fact": "f", "is": ["a", "b"]}, {"indicator": "s"}]}, "Only if question 1 is a or b, and noted: s"),
        (
            {"all": [{"any": [HIGH, OTHER]}, HIGH]},
            "Not if question 1 is a or b, and The other is x; or if question 1 is a or b",
        ),
        ({"any": [{"all": [{"any": [HIGH, OTHER]}, HIGH]}, {"indicator": "s"}]}, UNTOLD),
        ({"at_least": 1, "of": "indicators"}, UNTOLD),
        ({"all": [HIGH, {"at_least": 1, "of": "indicators"}]}, UNTOLD),
        (OTHER | {"or_no_reason": "yes"}, UNTOLD),
    ],
)  # fmt: skip
def test_a_condition_is_told_in_the_fewer_words_and_never_with_two_meanings(
    condition: dict[str, object], words: str
) -> None:
    item = {"id": "i", "text": "t", "options": [{"id": "o", "label": "o"}], "ask_when": condition}
    book = little_book(facts=FACTS, conditions={"named": HIGH}, items=[item], indicators=signs("s"))
    assert when_asked(book, "i", {"f": 1}) == words
    assert when_asked(book, "i/o", {"f": 1}) == ""
