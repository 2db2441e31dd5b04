"""`htscreen rulebook diff`, from outside."""

import json
import shutil
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_rulebook import copied, replaced
from tests.conftest import ROOT
from tests.program import Done, Program
from tests.terminal.keys import flat

LITTLE = """\
edition: {edition}
title: Little
groups: [{{id: g, title: G}}]
dispositions: [{{id: low}}, {{id: middle}}, {{id: high}}]
stages: [{{id: s, title: S, items: [i]}}]
items:
  - id: i
    text: See it?
    pick: many
    options: [{{id: x, label: X, shows: [x]}}, {{id: y, label: Y, shows: [y]}}, {{id: z, label: Z, shows: [z]}}]
rules:
  - {{id: some, when: {{at_least: {some}, of: indicators}}, disposition: high, because: Some., sources: [ours]}}
  - {{id: any, when: {{at_least: 1, of: indicators}}, disposition: middle, because: One., sources: [ours]}}
indicators: [{{id: x, group: g, title: Sign X}}, {{id: y, group: g, title: Sign Y}}, {{id: z, group: g, title: Sign Z}}]
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Little rulebooks that ask for two and for three signs, and a faulty one, each in a folder of its own."""
    folder, found = tmp_path_factory.mktemp("books"), dict[str, str]()
    for name, some in (("two", 2), ("three", 3)):
        (folder / name).mkdir()
        found[name] = str(folder / name / "book.yaml")
        Path(found[name]).write_text(LITTLE.format(edition=f"'{name}'", some=some), "utf-8")
    found["faulty"] = str(folder / "faulty.yaml")
    Path(found["faulty"]).write_text(LITTLE.format(edition="'f'", some="many"), "utf-8")
    return found


def diff(program: Program, old: str, new: str, *options: str, **more: str) -> Done:
    """A call."""
    return program.run("rulebook", "diff", old, new, *options, **more)


def told(done: Done) -> Any:  # noqa: ANN401 - any JSON
    """The JSON of a call."""
    return json.loads(done.out)


def test_somebody_advised_lower_is_1_and_nobody_is_0(program: Program, books: dict[str, str]) -> None:
    lower, higher = diff(program, books["two"], books["three"]), diff(program, books["three"], books["two"])
    same = diff(program, books["two"], books["two"])
    assert (lower.code, higher.code, same.code) == (1, 0, 0)
    assert lower.err == higher.err == same.err == "No cases beside NEW: name some with --answers.\n"
    last = [flat(done.out.rsplit("\n\n", 1)[1]) for done in (lower, higher, same)]
    assert last == [
        "Advised lower: high -> middle.",
        "Advised higher: middle -> high. Nobody is advised lower.",
        "Nobody is advised otherwise.",
    ]
    assert "Old: high, by some. New: middle, by any." in flat(lower.out)


def test_the_json_tells_the_answers_as_a_file_of_answers_has_them(
    program: Program, books: dict[str, str], tmp_path: Path
) -> None:
    found = told(diff(program, books["two"], books["three"], "--json"))
    assert (found["old"]["edition"], found["new"]["edition"], found["lowers"]) == ("two", "three", True)
    assert len(found["new"]["rulebook_sha256"]) == 64
    (move,) = found["advised"]
    assert (move["old"], move["new"], move["old_rules"], move["new_rules"]) == ("high", "middle", ["some"], ["any"])
    assert found["changes"] == [
        {
            "path": "rules/some/when/at_least",
            "kind": "policy",
            "weighed": True,
            "done": "changed",
            "old": "2",
            "new": "3",
        }
    ]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({key: move["answers"][key] for key in ("facts", "indicators")}), "utf-8")
    for which in ("two", "three"):
        done = program.run("advise", "--json", "--answers", str(answers), "--rulebook", books[which])
        assert told(done)["disposition"] == {"two": "high", "three": "middle"}[which]


def test_in_plain_lines_it_fits_the_screen_on_an_old_code_page(program: Program, books: dict[str, str]) -> None:
    done = diff(program, books["two"], books["three"], "--plain", encoding="cp437")
    assert done.code == 1
    assert max(map(len, done.out.splitlines())) <= 80
    assert "\x1b" not in done.out


