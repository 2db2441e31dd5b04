"""The door of the program: exit codes, crashes, pipes, notes on the disk, the port's own file, the demonstration."""

import json
import re
import stat
import sys
import time
from pathlib import Path

import pytest

from screen.cli import door
from screen.cli.demonstration import open_scene
from screen.core.book import Book
from tests.program import Program
from tests.terminal.keys import flat, title
from tests.terminal.live import Live

WALK = "0\n1\n2\n1\n0\n0\n1\n1\n"
LOCAL = """\
port: Port of somewhere
lane: Lane 4
contacts:
  - {title: Duty desk, numbers: ["555-0100"]}
  - {title: Duty nurse, numbers: ["555-0101"], hours: always}
"""


def written(program: Program, name: str, text: str) -> str:
    """The path of a file in the program's home with this text."""
    (program.home / name).write_text(text, "utf-8")
    return str(program.home / name)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nope",),
        ("--nope",),
        ("rulebook", "nope"),
        ("advise", "--nope"),
        ("screen", "one", "two"),
        ("rulebook", "check", "x"),
    ],
)
def test_a_call_that_is_none_is_2_on_standard_error(program: Program, arguments: tuple[str, ...]) -> None:
    done = program.run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "arguments", [(), ("screen",), ("demo",), ("advise",), ("rulebook",), ("rulebook", "show"), ("contacts",)]
)
def test_every_command_has_help_of_at_most_80_columns(program: Program, arguments: tuple[str, ...]) -> None:
    done = program.run(*arguments, "--help")
    assert done.code == 0
    assert done.out.startswith("Usage: htscreen")
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments", [("contacts",), ("advise",), ("rulebook", "check"), ("rulebook", "show"), ("rulebook", "sources")]
)
def test_every_reading_command_takes_json_and_another_rulebook(program: Program, arguments: tuple[str, ...]) -> None:
    told = program.run(*arguments, "--help").out
    assert "--json" in told
    assert "--rulebook" in told


def test_the_version_names_program_and_edition(program: Program, book: Book) -> None:
    done = program.run("--version")
    assert done.code == 0
    assert re.fullmatch(rf"htscreen \d+\.\d+\.\S+, rulebook {re.escape(book.rulebook.edition)}\n", done.out)


def test_the_quick_ways_in_are_the_same_as_the_long_ones(program: Program) -> None:
    quick = [
        program.run(*arguments, typed=WALK).out for arguments in ((), ("screen",), ("--plain",), ("screen", "--plain"))
    ]
    assert len(set(quick)) == 1


@pytest.mark.parametrize(
    "line",
    ["$htscreen rulebook show --json | head -1", "$htscreen rulebook sources | head -1", "$htscreen contacts | true",
     "$htscreen --version | true", "$htscreen rulebook schema | head -c 10", "$htscreen demo | head -1"],
)  # fmt: skip
def test_a_reader_who_has_gone_is_no_fault(program: Program, line: str) -> None:
    done = program.shell(line)
    assert done.err == ""
    assert done.code == 0


