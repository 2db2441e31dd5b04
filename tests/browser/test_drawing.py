"""Drawings as a browser has them: every text of a poster inside its box, and Mermaid text that Mermaid takes."""

import json
import re
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest

from screen.workshop.drawing.draft import draw
from screen.workshop.drawing.mermaid import mermaid
from screen.workshop.drawing.poster import poster
from tests.browser.look import HERE, absent, look, node_modules
from tests.workshop.drawn import HOSTILE, big_book, every_book, hostile_book

DRAWINGS = {name: draw(book) for name, book in every_book()} | {
    "big": draw(big_book()),
    "hostile": draw(hostile_book()),
}
FONTS = ("sans-serif", "Arial, 'Liberation Sans'", "'DejaVu Sans', Verdana")


def measured(**asked: Any) -> Any:  # noqa: ANN401 - any JSON
    """What the browser makes of posters and Mermaid texts."""
    modules, chromium, node = node_modules(), shutil.which("chromium"), shutil.which("node")
    if modules is None or chromium is None or node is None or not (modules / "mermaid").is_dir():
        absent("chromium, node, and npm install in tests/browser")
    request = {"modules": str(modules), "chromium": chromium, "posters": [], "fonts": FONTS, "mermaids": []} | asked
    done = subprocess.run(
        [str(node), str(HERE / "drawing.mjs")],
        input=json.dumps(request),
        capture_output=True,
        timeout=300,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_text_of_every_poster_stands_inside_its_box_and_over_no_other_and_prints_on_one_sheet() -> None:
    report = measured(posters=[poster(each) for each in DRAWINGS.values()])
    assert report["requests"] == []
    assert len(report["posters"]) == len(DRAWINGS) * len(FONTS)
    for seen in report["posters"]:
        assert seen["texts"]
        assert (seen["spilt"], seen["over"]) == ([], []), seen["font"]
    assert [len(sheets) for sheets in report["sheets"]] == [1] * len(DRAWINGS), "each on a sheet of its own size"
    assert {round(wide / high, 1) for ((wide, high),) in report["sheets"]} == {1.4}


def test_mermaid_takes_every_drawing_and_shows_what_it_says() -> None:
    report = measured(mermaids=[mermaid(each) for each in DRAWINGS.values()])
    assert [name for name, seen in zip(DRAWINGS, report["mermaids"], strict=True) if seen["fault"]] == []
    for drawing, seen in zip(DRAWINGS.values(), report["mermaids"], strict=True):
        shown = "".join(seen["text"].split())
        said = [item.text for stage in drawing.walk for item in stage.items]
        said += [rule.because for rung in drawing.ladder for rule in rung.rules]
        assert [text for text in said if "".join(text.split()) not in shown] == []
    assert report["requests"] == []


def test_nothing_hostile_acts_in_mermaid() -> None:
    (seen,) = measured(mermaids=[mermaid(DRAWINGS["hostile"])])["mermaids"]
    assert (seen["scripts"], seen["links"]) == (0, 0)
    assert HOSTILE[1] in re.sub(r"\s+", " ", seen["text"])


@pytest.mark.parametrize("name", ["shipped", "hostile"])
def test_a_page_that_holds_a_poster_is_accessible_and_asks_for_nothing(name: str, tmp_path: Path) -> None:
    drawing = DRAWINGS[name]
    page = tmp_path / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(drawing.title)}</title></head>'
        f"<body><main><h1>A drawing</h1>{poster(drawing)}</main></body></html>",
        encoding="utf-8",
    )
    report = look(page)
    assert report.violations == ()
    assert report.requests == ()
    assert report.console == ()
    assert report.scripts == 0
    assert report.same_without_scripts
