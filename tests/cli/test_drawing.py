"""`htscreen rulebook draw`, from outside."""

from pathlib import Path
from xml.etree import ElementTree as ET

from tests.conftest import ROOT
from tests.program import Program
from tests.workshop.drawn import big_book

SMALL = str(ROOT / "tests" / "core" / "books" / "small.yaml")


def test_it_prints_mermaid_and_nothing_else(program: Program) -> None:
    done = program.run("rulebook", "draw")
    assert (done.code, done.err) == (0, "")
    assert "flowchart" in done.out.splitlines()[2]
    assert program.run("rulebook", "draw", encoding="cp437").out == done.out


def test_it_draws_another_rulebook(program: Program) -> None:
    assert program.run("rulebook", "draw", "--rulebook", SMALL).out != program.run("rulebook", "draw").out


def test_it_writes_a_poster_to_a_new_file_alone(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "a poster.svg"
    done = program.run("rulebook", "draw", "--svg", str(file), "--rulebook", SMALL)
    assert (done.code, done.out) == (0, "")
    assert str(file) in done.err
    assert ET.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own file
    file.write_text("kept", encoding="utf-8")
    again = program.run("rulebook", "draw", "--svg", str(file))
    assert (again.code, file.read_text("utf-8")) == (2, "kept")
    assert "there already" in again.err


def test_a_folder_that_is_not_there_is_told_in_a_line(program: Program, tmp_path: Path) -> None:
    done = program.run("rulebook", "draw", "--svg", str(tmp_path / "nowhere" / "poster.svg"))
    assert (done.code, done.out) == (2, "")
    assert "cannot be written" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "nowhere").exists()


def test_a_faulty_rulebook_is_3_and_leaves_no_file(program: Program, tmp_path: Path) -> None:
    faulty, file = ROOT / "tests" / "faulty" / "unknown-indicator.yaml", tmp_path / "poster.svg"
    done = program.run("rulebook", "draw", "--rulebook", str(faulty), "--svg", str(file))
    assert (done.code, done.out) == (3, "")
    assert not file.exists()


def test_of_a_text_that_mermaid_would_not_draw_it_says_so(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text(big_book().rulebook.model_dump_json(by_alias=True, exclude_defaults=True), encoding="utf-8")
    done = program.run("rulebook", "draw", "--rulebook", str(path))
    assert done.code == 0, done.err
    assert "maxTextSize" in done.err