def test_markdown_is_for_a_change_log(program: Program, books: dict[str, str]) -> None:
    done = diff(program, books["two"], books["three"], "--markdown")
    assert done.code == 1
    assert "#### Advised otherwise" in done.out
    assert "| `rules/some/when/at_least` | 2 | 3 |" in done.out
    both = diff(program, books["two"], books["three"], "--markdown", "--json")
    assert (both.code, both.out) == (2, "")


def test_answers_of_ones_own_are_counted_cases_and_a_file_of_answers(
    program: Program, books: dict[str, str], tmp_path: Path
) -> None:
    cases = tmp_path / "cases.yaml"
    cases.write_text(
        "cases:\n"
        "  - {name: two signs, indicators: {x: present, y: present}, disposition: high}\n"
        "  - {name: one sign, indicators: {x: present, nowhere: present}, disposition: middle}\n",
        "utf-8",
    )
    found = told(diff(program, books["two"], books["three"], "--json", "--answers", str(cases)))["known_answers"]
    assert [each["title"] for each in found] == ["cases.yaml"]
    assert found[0]["matrix"] == {"high": {"middle": 1}, "middle": {"middle": 1}}
    assert [each["name"] for each in found[0]["moved"]] == ["two signs"]
    assert found[0]["not_asked"] == {"old": 1, "new": 1}
    answers = tmp_path / "answers.yaml"
    answers.write_text("answers: {i: [x, y]}\n", "utf-8")
    (one,) = told(diff(program, books["two"], books["three"], "--json", "--answers", str(answers)))["known_answers"]
    assert one["moved"] == [{"name": "answers.yaml", "old": "high", "new": "middle", "direction": "lower"}]


def test_a_faulty_file_of_answers_is_a_matter_of_usage(program: Program, books: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    untimed = "cases:\n  - {name: n, at: noon, disposition: low}\n"
    for text, line in (("indicators: {x: seen}\n", 1), (untimed, 2), ("cases: []\n", 1)):
        path.write_text(text, "utf-8")
        done = diff(program, books["two"], books["three"], "--answers", str(path))
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"{path}:{line}:")
    assert diff(program, books["two"], books["three"], "--answers", str(tmp_path / "nowhere.yaml")).code == 2


def test_scenarios_and_cases_beside_the_new_rulebook_are_counted_and_one_half_written_stops_nothing(
    program: Program, books: dict[str, str], tmp_path: Path
) -> None:
    for folder in ("scenarios", "tests/cases"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "scenarios" / "one.yaml").write_text("indicators: {x: present, y: present}\n", "utf-8")
    (tmp_path / "tests" / "cases" / "half.yaml").write_text("cases:\n  - {name: half, disposition: [", "utf-8")
    (tmp_path / "tests" / "cases" / "unnoticed.yaml").write_text("unnoticed: {a change: no matter}\n", "utf-8")
    (tmp_path / "tests" / "cases" / "whole.yaml").write_text("cases:\n  - {name: none, disposition: low}\n", "utf-8")
    new = tmp_path / "book.yaml"
    new.write_text(Path(books["three"]).read_text("utf-8"), "utf-8")
    done = diff(program, books["two"], str(new), "--json")
    assert done.code == 1
    assert [(each["title"], each["size"]) for each in told(done)["known_answers"]] == [
        ("scenarios", 1),
        ("tests/cases", 1),
    ]
    assert "half.yaml:2:" in done.err
    assert "unnoticed.yaml" not in done.err


