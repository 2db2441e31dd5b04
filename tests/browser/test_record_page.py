"""The page of a record as a supervisor has it: on a screen, on letter paper, in grey, and read aloud."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.core.encounter import Opening, Person
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.reports.records.page import record_page
from screen.reports.records.recorded import Around, record_of
from tests.browser.look import LETTER, Report, look

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REFERRED = Screening(
    (
        Known("place", "secondary", at=NOON),
        Answer("age", ("14-17",), stage="primary", at=NOON),
        Answer("papers", ("kept",), stage="primary", at=NOON),
        Answer("concern", ("strong",), reasons=(("officer-concern", "flinched when the door opened"),), at=NOON),
        Sign("threatened-with-law", at=NOON),
        Note("said: he has my passport " + "and so on " * 30, NOON),
    )
)


@pytest.fixture(scope="module")
def report(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The page of two people. HTSCREEN_PICTURES names a folder for pictures of it."""
    party = (Person(NOON, REFERRED), Person(NOON, Screening()))
    around = Around("Port of somewhere", "Lane 4", "1.0")
    opening = Opening("K7Q2-MX4D", NOON, book.rulebook.edition, "0" * 64)
    record = record_of(book, opening, party, around, NOON)._replace(
        sealed=NOON, number=14, recipients=("acorn " * 8, "bagel " * 8)
    )
    page = tmp_path_factory.mktemp("page") / "record.html"
    page.write_text(record_page(record, "14 acorn almond amber anchor apple apron arch atlas"), "utf-8")
    pictures = os.environ.get("HTSCREEN_PICTURES")
    return look(page, Path(pictures) / "record" if pictures else None)


def test_nothing_is_wrong_with_it_for_eyes_or_ears(report: Report) -> None:
    assert (report.violations, report.undecided, report.pale, report.narrow) == ((), (), (), ())
    assert report.language == "en"
    assert [head[:2] for head in report.headings].count("H1") == 1


def test_it_needs_nothing_but_itself(report: Report) -> None:
    assert (report.requests, report.console, report.scripts) == ((), (), 0)
    assert report.same_without_scripts


def test_it_prints_on_letter_paper_without_cutting_anything(report: Report) -> None:
    assert set(report.sheets) == {LETTER}
    assert (report.wide, report.cut) == ((), ())
    assert report.smallest >= 9
