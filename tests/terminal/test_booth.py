"""At the booth, where the person can read along, nothing on the screen tells what it is for."""

import re

import pytest

from screen.core.book import Book
from screen.core.booth import BOOTH_WORDS
from screen.core.screening import Known, Screening, Sign, Unanswered
from screen.core.shape.policy import Contact
from screen.terminal.signs import find
from tests.program import Program
from tests.terminal.keys import digits, flat, title
from tests.terminal.live import Live
from tests.terminal.played import played, walked

LOOKING = ("?", "?1", "a", "w", "l")
"""What is typed at every item before it is answered: why, a text of the law, the advice and its reasons, a language."""
OUT_OF_TURN = ("forced-sex-acts", "commercial-sex-managed", "minor-commercial-sex")
_TELLING = re.compile(r"traffick|victim|prostitut|slave", re.IGNORECASE)


def telling(text: str) -> list[str]:
    """The lines with a word that gives the purpose away, also inside an address."""
    return [line for line in text.splitlines() if BOOTH_WORDS.search(line) or _TELLING.search(line)]


def findable(book: Book) -> list[tuple[str, str]]:
    """Each option of primary that shows a sign, with its item."""
    return [
        (item, option.id)
        for item in book.rulebook.stages[0].items
        for option in book.item[item].options
        if option.shows
    ]


def test_the_signs_that_can_be_found_at_the_booth_are_more_than_a_few(book: Book) -> None:
    assert len(findable(book)) > 10


def test_no_sign_that_can_be_found_at_the_booth_gives_it_away(book: Book) -> None:
    for item, option in findable(book):
        age = "2" if option == "no-guardian" else "1"
        replies = {"with-whom": "3", "age": age, item: (digits(book, item, option), "y")}
        for plain in (False, True):
            text = walked(book, replies, always=LOOKING, plain=plain)
            assert "y keeps" in text, f"{item} {option} was put"
            assert telling(text) == [], f"{item} {option}"


@pytest.mark.parametrize("option", ["danger", "help", "made-to", "past"])
def test_words_said_at_the_booth_do_not_give_it_away(book: Book, option: str) -> None:
    for age in "123u":
        assert telling(walked(book, {"now": digits(book, "now", option), "age": age}, always=LOOKING)) == []


def test_everything_at_once_does_not_give_it_away(book: Book) -> None:
    all_seen = digits(book, "look", *(option.id for option in book.item["look"].options))
    replies = {
        "age": "2", "with-whom": "4", "papers": ("3", "y"), "answered": ("3", "y"), "look": (all_seen, "y"),
        "journey": ("123", "y"), "concern": ("3", "seen crying"),
    }  # fmt: skip
    assert telling(walked(book, replies, always=LOOKING)) == []
    assert telling(walked(book, replies | {"papers": "1", "answered": "1"}, always=LOOKING)) == []


@pytest.mark.parametrize(
    "sign", [*OUT_OF_TURN, "threatened", "abducted", "threatened-with-shame", "threatened-with-law"]
)
def test_a_sign_out_of_turn_is_not_named_by_its_purpose(book: Book, sign: str) -> None:
    for age in "12":
        for answer in ("y", "u", ""):
            number = str([each.id for each in find(book, sign)].index(sign) + 1)
            text = played(book, f"s {sign}", number, answer, "0", age, "a", "s", "", "", "m", "", "q", "q")
            assert (book.indicator[sign].booth_title or book.indicator[sign].title) in flat(text)
            assert telling(text) == []


def test_no_search_at_the_booth_shows_a_telling_title(book: Book) -> None:
    for word in ("person", "the", "someone", "work", "money", "under", "take", "made", "child", "18"):
        for number in "123456789":
            assert telling(played(book, f"s {word}", number, "")) == []


@pytest.mark.parametrize("known", [("age", "adult"), ("age", "14-17"), ("disclosure", "asks-for-help")])
def test_no_end_page_at_the_booth_gives_it_away_for_any_sign(book: Book, known: tuple[str, str]) -> None:
    for name in book.bit:
        start = Screening((Known(*known), Sign(name)))
        text = walked(book, {"now": ("a", "w", "0")}, start=start, last=("", "m", "", "p", "", "a", "w"))
        assert telling(text) == [], name


@pytest.mark.parametrize("state", ["could-not-tell", "declined"])
def test_no_list_of_what_is_unknown_gives_it_away(book: Book, state: Unanswered) -> None:
    start = Screening(tuple(Sign(name, state) for name in book.bit))
    assert telling(walked(book, {}, start=start)) == []


def test_the_ports_own_numbers_do_not_give_it_away(book: Book) -> None:
    own = Contact.model_validate(
        {"id": "local.1", "title": "Human trafficking task force", "purpose": "own", "numbers": ["1"],
         "hours": "always", "languages": "local", "for": "officer", "source": "local"}
    )  # fmt: skip
    text = played(book, "a", "w", contacts=(own, *book.rulebook.contacts))
    assert "local.1" in text
    assert telling(text) == []


def test_risen_advice_is_a_neutral_word_until_it_is_asked_for(book: Book) -> None:
    text = played(book, "0", "1", "2", "3", "y")
    for disposition in ("consult", "refer"):
        assert title(book, disposition, "primary") not in text
        assert title(book, disposition, "secondary") not in text
    assert title(book, "consult", "primary") in played(book, "0", "1", "2", "3", "y", "a")


@pytest.mark.parametrize("company", "12345u")
def test_at_most_seven_prompts_come_before_the_concern_and_the_next_step(book: Book, company: str) -> None:
    for age in "123u":
        text = walked(book, {"age": age, "with-whom": company}, last=())
        before = text[: text.index(book.item["concern"].text)]
        assert before.count("> ") <= 7, "one line typed at each, and no more"
        assert text.count(" - question ") <= 9


def test_the_booth_in_a_real_terminal_stays_neutral_to_the_end(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, {"with-whom": "3", "papers": ("?", "3", "y"), "look": ("?", "1", "y")})
        live.type("", "m")
        assert telling("\n".join(live.lines)) == []
        assert b"\x1b]" not in live.raw
