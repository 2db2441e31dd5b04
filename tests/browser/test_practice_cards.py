"""The cards of scenarios as people have them: each on sheets of its own, on a screen, on paper, in grey, read aloud."""

import os
from pathlib import Path

import pytest

from screen.storage.scenarios import scenario_files
from tests.browser.look import LETTER, Report, look
from tests.conftest import ROOT
from tests.program import Program

SMALLEST = 9
"""Points: whoever acts reads it at arm's length."""


def longest(most: int) -> list[str]:
    """The scenarios with the most to say, and the least."""
    files = sorted(scenario_files(ROOT / "scenarios"), key=lambda path: path.stat().st_size)
    return [path.stem for path in (files[0], *files[-most:])]


@pytest.fixture(scope="module")
def report(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The cards of the longest scenarios. HTSCREEN_PICTURES names a folder for pictures of them."""
    page, pictures = tmp_path_factory.mktemp("cards") / "cards.html", os.environ.get("HTSCREEN_PICTURES")
    kinds = ("--role", "--handout", "--key")
    done = program.run("practice", "card", *longest(6), *kinds, "--html", str(page))
    assert done.code == 0, done.err
    return look(page, Path(pictures) / "practice-cards" if pictures else None)


def test_nothing_is_wrong_with_the_cards_for_eyes_or_ears(report: Report) -> None:
    assert (report.violations, report.pale, report.narrow) == ((), (), ())
    assert (report.requests, report.console, report.scripts) == ((), (), 0)
    assert report.same_without_scripts
    assert report.title
    assert [head[:2] for head in report.headings].count("H1") == 1


def test_a_card_is_one_sheet_or_a_role_card_two_and_nothing_is_cut(report: Report) -> None:
    cards = [head for head in report.headings if head.startswith("H2")]
    roles = [head for head in cards if head.startswith("H2 Role card")]
    assert len(cards) <= len(report.sheets) <= len(cards) + len(roles)
    assert set(report.sheets) == {LETTER}
    assert (report.wide, report.cut) == ((), ())
    assert report.smallest >= SMALLEST
