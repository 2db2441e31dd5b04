"""Duties: when each was learned, and when its time ends."""

from datetime import UTC, datetime, timedelta

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.duty import Due, due, owed
from screen.core.screening import Answer, Entry, Known, Note, Screening, Sign
from tests.core.little import little_book

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def minutes(number: int) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=number)


def owing(book: Book, *entries: Entry, now: datetime | None = None) -> dict[str, Due]:
    """What is owed after these entries, by id."""
    return {each.duty.id: each for each in due(book, Screening(entries), now)}


def test_a_clock_runs_from_the_entry_at_which_the_duty_was_learned(book: Book) -> None:
    entries = (
        Answer("age", ("14-17",), at=minutes(0)),
        Note("sat down", minutes(1)),
        Answer("unaccompanied", ("other",), at=minutes(2)),
        Answer("lawful-status", ("none",), at=minutes(3)),
        Sign("minor-afraid", at=minutes(5)),
    )
    found = owing(book, *entries, now=minutes(60))
    assert {name: each.learned for name, each in found.items()} == {
        "hhs-minor-notice": minutes(5),
        "uac-hhs-notice": minutes(2),
        "uac-transfer": minutes(2),
        "bring-to-investigators": minutes(5),
        "child-abuse-report": minutes(5),
        "crime-victim-services": minutes(5),
    }
    assert found["hhs-minor-notice"].ends == minutes(5) + timedelta(hours=24)
    assert found["uac-hhs-notice"].ends == minutes(2) + timedelta(hours=48)
    assert found["uac-transfer"].ends == minutes(2) + timedelta(hours=72)


def test_what_is_owed_at_once_ends_when_it_is_learned_and_a_chance_has_no_end(book: Book) -> None:
    found = owing(book, Known("age", "adult", "", NOON), Known("danger-now", "yes", "", minutes(4)))
    assert found["bring-to-investigators"].ends == minutes(4)
    assert found["crime-victim-services"].learned == minutes(4)
    assert found["crime-victim-services"].ends is None


def test_a_duty_that_no_longer_applies_is_not_due(book: Book) -> None:
    assert owing(book, Sign("branding", at=NOON)).keys() == {"child-abuse-report"}
    assert owing(book, Sign("branding", at=NOON), Known("age", "adult", "", minutes(1))) == {}


def test_a_duty_that_no_longer_applies_starts_no_clock_of_another() -> None:
    facts = [{"id": name, "title": name, "values": ["a", "b"], "unanswered": "a"} for name in ("f", "g")]
    rest = {"to": "x", "title": "x", "within": "1 h", "source": "x"}
    duties = [
        {"id": "first", "when": {"fact": "f", "is": "a"}} | rest,
        {"id": "last", "when": {"fact": "g", "from": "b"}} | rest,
    ]
    book = little_book(facts=facts, duties=duties)
    entries = (Known("g", "a", "", minutes(0)), Known("f", "b", "", minutes(1)), Known("g", "b", "", minutes(2)))
    assert {name: each.learned for name, each in owing(book, *entries).items()} == {"last": minutes(2)}


def test_an_entry_without_a_time_was_learned_now(book: Book) -> None:
    assert owing(book, Known("danger-now", "yes"), now=NOON)["bring-to-investigators"].learned == NOON
    untimed = owing(book, Known("danger-now", "yes"))
    assert {(each.learned, each.ends) for each in untimed.values()} == {(None, None)}


def test_nothing_is_due_of_nothing(book: Book) -> None:
    assert due(book, Screening(), NOON) == ()


def test_what_applies_before_any_entry_was_learned_now(book: Book) -> None:
    age = {"id": "age", "title": "age", "values": ["adult", "unknown"], "unanswered": "unknown", "not_asked": "unknown"}
    duty = {"id": "notice", "title": "notice", "to": "x", "within": "5 d", "source": "ours"}
    always = little_book(facts=[age], duties=[duty | {"when": {"fact": "age", "from": "unknown"}}])
    assert owing(book) == {}
    assert [(each.learned, each.ends) for each in due(always, Screening(), NOON)] == [(NOON, NOON + timedelta(days=5))]


@pytest.mark.parametrize(("danger", "names"), [("no", 0), ("yes", 2)])
def test_owed_is_what_stands_whatever_the_time(book: Book, danger: str, names: int) -> None:
    screening = Screening((Known("age", "adult"), Known("danger-now", danger)))
    assert len(owed(book, assess_screening(book, screening))) == names
