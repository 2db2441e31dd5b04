"""`htscreen practice new`: prompts, a recorded run or an attempt become a file that the check reads."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from screen.cli.practising.library import find_scenario, hash_of, open_library, scene_of
from screen.cli.practising.making import ask_author
from screen.practice.keyed import keyed
from screen.practice.making.sketch import Sketch
from screen.storage.attempts import save_attempt
from screen.storage.scenarios import read_scenario
from screen.terminal.console import Console
from tests.practice.plays import finished, own_advice
from tests.program import Program

TYPED = (
    "", "1", "Lane one, evening", "A bus.", "A bag.", "A phone.", "", "the young man", "the uncle",
    "4", "1", "1", "", "1", "The uncle, he says.",
    "passport", "1", "They stay in his pocket.", "2", "He has both.",
    "fee", "1", '"I paid a man."', "4 8", '"All fine."', "",
    "", "2 4 8 11 13", "2",
)  # fmt: skip
"""The answers behind title and id; the numbers of the moves are those of the pack's, by their words."""


def checked(program: Program, path: Path) -> list[dict[str, Any]]:
    """What `practice check` finds."""
    told: list[dict[str, Any]] = json.loads(program.run("practice", "check", "--json", str(path)).out)
    return told


def left(problems: list[dict[str, Any]]) -> set[str]:
    """The keys at which something is still to be written."""
    return {str(each["place"][0]) for each in problems}


