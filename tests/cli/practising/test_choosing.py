"""`htscreen practice next` and `draw`, from outside."""

import json
from pathlib import Path

import pytest

from screen.storage.attempts import save_attempt
from tests.practice.made import made_attempt
from tests.program import Program


def test_the_same_learner_is_given_the_same_scenario_until_it_is_played(program: Program, tmp_path: Path) -> None:
    options = ("--learner", "K1", "--results", str(tmp_path), "--json")
    told = [program.run("practice", "next", *options) for _ in range(2)]
    assert [each.code for each in told] == [0, 0]
    assert told[0].out == told[1].out
    first = json.loads(told[0].out)
    assert first["recalled"] is True
    save_attempt(
        tmp_path,
        made_attempt(first["scenario"], 1, learner="K1").model_copy(update={"began": "2999-01-01T00:00:00+00:00"}),
    )
    assert json.loads(program.run("practice", "next", *options).out)["scenario"] != first["scenario"]


def test_next_begins_the_play_itself_and_says_nothing_of_what_is_in_it(program: Program, tmp_path: Path) -> None:
    options = ("--learner", "K1", "--results", str(tmp_path))
    chosen = json.loads(program.run("practice", "next", *options, "--json").out)
    played = program.run("practice", "next", *options)
    assert played.code == 0
    assert chosen["scenario"] in played.out.rsplit("practice run ", 1)[-1] or "scene:" in played.out
    assert not any(each["indicator"] in played.out for each in chosen["refreshes"])


def test_without_scenarios_next_says_so_with_the_folder(program: Program, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes((Path(__file__).parents[3] / "scenarios" / "pack.yaml").read_bytes())
    done = program.run("practice", "next", "--scenarios", str(tmp_path), "--json")
    assert done.code != 0
    assert done.err.startswith(f"{tmp_path}:1:1: ")


def test_the_same_number_draws_the_same_and_shows_no_key(program: Program) -> None:
    first, again = (program.run("practice", "draw", "red-band", "--seed", "7") for _ in range(2))
    assert (first.code, first.out) == (0, again.out)
    assert "documented" not in first.out
    assert "htscreen practice run red-band --seed 7" in first.out
    assert "documents-held" not in first.out


def test_a_whole_drawn_scenario_says_where_the_key_leads(program: Program) -> None:
    told = json.loads(program.run("practice", "draw", "red-band", "--seed", "7", "--json").out)
    assert told["key"]["disposition"] == "refer"
    assert "disposition: refer" in program.run("practice", "draw", "red-band", "--seed", "7", "--whole").out


@pytest.mark.parametrize("seed", ["0", "-3", "99999999999999999999"])
def test_any_whole_number_draws_one_of_all(program: Program, seed: str) -> None:
    assert program.run("practice", "draw", "--seed", seed).code == 0


def test_a_scenario_that_is_not_there_is_named_with_the_nearest(program: Program) -> None:
    done = program.run("practice", "draw", "red-bend")
    assert done.code != 0
    assert "red-band" in done.err
