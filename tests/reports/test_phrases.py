"""The phrase card: everything that may be read beside the person, in each language, and nothing else."""

from screen.core.book import Book
from screen.core.booth import BOOTH_WORDS
from screen.core.shape.indicator import Translation
from screen.reports.card.lines import phrase_lines
from screen.reports.card.page import cards_page
from screen.reports.card.phrases import phrase_sheets
from tests.core.little import little_book
from tests.reports.cards import flat, page


def test_each_phrase_stands_on_one_sheet_in_each_language_with_its_number(book: Book) -> None:
    sheets = phrase_sheets(book)
    phrases = {str(phrase["en"]) for name in book.staged for phrase in book.item[name].say}
    for language in ("en", "es"):
        said = [said for sheet in sheets if sheet.language == language for said in sheet.said]
        assert [each.number for each in said] == list(range(1, len(phrases) + 1))
        assert {each.meaning or each.text for each in said} == phrases


def test_what_is_asked_in_private_stands_on_no_sheet_of_the_booth(book: Book) -> None:
    booth = {str(phrase["en"]) for name in book.rulebook.stages[0].items for phrase in book.item[name].say}
    for sheet in phrase_sheets(book):
        told = {said.meaning or said.text for said in sheet.said}
        assert told <= booth or not told & booth


def test_no_sheet_gives_its_purpose_away(book: Book) -> None:
    assert BOOTH_WORDS.search(flat(*phrase_lines(phrase_sheets(book)))) is None
    assert BOOTH_WORDS.search(cards_page(book, ("phrases",), book.rulebook.contacts)) is None


def test_a_phrase_that_gives_it_away_in_any_language_is_on_no_sheet() -> None:
    said = [
        {"en": "Are you well?", "es": "¿Bien?"},
        {"en": "Really?", "es": {"text": "¿Víctima?", "review": "unreviewed"}},
    ]
    item = {"id": "i", "text": "t", "say": said, "options": [{"id": "o", "label": "o"}]}
    languages = [{"id": "en", "name": "English"}, {"id": "es", "name": "Español"}]
    book = little_book(languages=languages, items=[item], stages=[{"id": "s", "title": "Talk", "items": ["i"]}])
    assert [[each.text for each in sheet.said] for sheet in phrase_sheets(book)] == [["Are you well?"], ["¿Bien?"]]


def test_what_nobody_has_signed_or_translated_is_told_to_the_officer() -> None:
    drafted = Translation(text="¿Uno?", review="unreviewed").model_dump()
    signed = Translation(text="¿Dos?", review="reviewed", by="A. B.").model_dump()
    said = [{"en": "One?", "es": drafted}, {"en": "Two?", "es": signed}, {"en": "Three?"}]
    item = {"id": "i", "text": "t", "say": said, "options": [{"id": "o", "label": "o"}]}
    languages = [
        {"id": "en", "name": "English"},
        {"id": "es", "name": "Español", "required": "no", "notice": "a draft"},
    ]
    book = little_book(languages=languages, items=[item], stages=[{"id": "s", "title": "Talk", "items": ["i"]}])
    (sheet,) = phrase_sheets(book, "es")
    assert sheet.notices == ("Español: a draft.", "Translation unreviewed: 1.", "Not translated: 3.")
    assert [each.language for each in sheet.said] == ["es", "es", "en"]


def test_each_phrase_says_in_which_language_it_is(book: Book) -> None:
    seen = page(book, "phrases")
    marked = [
        attributes.get("lang") for tag, attributes in seen.elements if tag == "p" and attributes.get("class") == "say"
    ]
    assert marked.count("es") == marked.count("en") == len(marked) / 2 > 10
    only = [
        attributes["lang"] for _, attributes in page(book, "phrases", language="es").elements if "dir" in attributes
    ]
    assert set(only) == {"es"}
