"""Where words are wanted, a key is no word: at the checkpoint and in practice."""

import re

import pytest

from screen.core.book import Book
from screen.terminal.console import Console
from screen.terminal.prompts import Prompts
from tests.terminal.keys import flat
from tests.terminal.played import Tty, played


def written(book: Book, *lines: str, empty: bool = False) -> tuple[str | None, str]:
    """What comes of these lines where words are wanted, and all that was written."""
    out, typed = Tty(), Tty("".join(f"{line}\n" for line in lines))
    text = Prompts(Console(out, typed, plain=False, styled=False), book).written("Why?", empty=empty)
    assert typed.read() == "", "every line was read"
    return text, out.getvalue()


def test_a_question_mark_explains_and_is_never_the_reason(book: Book) -> None:
    text, told = written(book, "?", "??", "he said so")
    assert text == "he said so"
    assert told.count("Why?") == 3


@pytest.mark.parametrize("key", ["o", "q", "1", "u", "u4", "?3", "-"])
def test_a_key_is_asked_about_and_kept_only_if_it_is_meant(book: Book, key: str) -> None:
    assert written(book, key, "", "he said so")[0] == "he said so"
    assert written(book, key, "y")[0] == key
    assert written(book, key, "", "b")[0] is None


@pytest.mark.parametrize("text", ["no", "he held it", "bus 7", "ok"])
def test_a_word_is_a_word(book: Book, text: str) -> None:
    assert written(book, text)[0] == text


def test_enter_still_leaves_it_open_where_it_may_be(book: Book) -> None:
    assert written(book, "", empty=True)[0] == ""


def test_a_reason_that_was_typed_as_a_key_is_not_kept_at_the_checkpoint(book: Book) -> None:
    text = played(book, "t ?", "his bag is locked", "t o", "", "the bag again")
    assert flat(text).count("Noted.") == 2


def test_the_keys_are_listed_once_and_then_behind_two_question_marks(book: Book) -> None:
    def listed(*lines: str) -> int:
        return len(re.findall("Keys: number", played(book, *lines)))

    assert [listed("?"), listed("?", "?"), listed("?", "?", "??"), listed("??"), listed("??", "?")] == [1, 1, 2, 1, 1]


def test_the_keys_below_a_question_have_words(book: Book) -> None:
    later = played(book, "t a word").split("Noted.")[1]
    assert "u could not tell, d declined" in later
    assert "b back, ? help, h hide\n" in later
    assert max(map(len, later.splitlines())) <= 80
