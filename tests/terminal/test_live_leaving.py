"""Leaving and hiding in a real terminal: nothing is left on the screen, nothing crashes."""

import pytest

from screen.core.book import Book
from tests.program import Program
from tests.terminal.keys import asked, digits, flat
from tests.terminal.live import Live


def test_hiding_leaves_nothing_on_the_screen_nor_behind_it_and_enter_brings_the_question_back(
    program: Program, book: Book
) -> None:
    with Live(program) as live:
        live.walk(book, {"look": ("13", "y")}, until="journey")
        live.type("h")
        for text in (live.seen, live.scrolled):
            assert not [item.id for item in book.rulebook.items if flat(item.text) in flat(text)]
            assert not [sign.id for sign in book.rulebook.indicators if sign.title in flat(text)]
        assert len(flat(live.seen)) < 20
        live.type("")
        assert asked(book, live.seen) == "journey"


def test_the_end_page_can_be_hidden_too(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book)
        page = flat(live.text)
        live.type("h")
        assert len(flat(live.seen)) < 20
        assert not live.scrolled.strip()
        live.type("")
        assert flat(live.text).endswith(page[-300:])


@pytest.mark.parametrize("key", ["n", "q", "p", "m"])
def test_every_prompt_of_the_end_can_be_hidden(program: Program, book: Book, key: str) -> None:
    with Live(program) as live:
        live.walk(book)
        live.type(key, "h")
        assert len(flat(live.seen)) < 20
        assert not live.scrolled.strip()
        live.type("")
        assert live.text.endswith("> ")


SUBPROMPTS = {
    "the second look at a sign": ("0", "1", "2", "3"),
    "the search for a sign": ("s passport",),
    "the words of a search": ("s",),
    "a sign to be kept": ("s passport", "1"),
    "a note": ("t",),
    "an identifier": ("t", "X12345678"),
    "leaving": ("q",),
    "the advice so far": ("a",),
}


@pytest.mark.parametrize("typed", SUBPROMPTS.values(), ids=SUBPROMPTS)
def test_hiding_works_at_every_prompt(program: Program, book: Book, typed: tuple[str, ...]) -> None:
    with Live(program) as live:
        live.type(*typed, "h")
        assert len(flat(live.seen)) < 20
        assert not live.scrolled.strip()
        live.type("")
        assert asked(book, live.text) is not None


ASKING = {"an item": ()} | {name: typed for name, typed in SUBPROMPTS.items() if typed != ("a",)}


@pytest.mark.parametrize("typed", ASKING.values(), ids=ASKING)
def test_ctrl_c_once_pauses_and_twice_leaves_with_130(program: Program, book: Book, typed: tuple[str, ...]) -> None:
    with Live(program) as live:
        live.type(*typed)
        live.interrupt()
        live.wait()
        assert "memory" in live.text, "it says what is kept"
        assert asked(book, live.text) is not None, "it goes on"
        live.interrupt()
        assert live.end() == 130
        assert "Traceback" not in live.text


def test_ctrl_c_twice_with_an_answer_between_goes_on(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.interrupt()
        live.wait()
        live.type("0")
        live.interrupt()
        live.wait()
        assert asked(book, live.text) == "age"


def test_ctrl_c_at_the_end_page_pauses_once_and_leaves_twice(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book)
        live.interrupt()
        live.wait()
        live.interrupt()
        assert live.end() == 130


@pytest.mark.parametrize("typed", ASKING.values(), ids=ASKING)
def test_ctrl_d_is_leaving(program: Program, typed: tuple[str, ...]) -> None:
    with Live(program) as live:
        live.type(*typed)
        live.child.sendeof()
        assert live.end() == 0
        assert "Traceback" not in live.text
        assert "wrong" not in live.text


@pytest.mark.parametrize("key", ["", "n", "q"])
def test_ctrl_d_at_the_end_page_and_its_prompts_is_leaving(program: Program, book: Book, key: str) -> None:
    with Live(program) as live:
        live.walk(book)
        live.type(key)
        live.child.sendeof()
        assert live.end() == 0
        assert "Traceback" not in live.text
        assert "wrong" not in live.text


def test_a_terminal_that_is_shut_leaves_no_crash(program: Program) -> None:
    with Live(program) as live:
        live.child.close(force=True)
    assert not (program.home / "cache" / "htscreen" / "crash.log").exists()


def test_leaving_is_asked_twice_in_the_walk_and_at_its_end(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("q", "")
        assert asked(book, live.text) == "now", "Enter goes on"
        live.walk(book)
        live.type("q", "")
        assert live.text.endswith("> ")
        live.type("q")
        live.child.sendline("q")
        assert live.end() == 0
    with Live(program) as live:
        live.type("q")
        live.child.sendline("q")
        assert live.end() == 0


def test_leaving_is_asked_once_when_a_note_was_written(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book)
        live.type("n", "left.md")
        assert (program.home / "left.md").read_text("utf-8").startswith("# ")
        live.child.sendline("q")
        assert live.end() == 0


def test_the_window_title_is_never_set_and_the_cursor_never_moved(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, {"papers": (digits(book, "papers", "kept"), "y"), "next-step": "2"})
        live.type("", "m", "")
        assert b"\x1b]" not in live.raw
        assert b"\x1bP" not in live.raw
        escapes = {part.split(b"m")[0] for part in live.raw.split(b"\x1b[")[1:]}
        assert escapes <= {b"0", b"1"}, "bold on and off, nothing else"


def test_the_page_between_two_people_can_be_hidden(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("0", "p", "h")
        assert len(flat(live.seen)) < 20
        assert not live.scrolled.strip()
        live.type("")
        assert live.text.endswith("> ")
        live.type("", "")
        assert asked(book, live.text) == "now"


def test_a_note_that_fails_at_the_very_end_is_asked_for_again_even_from_behind_a_hidden_screen(
    program: Program, book: Book
) -> None:
    folder = program.home / "soon-gone"
    folder.mkdir()
    with Live(program, "screen", "--note", "soon-gone/x.md") as live:
        live.walk(book)
        folder.rmdir()
        live.type("q", "h")
        assert len(flat(live.seen)) < 20
        live.type("")
        live.child.sendline("kept-at-last.md")
        assert live.end() == 0
    assert (program.home / "kept-at-last.md").exists()
