"""Lines in, lines out: through a pipe, in any encoding, for a screen reader and for a log."""

import re
import shutil

import pytest

from screen.core.book import Book
from screen.terminal.letters import folded, printable
from tests.conftest import ROOT
from tests.program import Program
from tests.terminal.keys import asked, flat, spoken, title
from tests.terminal.live import Live

WALK = ["0", "1", "1", "l", "1", "1", "0", "0", "1", "2", "0", "1", "1", "12345", "1", "1", "1"]
"""Through primary and into secondary, in Spanish from the papers on."""

ENCODINGS = ("utf-8", "cp1252", "cp437", "ascii")
_LABEL = re.compile(r"[a-z][a-z0-9 ]*: ")


def lines(*typed: str) -> str:
    """What is typed, a line each."""
    return "".join(f"{line}\n" for line in typed)


def test_piped_lines_lead_to_the_end_page(program: Program, book: Book) -> None:
    done = program.run(typed=lines("0", "1", "1", "1", "1", "0", "0", "1", "1"))
    assert done.code == 0
    assert done.err == ""
    assert title(book, "nothing-noted", "primary") in done.out
    assert "Not a clearance." in done.out


def test_piped_signs_are_looked_at_twice_as_at_a_terminal(program: Program, book: Book) -> None:
    done = program.run(typed=lines("0", "1", "2", "3", "y", "0", "0", "1", "1"))
    assert title(book, "consult", "primary") in done.out
    assert book.indicator["documents-held"].title in flat(done.out)


@pytest.mark.parametrize("typed", ["", "0", "0\n", "0\n1\n1\n", "3\n", "s passport\n", "t\n", "q\n", "h\n", "p\n"])
def test_input_that_ends_early_shows_the_advice_so_far(program: Program, typed: str) -> None:
    done = program.run(typed=typed)
    assert done.code == 0
    assert done.err == ""
    assert "advice: " in done.out


def test_a_sign_that_was_never_confirmed_is_not_counted_when_input_ends(program: Program) -> None:
    assert "No sign noted." in program.run(typed=lines("0", "1", "1", "3")).out


def test_windows_line_ends_are_line_ends(program: Program, book: Book) -> None:
    done = program.run(typed="0\r\n1\r\n1\r\n1\r\n1\r\n0\r\n0\r\n1\r\n1\r\n")
    assert title(book, "nothing-noted", "primary") in done.out


def test_bytes_that_are_no_letters_are_asked_again(program: Program) -> None:
    done = program.run(typed=b"\xff\xfe\n0\n")
    assert done.code == 0
    assert "Age" in done.out


def test_no_input_and_no_output_at_all_are_no_crash(program: Program) -> None:
    for line in ("$htscreen <&-", "$htscreen </dev/null >&-", "$htscreen contacts >&-", "$htscreen <&- >&- 2>&-"):
        done = program.shell(line)
        assert done.code == 0, line
        assert done.err == "", line


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_whole_walk_is_written_in_any_encoding(program: Program, book: Book, encoding: str) -> None:
    done = program.run(typed=lines(*WALK), encoding=encoding)
    assert done.code == 0
    assert done.err == ""
    text = spoken(book, "needs", "es")[0]
    assert text in flat(done.out) or folded(text) in flat(done.out)
    assert text in flat(done.out) or encoding != "utf-8"
    assert "translation unreviewed" in flat(done.out)


@pytest.mark.parametrize(
    "arguments",
    [("rulebook", "show"), ("rulebook", "sources"), ("contacts",), ("rulebook", "show", "branding"), ("--help",)],
)
def test_every_table_is_written_in_any_encoding(program: Program, arguments: tuple[str, ...]) -> None:
    whole = folded(program.run(*arguments).out)
    for encoding in ("cp437", "ascii"):
        done = program.run(*arguments, encoding=encoding)
        assert done.code == 0
        assert done.err == ""
        assert flat(folded(done.out)) == flat(whole), "no letter was lost, and none became a question mark"


