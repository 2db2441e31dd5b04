"""`htscreen practice export` as a shell starts it: what is written, what is refused, and what is said of the rest."""

import csv
import json
import os
import re
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.core.shape.mapping import TrainerMapping
from screen.reports.practice.choices import CHOICES
from screen.reports.practice.columns import COLUMNS, PERSON
from screen.reports.practice.misfits import mapping_misfits
from screen.storage.attempts import file_of, save_attempt
from screen.storage.mapped import read_mapping
from tests.practice.made import made_attempt
from tests.program import Program
from tests.reports.practice.played import played
from tests.reports.practice.xapi import Statement, faults
from tests.test_docs import TEXT, blocks, explained, section

PAGE = next(page for page in TEXT if page.name == "export.md")


@pytest.fixture
def folder(tmp_path: Path, book: Book) -> Path:
    """A class of two: one played two scenarios, the other calls itself by a formula."""
    folder = tmp_path / "class"
    for name in ("blue-band", "red-band"):
        save_attempt(folder, played(book, name, "refer", "otter"))
    save_attempt(folder, played(book, "blue-band", "nothing-noted", '=HYPERLINK("x","y")'))
    return folder


def rows(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, strict=True))


def statements(path: Path) -> list[Statement]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_without_a_file_to_write_it_says_what_it_would_write_and_writes_nothing(program: Program, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.parent.rglob("*")}
    done = program.run("practice", "export", str(folder))
    told = json.loads(program.run("practice", "export", str(folder), "--json").out)
    assert (done.code, done.err) == (0, "")
    assert all(option in done.out for option in ("--csv", "--choices", "--xapi"))
    assert (told["attempts"], told["learners"], told["set_aside"], told["written"]) == (3, 2, 0, [])
    assert told["statements"] == told["choices"] + 2 * 3
    assert {path: path.stat().st_mtime_ns for path in folder.parent.rglob("*")} == before


def test_all_three_files_at_once(program: Program, folder: Path, tmp_path: Path) -> None:
    table, choices, xapi = (tmp_path / name for name in ("a.csv", "c.csv", "x.jsonl"))
    options = ("--csv", str(table), "--choices", str(choices), "--xapi", str(xapi))
    done = program.run("practice", "export", str(folder), *options, "--json")
    told = json.loads(done.out)
    assert (done.code, told["written"]) == (0, [str(table), str(choices), str(xapi)])
    assert rows(table)[0] == [*COLUMNS]
    assert rows(choices)[0] == [*CHOICES]
    assert (len(rows(table)) - 1, len(rows(choices)) - 1) == (3, told["choices"])
    assert sorted({row[1] for row in rows(table)[1:]}) == ['\'=HYPERLINK("x","y")', "otter"]
    found = statements(xapi)
    assert len(found) == told["statements"]
    assert [fault for each in found for fault in faults(each)] == []
    assert {each["context"]["registration"] for each in found} == {*told["registrations"]}
    assert len(told["registrations"]) == 1
    assert "mbox" not in xapi.read_text("utf-8")
    assert not list(tmp_path.glob(".*"))
    if os.name != "nt":
        assert [path.stat().st_mode & 0o77 for path in (table, choices, xapi)] == [0, 0, 0]


