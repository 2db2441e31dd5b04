"""Where the questions of the shipped interview stop, and what is asked all the same."""

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Known, Screening, Sign
from screen.core.stop import stop_of
from screen.core.walk import pending
from tests.core.officer import Officer

HAPPENED = {
    "needs", "trip", "meets", "phone", "work", "owe", "relationship", "seen", "life", "life-more", "leave", "threat",
    "pressure", "child", "wants",
}  # fmt: skip
"""The items about what happened, which stop when refer is settled."""


def test_refer_now_stops_the_questions_at_once(book: Book) -> None:
    officer = Officer({"now": ["help"]})
    end = officer.walk(book)
    assert end.assessment.disposition == "refer-now"
    assert officer.asked[0] == "now"
    assert {book.item[name].after_stop for name in officer.asked[1:]} <= {"yes"}


def test_refer_now_in_private_leaves_what_a_duty_needs(book: Book) -> None:
    officer = Officer({
        "age": "14-17", "with-whom": "alone", "next-step": "secondary", "now-secondary": ["help"],
        "unaccompanied": "contiguous", "lawful-status": "none",
    })  # fmt: skip
    end = officer.walk(book)
    after = officer.asked[officer.asked.index("now-secondary") + 1 :]
    assert after == ["medical", "unaccompanied", "lawful-status", "conduct-end"]
    assert end.assessment.disposition == "refer-now"


def test_a_settled_referral_stops_the_questions_about_what_happened(book: Book) -> None:
    officer = Officer({"next-step": "secondary", "papers": "kept", "owe": ["debt"]})
    end = officer.walk(book)
    after = officer.asked[officer.asked.index("owe") + 1 :]
    assert end.assessment.lowest == end.assessment.disposition == "refer"
    assert HAPPENED.isdisjoint(after)
    assert after == ["conduct-end"]
    assert stop_of(book, end.assessment) == "settled"


def test_a_settled_referral_at_primary_asks_age_and_whether_to_go_on(book: Book) -> None:
    officer = Officer({"now": ["made-to"], "next-step": "stop"})
    end = officer.walk(book)
    assert officer.asked == ["now", "age", "next-step"]
    assert end.assessment.disposition == "refer"


def test_a_settled_referral_that_goes_on_in_private_asks_nothing_about_what_happened(book: Book) -> None:
    officer = Officer({"now": ["made-to"], "age": "14-17", "next-step": "secondary"})
    officer.walk(book)
    assert (HAPPENED - {"needs"}).isdisjoint(officer.asked)
    assert {"needs", "medical", "unaccompanied", "conduct-end"} <= set(officer.asked)


def test_a_referral_that_is_not_settled_stops_nothing(book: Book) -> None:
    screening = Screening((Sign("recruitment-fees"), Known("place", "secondary")))
    assessment = assess_screening(book, screening)
    assert (assessment.disposition, assessment.lowest) == ("refer", "consult")
    assert stop_of(book, assessment) == "never"
    listed = {item.id for _, item in pending(book, screening, assessment)}
    assert {"age", "trip", "work", "threat"} <= listed


def test_a_walk_begun_at_secondary_asks_nothing_of_primary(book: Book) -> None:
    officer = Officer({})
    officer.walk(book, Screening((Known("place", "secondary"),)))
    assert officer.asked[0] == "now-secondary"
    assert {"now", "look", "journey", "concern", "next-step"}.isdisjoint(officer.asked)


def test_consult_stops_nothing(book: Book) -> None:
    officer = Officer({"papers": "kept", "next-step": "secondary"})
    end = officer.walk(book)
    assert end.assessment.disposition == "consult"
    assert "pressure" in officer.asked
