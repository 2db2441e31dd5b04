"""What authors see in an editor: the real language server, with the schemas and the settings of the documents."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from screen.cli.scheming import read_meanings
from screen.core.problem import Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from screen.workshop.schema import KINDS, schema_of
from tests.conftest import ROOT
from tests.editor.server import Editor, Fault
from tests.test_docs import blocks

(SETTINGS,) = map(json.loads, blocks("json settings"))
"""What docs/rulebook.md says to write into an editor's settings."""

OURS = {
    ".vscode/rulebook.json": [
        "tests/core/books/*.yaml",
        "tests/instruments/*.yaml",
        "tests/faulty/*.yaml",
        "!tests/faulty/scenario-*.yaml",
    ],
    ".vscode/scenario.json": [*SETTINGS["yaml.schemas"][".vscode/scenario.json"], "tests/faulty/scenario-*.yaml"],
    ".vscode/local.json": "local.yaml",
}
"""The files that only this repository has."""

AWAY = {"build", "dist", "node_modules", "faulty"}

SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.rglob("*.yaml")
    if not any(part in AWAY or part.startswith(".") for part in path.relative_to(ROOT).parts)
)
FAULTY = sorted(each for each in (ROOT / "tests" / "faulty").iterdir() if not each.name.startswith("scenario-"))


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a folder that has the schemas, set up as the documents say."""
    folder, meanings = tmp_path_factory.mktemp("book"), read_meanings()
    (folder / ".vscode").mkdir()
    for kind in KINDS:
        (folder / ".vscode" / f"{kind}.json").write_text(json.dumps(schema_of(kind, meanings)), "utf-8")
    offline = {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}
    schemas = {"schemas": SETTINGS["yaml.schemas"] | OURS}
    with Editor(folder, {"yaml": {"validate": True, "hover": True, "completion": True} | offline | schemas}) as opened:
        yield opened


def numbers(faults: list[Fault]) -> list[int]:
    return [each.line for each in faults]


def seen(editor: Editor, name: str, text: str, known: dict[str, int] = {}) -> list[Fault]:  # noqa: B006 - a counter
    """What is wrong with a text as a file of this name; each time in a folder of its own, for the server remembers."""
    known[name] = known.get(name, 0) + 1
    apart = f"{len(known)}-{known[name]}/{name}"
    return editor.faults({apart: text})[apart]


def test_nothing_is_wrong_with_any_file_that_is_shipped(editor: Editor) -> None:
    assert {
        "rules.yaml",
        "indicators/sources.yaml",
        "scenarios/red-band.yaml",
        "scenarios/pack.yaml",
        "tests/core/books/full.yaml",
    } < {*SHIPPED}
    found = editor.faults({name: (ROOT / name).read_text("utf-8") for name in SHIPPED})
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_key_too_many_is_seen_in_every_file_that_is_shipped(editor: Editor) -> None:
    texts = {f"also/{name}": (ROOT / name).read_text("utf-8") + "\nmade-up: 1\n" for name in SHIPPED}
    found = editor.faults(texts)
    last = {name: {len(text.splitlines())} for name, text in texts.items()}
    assert {name: {*numbers(faults)} for name, faults in found.items()} == last


BEYOND = {
    "control-character.yaml": "a character",
    "empty.yaml": "nothing to look at",
    "explicit-tag.yaml": "a tag is YAML too",
    "group-unknown": "one file against another",
    "invisible-character.yaml": "a character",
    "not-utf8.yaml": "bytes",
    "option-out-of-order.yaml": "one entry against the next",
    "quote-never-closed.yaml": "told at the end of the file",
    "register-twice": "one file against another",
}
"""The faults of a file's own that an editor does not see, or sees elsewhere. docs/rulebook.md names them."""