def test_answers_to_the_prompts_become_a_scenario_with_a_key(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    done = program.run("practice", "new", str(path), typed="\n".join(("Two bags", *TYPED, "")))
    assert done.code == 0, done.err
    scenario = read_scenario(path).scenario
    assert (scenario.id, scenario.title, scenario.companion) == ("two-bags", "Two bags", "the uncle")
    assert scenario.seen == ("A bag.", "A phone.")
    assert set(scenario.key.findings) == {"documents-held", "recruitment-fees"}
    assert (scenario.key.disposition, scenario.key.contact) == ("refer", "c.sup")
    assert left(checked(program, path)) == {"role", "alerted", "teaching"}


@pytest.mark.parametrize("lines", range(1, len(TYPED) + 1, 3))
def test_input_that_ends_anywhere_leaves_a_draft_of_all_that_was_entered(
    program: Program, tmp_path: Path, lines: int
) -> None:
    path = tmp_path / "two-bags.yaml"
    typed = ("Two bags", *TYPED)[:lines]
    done = program.run("practice", "new", str(path), typed="\n".join((*typed, "")))
    assert done.code == 0, done.err
    text = path.read_text("utf-8")
    assert [line for line in typed if len(line) > 6 and not line[0].isdigit() and line.strip('"') not in text
            and line != "passport"] == []  # fmt: skip
    told = [each["fault"] for each in checked(program, path)]
    assert [each for each in told if "written" not in each and "the truth is" not in each] == []


def test_where_nothing_was_entered_nothing_is_written(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    assert program.run("practice", "new", str(path)).code == 0
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told_before_anything_is_asked(program: Program, tmp_path: Path) -> None:
    done = program.run("practice", "new", str(tmp_path / "gone" / "a.yaml"), typed="Two bags\n")
    assert (done.code, done.out) == (2, "")
    assert "gone" in done.err


def test_a_draft_that_cannot_be_saved_is_printed(tmp_path: Path) -> None:
    library, out = open_library(None), StringIO()
    console = Console(out, StringIO("Two bags\n2\n"), plain=True, styled=False)
    ask_author(console, library, tmp_path / "gone", Sketch(id="two-bags"), None)
    assert "title: Two bags\nlevel: 2\n" in out.getvalue()


@pytest.mark.parametrize("name", ["two bags.yaml", "Two.yaml", "two.yml", "two", "pack.yaml"])
def test_a_name_under_which_no_scenario_is_read_is_refused(program: Program, tmp_path: Path, name: str) -> None:
    done = program.run("practice", "new", str(tmp_path / name), typed="Two bags\n")
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_written_over(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    path.write_text("mine\n", "utf-8")
    assert program.run("practice", "new", str(path), typed="Two bags\n").code == 2
    assert path.read_text("utf-8") == "mine\n"


def test_without_a_file_it_is_named_after_its_id_and_no_other_is_called_so(program: Program) -> None:
    done = program.run("practice", "new", typed="One hand\nblue-band\nred-hat\n")
    assert done.code == 0
    path = program.home / "red-hat.yaml"
    assert read_scenario(path).scenario.title == "One hand"
    path.unlink()


def test_a_new_half_has_the_first_look_of_the_other(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "third-bus.yaml"
    assert program.run("practice", "new", str(path), "--twin-of", "blue-band").code == 0
    assert left(checked(program, path)) == {"role", "teaching"}
    scenario = read_scenario(path).scenario
    assert scenario.pair == "many-passports"
    assert scenario.companion is not None


def test_a_recorded_run_becomes_a_scenario(program: Program, tmp_path: Path) -> None:
    case, path = tmp_path / "run.yaml", tmp_path / "two-bags.yaml"
    case.write_text(
        "cases:\n- name: run\n  answers: {papers: kept, look: [few], work: [fees]}\n  disposition: refer\n", "utf-8"
    )
    assert program.run("practice", "new", str(path), "--from", str(case)).code == 0
    scenario = read_scenario(path).scenario
    assert set(scenario.key.findings) == {"documents-held", "few-possessions", "recruitment-fees"}
    assert scenario.key.disposition == "refer"


@pytest.mark.parametrize(("text", "code"), [("cases: []\n", 3), ("cases: 1\n", 3)])
def test_a_file_without_one_case_is_refused(program: Program, tmp_path: Path, text: str, code: int) -> None:
    case = tmp_path / "run.yaml"
    case.write_text(text, "utf-8")
    done = program.run("practice", "new", str(tmp_path / "two-bags.yaml"), "--from", str(case))
    assert done.code == code
    assert "run.yaml" in done.err


def test_an_attempt_that_was_played_becomes_a_scenario(program: Program, tmp_path: Path) -> None:
    library, results, path = open_library(None), tmp_path / "results", tmp_path / "two-bags.yaml"
    scene = scene_of(library, find_scenario(library, "red-band").scenario)
    played = finished(scene, keyed(scene).steps, own_advice(scene))
    hashes = {"scenario_sha256": hash_of(scene.scenario), "rulebook_sha256": library.sha256}
    save_attempt(results, played.model_copy(update=hashes))
    given = ("--learner", "otter", "--results", str(results))
    done = program.run("practice", "new", str(path), "--attempt", "last", *given)
    assert done.code == 0, done.err
    scenario = read_scenario(path).scenario
    assert (scenario.id, scenario.pair) == ("two-bags", None)
    assert scenario.key.path == scene.scenario.key.path
    assert checked(program, path) == []
    changed = played.model_copy(update={"id": "other", "began": "2026-02-01T00:00:00+00:00"})
    save_attempt(results, changed)
    for name in ("none", "other"):
        refused = program.run("practice", "new", str(tmp_path / "b.yaml"), "--attempt", name, *given)
        assert (refused.code, (tmp_path / "b.yaml").exists()) == (3, False)


def test_what_a_bad_attempt_marked_is_said_and_is_not_in_the_key(program: Program, tmp_path: Path) -> None:
    library, results, path = open_library(None), tmp_path / "results", tmp_path / "two-bags.yaml"
    scene = scene_of(library, find_scenario(library, "museum-map").scenario)
    asked = [step for step in keyed(scene).steps if step.does == "answer" or step.id == "look"]
    steps = tuple(step.model_copy(update={"picked": ()}) if step.id == "work" else step for step in asked)
    hashes = {"scenario_sha256": hash_of(scene.scenario), "rulebook_sha256": library.sha256}
    save_attempt(results, finished(scene, steps, own_advice(scene)).model_copy(update=hashes))
    done = program.run("practice", "new", str(path), "--attempt", "last", "--results", str(results))
    assert done.code == 0, done.err
    assert read_scenario(path).scenario.key.disposition == "refer"
    assert "get-interpreter" in read_scenario(path).scenario.key.path
    assert "- work: " in done.out
    assert checked(program, path) == []


def test_only_one_beginning_is_taken(program: Program, tmp_path: Path) -> None:
    done = program.run("practice", "new", str(tmp_path / "a.yaml"), "--twin-of", "blue-band", "--attempt", "last")
    assert done.code == 2
