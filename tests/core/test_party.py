"""The next person of the same encounter: what goes over, and what does not."""

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.party import carried
from screen.core.screening import Answer, Known, Note, Screening, Sign
from tests.core.little import little_book, signs
from tests.core.officer import Officer


def test_only_what_is_true_of_the_whole_party_goes_over(book: Book) -> None:
    place = Answer("next-step", ("secondary",))
    company = Answer("with-whom", ("group",))
    screening = Screening((
        Answer("now", ("danger",)), Answer("age", ("under-14",)), company, Answer("papers", ("kept",)), place,
        Sign("branding"), Note("a note"), Known("situation", "leaving"), Known("officer-concern", "strong"),
    ))  # fmt: skip
    assert carried(book, screening).entries == (company, place, Known("situation", "leaving"))


def test_the_next_person_begins_with_nothing_noted(book: Book) -> None:
    end = Officer({"now": ["help"], "papers": "kept", "with-whom": "group", "age": "14-17"}).walk(book)
    assert end.assessment.disposition == "refer-now"
    assert assess_screening(book, carried(book, end.screening)).disposition == "nothing-noted"


def test_a_place_that_stands_where_it_would_unasked_is_asked_anew(book: Book) -> None:
    assert carried(book, Screening((Answer("next-step", ("stop",)),))).entries == ()


def test_what_went_over_is_not_asked_again(book: Book) -> None:
    officer = Officer({})
    officer.walk(book, carried(book, Screening((Answer("with-whom", ("alone",)),))))
    assert "with-whom" not in officer.asked
    assert "answered" not in officer.asked


def test_an_answer_that_finds_a_sign_does_not_go_over() -> None:
    fact = {"id": "company", "title": "x", "values": ["own", "held"], "unanswered": "own", "shared": "yes"}
    option = {"id": "held", "label": "x", "sets": {"company": "held"}}
    items = [
        {"id": "plain", "text": "?", "options": [option]},
        {"id": "sign", "text": "?", "options": [option | {"shows": ["a"]}]},
    ]
    little = little_book(facts=[fact], indicators=signs("a"), items=items)
    assert carried(little, Screening((Answer("plain", ("held",)),))).entries == (Answer("plain", ("held",)),)
    assert carried(little, Screening((Answer("sign", ("held",)),))).entries == ()