def read_faults(book: Path) -> dict[str, set[int]]:
    """The lines of each file of a book at which the strict reader finds fault; the check is not asked."""
    files = [book] if book.is_file() else sorted(book.rglob("*.yaml"))
    found: dict[str, set[int]] = {str(file): set() for file in files}
    try:
        read_rulebook(book, Rulebook, lambda _: ())
    except Unreadable as unreadable:
        for each in unreadable.problems:
            found.setdefault(each.file, set()).add(each.line)
    return {Path(file).relative_to(ROOT).as_posix(): lines for file, lines in found.items() if file.endswith(".yaml")}


def test_an_editor_marks_what_the_strict_reader_refuses_and_nothing_else(editor: Editor) -> None:
    expected = {
        file: lines
        for book in FAULTY
        if (book.is_dir() or book.suffix == ".yaml") and book.name not in BEYOND
        for file, lines in read_faults(book).items()
    }
    assert sum(bool(lines) for lines in expected.values()) > 40
    found = editor.faults({file: (ROOT / file).read_text("utf-8") for file in expected})
    for file, lines in expected.items():
        told = numbers(found[file])
        assert all({line, line + 1} & {*told} for line in lines), (file, lines, found[file])
        assert bool(told) == bool(lines), (file, found[file])


HEAD = "edition: 2026.11\ntitle: T\ngroups: [{id: g, title: G}]\ndispositions: [{id: d}]\n"

SCENARIO = """\
id: own
title: T
level: 1
lane: L
brief: B
seen: [A bag.]
person: someone
role: R
truth: nothing
reveals: {look: [{shows: A bag., marks: []}]}
key: {path: [water, work], disposition: d, orders: [[water, work]]}
teaching: [{text: T, sources: [ours]}]
"""

PLANTED = [
    ("indicators/own.yaml", "group: g\nindicators:\n  - id: a\n    title: A\n    group: g\n", [5]),
    ("indicators/own.yaml", "group: g\nindicators:\n  - id: a\n    tittle: A\n", [3, 4]),
    ("indicators/own.yaml", "indicators: []\n", [1]),
    ("indicators/sources.yaml", "sources:\n  - id: a\n    title: A\n    confidence: X\n", [4]),
    ("rules.yaml", "edition: 1\ntitle: T\ngroups: [{id: g, title: G}]\ndispositions: [{id: d}]\n", [1]),
    ("rules.yaml", HEAD + "indicators: []\n", [5]),
    ("rules.yaml", HEAD + "rules:\n  - id: r\n   when: {indicator: a}\n", [6, 7]),
    ("answers/own.yaml", "facts: {age: adult}\nindicators:\n  a: maybe\n", [3]),
    ("answers/own.yaml", "answers:\n  look: {a: b}\n", [2]),
    ("scenarios/own.yaml", SCENARIO, []),
    ("scenarios/own.yaml", SCENARIO.replace("level: 1", "level: 4"), [3]),
    ("scenarios/own.yaml", SCENARIO.replace("shows: A bag.", "show: A bag."), [10]),
    ("scenarios/own.yaml", SCENARIO.replace("[[water, work]]", "[[water, work, needs]]"), [11]),
    ("scenarios/pack.yaml", "title: T\ncountries: []\nmoves: [{id: a, text: A, shows: B, alert: yes}]\n", [2, 3]),
    ("tests/cases/own.yaml", "cases:\n  - name: a\n    disposition: d\n    finding: [a]\n", [4]),
    ("tests/cases/own.yaml", "cases:\n  - name: a\n", [2]),
    ("local.yaml", "port: P\ncontacts:\n  - title: T\n    numbers: [911]\n    for: both\n", [4, 5]),
    ("local.yaml", "protocol: Ring first.\n", [1]),
]


