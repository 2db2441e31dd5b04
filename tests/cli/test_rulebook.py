"""`htscreen rulebook` and `htscreen contacts`, from outside."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from screen.core.book import Book
from tests.conftest import ROOT
from tests.program import Program
from tests.terminal.keys import flat

_PLACED = re.compile(r"^.+:\d+:\d+: .+\. .+\.$")


def read(program: Program, *arguments: str, **environment: str) -> Any:  # noqa: ANN401 - any JSON
    """The JSON that a call prints."""
    done = program.run(*arguments, **environment)
    assert done.code == 0, done.err
    assert done.err == ""
    return json.loads(done.out)


def copied(folder: Path) -> Path:
    """A copy of the shipped rulebook in this folder."""
    shutil.copytree(ROOT / "indicators", folder / "indicators")
    shutil.copy(ROOT / "rules.yaml", folder)
    return folder


def changed(folder: Path, old: str, new: str) -> Path:
    """A copy of the shipped rulebook with one text of rules.yaml changed."""
    replaced(copied(folder), old, new)
    return folder


def replaced(folder: Path, old: str, new: str) -> None:
    """Change one text of rules.yaml in a folder."""
    text = (folder / "rules.yaml").read_text("utf-8")
    assert text.count(old) == 1, old
    (folder / "rules.yaml").write_text(text.replace(old, new), "utf-8")


def test_the_shipped_rulebook_has_nothing_wrong(program: Program, book: Book) -> None:
    done = program.run("rulebook", "check")
    assert done.code == 0
    assert all("warning: " in line for line in done.err.splitlines()), "numbers to be looked up, and nothing else"
    assert str(len(book.rulebook.indicators)) in done.out
    assert all(problem["warning"] for problem in read(program, "rulebook", "check", "--json"))


def test_a_faulty_rulebook_is_3_with_every_problem_at_its_place(program: Program, tmp_path: Path) -> None:
    folder = changed(
        tmp_path / "book", "when: {fact: disclosure, from: asks-for-help}", "when: {fact: disclosur, from: no}"
    )
    replaced(folder, "when: {indicator: forced-sex-acts}", "when: {indicator: forced-sex-act}")
    done = program.run("rulebook", "check", "--rulebook", str(folder))
    assert done.code == 3
    problems = done.err.strip().splitlines()
    assert len(problems) >= 2
    assert all(_PLACED.match(problem) for problem in problems)
    assert all(problem.startswith(f"{folder}/rules.yaml:") for problem in problems)
    assert "Traceback" not in done.err
    as_json = program.run("rulebook", "check", "--json", "--rulebook", str(folder))
    assert as_json.code == 3
    listed = json.loads(as_json.out)
    assert len(listed) == len(problems)
    assert all(each.keys() >= {"file", "line", "column", "fault", "remedy", "warning"} for each in listed)


@pytest.mark.parametrize(
    "command", [(), ("screen",), ("advise", "--answers", "-"), ("rulebook", "show"), ("contacts",), ("demo",)]
)
def test_no_command_runs_on_a_faulty_rulebook(program: Program, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "rules.yaml").write_text("edition: [", "utf-8")
    done = program.run(*command, "--rulebook", str(tmp_path / "rules.yaml"), typed="{}")
    assert done.code == 3
    assert done.err.startswith(f"{tmp_path / 'rules.yaml'}:1:")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("text", ["\\e[31mred", "\\e]0;title\\a", "\\u009b31m", "\\u2028"])
def test_an_escape_sequence_in_a_rulebook_is_refused_and_not_obeyed(
    program: Program, tmp_path: Path, text: str
) -> None:
    folder = copied(tmp_path / "book")
    replaced(folder, "title: Screening at a port of entry", f'title: "{text}"\n"{text}": 1\n"{text}": 2')
    done = program.run("rulebook", "check", "--rulebook", str(folder))
    assert done.code == 3
    assert all(letter == "\n" or letter.isprintable() for letter in done.err)
    assert "invisible character" in done.err


def test_markup_in_a_rulebook_is_text(program: Program, tmp_path: Path) -> None:
    marked = "[bold]There[/bold] is [red]danger[/] now [link=http://x]."
    folder = changed(tmp_path / "book", "because: There is danger now.", f'because: "{marked}"')
    replaced(folder, "title: Screening at a port of entry", 'title: "[red]Screening[/] at a port of entry"')
    shown = flat(program.run("rulebook", "show", "--rulebook", str(folder)).out)
    assert "[red]Screening[/] at a port of entry" in shown
    assert marked in shown
    danger = "facts: {place: secondary, danger-now: 'yes'}"
    told = program.run("advise", "--answers", "-", "--rulebook", str(folder), typed=danger)
    assert marked in flat(told.out)


def test_show_lists_every_indicator_and_rule(program: Program, book: Book) -> None:
    out = program.run("rulebook", "show").out
    assert all(name in out for name in book.bit)
    assert all(rule.id in out for rule in book.rulebook.rules)
    assert "not a validated cut-off" in out


def test_show_as_json_has_the_keys_of_the_contract(program: Program, book: Book) -> None:
    shown = read(program, "rulebook", "show", "--json")
    assert shown.keys() >= {"edition", "indicators", "facts", "items", "rules", "dispositions"}
    assert [each["id"] for each in shown["indicators"]] == list(book.bit)
    wanted = {"id", "group", "also", "cluster", "strength", "stage", "forms", "sources"}
    assert all(each.keys() >= wanted for each in shown["indicators"])
    assert [each["id"] for each in shown["rules"]] == [rule.id for rule in book.rulebook.rules]
    assert [each["id"] for each in shown["items"]] == [item.id for item in book.rulebook.items]
    assert shown["dispositions"] == list(book.rank)


def test_show_of_one_indicator_tells_all_about_it(program: Program, book: Book) -> None:
    told, sign = flat(program.run("rulebook", "show", "documents-held").out), book.indicator["documents-held"]
    for text in (sign.title, sign.mark_if, sign.not_if, *sign.innocent, *sign.sources, sign.strength, "unreviewed"):
        assert flat(text or "") in told


def test_show_of_what_is_not_there_is_a_matter_of_usage(program: Program) -> None:
    done = program.run("rulebook", "show", "document-held")
    assert (done.code, done.out) == (2, "")
    assert "document-held" in done.err


def test_every_item_of_every_published_list_is_used_or_left_out_with_the_reason(program: Program, book: Book) -> None:
    listed = read(program, "rulebook", "sources", "--json")
    assert [each["item"] for each in listed] == [item.id for item in book.rulebook.register_.items]
    assert len(listed) > 100
    for each in listed:
        assert each.keys() >= {"item", "source", "paraphrase"}
        used = each.get("used_by") or []
        assert bool(used) != bool(each.get("excluded")), each["item"]
        assert set(used) <= book.bit.keys()
    assert flat(listed[0]["paraphrase"]) in flat(program.run("rulebook", "sources").out)


def test_the_schema_is_a_json_schema(program: Program) -> None:
    schema = read(program, "rulebook", "schema")
    assert schema["type"] == "object"
    assert {"edition", "items", "rules", "indicators"} <= schema["properties"].keys()
    refs = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(schema)))
    assert refs
    assert refs <= schema["$defs"].keys(), "every reference leads somewhere"
    assert "kind" not in schema["$defs"]["Present"]["properties"], "what YAML does not write is not in it"


def test_contacts_come_in_the_rulebooks_order_each_not_yet_called(program: Program, book: Book) -> None:
    listed = read(program, "contacts", "--json")
    assert [each["id"] for each in listed] == [contact.id for contact in book.rulebook.contacts]
    assert {each["called"] for each in listed} == {"no"}
    out = program.run("contacts").out
    assert flat(out).count("not called") == len(listed)
    places = [flat(out).index(flat(contact.title)) for contact in book.rulebook.contacts]
    assert places == sorted(places)


def test_both_numbers_of_the_tip_line_stand_there_as_disputed(program: Program) -> None:
    hsi = next(each for each in read(program, "contacts", "--json") if each["id"] == "c.hsi")
    assert any("866-347-2423" in number for number in hsi["numbers"])
    assert any("877-447-4847" in number for number in hsi["numbers"])
    assert hsi["disputed"]
    out = flat(program.run("contacts").out)
    assert f"Disputed: {flat(hsi['disputed'])}" in out
    assert all(
        each["for"] != "traveller" for each in read(program, "contacts", "--json") if "tip line" in each["title"]
    )


def test_a_number_last_seen_long_ago_is_said_to_be_old(program: Program, tmp_path: Path) -> None:
    folder = copied(tmp_path / "book")
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("seen: 2026-11-01", "seen: 2020-01-01"), "utf-8")
    assert "180 days" in program.run("contacts", "--rulebook", str(folder)).out
    done = program.run("rulebook", "check", "--rulebook", str(folder))
    assert done.code == 0
    assert "warning: " in done.err


def test_another_rulebook_is_a_folder_a_file_or_named_by_the_environment(program: Program, tmp_path: Path) -> None:
    folder = changed(tmp_path / "book", "edition: 2026.11", "edition: 1999.01")
    show = ("rulebook", "show", "--json")
    assert read(program, *show, "--rulebook", str(folder))["edition"] == "1999.01"
    assert read(program, *show, HTSCREEN_RULEBOOK=str(folder))["edition"] == "1999.01"
    one = tmp_path / "one.yaml"
    one.write_text(
        "edition: '1'\ntitle: One\ngroups: [{id: g, title: G}]\ndispositions: [{id: low}, {id: high}]\n"
        "stages: [{id: s, title: S, items: [i]}]\n"
        "items: [{id: i, text: See it?, pick: many, options: [{id: a, label: A, shows: [x]}]}]\n"
        "rules: [{id: r, when: {indicator: x}, disposition: high, because: Seen., sources: [ours]}]\n"
        "indicators: [{id: x, group: g, title: X}]\n"
        "register:\n  sources: [{id: s, title: S, confidence: V}]\n"
        "  references: [{id: ours, source: s, paraphrase: P, confidence: V}]\n",
        "utf-8",
    )
    assert read(program, *show, "--rulebook", str(one), HTSCREEN_RULEBOOK=str(folder))["edition"] == "1"
    done = program.run("--rulebook", str(one), typed="1\ny\n")
    assert done.code == 0, done.err
    assert "advice: HIGH" in done.out


@pytest.mark.parametrize("named", ["nowhere", "nowhere/rules.yaml"])
def test_a_rulebook_that_is_not_there_is_said_so(program: Program, named: str) -> None:
    done = program.run("rulebook", "check", "--rulebook", named)
    assert done.code == 3
    assert named in done.err