def test_the_key_of_a_scenario_is_played_by_both_rulebooks(program: Program, tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    rule = "- id: two-telling-facts\n    when: {at_least: 2,"
    replaced(new, rule, rule.replace("2", "3"))
    (new / "scenarios").mkdir()
    for name in ("pack", "red-band", "row-of-five"):
        shutil.copy(ROOT / "scenarios" / f"{name}.yaml", new / "scenarios")
    (new / "scenarios" / "old-style.yaml").write_text("indicators: {documents-held: present}\n", "utf-8")
    (new / "scenarios" / "half.yaml").write_text("id: half\nreveals: {}\n", "utf-8")
    done = diff(program, str(old), str(new), "--json")
    counted = next(each for each in told(done)["known_answers"] if each["title"] == "scenarios")
    assert counted["size"] == 3
    assert [each["name"] for each in counted["moved"]] == ["row-of-five"]
    assert "half.yaml:1:1" in done.err
    assert "pack.yaml" not in done.err


def test_a_scenario_that_a_rulebook_does_not_fit_is_played_as_far_as_it_does(
    program: Program, books: dict[str, str]
) -> None:
    scenario = str(ROOT / "scenarios" / "red-band.yaml")
    done = diff(program, books["two"], books["three"], "--json", "--answers", scenario)
    (counted,) = told(done)["known_answers"]
    assert (counted["title"], counted["size"], counted["moved"]) == ("red-band.yaml", 1, [])


def test_a_folder_of_cases_is_counted_as_one(program: Program, books: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.yaml").write_text("cases:\n  - {name: a, indicators: [x, y], disposition: high}\n", "utf-8")
    (folder / "b.yaml").write_text("cases:\n  - {name: b, disposition: low}\n", "utf-8")
    done = diff(program, books["two"], books["three"], "--json", "--answers", str(folder))
    assert (done.code, done.err) == (1, "")
    (counted,) = told(done)["known_answers"]
    assert (counted["title"], counted["size"], len(counted["moved"])) == ("mine", 2, 1)
    (folder / "a.yaml").unlink()
    (folder / "b.yaml").unlink()
    assert diff(program, books["two"], books["three"], "--answers", str(folder)).code == 2


def test_a_faulty_rulebook_is_3_with_every_problem_and_which_of_the_two(
    program: Program, books: dict[str, str], tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "nowhere")
    both = diff(program, books["faulty"], nowhere)
    assert (both.code, both.out) == (3, "")
    lines = both.err.splitlines()
    assert lines[0] == "The old rulebook:"
    assert lines[1].startswith(f"{books['faulty']}:")
    at = lines.index("The new rulebook:")
    assert lines[at + 1].startswith(f"{nowhere}:1:1: ")
    new = diff(program, books["two"], books["faulty"])
    assert new.code == 3
    assert "The old rulebook" not in new.err
    assert diff(program, nowhere, books["two"]).code == 3


def test_without_a_solver_it_says_how_to_install_one(program: Program, books: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "z3.py").write_text("raise ImportError\n", "utf-8")
    done = diff(program, books["two"], books["three"], PYTHONPATH=str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "pip install 'htscreen[prove]'" in done.err


def test_without_both_rulebooks_it_is_a_matter_of_usage(program: Program, books: dict[str, str]) -> None:
    assert program.run("rulebook", "diff", books["two"]).code == 2


def test_the_shipped_rulebook_against_a_changed_copy(program: Program, tmp_path: Path) -> None:
    folder = copied(tmp_path / "book")
    replaced(folder, "when: {at_least: 2, of: clusters, where: {set: telling}}",
             "when: {at_least: 3, of: clusters, where: {set: telling}}")  # fmt: skip
    replaced(folder, "because: There is danger now.", "because: There is danger.")
    done = diff(program, str(ROOT), str(folder), "--json")
    assert done.code == 1
    found = told(done)
    assert {each["direction"] for each in found["advised"]} == {"lower"}
    assert all(each["old_rules"] and each["new_rules"] for each in found["advised"])
    assert found["undecided"] == 0
    assert [each["kind"] for each in found["changes"]] == ["wording", "policy"]
    assert diff(program, str(folder), str(ROOT), "--json").code == 0
    assert diff(program, str(ROOT), str(ROOT)).code == 0


def test_the_example_in_the_documents_prints_what_they_say(program: Program, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "rulebook.md").read_text("utf-8")
    example = page.split("```yaml rulebook\n")[1].split("```")[0]
    (tmp_path / "old.yaml").write_text(example, "utf-8")
    for old, new in (
        ("edition: first", "edition: second"),
        ("at_least: 2", "at_least: 3"),
        ("Two of the", "Three of the"),
    ):
        assert example.count(old) == 1
        example = example.replace(old, new)
    (tmp_path / "mine.yaml").write_text(example, "utf-8")
    done = program.shell(f"cd {tmp_path} && $htscreen rulebook diff old.yaml mine.yaml")
    assert done.code == 1
    assert textwrap.indent(done.out, "    ") in page
    keys = set(told(diff(program, str(tmp_path / "old.yaml"), str(tmp_path / "mine.yaml"), "--json")))
    section = page.split("## What a change changes")[1].split("\n## ")[0]
    assert {key for key in keys if f"`{key}`" not in section} == set()