@pytest.mark.parametrize(("name", "text", "lines"), PLANTED)
def test_a_fault_in_a_file_of_any_kind_is_marked_at_its_line(
    editor: Editor, name: str, text: str, lines: list[int]
) -> None:
    assert sorted({*numbers(seen(editor, name, text))}) == lines


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("{indicater: a}", "indicater"),
        ("{sign: a}", "sign"),
        ("{}", "indicator"),
        ("a", "fact, from"),
        ("{fact: a}", "from"),
        ("{indicator: a, fact: b, from: c}", "indicator"),
        ("{all: {indicator: a}}", "array"),
        ("{all: []}", "few items"),
        ("{at_least: two, of: indicators}", "integer"),
        ("{at_least: 2, of: signs}", '"clusters"'),
        ("{at_least: 2, of: indicators, where: {gruop: g}}", "gruop"),
        ("{points: [{worth: 1}], at_least: 1}", "each"),
        ("{any: [{all: [{passed: [a]}]}]}", "string"),
    ],
)
def test_a_fault_of_a_condition_is_told_of_the_condition_that_was_meant(
    editor: Editor, condition: str, said: str
) -> None:
    found = seen(editor, "rules.yaml", f"{HEAD}conditions:\n  c: {condition}\n")
    assert {*numbers(found)} == {6}
    assert any(said in each.message for each in found), found


@pytest.mark.parametrize(
    "text", ["edition: 2026.11", "edition: '1'", "edition: 2026-11-22", "edition: first", "edition: 12:30"]
)
def test_an_edition_is_taken_as_the_reader_takes_it(editor: Editor, text: str) -> None:
    assert seen(editor, "rules.yaml", HEAD.replace("edition: 2026.11", text)) == []


def test_words_that_were_truth_values_in_old_yaml_are_words(editor: Editor) -> None:
    text = f"{HEAD}monotone: yes\nsafeguards: {{swap: off, silence: y}}\nfacts:\n"
    text += "  - {id: f, title: no, values: [no, yes, on, 12:30, 14-17], unanswered: no}\n"
    assert seen(editor, "rules.yaml", text) == []


def test_the_pointer_on_a_key_shows_what_the_key_means(editor: Editor) -> None:
    text = (ROOT / "rules.yaml").read_text("utf-8").splitlines()
    editor.faults({"hovered/rules.yaml": "\n".join(text)})
    line = next(number for number, each in enumerate(text, 1) if each.startswith("unanswered: "))
    shown = editor.hover("hovered/rules.yaml", line, 3)
    meaning = read_meanings()["Rulebook", "unanswered"]
    assert meaning.replace("`", "") in shown.replace("\\", "").replace("`", "")
    assert all(f"* `{word}`" in shown for word in ("protects", "open"))


def offered(editor: Editor, name: str, text: str) -> set[str]:
    """What an editor offers at the end of the text."""
    apart = f"{len(text)}/{name}"
    editor.faults({apart: text})
    return {label.strip('"') for label in editor.completed(apart, text.count("\n") + 1, len(text) - text.rfind("\n"))}


def test_keys_and_words_are_offered_where_they_can_stand(editor: Editor) -> None:
    assert {"indicator", "fact", "at_least"} <= offered(editor, "rules.yaml", f"{HEAD}stop_when:\n  ")
    assert offered(editor, "rules.yaml", f"{HEAD}monotone: ") == {"yes", "no"}
    keys = offered(editor, "indicators/own.yaml", "group: g\nindicators:\n  - id: a\n    title: A\n    ")
    assert {"mark_if", "strength", "innocent"} <= keys
    assert not {"group", "id"} & keys


def test_the_first_line_of_a_file_can_name_its_schema(editor: Editor) -> None:
    line = "# yaml-language-server: $schema=../.vscode/rulebook.json\n"
    found = editor.faults({"elsewhere/mine.yml": line + HEAD, "elsewhere/other.yml": line + HEAD + "ruels: []\n"})
    assert {name: numbers(faults) for name, faults in found.items()} == {
        "elsewhere/mine.yml": [],
        "elsewhere/other.yml": [6],
    }


def test_the_documents_set_up_schemas_that_there_are() -> None:
    schemas: Mapping[str, Any] = SETTINGS["yaml.schemas"]
    assert {Path(name).stem for name in schemas} <= KINDS.keys()
