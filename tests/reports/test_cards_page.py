"""The cards as a page: all of any rulebook, as text and nothing more, and without a request."""

import re
from html import unescape
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.reports.card.form import form
from screen.reports.card.lines import form_lines, phrase_lines
from screen.reports.card.page import cards_page
from screen.reports.card.phrases import phrase_sheets
from tests.core.little import little_book, rule, signs
from tests.reports.cards import CARDS, PORT, RULEBOOKS, Page, flat, opened, page

HOSTILE = "<script>alert('1')</script>\"&amp;\x1b[31m\u202e"
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"


@pytest.mark.parametrize("path", RULEBOOKS, ids=lambda path: path.stem)
def test_every_sign_item_and_option_of_any_rulebook_is_on_its_page(path: Path) -> None:
    book = opened(path)
    text = page(book).text
    stage = next((each for each in book.rulebook.stages if each.booth == "yes"), book.rulebook.stages[0])
    items = [book.item[name] for name in stage.items]
    labels = [option.label for item in items for option in item.options]
    titles = [each.title for each in book.rulebook.indicators]
    for told in (*titles, *labels, *(item.text for item in items)):
        assert " ".join(told.split()) in text


def test_a_book_with_nothing_to_say_or_to_ask_says_so() -> None:
    book = little_book(indicators=signs("a"))
    assert "no form" in flat(*form_lines(form(book)))
    assert "no phrase card" in flat(*phrase_lines(phrase_sheets(book)))
    assert "no form" in page(book).text
    assert "no phrase card" in page(book).text


def hostile() -> Book:
    """A book in which every text would like to be more than text."""
    option = {"id": "o", "label": HOSTILE, "shows": ["a"]}
    item = {"id": "i", "text": HOSTILE, "say": [{"en": HOSTILE}], "options": [option]}
    return little_book(
        title=HOSTILE,
        edition=HOSTILE,
        languages=[{"id": "en", "name": HOSTILE, "notice": HOSTILE}],
        strengths=[HOSTILE],
        groups=[{"id": "g0", "title": HOSTILE}],
        dispositions=[{"id": "low"}, {"id": "high", "titles": {"any": HOSTILE}, "words": {"any": {"lead": HOSTILE}}}],
        indicators=[{"id": "a", "group": "g0", "title": HOSTILE, "strength": HOSTILE}],
        items=[item],
        stages=[{"id": "s", "title": HOSTILE, "items": ["i"]}],
        rules=[rule({"indicator": "a"}) | {"because": HOSTILE}],
        safeguards={"swap": HOSTILE},
    )


def test_a_hostile_rulebook_is_text_and_nothing_more() -> None:
    text = cards_page(hostile(), CARDS, (PORT.model_copy(update={"title": HOSTILE}),))
    seen = Page(text)
    assert "script" not in {tag for tag, _ in seen.elements}
    assert not any(name.startswith("on") for _, attributes in seen.elements for name in attributes)
    assert seen.text.count("<script>alert('1')</script>\"&amp;") > 10
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_a_page_asks_the_network_for_nothing(book: Book) -> None:
    text = cards_page(book, CARDS, book.rulebook.contacts)
    assert not re.search(r"https?:|//|@import|url\(|src=|<script|<link|<img", text.replace("</", "<"))
    assert {attributes["href"][0] for tag, attributes in Page(text).elements if tag == "a"} == {"#"}  # type: ignore[index]
    assert "default-src 'none'" in unescape(text)


def test_a_title_that_gives_the_purpose_away_is_on_no_head_of_a_sheet() -> None:
    book = little_book(title="Trafficking screening", indicators=signs("a"))
    assert "<title>Cards, edition 1</title>" in cards_page(book, ("form",), ())


def test_joiners_that_a_script_is_written_with_are_kept() -> None:
    book = little_book(title=PERSIAN, indicators=signs("a"))
    assert PERSIAN in cards_page(book, ("indicators",), ())
