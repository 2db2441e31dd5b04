"""The learner's pages as people have them: on a screen, on letter paper, in grey, and read aloud."""

import os
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.practice.keyed import keyed
from screen.storage.attempts import save_attempt
from tests.browser.look import LETTER, Report, look
from tests.practice.plays import finished, own_advice, scene_called, without
from tests.program import Program

PAGES = {"debrief": ("debrief",), "figures": ("debrief", "--figures"), "rates": ("rates",)}


@pytest.fixture(scope="module")
def reports(program: Program, book: Book, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Each page. HTSCREEN_PICTURES names a folder for pictures of them."""
    folder, pictures = tmp_path_factory.mktemp("pages"), os.environ.get("HTSCREEN_PICTURES")
    tour, harvest = scene_called(book, "blue-band"), scene_called(book, "red-band")
    save_attempt(folder, finished(tour, keyed(tour).steps, own_advice(tour), day=2))
    save_attempt(folder, finished(harvest, without(keyed(harvest).steps, "apart", "look"), own_advice(harvest), day=8))
    seen = {}
    for name, call in PAGES.items():
        page = folder / f"{name}.html"
        done = program.run("practice", *call, "--html", str(page), HTSCREEN_PRACTICE=str(folder))
        assert done.code == 0, done.err
        seen[name] = look(page, Path(pictures) / name if pictures else None)
    return seen


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wrong_with_a_page_for_eyes_or_ears(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert (report.violations, report.undecided, report.pale, report.narrow) == ((), (), (), ())
    assert report.language == "en"
    assert [head[:2] for head in report.headings].count("H1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_but_itself(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert (report.requests, report.console, report.scripts) == ((), (), 0)
    assert report.same_without_scripts


@pytest.mark.parametrize("name", PAGES)
def test_a_page_prints_on_letter_paper_without_cutting_anything(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert set(report.sheets) == {LETTER}
    assert (report.wide, report.cut) == ((), ())
    assert report.smallest >= 9
