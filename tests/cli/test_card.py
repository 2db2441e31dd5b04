"""`htscreen rulebook card`, from outside: at any console, and as a file."""

import sys
from pathlib import Path

import pytest

from screen.core.book import Book
from tests.program import Program
from tests.reports.cards import BOOKS, Page
from tests.terminal.keys import flat
from tests.terminal.live import Live

ENCODINGS = ("utf-8", "cp1252", "cp437", "ascii")
WIDEST = 80


def check_lines(lines: list[str]) -> None:
    """All is there, in 80 columns, and no letter is a number."""
    assert len(lines) > 200
    assert [line for line in lines if len(line) > WIDEST] == []
    assert not any("\\x" in line or "\\u" in line for line in lines)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_all_cards_are_written_to_a_pipe_in_any_encoding(program: Program, encoding: str) -> None:
    done = program.run("rulebook", "card", encoding=encoding)
    assert (done.code, done.err) == (0, "")
    check_lines(done.out.splitlines())


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_all_cards_are_written_to_a_terminal_in_columns(program: Program, encoding: str) -> None:
    live = Live(program, "rulebook", "card", PYTHONIOENCODING=encoding)
    assert live.end() == 0
    check_lines(live.lines)
    assert " confinement S +  A person stops them from leaving work, home or the group" in live.lines
    assert any(line.startswith("   [ ] 1 ") for line in live.lines)


def test_none_named_is_all_in_their_order_and_one_named_twice_is_one(program: Program) -> None:
    one = {name: program.run("rulebook", "card", name).out for name in ("indicators", "form", "phrases")}
    assert program.run("rulebook", "card").out == "\n".join(one.values())
    assert program.run("rulebook", "card", "phrases", "form", "phrases").out == f"{one['phrases']}\n{one['form']}"


def test_a_language_is_chosen_for_the_phrases_alone(program: Program) -> None:
    chosen = program.run("rulebook", "card", "phrases", "--language", "es").out
    assert "Español: In private" in chosen
    assert "English: " not in chosen
    assert "translator" in chosen
    form = ("rulebook", "card", "form")
    assert program.run(*form, "--language", "es").out == program.run(*form).out


def test_a_language_that_the_rulebook_does_not_speak_is_2_and_names_those_it_does(program: Program) -> None:
    done = program.run("rulebook", "card", "--language", "fr")
    assert (done.code, done.out) == (2, "")
    assert "en, es" in done.err


def test_a_card_that_there_is_not_is_2(program: Program) -> None:
    assert program.run("rulebook", "card", "badge").code == 2


def test_a_file_is_one_page_of_these_cards_that_its_account_alone_can_read(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "cards.html"
    done = program.run("rulebook", "card", "form", "phrases", "--language", "es", "--html", str(file))
    assert (done.code, done.out) == (0, "")
    assert str(file) in flat(done.err).replace(" ", "")
    elements = Page(file.read_text("utf-8")).elements
    sections = [attributes["aria-labelledby"] for tag, attributes in elements if tag == "section"]
    assert sections == ["form", "phrases-1", "phrases-2"]
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600


def test_no_file_is_written_over(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "cards.html"
    file.write_text("mine", "utf-8")
    done = program.run("rulebook", "card", "--html", str(file))
    assert (done.code, file.read_text("utf-8")) == (2, "mine")
    assert "is there already" in flat(done.err)


@pytest.mark.parametrize("name", ["no/such/folder.html", "."])
def test_a_place_that_cannot_be_written_to_is_said_without_a_crash(program: Program, name: str) -> None:
    done = program.run("rulebook", "card", "--html", name)
    assert done.code == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize("path", BOOKS[:2], ids=lambda path: path.stem)
def test_any_rulebook_has_its_cards(program: Program, path: Path, tmp_path: Path) -> None:
    for more in ((), ("--plain",), ("--html", str(tmp_path / "cards.html"))):
        assert program.run("rulebook", "card", *more, "--rulebook", str(path)).code == 0


def test_the_ports_own_contacts_are_called_first(program: Program, tmp_path: Path) -> None:
    local = tmp_path / "local.yaml"
    local.write_text('port: Example Falls\ncontacts:\n  - {title: Duty supervisor, numbers: ["555-0100"]}\n', "utf-8")
    out = program.run("rulebook", "card", "indicators", HTSCREEN_LOCAL=str(local)).out
    assert "Call, in this order\n - Duty supervisor: 555-0100\n" in out


def test_plain_lines_say_in_words_what_columns_show(program: Program, book: Book) -> None:
    out = program.run("rulebook", "card", "indicators", "form", "--plain").out
    (sign,) = [line for line in out.splitlines() if "Lives where they work" in line]
    assert sign.startswith("work, weak, from elsewhere: ")
    assert "question 3: With whom?\nbox 1: Family\n" in out
    assert "[ ]" not in out
    assert book.indicator["lives-at-work"].title in flat(out)