def test_exported_twice_it_is_the_same(program: Program, folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert program.run("practice", "export", str(folder), "--xapi", str(tmp_path / name)).code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("option", ["--csv", "--choices"])
def test_a_table_is_rfc_4180_and_begins_with_a_mark_for_excel_if_asked(
    program: Program, folder: Path, tmp_path: Path, option: str
) -> None:
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    program.run("practice", "export", str(folder), option, str(plain))
    program.run("practice", "export", str(folder), option, str(marked), "--bom")
    assert plain.read_bytes().count(b"\n") == plain.read_bytes().count(b"\r\n") == len(rows(plain))
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    assert rows(marked, "utf-8-sig") == rows(plain)


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (("--csv", "there.csv"), "there already"),
        (("--csv", "none/a.csv"), "no such folder"),
        (("--csv", "a.csv", "--xapi", "a.csv"), "same file"),
        (("--base", "example.org"), "no IRI"),
        (("--registration", "class-3"), "UUID"),
        (("--mapping", "none.yaml"), "none.yaml:1:1:"),
        (("--mapping", "wrong.yaml", "--csv", "a.csv"), "wrong.yaml:2:3:"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    program: Program, folder: Path, options: tuple[str, ...], wrong: str
) -> None:
    there = program.home / "there.csv"
    there.write_text("mine", "utf-8")
    (program.home / "wrong.yaml").write_text("columns:\n  Person: learnr\n", "utf-8")
    done = program.run("practice", "export", str(folder), *options)
    assert done.code == 2
    assert wrong in " ".join(re.sub(r"[^\x20-\x7e]", " ", done.err).split())
    assert "Traceback" not in done.err
    assert there.read_text("utf-8") == "mine"
    assert not (program.home / "a.csv").exists()


def test_damaged_and_doubled_attempts_are_told_and_the_rest_goes_on(
    program: Program, folder: Path, tmp_path: Path
) -> None:
    path = file_of(folder, "otter")
    lines = path.read_bytes().splitlines(keepends=True)
    (folder / "z.jsonl").write_bytes(lines[0] + lines[1])
    path.write_bytes(lines[0] + lines[1] + lines[2][:-9] + b"\n")
    save_attempt(folder, made_attempt(learner="undated").model_copy(update={"began": "once"}))
    (folder / "other.jsonl").write_text("a,b\n", "utf-8")
    done = program.run("practice", "export", str(folder), "--csv", str(tmp_path / "a.csv"))
    assert done.code == 0
    assert len(rows(tmp_path / "a.csv")) == 1 + 2
    assert done.err.count(path.name) == 2
    assert all(
        name in done.err for name in ("z.jsonl:1:1: warning", "other.jsonl:1:1", file_of(folder, "undated").name)
    )


@pytest.mark.parametrize("name", ["none", "empty"])
def test_an_empty_class_is_one_clear_line_and_no_file(program: Program, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    done = program.run("practice", "export", str(tmp_path / name), "--csv", str(tmp_path / "a.csv"))
    assert (done.code, done.out) == (2, "")
    assert str(tmp_path / name) in done.err
    assert not (tmp_path / "a.csv").exists()


def test_one_registration_a_class_however_it_is_named(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    for number, group in enumerate(("", "", "A", "A", "B")):
        attempt = made_attempt(learner=f"L{number}").model_copy(update={"group": group})
        save_attempt(folder, attempt)

    def registered(*options: str) -> list[str]:
        found: list[str] = json.loads(program.run("practice", "export", str(folder), "--json", *options).out)[
            "registrations"
        ]
        return found

    for name in ("a", " A "):
        assert registered("--group", name) == registered("--group", "A")
    told = program.run("practice", "export", str(folder)).out
    assert all(f"the class {name}: " in told for name in "AB")
    own = "5d3c6a0e-1c1a-4b43-9d0c-5f0f7a3f1a11"
    assert len(registered()) == 3
    assert len(registered("--group", "A")) == 1
    assert registered("--group", "A")[0] in registered()
    assert registered("--registration", own) == [own]


def test_the_mapping_in_the_pages_is_right_and_maps(program: Program, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    (text,) = blocks("yaml mapping")
    path.write_text(text, encoding="utf-8")
    mapping = read_mapping(path, mapping_misfits)
    assert isinstance(mapping, TrainerMapping)
    table, xapi = tmp_path / "a.csv", tmp_path / "x.jsonl"
    options = ("--mapping", str(path), "--csv", str(table), "--xapi", str(xapi), "--base", "https://port.example.gov")
    done = program.run("practice", "export", str(folder), *options)
    assert done.code == 0
    assert '=HYPERLINK("x","y")' in done.err, "whom the mapping does not name is said"
    assert "heron" in done.err, "who is named and has not played is said"
    head, *rest = rows(table)
    assert head == [*mapping.columns]
    assert sorted(row[:2] + row[3:] for row in rest) == [
        ["HT-101", '\'=HYPERLINK("x","y")', "Completed", "1.0"],
        ["HT-101", "104233", "Completed", "1.0"],
        ["HT-101", "104233", "Not completed", "1.0"],
    ]
    found = statements(xapi)
    assert [fault for each in found for fault in faults(each)] == []
    names = {(each["actor"].get("name"), each["actor"]["account"]["name"]) for each in found}
    assert names == {("Jo Doe", "104233"), (None, '=HYPERLINK("x","y")')}
    assert all(each["object"]["id"].startswith("https://port.example.gov/scenarios/") for each in found)


def meanings(heading: str) -> set[tuple[str, str]]:
    return set(re.findall(r"^\| `(\w+)` \| (.*) \|$", section(PAGE, heading), re.MULTILINE))


def test_every_column_is_explained_as_the_program_means_it() -> None:
    columns = {(name, column.meaning) for name, column in COLUMNS.items()}
    assert meanings("The table of attempts") == columns | {*PERSON.items()}
    assert meanings("The table of choices") == {*CHOICES.items()}
    assert {"completed", "answered", "passed"} <= explained(section(PAGE, "xAPI statements"))
