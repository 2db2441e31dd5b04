"""The bed itself: what is wrong with a page is seen."""

from pathlib import Path

import pytest

from tests.browser.look import LETTER, Report, look

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def faulty() -> Report:
    """A page with every fault."""
    return look(HERE / "faulty.html")


def test_what_a_screen_reader_would_stumble_over_is_seen(faulty: Report) -> None:
    rules = {each.split(":")[0] for each in faulty.violations}
    assert {"html-has-lang", "document-title", "color-contrast", "page-has-heading-one", "region"} <= rules
    assert (faulty.language, faulty.title, faulty.headings) == ("", "", ())


def test_a_request_is_seen_though_it_is_not_answered(faulty: Report) -> None:
    assert set(faulty.requests) == {"https://example.invalid/style.css"}


def test_scripts_and_what_only_they_show_are_seen(faulty: Report) -> None:
    assert faulty.scripts == 1
    assert not faulty.same_without_scripts
    assert "I speak" in faulty.console


def test_what_runs_out_of_the_window_and_of_the_paper_is_seen(faulty: Report) -> None:
    assert any(each.startswith("P.wide") for each in faulty.narrow)
    assert any(each.startswith("P.wide") for each in faulty.wide)


def test_pale_letters_are_seen_also_those_that_need_a_background(faulty: Report) -> None:
    assert sum("Pale where no background" in each for each in faulty.pale) == 1
    assert sum(each.endswith(": Pale") for each in faulty.pale) == 2


def test_sheets_are_counted_and_what_is_cut_is_seen(faulty: Report) -> None:
    assert len(faulty.sheets) > 2
    assert set(faulty.sheets) == {LETTER}
    assert len(faulty.cut) == faulty.kept == 1
    assert faulty.smallest == 4


def test_a_drawing_is_looked_at_in_a_page_of_its_own(tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.svg"
    text = '<text x="10" y="40" font-size="20">Seen</text>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" role="img"><title>A drawing</title>'
    drawing.write_text(f"{head}{text}</svg>", "utf-8")
    report = look(drawing)
    assert (report.title, report.violations, report.requests, report.pale) == ("A drawing", (), (), ())
    assert report.smallest == 15
