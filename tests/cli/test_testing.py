"""`htscreen rulebook test` and `--record`, from outside."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from screen.cli.recording import save_run
from screen.core.book import Book
from screen.core.screening import Screening
from tests.conftest import ROOT
from tests.program import Done, Program
from tests.terminal.keys import digits
from tests.terminal.live import Live

SMALL = """\
edition: first
title: Two of four
unanswered: no
groups:
  - {id: signs, title: Signs}
dispositions:
  - {id: none, titles: {any: NONE}}
  - {id: follow-up, titles: {any: FOLLOW UP}}
rules:
  - id: two-of-three
    when: {at_least: 2, of: indicators}
    disposition: follow-up
    because: Two were told.
    sources: [ours]
indicators:
  - {id: unpaid, group: signs, title: No pay}
  - {id: not-free, group: signs, title: Not free to stop}
  - {id: papers-kept, group: signs, title: Papers are kept}
"""
BOTH = """\
cases:
  - {name: one, indicators: [unpaid], disposition: none, next_up: [not-free]}
  - {name: two, indicators: [unpaid, not-free], disposition: follow-up, rules: [two-of-three]}
"""


def tried(program: Program, folder: Path, cases: str, *arguments: str) -> Done:
    """How the test of the small book goes with these cases, in the place where it looks for them."""
    (folder / "tests" / "cases").mkdir(parents=True, exist_ok=True)
    (folder / "rules.yaml").write_text(SMALL, "utf-8")
    (folder / "tests" / "cases" / "all.yaml").write_text(cases, "utf-8")
    return program.run("rulebook", "test", "--rulebook", str(folder), *arguments)


def told(done: Done) -> Any:  # noqa: ANN401 - any JSON
    """The JSON that a call prints."""
    assert done.err == ""
    return json.loads(done.out)


def test_all_is_well_where_every_case_comes_out_and_every_change_is_noticed(program: Program, tmp_path: Path) -> None:
    done = tried(program, tmp_path, BOTH)
    assert (done.code, done.err) == (0, "")
    assert "2 cases, 0 came out otherwise." in done.out
    assert "100.0 %" in done.out


def test_a_case_that_comes_out_otherwise_is_told_at_its_line_in_ids(program: Program, tmp_path: Path) -> None:
    wrong = BOTH.replace("disposition: none", "disposition: follow-up").replace(
        "next_up: [not-free]", "rules: [two-of-three], next_up: [papers-kept]"
    )
    done = tried(program, tmp_path, wrong, "--quick")
    assert done.code == 1
    place = f"{tmp_path / 'tests' / 'cases' / 'all.yaml'}:2:5: one. "
    assert done.out.splitlines() == [
        f"{place}disposition: expected follow-up; came none.",
        f"{place}rules: two-of-three missing.",
        f"{place}next_up: expected papers-kept; came not-free.",
        "2 cases, 1 came out otherwise.",
    ]
    (failed,) = told(tried(program, tmp_path, wrong, "--quick", "--json"))["failed"]
    assert (failed["name"], failed["line"]) == ("one", 2)
    assert failed["differences"][0] == {"key": "disposition", "expected": ["follow-up"], "came": ["none"]}


def test_a_case_that_fails_is_no_witness_of_a_change(program: Program, tmp_path: Path) -> None:
    wrong = BOTH.replace("disposition: none", "disposition: follow-up")
    done = tried(program, tmp_path, wrong)
    assert done.code == 1
    assert "no case notices `rules/two-of-three/at_least 2 -> 1`" in done.out


def test_a_change_that_no_case_notices_is_told_where_it_is_written(program: Program, tmp_path: Path) -> None:
    one = "cases:\n  - {name: one, indicators: [unpaid], disposition: none}\n"
    done = tried(program, tmp_path, one)
    assert done.code == 1
    line = SMALL.splitlines().index("    when: {at_least: 2, of: indicators}") + 1
    assert f"{tmp_path / 'rules.yaml'}:{line}:12: no case notices `rules/two-of-three/at_least 2 -> 3`." in done.out
    coverage = told(tried(program, tmp_path, one, "--json"))["coverage"]
    unnoticed = {each["id"]: each for each in coverage["unnoticed"]}
    assert unnoticed["rules/two-of-three/at_least 2 -> 3"]["line"] == line
    assert unnoticed["rules/two-of-three/at_least 2 -> 3"]["because"] is None
    assert coverage["noticed"][0].keys() >= {"id", "place", "file", "line", "case"}
    assert coverage["score"] < 1


def test_a_change_with_its_reason_is_let_pass_and_told_with_it(program: Program, tmp_path: Path) -> None:
    one = BOTH.replace(", next_up: [not-free]", "")
    assert tried(program, tmp_path, one).code == 1
    excused = one + "unnoticed:\n  rules/two-of-three/gate no -> yes: what is next is for another day\n"
    done = tried(program, tmp_path, excused)
    assert done.code == 0
    assert re.search(r"rules/two-of-three/gate no -> yes\n +what is next is for another day", done.out)


def test_a_reason_for_no_change_or_a_noticed_one_is_told_at_its_line(program: Program, tmp_path: Path) -> None:
    excused = BOTH + "unnoticed:\n  rules/two-of-three/at_least 2 -> 3: x\n  rules/two-of-four left out: y\n"
    done = tried(program, tmp_path, excused)
    assert done.code == 2
    file = tmp_path / "tests" / "cases" / "all.yaml"
    assert f"{file}:5:3: the case `two` notices the change" in done.out
    assert f"{file}:6:3: `rules/two-of-four left out` is no change" in done.out
    assert len(told(tried(program, tmp_path, excused, "--json"))["coverage"]["problems"]) == 2
    assert tried(program, tmp_path, excused, "--quick").code == 0


def test_what_alters_nothing_is_named_as_such(program: Program, tmp_path: Path) -> None:
    done = tried(program, tmp_path, BOTH, "--json")
    alike = ["rules/two-of-three/of indicators -> clusters"]
    assert [each["id"] for each in told(done)["coverage"]["alters_nothing"]] == alike, "each sign is its own cluster"
    idle = SMALL.replace("unpaid, group: signs", "unpaid, strength: weak, group: signs")
    idle = idle.replace("groups:", "strengths: [strong, weak]\ngroups:")
    (tmp_path / "rules.yaml").write_text(idle, "utf-8")
    done = program.run("rulebook", "test", "--rulebook", str(tmp_path))
    assert done.code == 0
    assert "dead parts of the policy: 2\n" in done.out
    assert "\n  indicators/unpaid/strength weak -> strong\n" in done.out


def test_a_fault_in_the_cases_is_2_and_in_the_rulebook_3(program: Program, tmp_path: Path) -> None:
    broken = BOTH.replace("name: one", "nam: one").replace("unpaid, not-free", "unpayed, not-free")
    done = tried(program, tmp_path, broken)
    assert (done.code, done.out) == (2, "")
    assert re.match(rf"{tmp_path}/tests/cases/all.yaml:2:\d+: ", done.err)
    unknown = tried(program, tmp_path, BOTH.replace("unpaid, not-free", "unpayed, not-free"))
    assert unknown.code == 2
    assert "Nearest: unpaid." in unknown.err
    (tmp_path / "rules.yaml").write_text("edition: [", "utf-8")
    assert program.run("rulebook", "test", "--rulebook", str(tmp_path)).code == 3


def test_a_rulebook_without_cases_says_so(program: Program, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(SMALL, "utf-8")
    done = program.run("rulebook", "test", "--rulebook", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert str(tmp_path / "tests" / "cases") in done.err
    nope = program.run("rulebook", "test", "--rulebook", str(tmp_path), "--cases", str(tmp_path / "nope.yaml"))
    assert (nope.code, nope.out) == (2, "")
    assert "nope.yaml:1:1: there is no such file" in nope.err


def test_other_cases_are_a_file_or_a_folder(program: Program, tmp_path: Path) -> None:
    tried(program, tmp_path, BOTH)
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.yaml").write_text("\n".join(BOTH.splitlines()[:2]), "utf-8")
    for path in (other, other / "one.yaml"):
        done = tried(program, tmp_path, BOTH, "--quick", "--cases", str(path))
        assert done.out == "1 case, 0 came out otherwise.\n"


def test_the_shipped_cases_come_out_as_they_say(program: Program) -> None:
    done = program.run("rulebook", "test", "--quick", "--json", HTSCREEN_RULEBOOK=str(ROOT))
    assert done.code == 0
    assert told(done)["failed"] == []
    assert told(done)["coverage"] is None


def test_a_lowered_cut_off_of_the_shipped_rulebook_is_noticed(program: Program, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "indicators", tmp_path / "indicators")
    text = (ROOT / "rules.yaml").read_text("utf-8")
    old = "when: {at_least: 2, of: clusters, where: {set: telling}}"
    assert text.count(old) == 1
    (tmp_path / "rules.yaml").write_text(text.replace(old, old.replace("2", "1", 1)), "utf-8")
    cases = ("--cases", str(ROOT / "tests" / "cases"))
    done = program.run("rulebook", "test", "--quick", "--rulebook", str(tmp_path), *cases)
    assert done.code == 1
    assert "disposition: expected consult; came refer." in done.out


def walked(book: Book) -> str:
    """Two people of one encounter: a sign and a reason for the first, an option that could not be told for the next."""
    first = ["0", digits(book, "age", "adult"), digits(book, "with-whom", "group"), digits(book, "papers", "kept"), "y"]
    first += [digits(book, "answered", "answered"), "0", "t a typed word", "0", digits(book, "concern", "strong")]
    first += ["another typed word", "p", "3"]
    return "\n".join((*first, "0", digits(book, "age", "14-17"), f"u{digits(book, 'with-whom', 'group')}"))


def test_a_run_is_recorded_as_cases_that_pass(program: Program, book: Book, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    done = program.run("--record", str(path), typed=walked(book))
    assert done.code == 0, done.err
    assert "Memory only" not in done.out
    assert "Recorded in" in done.out
    text = path.read_text("utf-8")
    assert "typed" not in text
    assert text.count("name: ") == 2
    assert "findings: [documents-held]" in text
    assert "officer-concern: written" in text
    again = program.run("rulebook", "test", "--quick", "--cases", str(path))
    assert (again.code, again.out) == (0, "2 cases, 0 came out otherwise.\n")


def test_a_recording_never_goes_over_a_file_that_is_there(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text("mine", "utf-8")
    for command in ((), ("screen",)):
        done = program.run(*command, "--record", str(path))
        assert (done.code, done.out) == (2, "")
        assert "--record" in done.err
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("option", ["--record", "--note"])
def test_a_file_that_cannot_be_written_is_said_before_anything_is_asked(
    program: Program, tmp_path: Path, option: str
) -> None:
    for path in (tmp_path / "none" / "run.yaml", tmp_path / ("x" * 300)):
        done = program.run(option, str(path), typed="0\n")
        assert (done.code, done.out) == (2, "")
        assert option in done.err
        assert "cannot be written" in done.err


def test_a_note_and_a_recording_do_not_share_a_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for other in (tmp_path / "one.txt", tmp_path / "in" / ".." / "one.txt"):
        done = program.run("--note", str(tmp_path / "one.txt"), "--record", str(other), typed="0\n")
        assert (done.code, done.out) == (2, "")
        assert "--record" in done.err
    assert not (tmp_path / "one.txt").exists()


def test_a_recording_that_cannot_be_written_after_all_is_said_at_the_end(book: Book, tmp_path: Path) -> None:
    assert save_run(book, (Screening(),), tmp_path / "none" / "run.yaml").startswith("Not recorded: ")


def test_leaving_with_a_recording_says_nothing_of_nothing_kept(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    with Live(program, "screen", "--record", str(path)) as live:
        live.type("0", "q")
        live.child.sendline("q")
        assert live.end() == 0
        assert not [line for line in live.lines if "othing" in line]
    assert path.exists()


@pytest.mark.parametrize("command", ["demo", "contacts"])
def test_only_a_screening_is_recorded(program: Program, command: str) -> None:
    done = program.run("--record", "x.yaml", command)
    assert done.code == 2


def test_a_rulebook_that_the_shipped_scenario_does_not_fit_has_no_demonstration(
    program: Program, tmp_path: Path
) -> None:
    tried(program, tmp_path, BOTH)
    done = program.run("demo", "--rulebook", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert done.err == "This rulebook has no demonstration. Name a file with --answers.\n"
