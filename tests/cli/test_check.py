"""`htscreen rulebook check`, as editors and other programs read it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from screen.core.problem import Located
from tests.conftest import ROOT
from tests.program import Program
from tests.test_docs import AUTHOR, blocks, explained, section

FAULTY = ROOT / "tests" / "faulty"


def listed(program: Program, book: Path, code: int = 3) -> list[dict[str, Any]]:
    """What the check finds, as JSON."""
    done = program.run("rulebook", "check", "--json", "--rulebook", str(book))
    assert (done.code, done.err) == (code, "")
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


@pytest.mark.parametrize(
    ("book", "file", "line", "column", "place"),
    [
        ("tab-indented.yaml", "", 12, 1, []),
        ("not-utf8.yaml", "", 3, 11, []),
        ("key-given-twice.yaml", "", 4, 1, []),
        ("missing-key.yaml", "", 10, 5, ["rules", 0]),
        ("condition-misspelt.yaml", "", 11, 5, ["rules", 0, "when"]),
        ("unknown-key.yaml", "", 13, 5, ["rules", 0, "becuase"]),
        ("unknown-disposition.yaml", "", 40, 5, ["rules", 0, "disposition"]),
        ("group-unknown", "indicators/fraud.yaml", 1, 1, []),
        ("register-twice", "indicators/sources.yaml", 1, 1, []),
        ("nowhere.yaml", "", 1, 1, []),
    ],
)
def test_a_fault_of_any_kind_is_told_with_its_place(
    program: Program, book: str, file: str, line: int, column: int, place: list[str | int]
) -> None:
    path = FAULTY / book
    (found,) = listed(program, path)
    assert (found["file"], found["line"], found["column"]) == (str(path / file), line, column)
    assert (found["place"], found["warning"]) == (place, False)
    assert found["fault"].endswith(".")
    assert found["remedy"].endswith(".")


def test_a_fault_in_a_file_of_a_folder_has_its_place_in_the_whole_book(program: Program, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "storage" / "small", tmp_path / "book")
    file = tmp_path / "book" / "indicators" / "fraud.yaml"
    file.write_text(file.read_text("utf-8") + "    tittle: T\n", "utf-8")
    (found,) = listed(program, tmp_path / "book")
    assert (found["file"], found["place"]) == (str(file), ["indicators", 1, "tittle"])


def test_a_warning_says_that_it_is_one_and_refuses_nothing(program: Program, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "indicators", tmp_path / "indicators")
    rules = (ROOT / "rules.yaml").read_text("utf-8").replace("seen: 2026-11-01", "seen: 2020-01-01")
    (tmp_path / "rules.yaml").write_text(rules, "utf-8")
    found = listed(program, tmp_path, code=0)
    assert found
    assert {each["warning"] for each in found} == {True}
    assert {each["place"][0] for each in found} == {"contacts"}


def test_a_rulebook_without_fault_is_an_empty_list(program: Program) -> None:
    assert listed(program, ROOT / "tests" / "core" / "books" / "small.yaml", code=0) == []


def test_the_keys_of_an_entry_are_those_of_the_documents(program: Program) -> None:
    (found,) = listed(program, FAULTY / "missing-key.yaml")
    assert tuple(found) == Located._fields
    assert found.keys() <= explained(section(AUTHOR, "In your editor"))


def test_the_pattern_in_the_documents_finds_every_line(program: Program, tmp_path: Path) -> None:
    (tasks,) = map(json.loads, blocks("json tasks"))
    (task,) = tasks["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    shutil.copy(FAULTY / "several-at-once.yaml", tmp_path / "rules.yaml")
    done = program.run(*task["args"][:-1], str(tmp_path))
    found = [re.fullmatch(pattern["regexp"], line) for line in done.err.splitlines()]
    assert [(each[pattern["file"]], int(each[pattern["line"]])) for each in found if each] == [
        (str(tmp_path / "rules.yaml"), line) for line in (5, 15, 18)
    ]
    old = re.fullmatch(pattern["regexp"], str(Located("C:\\book\\rules.yaml", 7, 5, "old.", "Look.", warning=True)))
    assert old is not None
    assert (old[pattern["file"]], old[pattern["severity"]]) == ("C:\\book\\rules.yaml", "warning")
    assert old[pattern["message"]] == "old. Look."