def test_a_path_that_cannot_be_written_is_no_crash(program: Program) -> None:
    folder = program.home / "日本"
    assert program.run("--rulebook", str(folder), encoding="ascii").code == 3
    shutil.copytree(ROOT / "indicators", folder / "indicators")
    shutil.copy(ROOT / "rules.yaml", folder)
    for arguments in (("rulebook", "check"), ("rulebook", "check", "--json"), ("screen",)):
        assert program.run(*arguments, "--rulebook", str(folder), encoding="ascii").code == 0


@pytest.mark.parametrize(
    "text",
    ["¿Dónde está su pasaporte ahora?", "ñandú Ü ß æ ø ł", "“so” \u2013 it\u2019s … €5 · \u00d7", "Mañana ¡sí!"],
)
def test_folding_leaves_letters_and_never_a_question_mark(text: str) -> None:
    plain = folded(text)
    assert plain.isascii()
    assert plain.count("?") == text.count("?")
    assert "\\u" not in plain


def test_what_cannot_be_folded_is_named_by_its_number() -> None:
    assert folded("日") == "\\u65e5"


@pytest.mark.parametrize("letter", ["\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\u200b", "\r", "\x00", "\x7f"])
def test_what_could_steer_a_terminal_is_shown_as_its_number(letter: str) -> None:
    assert printable(f"a{letter}b").isprintable()
    assert printable(f"a{letter}b") != "ab"


PLAIN = {
    "no colour": ((), {"NO_COLOR": "1"}),
    "a dumb terminal": ((), {"TERM": "dumb"}),
    "accessible": ((), {"ACCESSIBLE": "1"}),
    "plain": (("--plain",), {}),
}


@pytest.mark.parametrize(("arguments", "environment"), PLAIN.values(), ids=PLAIN)
def test_no_escape_sequence_where_none_is_wanted(
    program: Program, book: Book, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    with Live(program, *arguments, **environment) as live:
        live.walk(book, {"papers": ("?", "3", "y"), "look": ("a", "w", "0")})
        live.type("", "m")
        assert b"\x1b" not in live.raw
        live.type("h")
        clearing = b"" if environment.get("TERM") == "dumb" else b"\x1b[2J\x1b[3J\x1b[H"
        assert live.raw.count(b"\x1b") == clearing.count(b"\x1b")
        assert clearing in live.raw
        assert len(flat(live.seen)) < 20, "a screen of blank lines"


@pytest.mark.parametrize(("arguments", "environment"), PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("command", [("rulebook", "show"), ("rulebook", "show", "branding")])
def test_no_table_has_an_escape_sequence_where_none_is_wanted(
    program: Program, command: tuple[str, ...], arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    live = Live(program, *command, *arguments, **environment)
    assert live.end() == 0
    assert b"\x1b" not in live.raw
    assert len(live.raw) > 1000


@pytest.mark.parametrize("arguments", [(), ("contacts",), ("rulebook", "show"), ("demo",), ("--help",), ("nope",)])
def test_no_escape_sequence_goes_into_a_pipe(program: Program, arguments: tuple[str, ...]) -> None:
    done = program.run(*arguments, typed=lines(*WALK), FORCE_COLOR="1", CLICOLOR_FORCE="1", PY_COLORS="1")
    assert "\x1b" not in done.out + done.err


def test_plain_lines_are_label_and_value(program: Program, book: Book) -> None:
    done = program.run("--plain", typed=lines("0"))
    told = done.out.split("> ")[0].strip().split("\n\n")[-1].split("\n")
    labels = [line.split(":")[0] for line in told if _LABEL.match(line)]
    assert labels == ["stage", "item", "option 1", "option 2", "option 3", "option 4", "keys"]
    assert all(_LABEL.match(line) or line.startswith("  ") for line in told)
    assert asked(book, "\n".join(told)) == "now"


def test_accessible_zero_is_not_accessible(program: Program) -> None:
    with Live(program, ACCESSIBLE="0") as live:
        assert "item: " not in live.text