def test_a_bug_leaves_a_log_without_anything_typed(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Maria from lane four"

    def fail(**_: object) -> None:
        typed = words
        raise RuntimeError(f"could not weigh {typed!r}")

    monkeypatch.setenv("XDG_CACHE_HOME", str(program.home / "crashed"))
    monkeypatch.setattr("screen.cli.screening.start_screening", fail)
    assert door.run(()) == 70
    told = capsys.readouterr()
    assert told.out == ""
    logs = list((program.home / "crashed").rglob("*.log"))
    assert len(logs) == 1
    log = logs[0].read_text("utf-8")
    assert "RuntimeError" in log
    assert "fail" in log
    assert str(logs[0]) in told.err
    for text in (told.err, log):
        assert words not in text
        assert "Traceback" not in text


def test_a_bug_in_a_command_of_the_parser_is_70_too(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("typed words")

    monkeypatch.setenv("XDG_CACHE_HOME", str(program.home / "crashed-too"))
    monkeypatch.setattr("screen.cli.screening.start_screening", fail)
    assert door.run(("screen", "--secondary")) == 70
    assert "typed words" not in capsys.readouterr().err


def test_a_crash_without_a_place_for_a_log_still_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("typed words")

    monkeypatch.setattr("screen.cli.screening.start_screening", fail)
    monkeypatch.setattr("screen.cli.crash.cache_folder", lambda: None)
    monkeypatch.chdir(tmp_path)
    assert door.run(()) == 70
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "typed words" not in told


@pytest.mark.parametrize("arguments", [("screen",), ("demo",), ("advise", "--answers", "-")])
def test_ctrl_c_twice_is_130_for_every_command_that_waits(program: Program, arguments: tuple[str, ...]) -> None:
    live = Live(program, *arguments)
    if arguments == ("screen",):
        live.wait()
        live.interrupt()
        live.wait()
    elif arguments == ("demo",):
        live.child.expect(rb"\n> \d")
    else:
        time.sleep(0.6)
    live.interrupt()
    assert live.end() == 130
    assert "Traceback" not in live.text


def test_the_note_is_written_for_its_owner_alone(program: Program, book: Book) -> None:
    done = program.run("screen", "--note", "case.md", typed=WALK)
    assert done.code == 0
    path = program.home / "case.md"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text("utf-8")
    sha256 = json.loads(program.run("advise", "--answers", "-", "--json", typed="{}").out)["rulebook_sha256"]
    assert f"Rulebook {book.rulebook.edition}, SHA-256 {sha256}" in text
    assert re.match(r"# Screening [A-Z2-9]{4}-[A-Z2-9]{4}\n", text)
    assert "\x1b" not in text


def test_a_note_never_overwrites(program: Program, book: Book) -> None:
    path = Path(written(program, "there.md", "mine"))
    done = program.run("screen", "--note", "there.md", typed=WALK)
    assert done.code == 2, "said before the walk, not after it"
    assert "there.md" in done.err
    with Live(program) as live:
        live.walk(book)
        live.type("n", "there.md")
        assert "Not written" in live.text
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["nowhere/case.md", "there-is-a-file/case.md", ".", "x" * 300, "nul\0.md"])
def test_a_note_that_cannot_be_written_is_said_in_plain_words(program: Program, book: Book, name: str) -> None:
    written(program, "there-is-a-file", "")
    with Live(program) as live:
        live.walk(book)
        live.type("n", name.replace("\0", "\x16\0"))
        assert "Not written" in flat(live.text)
        assert "Traceback" not in live.text
        live.type("n", f"mended-{abs(hash(name))}.md")
        assert "Written to" in flat(live.text)


def test_a_note_without_a_name_gets_one_that_tells_nothing(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book)
        live.type("n", "")
        assert re.search(r"Written to note-[A-Z2-9]{4}-[A-Z2-9]{4}\.md", flat(live.text))


def test_the_note_of_the_next_person_stands_beside_the_first(program: Program, book: Book) -> None:
    with Live(program, "screen", "--note", "party.md") as live:
        live.walk(book)
        live.type("p", "3")
        live.walk(book)
        live.child.sendline("q")
        assert live.end() == 0
    first, second = ((program.home / name).read_text("utf-8") for name in ("party.md", "party-2.md"))
    assert "Of the group, 3 show the same" in first
    assert "Of the group" not in second


def test_nothing_is_kept_unless_asked_for(program: Program) -> None:
    before = {path for path in program.home.rglob("*") if path.suffix != ".json"}
    program.run(typed=WALK + "t some words\n")
    assert {path for path in program.home.rglob("*") if path.suffix != ".json"} == before


def test_the_ports_own_numbers_come_first(program: Program, book: Book) -> None:
    local = written(program, "local.yaml", LOCAL)
    out = program.run("contacts", HTSCREEN_LOCAL=local).out
    places = [out.index(each) for each in ("Duty desk", "Duty nurse", book.rulebook.contacts[0].title)]
    assert places == sorted(places)
    page = program.run(typed=WALK, HTSCREEN_LOCAL=local).out
    assert page.index("Duty desk: 555-0100") < page.index(book.rulebook.contacts[0].title)
    listed = json.loads(program.run("contacts", "--json", HTSCREEN_LOCAL=local).out)
    assert listed[0]["numbers"] == ["555-0100"]


def test_the_port_and_the_lane_stand_in_the_note(program: Program) -> None:
    program.run("screen", "--note", "local.md", typed=WALK, HTSCREEN_LOCAL=written(program, "local.yaml", LOCAL))
    assert "Port of somewhere, Lane 4" in (program.home / "local.md").read_text("utf-8")


def test_the_local_file_is_no_part_of_the_rulebooks_hash(program: Program) -> None:
    plain, local = (
        json.loads(program.run("advise", "--answers", "-", "--json", typed="{}", **environment).out)
        for environment in ({}, {"HTSCREEN_LOCAL": written(program, "local.yaml", LOCAL)})
    )
    assert plain == local


@pytest.mark.parametrize("text", ["port: [", "ports: x", "contacts: [{title: x, fro: y}]", "", "\x00"])
def test_a_faulty_local_file_is_one_sentence_and_the_walk_goes_on(program: Program, book: Book, text: str) -> None:
    local = written(program, "faulty.yaml", text)
    done = program.run("screen", "--note", f"faulty-{abs(hash(text))}.md", typed=WALK, HTSCREEN_LOCAL=local)
    assert done.code == 0
    assert done.out.count("Local file left out") == 1
    assert title(book, "nothing-noted", "primary") in done.out
    assert "Written to" in done.out


@pytest.mark.parametrize("arguments", [("contacts",), ("contacts", "--json")])
def test_a_faulty_local_file_takes_no_number_away(program: Program, book: Book, arguments: tuple[str, ...]) -> None:
    done = program.run(*arguments, HTSCREEN_LOCAL=written(program, "faulty.yaml", "port: ["))
    assert done.code == 0
    assert "Local file left out" in done.err
    assert "Local file left out" not in done.out
    assert all(contact.title in flat(done.out) for contact in book.rulebook.contacts)


def test_a_local_file_that_is_named_and_not_there_is_said_so(program: Program) -> None:
    assert "Local file left out" in program.run(typed=WALK, HTSCREEN_LOCAL=str(program.home / "nowhere.yaml")).out


def test_the_demonstration_ends_in_time_with_a_disposition(program: Program, book: Book) -> None:
    started = time.monotonic()
    live = Live(program, "demo")
    assert live.end() == 0, "hands free to its end"
    assert time.monotonic() - started < 10
    titles = {text for each in book.rulebook.dispositions for text in each.titles.values()}
    assert any(each in live.text for each in titles)


def test_a_demonstration_whose_file_ends_early_shows_the_advice_so_far(program: Program, tmp_path: Path) -> None:
    answers = tmp_path / "short.yaml"
    answers.write_text("answers: {now: [help]}", "utf-8")
    live = Live(program, "demo", "--answers", str(answers))
    assert live.end() == 0
    assert "ACT NOW" in live.text


def test_the_demonstration_says_the_words_of_its_scenario_before_what_is_entered(program: Program, book: Book) -> None:
    scene = open_scene(None)
    out = flat(program.run("demo").out)
    told = scene.scenario
    assert out.index(flat(told.brief)) < out.index(book.item["now"].text)
    assert [line for line in told.seen if flat(line) not in out] == []
    kept = next(each for each in told.reveals["papers"] if each.after == ("papers-to-owners",))
    assert out.index(book.item["papers"].text) < out.index(flat(kept.shows)) < out.index(book.item["answered"].text)
    water = next(move for move in scene.pack.moves if move.id == "water")
    assert f"move: {flat(water.text)} scene: {flat(told.moves['water'][0].shows)}" in out


def test_any_scenario_is_demonstrated_and_one_that_is_not_there_is_named(program: Program, book: Book) -> None:
    done = program.run("demo", "--scenario", "hill-road")
    assert (done.code, done.err) == (0, "")
    assert title(book, "refer-now", "secondary") in done.out
    assert book.item["journey"].text not in done.out, "it begins in secondary"
    nowhere = program.run("demo", "--scenario", "hill-roads")
    assert nowhere.code == 3
    assert "hill-road." in nowhere.err
    assert program.run("demo", "--scenario", "hill-road", "--answers", "a.yaml").code == 2


def test_the_demonstration_through_a_pipe_does_not_wait(program: Program, book: Book) -> None:
    started = time.monotonic()
    done = program.run("demo")
    assert time.monotonic() - started < 5
    assert done.code == 0
    assert title(book, "refer", "secondary") in done.out
    assert book.item["now"].text in done.out
