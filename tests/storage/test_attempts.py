"""Attempts on the disk: kept whole, read one by one, and whatever is damaged is named and set aside."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screen.core.problem import Located
from screen.core.shape.attempt import Attempt, Step
from screen.storage.attempts import (
    file_of,
    forget_open,
    practice_folder,
    read_attempts,
    read_open,
    save_attempt,
    save_open,
)
from tests.practice.made import made_attempt

STEPS = (Step(at=3, does="look", id="papers", reply=1), Step(at=9, does="advice", id="refer", confidence=4))
FIRST = made_attempt("one", 1).model_copy(update={"steps": STEPS})
SECOND = made_attempt("two", 2).model_copy(update={"steps": STEPS})


def read(folder: Path, *, steps: bool = False) -> tuple[list[Attempt], list[Located]]:
    told = list(read_attempts(folder, steps=steps))
    return [each for each in told if isinstance(each, Attempt)], [each for each in told if isinstance(each, Located)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for attempt in (FIRST, SECOND):
        save_attempt(tmp_path, attempt)
    return tmp_path


def test_what_was_saved_is_read_with_its_steps_or_without(folder: Path) -> None:
    assert read(folder, steps=True) == ([FIRST, SECOND], [])
    assert read(folder) == ([each.model_copy(update={"steps": ()}) for each in (FIRST, SECOND)], [])


def test_a_file_is_read_alone_and_in_a_folder_within_the_folder(folder: Path) -> None:
    path = file_of(folder, "A1")
    assert read(path) == read(folder)
    (folder / "stick").mkdir()
    path.rename(folder / "stick" / path.name)
    assert len(read(folder)[0]) == 2


@given(learner=st.text(min_size=1, max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_any_pseudonym_is_kept_as_it_is_and_never_in_a_file_name(tmp_path: Path, learner: str) -> None:
    learner = learner.encode("utf-8", "replace").decode("utf-8")
    path = save_attempt(tmp_path, FIRST.model_copy(update={"learner": learner, "id": learner}))
    assert learner in {each.learner for each in read(path)[0]}
    assert len(learner) < 9 or learner not in path.name


@pytest.mark.skipif(os.name == "nt", reason="Windows gives a file the rights of its folder")
def test_nobody_else_on_the_laptop_can_read_it(tmp_path: Path) -> None:
    inner = tmp_path / "own"
    path = save_attempt(inner, FIRST)
    save_open(inner, SECOND)
    assert inner.stat().st_mode & 0o77 == 0
    assert [each.stat().st_mode & 0o77 for each in (path, *inner.glob("open-*"))] == [0, 0]


def test_a_file_given_twice_is_told_once_and_counted_once(folder: Path) -> None:
    path = file_of(folder, "A1")
    (folder / "z-copy.jsonl").write_bytes(path.read_bytes())
    attempts, problems = read(folder)
    assert len(attempts) == 2
    assert [(Path(each.file).name, each.warning) for each in problems] == [("z-copy.jsonl", True)]


def test_wherever_a_file_is_cut_whole_attempts_before_it_are_read_and_the_cut_is_named(folder: Path) -> None:
    path = file_of(folder, "A1")
    whole = path.read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    for cut in range(1, len(whole), 7):
        path.write_bytes(whole[:cut])
        for steps in (False, True):
            attempts, problems = read(folder, steps=steps)
            assert len(attempts) == sum(end <= cut + 1 for end in ends[1::2])
            assert bool(problems) == (cut not in ends[1::2] and cut + 1 not in ends[1::2])


@pytest.mark.parametrize("change", ["gone", "cut", "changed", "another's"])
@pytest.mark.parametrize("steps", [False, True])
def test_an_attempt_without_its_own_steps_is_named_once_and_is_not_whole(
    folder: Path, change: str, *, steps: bool
) -> None:
    path = file_of(folder, "A1")
    first, own, second, other = path.read_bytes().splitlines(keepends=True)
    line = {"gone": b"", "cut": own[:90] + b"\n", "changed": own.replace(b"look", b"Look"), "another's": other}[change]
    path.write_bytes(first + line + second + other)
    attempts, problems = read(folder, steps=steps)
    assert [each.id for each in attempts] == [SECOND.id]
    assert [(each.line, each.warning) for each in problems] == [(1, False)]


def test_the_file_of_an_open_attempt_is_not_finished_also_when_it_is_named_itself(tmp_path: Path) -> None:
    save_open(tmp_path, FIRST.model_copy(update={"state": "open", "outcome": None}))
    (path,) = tmp_path.glob("open-*.json")
    attempts, problems = read(path)
    assert attempts == []
    assert [(each.file, each.warning) for each in problems] == [(str(path), True)]
    assert "not finished" in problems[0].fault


@pytest.mark.parametrize("place", range(0, 700, 23))
def test_a_changed_byte_is_found_and_the_other_attempt_is_still_read(folder: Path, place: int) -> None:
    path = file_of(folder, "A1")
    told = bytearray(path.read_bytes())
    told[place] ^= 1
    path.write_bytes(told)
    attempts, problems = read(folder, steps=True)
    assert problems
    assert FIRST not in attempts


@pytest.mark.parametrize(
    "text", ["", "\n", "{}\n", '{"a": 1}\n{"a": 2}\n', "learner,score\n", "\x00\xff" * 9, "x" * 9_000_000]
)
def test_another_tools_file_is_named_once_and_stops_nothing(folder: Path, text: str) -> None:
    (folder / "a.jsonl").write_text(text, "utf-8")
    attempts, problems = read(folder)
    assert len(attempts) == 2
    assert [(Path(each.file).name, each.line) for each in problems] == [("a.jsonl", 1)]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert [each.file for each in read(tmp_path / "none.jsonl")[1]] == [str(tmp_path / "none.jsonl")]


def test_an_open_attempt_is_kept_for_its_learner_and_gone_once_finished(tmp_path: Path) -> None:
    begun = FIRST.model_copy(update={"state": "open", "outcome": None, "steps": STEPS[:1]})
    save_open(tmp_path, begun)
    save_open(tmp_path, begun.model_copy(update={"id": "other", "learner": "B2"}))
    assert read_open(tmp_path, "A1") == (begun,)
    save_attempt(tmp_path, FIRST)
    assert read_open(tmp_path, "A1") == ()
    assert len(read_open(tmp_path, "B2")) == 1


def test_an_open_attempt_that_is_damaged_is_passed_over_and_one_can_be_forgotten(tmp_path: Path) -> None:
    save_open(tmp_path, FIRST)
    (tmp_path / "open-damaged.json").write_text("{", "utf-8")
    assert len(read_open(tmp_path, "A1")) == 1
    forget_open(tmp_path, FIRST)
    assert read_open(tmp_path, "A1") == ()
    assert read_open(tmp_path / "none", "A1") == ()


def test_the_folder_is_in_the_home_and_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HTSCREEN_PRACTICE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if os.name != "nt":
        assert practice_folder() == tmp_path / "htscreen" / "practice"
    monkeypatch.setenv("HTSCREEN_PRACTICE", str(tmp_path / "own"))
    assert practice_folder() == tmp_path / "own"


def test_what_follows_a_torn_line_is_not_lost(tmp_path: Path) -> None:
    path = save_attempt(tmp_path, FIRST)
    whole = path.read_bytes()
    for cut in range(1, len(whole), 11):
        path.write_bytes(whole[:cut])
        save_attempt(tmp_path, SECOND)
        assert SECOND in read(tmp_path, steps=True)[0]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n", b"\r\n\n", b"x\n", b'{"sha\n'])
def test_what_stands_before_the_first_line_loses_nothing(folder: Path, before: bytes) -> None:
    path = file_of(folder, "A1")
    path.write_bytes(before + path.read_bytes())
    assert len(read(folder)[0]) == 2


@pytest.mark.parametrize("place", range(11))
def test_damage_at_the_very_beginning_loses_one_attempt_alone(folder: Path, place: int) -> None:
    path = file_of(folder, "A1")
    told = bytearray(path.read_bytes())
    told[place] ^= 1
    path.write_bytes(told)
    assert read(folder, steps=True)[0] == [SECOND]


def test_an_attempt_that_lost_its_steps_is_read_from_another_copy(folder: Path) -> None:
    path = file_of(folder, "A1")
    (folder / "a-cut.jsonl").write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    assert len(read(folder)[0]) == 2
    assert len(read(folder)[1]) == 1


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root reads every folder")
def test_a_folder_without_rights_is_named(folder: Path) -> None:
    (folder / "shut").mkdir(mode=0)
    try:
        assert [each.file for each in read(folder)[1]] == [str(folder / "shut")]
    finally:
        (folder / "shut").chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_named_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jsonl")
    attempts, problems = read(folder)
    assert (len(attempts), [Path(each.file).name for each in problems]) == (2, ["pipe.jsonl"])


def test_a_changed_bit_in_an_open_attempt_is_never_gone_on_with(tmp_path: Path) -> None:
    save_open(tmp_path, FIRST)
    path = next(tmp_path.glob("open-*.json"))
    whole = path.read_bytes()
    for place in range(0, len(whole) - 1, 5):
        told = bytearray(whole)
        told[place] ^= 1
        path.write_bytes(told)
        assert read_open(tmp_path, "A1") == ()
