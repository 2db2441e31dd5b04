"""`htscreen rulebook prove`, from outside."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.program import Program

FAULTY = ROOT / "tests" / "faulty"


def test_the_shipped_rulebook_keeps_its_promises(program: Program) -> None:
    done = program.run("rulebook", "prove", "--json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert {each["state"] for each in told["claims"]} == {"holds"}
    assert {each["disposition"] for each in told["smallest_sets"]} == {"ask-more", "consult", "refer", "refer-now"}
    assert all(each["sets"] == sum(group["sets"] for group in each["groups"]) for each in told["smallest_sets"])


def test_in_words_it_ends_with_the_count_and_fits_the_screen(program: Program) -> None:
    done = program.run("rulebook", "prove", "--plain", encoding="cp437")
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80
    assert done.out.rstrip().splitlines()[-1].endswith("0 with a counter-example, 0 not decided.")


@pytest.mark.parametrize("name", ["claim-more-lowers", "claim-item-hidden", "claim-protected-trait"])
def test_a_claim_that_fails_is_told_with_a_story(program: Program, name: str) -> None:
    done = program.run("rulebook", "prove", "--rulebook", str(FAULTY / f"{name}.yaml"))
    assert done.code == (0 if name == "claim-more-lowers" else 1)  # that book says itself that it is not monotone
    assert "COUNTER-EXAMPLE" in done.out


def test_a_book_that_is_not_monotone_without_saying_so_is_a_problem_with_its_line(program: Program) -> None:
    done = program.run("rulebook", "prove", "--rulebook", str(FAULTY / "is-in-a-rule.yaml"))
    assert done.code == 3
    assert "is-in-a-rule.yaml:" in done.err


def test_a_solver_out_of_time_decides_nothing(program: Program) -> None:
    done = program.run("rulebook", "prove", "--json", "--limit", "0.001", "--rulebook", str(_large(program.home)))
    told = json.loads(done.out)
    states = {each["id"]: each["state"] for each in told["claims"]}
    assert "not-decided" in states.values()
    assert done.code == 1


def _large(folder: Path) -> Path:
    """A book whose questions take longer than a millisecond."""
    signs = [f"i{number}" for number in range(200)]
    path = folder / "large.yaml"
    worth = {name: 7 + n * n % 89 for n, name in enumerate(signs)}
    points = "".join(f"          - {{each: {{ids: [{name}]}}, worth: {many}}}\n" for name, many in worth.items())
    path.write_text(
        "edition: first\ntitle: Large\ngroups: [{id: g, title: G}]\n"
        "dispositions: [{id: low}, {id: middle}, {id: high}]\nrules:\n"
        + "".join(
            f"  - id: r{high}\n    disposition: {high}\n    because: So.\n    sources: [ours]\n    when:\n"
            f"      all:\n        - points:\n{points}          at_least: {least}\n"
            for high, least in (("middle", 4000), ("high", 4001))
        )
        + "indicators:\n"
        + "".join(f"  - {{id: {name}, group: g, title: {name}}}\n" for name in signs),
        encoding="utf-8",
    )
    return path


def test_without_the_solver_it_says_how_to_install_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "z3.py").write_text("raise ImportError('hidden by the test')\n", "utf-8")
    done = program.run("rulebook", "prove", PYTHONPATH=f"{tmp_path}")
    assert done.code == 2
    assert "htscreen[prove]" in done.err
    assert done.out == ""


def test_a_faulty_book_is_told_line_by_line(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "gone.yaml"
    shutil.copy(FAULTY / "missing-key.yaml", path)
    done = program.run("rulebook", "prove", "--rulebook", str(path))
    assert done.code == 3
    assert f"{path}:" in done.err
