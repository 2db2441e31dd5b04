"""`htscreen practice check` and `htscreen practice list`, from outside."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.program import Program
from tests.terminal.keys import flat

SHARED = ROOT / "scenarios"
FAULTY = ROOT / "tests" / "faulty"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A little folder of scenarios: the shipped pack, and a pair."""
    for name in ("pack", "red-band", "blue-band"):
        shutil.copy(SHARED / f"{name}.yaml", tmp_path)
    return tmp_path


def test_the_shipped_scenarios_have_nothing_wrong_and_are_counted(program: Program) -> None:
    done = program.run("practice", "check")
    assert (done.code, done.err) == (0, "")
    size = len([*SHARED.glob("*.yaml")]) - 2
    assert f"{size} scenarios: nothing wrong." in flat(done.out)
    assert f"of {size}." in flat(done.out)


def test_a_folder_is_counted_and_signs_that_no_key_finds_are_a_warning(program: Program, folder: Path) -> None:
    done = program.run("practice", "check", str(folder))
    assert done.code == 0
    assert "2 scenarios: nothing wrong. Pairs of twins: 1." in flat(done.out)
    assert "another need: 1 of 2." in flat(done.out)
    (warning,) = json.loads(program.run("practice", "check", str(folder), "--json").out)
    assert (warning["warning"], warning["file"]) == (True, str(folder / "pack.yaml"))
    assert "branding" in warning["fault"]
    assert "documents-held" not in warning["fault"]


def test_one_file_is_checked_beside_the_others_of_its_folder_and_nothing_else_is(
    program: Program, folder: Path
) -> None:
    (folder / "half.yaml").write_text("id: half\n", "utf-8")
    done = program.run("practice", "check", str(folder / "blue-band.yaml"))
    assert (done.code, done.out, done.err) == (0, "1 scenario: nothing wrong.\n", "")
    (folder / "red-band.yaml").unlink()
    done = program.run("practice", "check", str(folder / "blue-band.yaml"))
    assert done.code == 3
    assert f"{folder / 'blue-band.yaml'}:2:1: `many-passports` has one half" in done.err


def test_a_file_away_from_any_pack_goes_with_the_shared_one(program: Program) -> None:
    path = FAULTY / "scenario-disposition-wrong.yaml"
    done = program.run("practice", "check", "--json", str(path))
    assert done.code == 3
    (problem,) = json.loads(done.out)
    assert (problem["file"], problem["line"], problem["place"]) == (str(path), 29, ["key", "disposition"])


def test_bad_files_stop_no_others(program: Program, folder: Path) -> None:
    (folder / "half.yaml").write_text("id: half\ntitle: [", "utf-8")
    (folder / "old.yml").write_text("id: old\n", "utf-8")
    wrong = (folder / "red-band.yaml").read_text("utf-8").replace("disposition: refer", "disposition: consult")
    (folder / "red-band.yaml").write_text(wrong, "utf-8")
    done = program.run("practice", "check", str(folder))
    assert done.code == 3
    told = {line.split(":")[0].rpartition("/")[2] for line in done.err.splitlines()}
    assert told == {"half.yaml", "old.yml", "red-band.yaml", "pack.yaml"}
    assert "Traceback" not in done.err


def test_a_broken_pack_is_told_and_the_scenarios_that_cannot_be_read_too(program: Program, folder: Path) -> None:
    (folder / "pack.yaml").write_text("title: T\n", "utf-8")
    (folder / "half.yaml").write_text("id: half\n", "utf-8")
    done = program.run("practice", "check", str(folder))
    assert done.code == 3
    told = {line.split(":")[0].rpartition("/")[2] for line in done.err.splitlines()}
    assert told == {"half.yaml", "pack.yaml"}


def test_what_is_not_there_is_said_so(program: Program, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path / "nowhere.yaml"):
        done = program.run("practice", "check", str(path))
        assert done.code == 3
        assert str(path) in done.err
        assert "Traceback" not in done.err
    assert program.run("practice", "check", str(tmp_path)).code == 3


def test_a_learner_sees_of_the_list_no_truth_no_pair_and_no_key(program: Program) -> None:
    rows = json.loads(program.run("practice", "list", "--json").out)
    assert {key for row in rows for key in row} == {"id", "title", "level", "place"}
    for done in (program.run("practice", "list"), program.run("practice", "list", "--plain")):
        assert (done.code, done.err) == (0, "")
        assert "many-passports" not in done.out
        assert not any(word in done.out for word in ("exploitation", "other-need", "ask-more", "documents-held"))
        assert max(map(len, done.out.splitlines())) <= 80


def test_a_trainer_sees_what_is_true(program: Program) -> None:
    rows = {row["id"]: row for row in json.loads(program.run("practice", "list", "--trainer", "--json").out)}
    assert len(rows) == len([*SHARED.glob("*.yaml")]) - 2
    harvest = rows["red-band"]
    assert (harvest["truth"], harvest["pair"], harvest["disposition"]) == ("exploitation", "many-passports", "refer")
    assert (harvest["forms"], "recruitment-fees" in harvest["findings"]) == (["labour"], True)
    plain = program.run("practice", "list", "--trainer", "--plain")
    assert "many-passports" in plain.out
    assert max(map(len, plain.out.splitlines())) <= 80


def test_a_list_names_what_it_cannot_read_and_goes_on(program: Program, folder: Path) -> None:
    (folder / "half.yaml").write_text("id: half\n", "utf-8")
    done = program.run("practice", "list", "--json", "--scenarios", str(folder))
    assert done.code == 0
    assert [row["id"] for row in json.loads(done.out)] == ["blue-band", "red-band"]
    assert f"{folder / 'half.yaml'}:1:1" in done.err
