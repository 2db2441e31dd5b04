"""The cards as people have them: on a screen, on letter paper, in grey, and read aloud."""

import os
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.reports.card.phrases import phrase_sheets
from tests.browser.look import LETTER, Report, look
from tests.program import Program

CARDS = {"signs": ("indicators",), "form": ("form",), "all": ()}
SMALLEST = 7.5
"""Points: what can still be read on a card that is carried."""


@pytest.fixture(scope="module")
def reports(program: Program, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Each card of one sheet alone, and all in one file. HTSCREEN_PICTURES names a folder for pictures of them."""
    folder, pictures = tmp_path_factory.mktemp("cards"), os.environ.get("HTSCREEN_PICTURES")
    seen = {}
    for name, cards in CARDS.items():
        done = program.run("rulebook", "card", *cards, "--html", str(folder / f"{name}.html"))
        assert done.code == 0, done.err
        seen[name] = look(folder / f"{name}.html", Path(pictures) / name if pictures else None)
    return seen


@pytest.mark.parametrize("name", CARDS)
def test_nothing_is_wrong_with_a_card_for_eyes_or_ears(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert report.violations == ()
    assert report.pale == ()
    assert report.narrow == ()
    assert report.language == "en"
    assert report.title
    assert [head[:2] for head in report.headings].count("H1") == 1


@pytest.mark.parametrize("name", CARDS)
def test_a_card_needs_nothing_but_itself(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert (report.requests, report.console, report.scripts) == ((), (), 0)
    assert report.same_without_scripts


@pytest.mark.parametrize("name", CARDS)
def test_a_card_prints_on_letter_paper_without_cutting_anything(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert set(report.sheets) == {LETTER}
    assert report.wide == ()
    assert report.cut == ()
    assert report.kept > 10
    assert report.smallest >= SMALLEST


def test_the_card_of_signs_and_the_form_are_one_sheet_each(reports: dict[str, Report]) -> None:
    assert len(reports["signs"].sheets) == 1
    assert len(reports["form"].sheets) == 1


def test_every_sign_and_every_fact_of_the_card_of_signs_is_kept_in_one_piece(
    reports: dict[str, Report], book: Book
) -> None:
    assert reports["signs"].kept > len(book.rulebook.indicators)


def test_in_one_file_each_card_and_each_sheet_of_phrases_begins_on_paper_of_its_own(
    reports: dict[str, Report], book: Book
) -> None:
    assert len(reports["all"].sheets) == 2 + len(phrase_sheets(book)) + 1, "the longest goes on to a second one"
