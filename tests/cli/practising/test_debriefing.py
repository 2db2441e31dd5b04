"""`htscreen practice debrief` and `htscreen practice rates` as a shell starts them."""

import json
from pathlib import Path

import pytest

from screen.core.book import Book
from screen.practice.keyed import keyed
from screen.storage.attempts import file_of, save_attempt
from tests.practice.plays import finished, own_advice, scene_called, without
from tests.program import Program
from tests.terminal.live import Live

DEBRIEF = ("practice", "debrief", "--results")


@pytest.fixture(scope="module")
def results(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two attempts of one learner: the tour, then the harvest without a private talk."""
    folder = tmp_path_factory.mktemp("results")
    tour, harvest = scene_called(book, "blue-band"), scene_called(book, "red-band")
    save_attempt(folder, finished(tour, keyed(tour).steps, own_advice(tour), day=2))
    save_attempt(folder, finished(harvest, without(keyed(harvest).steps, "apart"), own_advice(harvest), day=8))
    return folder


def test_the_last_attempt_is_told_with_the_other_half_that_was_played(program: Program, results: Path) -> None:
    done = program.run(*DEBRIEF, str(results), "--json")
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert (told["scenario"], told["parted"]["due"]) == ("red-band", "apart")
    assert told["twin"]["id"] == "blue-band"


@pytest.mark.parametrize("name", ["blue-band", "blue-band-2"])
def test_an_attempt_is_called_by_its_id_or_by_its_scenario(program: Program, results: Path, name: str) -> None:
    told = json.loads(program.run(*DEBRIEF, str(results), "--json", name).out)
    assert (told["attempt"], told["parted"]) == ("blue-band-2", None)


def test_an_attempt_that_is_not_there_is_answered_with_those_that_are(program: Program, results: Path) -> None:
    done = program.run(*DEBRIEF, str(results), "gone")
    assert (done.code, done.out) == (2, "")
    assert "red-band-8" in done.err


def test_without_a_single_attempt_it_says_how_to_make_one(program: Program, tmp_path: Path) -> None:
    for more in ((), ("--figures",)):
        done = program.run(*DEBRIEF, str(tmp_path / "nowhere"), *more)
        assert (done.code, done.out) == (2, "")
        assert "practice run" in done.err


def test_where_several_have_practised_it_asks_who(program: Program, book: Book, tmp_path: Path) -> None:
    tour = scene_called(book, "blue-band")
    mine = finished(tour, keyed(tour).steps, own_advice(tour), day=4)
    for learner in ("otter", "heron"):
        save_attempt(tmp_path, mine.model_copy(update={"learner": learner, "id": learner}))
    done = program.run(*DEBRIEF, str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "otter" not in done.err, "nobody is told who else practises here"
    assert json.loads(program.run(*DEBRIEF, str(tmp_path), "--learner", "heron", "--json").out)["attempt"] == "heron"
    named = program.run(*DEBRIEF, str(tmp_path), "--json", HTSCREEN_LEARNER="otter")
    assert json.loads(named.out)["attempt"] == "otter"


def test_a_damaged_line_is_told_and_the_rest_goes_on(program: Program, results: Path, tmp_path: Path) -> None:
    whole = file_of(results, "otter").read_bytes()
    (tmp_path / "cut.jsonl").write_bytes(whole + whole[:200])
    done = program.run(*DEBRIEF, str(tmp_path), "--json")
    assert done.code == 0
    assert json.loads(done.out)["scenario"] == "red-band"
    assert "cut.jsonl" in done.err


def test_an_attempt_at_a_scenario_that_is_gone_is_told_in_a_line(program: Program, book: Book, tmp_path: Path) -> None:
    tour = scene_called(book, "blue-band")
    gone = finished(tour, keyed(tour).steps, own_advice(tour)).model_copy(update={"scenario": "gone"})
    save_attempt(tmp_path, gone)
    done = program.run(*DEBRIEF, str(tmp_path))
    assert done.code == 3
    assert "gone" in done.err
    assert "Traceback" not in done.err


def test_an_advice_of_another_rulebook_is_told_in_a_line(program: Program, book: Book, tmp_path: Path) -> None:
    tour = scene_called(book, "blue-band")
    old = finished(tour, keyed(tour).steps, own_advice(tour))
    save_attempt(tmp_path, old.model_copy(update={"steps": (*old.steps[:-1], own_advice(tour, id="gone"))}))
    done = program.run(*DEBRIEF, str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "gone" in done.err


def test_figures_are_those_of_all_attempts(program: Program, results: Path) -> None:
    told = json.loads(program.run(*DEBRIEF, str(results), "--figures", "--json").out)
    assert (told["learner"], told["scenarios"], told["lacking"]) == ("otter", 2, ["enough"])
    assert sum(told["cells"].values()) == 2


@pytest.mark.parametrize("what", [("debrief",), ("debrief", "--figures"), ("rates",)])
def test_a_page_is_written_once_and_a_file_that_is_there_stays(
    program: Program, results: Path, tmp_path: Path, what: tuple[str, ...]
) -> None:
    page = tmp_path / "page.html"
    call = ("practice", *what, "--html", str(page))
    done = program.run(*call, HTSCREEN_PRACTICE=str(results))
    assert (done.code, done.out) == (0, "")
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert program.run(*call, HTSCREEN_PRACTICE=str(results)).code == 2
    assert page.read_text("utf-8") == text


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_old_code_pages_can_show_all_of_it(program: Program, results: Path, encoding: str) -> None:
    for call in ((*DEBRIEF, str(results)), (*DEBRIEF, str(results), "--figures"), ("practice", "rates")):
        done = program.run(*call, encoding=encoding)
        assert (done.code, done.err) == (0, "")
        assert max(map(len, done.out.split("\n"))) < 80


def test_the_rates_are_told_with_what_they_rest_on(program: Program) -> None:
    told = json.loads(program.run("practice", "rates", "--json").out)
    assert (told["confirmed"], told["not_confirmed"]) == ({"least": 10, "most": 28}, {"least": 96, "most": 99})
    assert [each["title"] for each in told["arrival"]]


def test_at_a_terminal_a_page_waits_for_enter_and_q_leaves(program: Program, results: Path) -> None:
    with Live(program, *DEBRIEF, str(results)) as live:
        assert live.text.count("\n") <= 24
        assert "Enter for more" in live.text
        heads = live.text
        assert live.type("") != heads
        live.child.sendline("q")
        assert live.end() == 0


def test_at_a_terminal_ctrl_c_says_what_is_kept_and_a_second_one_leaves(program: Program, results: Path) -> None:
    with Live(program, *DEBRIEF, str(results)) as live:
        live.interrupt()
        assert "kept" in live.wait()
        live.interrupt()
        assert live.end() == 130


def test_hidden_the_page_comes_again(program: Program, results: Path) -> None:
    with Live(program, *DEBRIEF, str(results)) as live:
        first = live.text
        live.type("h")
        assert "red-band" not in live.seen
        assert first.split()[-9:] == live.type("").split()[-9:]
        assert "red-band" in live.seen
