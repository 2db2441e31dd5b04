"""The class page as a trainer has it: on the projector, on letter paper, in grey, and read aloud."""

import os
from pathlib import Path

import pytest

from tests.browser.look import LETTER, Report, look
from tests.practice.classes import HOSTILE, a_class, kept, library, names_in
from tests.program import Program

SIZES = {"class": 12, "room": 12, "small": 3, "empty": 0}
ROOM = {"room": ("--projector",)}


@pytest.fixture(scope="module")
def reports(program: Program, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """A class, the same for the room, one too small to be broken down, and none. HTSCREEN_PICTURES: where PNGs go."""
    folder, pictures, seen = tmp_path_factory.mktemp("pages"), os.environ.get("HTSCREEN_PICTURES"), {}
    shelf = library()
    for name, size in SIZES.items():
        (folder / name).mkdir()
        kept(folder / name, a_class(shelf, HOSTILE[:size], names_in(shelf, 14)))
        (folder / name / "stray.txt").write_text("stray", "utf-8")
        page = folder / f"{name}.html"
        done = program.run("practice", "class", str(folder / name), "--html", str(page), *ROOM.get(name, ()))
        assert done.code == 0, done.err
        seen[name] = look(page, Path(pictures) / f"practice-{name}" if pictures else None)
    return seen


@pytest.mark.parametrize("name", SIZES)
def test_nothing_is_wrong_with_the_page_for_eyes_or_ears(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert report.violations == ()
    assert report.undecided == ()
    assert report.pale == ()
    assert report.narrow == ()
    assert (report.language, report.title) == ("en", "Class page")
    assert [head[:2] for head in report.headings].count("H1") == 1


@pytest.mark.parametrize("name", SIZES)
def test_the_page_needs_nothing_but_itself(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert (report.requests, report.console, report.scripts) == ((), (), 0)
    assert report.same_without_scripts


@pytest.mark.parametrize("name", SIZES)
def test_the_page_prints_on_letter_paper_without_cutting_a_row(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert set(report.sheets) == {LETTER}
    assert report.wide == ()
    assert report.cut == ()
    assert report.smallest >= 7.5


def test_what_is_under_ten_heads_comes_first_and_what_is_behind_it_after(reports: dict[str, Report]) -> None:
    heads = [head.split(" ", 1)[1] for head in reports["class"].headings if head.startswith("H2")]
    numbered = [head.split(".")[0] for head in heads if head[0].isdigit()]
    assert numbered == [str(number) for number in range(1, 11)]
    assert heads.index("Behind it") > heads.index("10. Sign-off")
