"""`htscreen advise --paper`, from outside: a form is keyed in through a pipe."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program
from tests.terminal.keys import flat
from tests.terminal.test_paper import PAPERS_KEPT

STAGELESS = """\
edition: first
title: Signs alone
groups: [{id: signs, title: Signs}]
dispositions: [{id: nothing-more}, {id: second-look}]
rules: [{id: one, when: {at_least: 1, of: indicators}, disposition: second-look, because: Noted., sources: [ours]}]
indicators: [{id: unpaid, group: signs, title: No pay for work done}]
"""
AT = ("--json", "--at", "2026-11-22T03:00")


def typed(*lines: str) -> str:
    """What is keyed in, a line each."""
    return "".join(f"{line}\n" for line in lines)


def advised(program: Program, *lines: str) -> Any:  # noqa: ANN401 - any JSON
    """The JSON for these lines."""
    done = program.run("advise", "--paper", *AT, typed=typed(*lines))
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_the_advice_is_that_for_the_same_answers_in_a_file_and_both_totals(program: Program) -> None:
    answers = {
        "now": [], "age": "adult", "with-whom": "alone", "papers": "kept", "look": [], "journey": "could-not-tell",
        "concern": "none", "next-step": "stop",
    }  # fmt: skip
    given = program.run("advise", "--answers", "-", *AT, typed=json.dumps({"answers": answers}))
    advice = advised(program, *PAPERS_KEPT, "8")
    assert advice.pop("paper") == {"on_paper": 8, "keyed": 8, "agrees": True}
    assert advice == json.loads(given.out)
    assert advice["disposition"] == "consult"


def test_totals_that_differ_are_kept_with_the_advice(program: Program) -> None:
    assert advised(program, *PAPERS_KEPT, "9", "y")["paper"] == {"on_paper": 9, "keyed": 8, "agrees": False}
    assert advised(program, *PAPERS_KEPT, "")["paper"] == {"on_paper": None, "keyed": 8, "agrees": None}


def test_talk_and_advice_are_kept_apart(program: Program) -> None:
    done = program.run("advise", "--paper", typed=typed(*PAPERS_KEPT, "9", "y"))
    assert done.code == 0
    assert done.out.startswith("advice: ")
    assert "Boxes ticked: 9 on paper, 8 keyed in: they differ." in done.out
    assert "[1-4 0 u d]" not in done.out
    assert "Boxes ticked on paper" in flat(done.err)


def test_a_reason_that_is_missing_and_an_answer_behind_a_closed_branch_are_warnings(program: Program) -> None:
    advice = advised(program, "0", "2", "1", "3", "3", "0", "0", "3", "", "1", "9")
    assert "documents-held" not in advice["present"]
    warned = {warning.split(":")[0] for warning in advice["warnings"]}
    assert warned == {"officer-concern", "papers", "answered", "journey"}
    assert advice["paper"]["agrees"] is True


def test_the_clocks_run_from_the_time_that_is_given(program: Program) -> None:
    advice = advised(program, "2", "2", "2", *[""] * 6, "3")
    assert advice["disposition"] == "refer-now"
    assert {duty["ends"][:16] for duty in advice["duties"] if duty["id"] == "hhs-minor-notice"} == {"2026-11-23T03:00"}


@pytest.mark.parametrize("count", [0, 1, len(PAPERS_KEPT)])
def test_input_that_ends_is_leaving_without_advice(program: Program, count: int) -> None:
    done = program.run("advise", "--paper", "--json", typed=typed(*PAPERS_KEPT[:count]))
    assert (done.code, done.out) == (0, "")
    assert "Left. Nothing was kept" in done.err


def test_no_input_at_all_is_no_crash(program: Program) -> None:
    assert program.shell("$htscreen advise --paper <&-").code == 0


def test_answers_and_paper_are_alternatives(program: Program) -> None:
    for arguments in ((), ("--paper", "--answers", "-")):
        done = program.run("advise", *arguments)
        assert (done.code, done.out) == (2, "")
        assert "--paper" in done.err


def test_a_book_without_a_stage_has_no_form_to_key_in(program: Program, tmp_path: Path) -> None:
    book = tmp_path / "book.yaml"
    book.write_text(STAGELESS, "utf-8")
    done = program.run("advise", "--paper", "--rulebook", str(book))
    assert (done.code, done.out) == (2, "")
    assert "no form" in done.err


def test_a_time_that_is_none_is_2(program: Program) -> None:
    assert program.run("advise", "--paper", "--at", "noon").code == 2


@pytest.mark.parametrize("encoding", ["cp437", "ascii"])
def test_everything_fits_80_columns_in_any_encoding(program: Program, encoding: str) -> None:
    lines = (*PAPERS_KEPT, "9", "6", "12")
    done = program.run("advise", "--paper", typed=typed(*lines), encoding=encoding)
    assert done.code == 0
    assert [line for line in (done.out + done.err).splitlines() if len(line) > 80] == []
