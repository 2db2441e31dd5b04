"""Refitting: what another edition knows is kept as it was, what it does not is named, and the rest can be walked on."""

from datetime import UTC, datetime

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.refit import refit
from screen.core.screening import Answer, Entry, Known, Note, Screening, Sign

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FITTING: tuple[Entry, ...] = (
    Answer("now", at=NOON),
    Answer("age", ("adult",), stage="primary", at=NOON),
    Answer("concern", ("strong",), reasons=(("officer-concern", "flinched"),), at=NOON),
    Sign("documents-held", at=NOON),
    Known("place", "secondary", at=NOON),
    Known("age", "declined", at=NOON),
    Note("a word", NOON),
)
UNFIT: tuple[tuple[Entry, str], ...] = (
    (Answer("gone"), "gone"),
    (Answer("age", ("gone",)), "age"),
    (Answer("age", (), ("gone",)), "age"),
    (Answer("age", ("adult",), stage="gone"), "age"),
    (Answer("concern", ("strong",), reasons=(("gone", ""),)), "concern"),
    (Sign("gone"), "gone"),
    (Known("gone", "x"), "gone"),
    (Known("place", "gone"), "place"),
)


def test_what_fits_is_as_it_was(book: Book) -> None:
    screening = Screening(FITTING, (Answer("papers", ("kept",)),))
    assert refit(book, screening) == (screening, ())


@pytest.mark.parametrize(("entry", "name"), UNFIT)
def test_what_does_not_fit_is_left_out_and_named_once(book: Book, entry: Entry, name: str) -> None:
    screening = Screening((*FITTING[:3], entry, *FITTING[3:], entry))
    fit, unfit = refit(book, screening)
    assert (fit, unfit) == (Screening(FITTING), (name,))
    assess_screening(book, fit, NOON)


def test_words_that_were_written_are_kept_as_notes(book: Book) -> None:
    answer = Answer("gone", state="declined", reason="no comment", why_not="late", reasons=(("f", "why"),), at=NOON)
    fit, _ = refit(book, Screening((answer, Known("gone", "x", "said so", NOON))))
    assert [entry.text for entry in fit.entries if isinstance(entry, Note)] == [
        "gone: no comment",
        "gone: late",
        "gone: why",
        "gone: said so",
    ]


def test_an_answer_gone_back_over_that_does_not_fit_is_no_longer_offered(book: Book) -> None:
    assert refit(book, Screening((), (Answer("gone"),))).screening == Screening()
