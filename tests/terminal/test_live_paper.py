"""A form is keyed in at a real terminal."""

import pytest

from screen.core.book import Book
from tests.program import Program
from tests.terminal.live import Live

FORM = ("0", "1", "2", "3", "", "0", "u", "1", "1")


def test_a_form_is_keyed_in_with_a_line_for_each_item_and_one_for_the_total(program: Program, book: Book) -> None:
    with Live(program, "advise", "--paper") as live:
        for number, line in enumerate(FORM, start=1):
            (prompt,) = [each for each in live.text.split("\n") if each.endswith("> ")]
            assert prompt.startswith(f"{number}. ")
            assert len(prompt) <= 68, "there is room to type"
            live.type(line)
        assert "Boxes ticked on paper" in live.text
        live.child.sendline("8")
        assert live.end() == 0
    told = "\n".join(live.lines)
    assert told.count("they agree.") == 2
    assert book.rulebook.dispositions[2].titles["primary"] in told


def test_the_same_slips_are_told_in_the_same_words_as_on_the_screen(program: Program) -> None:
    with Live(program, "advise", "--paper") as paper, Live(program) as screen:
        for line in ("9", "x y", "1u1"):
            assert paper.type(line).split("\n")[1] == screen.type(line).split("\n")[1]


def test_a_question_mark_shows_the_options_with_their_digits(program: Program, book: Book) -> None:
    with Live(program, "advise", "--paper") as live:
        live.type("?")
        for digit, option in enumerate(book.item["now"].options, start=1):
            assert f"  {digit} {option.label}" in live.text


def test_ctrl_c_pauses_and_again_leaves_with_130(program: Program) -> None:
    with Live(program, "advise", "--paper") as live:
        live.type("0")
        live.interrupt()
        assert "Paused." in live.wait()
        live.type("1")
        live.interrupt()
        live.wait()
        live.interrupt()
        assert live.end() == 130


def test_hiding_clears_the_screen_and_enter_goes_on_with_the_same_item(program: Program) -> None:
    with Live(program, "advise", "--paper") as live:
        live.type("0", "h")
        assert "Anything that cannot wait" not in live.seen
        live.type("")
        assert "2. Age" in live.seen


@pytest.mark.parametrize("keys", [("q", "q"), ("\x04",)])
def test_leaving_keeps_nothing(program: Program, keys: tuple[str, ...]) -> None:
    with Live(program, "advise", "--paper") as live:
        if keys == ("\x04",):
            live.child.sendeof()
        else:
            live.type(keys[0])
            live.child.sendline(keys[1])
        assert live.end() == 0
    assert "Left. Nothing was kept" in "\n".join(live.lines)
