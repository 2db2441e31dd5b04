"""`htscreen practice run` as a shell starts it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from screen.core.book import Book
from screen.core.shape.attempt import Attempt
from screen.practice.keyed import keyed
from screen.storage.attempts import read_attempts, read_open
from tests.program import Program
from tests.terminal.keys import asked, flat
from tests.terminal.live import Live
from tests.terminal.practice.learner import SCENARIOS, advice, lines_of, number_of, scene, timeless

RUN = ("practice", "run", "red-band", "--learner", "otter")
QUICK = ("e", "4", "3", "2", "5 7")
"""An own advice without having looked."""


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return tmp_path / "results"


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def finished(results: Path) -> list[Attempt]:
    """What was finished; fails if a line is set aside."""
    found = list(read_attempts(results, steps=True))
    assert all(isinstance(each, Attempt) for each in found)
    return [each for each in found if isinstance(each, Attempt)]


def perfect(book: Book) -> list[str]:
    here = scene(book, "red-band")
    key = keyed(here)
    own = advice(key.assessment.disposition, here.scenario.key.contact or "", key.duties)
    return lines_of(here, (*key.steps, own))


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_a_script_of_keys_plays_from_the_first_look_to_the_debrief(
    program: Program, book: Book, results: Path, plain: tuple[str, ...]
) -> None:
    done = program.run(*RUN, *plain, "--group", "monday", "--results", str(results), typed=typed(*perfect(book)))
    assert (done.code, done.err) == (0, "")
    (attempt,) = finished(results)
    assert attempt.outcome is not None
    assert (attempt.outcome.missed, attempt.outcome.overcalled, attempt.outcome.parting) == ((), (), None)
    assert (attempt.state, attempt.group, attempt.learner, attempt.facilitated) == ("finished", "monday", "otter", "no")
    assert flat(scene(book, "red-band").scenario.teaching[0].text) in flat(done.out), "the debrief is shown"
    assert read_open(results, "otter") == ()


def test_enter_for_a_pseudonym_keeps_nothing(program: Program, results: Path) -> None:
    done = program.run("practice", "run", "blue-band", "--results", str(results), typed=typed("", *QUICK))
    assert done.code == 0
    assert not results.exists()


@pytest.mark.parametrize("name", ["somebody@example.org", "x" * 61, "a\x1b[2Jb"])
def test_what_is_no_pseudonym_is_asked_for_again(program: Program, results: Path, name: str) -> None:
    done = program.run("practice", "run", "blue-band", "--results", str(results), typed=typed(name, "heron", *QUICK))
    assert done.code == 0
    assert "\x1b" not in done.out
    assert [each.learner for each in finished(results)] == ["heron"]


def test_the_surroundings_may_name_the_learner_and_the_folder(program: Program, results: Path) -> None:
    done = program.run(
        "practice", "run", "blue-band", typed=typed(*QUICK), HTSCREEN_LEARNER="wren", HTSCREEN_PRACTICE=str(results)
    )
    assert done.code == 0
    assert [each.learner for each in finished(results)] == ["wren"]


def test_a_run_left_is_gone_on_with_in_the_next_and_comes_to_the_same(
    program: Program, book: Book, results: Path
) -> None:
    lines = perfect(book)
    for place in (0, 3, 17):
        first = program.run(*RUN, "--results", str(results), "--new", typed=typed(*lines[:place]))
        assert first.code == 0
        assert "practice run red-band" in flat(first.out), "it says how to go on"
        left = read_open(results, "otter")[0]
        again = program.run(
            "practice", "run", "--learner", "otter", "--results", str(results), typed=typed("", *lines[place:])
        )
        assert again.code == 0
        attempt = finished(results)[-1]
        assert attempt.id == left.id
        assert attempt.outcome is not None
        assert (attempt.outcome.missed, attempt.outcome.parting, attempt.outcome.advice) == ((), None, "refer")
        assert read_open(results, "otter") == ()


def test_a_run_left_may_be_begun_anew_by_a_key_or_an_option(program: Program, results: Path) -> None:
    program.run(*RUN, "--results", str(results), typed=typed("o"))
    program.run(*RUN, "--results", str(results), typed=typed("n", "m18"))
    program.run(*RUN, "--results", str(results), "--new", typed=typed("0", "1"))
    assert sorted(len(each.steps) for each in read_open(results, "otter")) == [1, 1, 2]
    program.run(*RUN, "--results", str(results), "--new", typed=typed(*QUICK))
    assert len(finished(results)) == 1
    assert read_open(results, "otter") == (), "what was left of it before is done with"


def test_another_learner_or_another_scenario_is_not_offered_what_was_left(program: Program, results: Path) -> None:
    program.run(*RUN, "--results", str(results), typed=typed("o"))
    program.run(*RUN[:-1], "wren", "--results", str(results), typed=typed(*QUICK))
    program.run("practice", "run", "blue-band", *RUN[3:], "--results", str(results), typed=typed(*QUICK))
    assert sorted((each.learner, each.scenario) for each in finished(results)) == [
        ("otter", "blue-band"),
        ("wren", "red-band"),
    ]
    assert len(read_open(results, "otter")) == 1


def test_a_scenario_that_has_changed_is_said_to_have_and_begins_anew_and_nothing_is_lost(
    program: Program, results: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    for name in ("pack.yaml", "red-band.yaml"):
        shutil.copy(SCENARIOS / name, folder / name)
    run = (*RUN, "--results", str(results), "--scenarios", str(folder))
    program.run(*run, "--seed", "5", typed=typed("o", "0"))
    before = read_open(results, "otter")[0]
    path = folder / "red-band.yaml"
    path.write_text(path.read_text("utf-8").replace("late afternoon", "early morning"), "utf-8")
    done = program.run(*run, typed=typed("m18"))
    assert "has changed" in done.out
    assert "early morning" in done.out
    after = read_open(results, "otter")
    assert before in after
    assert sorted(len(each.steps) for each in after) == [1, 2]
    assert [each.seed for each in after] == [5, 5]


def test_a_folder_that_cannot_be_written_is_told_at_once_and_another_may_be_named_at_the_end(
    program: Program, tmp_path: Path, results: Path
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("", "utf-8")
    done = program.run(*RUN, "--results", str(blocked), typed=typed("o", *QUICK, str(blocked), str(results)))
    assert done.code == 0
    told = flat(done.out)
    assert told.index("cannot be written") < told.index("Anything that cannot wait?")
    assert told.count("cannot be written") == 3, "at once, at the end, and for the other that is none either"
    (attempt,) = finished(results)
    assert [step.does for step in attempt.steps] == ["look", "advice"]


def test_without_any_folder_at_the_end_the_debrief_comes_all_the_same(program: Program, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("", "utf-8")
    for end in ((), ("",)):
        done = program.run(*RUN, "--results", str(blocked), typed=typed(*QUICK, *end))
        assert done.code == 0
        assert "Nothing was kept." in done.out
        assert "Debrief" in done.out


def test_a_drawn_scenario_is_kept_with_its_number(program: Program, results: Path) -> None:
    for number in (3, 3, 4):
        done = program.run(*RUN, "--seed", str(number), "--results", str(results), typed=typed(*QUICK))
        assert done.code == 0
    attempts = finished(results)
    assert [each.seed for each in attempts] == [3, 3, 4]
    assert attempts[0].scenario_sha256 == attempts[1].scenario_sha256


def test_a_trainer_may_play_the_person(program: Program, book: Book, results: Path) -> None:
    lines = typed(
        "o", "", "0", "1", "4", f"m{number_of(scene(book, 'red-band'), 'papers-to-owners')}", "1", "o", "2", *QUICK
    )
    done = program.run(*RUN, "--facilitate", "--results", str(results), typed=lines)
    assert done.code == 0
    (attempt,) = finished(results)
    assert attempt.facilitated == "yes"
    assert [(step.id, step.reply) for step in attempt.steps if step.does in ("look", "move")] == [
        ("now", None),
        ("papers-to-owners", 0),
        ("papers", 1),
    ]


def test_without_a_name_a_scene_is_chosen_from_a_list_that_marks_what_was_played(
    program: Program, book: Book, results: Path
) -> None:
    run = ("practice", "run", "--learner", "otter", "--results", str(results))
    level = scene(book, "red-band").scenario.level
    listed = program.run(*run, typed=typed(str(level))).out
    (line,) = (line for line in listed.splitlines() if scene(book, "red-band").scenario.title in line)
    number = re.findall(r"\d+", line)[0]
    played = set()
    for _ in range(2):
        done = program.run(*run, typed=typed("7", str(level), "0", "b", str(level), number, *QUICK))
        assert done.code == 0
        played = {each.scenario for each in finished(results)}
    assert played == {"red-band", "blue-band"}, "the other half, once one was played"
    listed = program.run(*run, typed=typed(str(level))).out
    assert [line for line in listed.splitlines() if line.endswith("(played)")] == [f"{line} (played)"]


def test_what_was_left_is_offered_first_without_a_name(program: Program, results: Path) -> None:
    program.run(*RUN, "--results", str(results), typed=typed("o", "0"))
    done = program.run("practice", "run", "--learner", "otter", "--results", str(results), typed=typed("", "o"))
    (left,) = read_open(results, "otter")
    assert done.code == 0
    assert [step.does for step in left.steps] == ["look", "answer", "look"]


def test_a_scenario_that_is_not_there_is_one_line_and_an_empty_input_is_leaving(program: Program) -> None:
    done = program.run("practice", "run", "red-bands")
    assert done.code == 3
    assert "red-band." in done.err
    assert program.run("practice", "run", "red-band").code == 0
    assert program.run("practice", "run").code == 0


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_it_is_written_in_old_letters(program: Program, book: Book, results: Path, encoding: str) -> None:
    done = program.run(*RUN, "--results", str(results), typed=typed(*perfect(book)), encoding=encoding)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out


def test_a_learner_plays_in_a_real_terminal_from_the_first_line_to_the_debrief(
    program: Program, book: Book, results: Path
) -> None:
    with Live(program, *RUN, "--results", str(results)) as live:
        assert scene(book, "red-band").scenario.title in live.seen, "the scene fits on one screen"
        live.type("", *perfect(book))
        assert finished(results), "kept before anything else is shown"
        for _ in range(40):
            live.child.sendline("")
            if live.child.expect([re.compile(rb"> \Z"), pexpect.EOF]) == 1:
                break
        live.child.close()
        assert live.child.exitstatus == 0


@pytest.mark.parametrize("lines", [(), ("m",), ("e",), ("e", "4"), ("t",), ("q",)])
def test_ctrl_c_once_pauses_and_twice_leaves_with_130_and_the_attempt_kept(
    program: Program, book: Book, results: Path, lines: tuple[str, ...]
) -> None:
    with Live(program, *RUN, "--results", str(results)) as live:
        live.type("", "o", *lines)
        live.interrupt()
        live.wait()
        assert "is kept" in live.text
        live.interrupt()
        assert live.end() == 130
        assert "practice run red-band" in flat(live.text)
        assert "Traceback" not in live.text
    (left,) = read_open(results, "otter")
    assert [step.does for step in left.steps] == ["look"]
    with Live(program, *RUN, "--results", str(results)) as live:
        live.type("", "")
        assert asked(book, live.text) == "now"


@pytest.fixture
def cuts() -> Iterator[int]:
    return iter((2, 9, 21))


def test_a_process_that_is_killed_loses_nothing(
    program: Program, book: Book, results: Path, cuts: Iterator[int]
) -> None:
    lines, before = perfect(book), 0
    for cut in cuts:
        with Live(program, *RUN, "--results", str(results)) as live:
            live.type("", *([""] if before else []), *lines[before:cut])
            live.child.kill(9)
        before = cut
    program.run(*RUN, "--results", str(results), typed=typed("", *lines[before:]))
    (attempt,) = finished(results)
    assert attempt.outcome is not None
    assert attempt.outcome.parting is None
    straight = keyed(scene(book, "red-band")).steps
    assert [step.id for step in timeless(attempt.steps[:-1])] == [step.id for step in straight]


def test_hiding_leaves_nothing_on_the_screen_at_any_prompt_of_practice(program: Program, results: Path) -> None:
    with Live(program, *RUN, "--results", str(results)) as live:
        for lines in ((), ("",), ("m",), ("o", "o"), ("e",), ("4",), ("3",), ("2",)):
            live.type(*lines, "h")
            assert len(flat(live.seen)) < 20
            assert not live.scrolled.strip()
            live.type("")
            assert flat(live.seen).endswith(">")
