"""A form is keyed in at a console made of text: totals that agree or differ, and everything that can be mended."""

from io import StringIO
from typing import NamedTuple

import pytest

from screen.core.book import Book
from screen.core.evidence import Evidence, fold
from screen.core.paper import Totals, form_stage
from screen.core.screening import Answer, Screening
from screen.terminal.console import Console
from screen.terminal.paper import Keyed, key_in
from tests.core.little import little_book
from tests.terminal.keys import digits, flat

PAPERS_KEPT = ("0", "1", "2", "3", "", "0", "u", "1", "1")
"""One line for each item of the booth: eight boxes; the fifth item is blank, since the person is alone."""
STRONG = (*PAPERS_KEPT[:7], "3")
"""The same up to the concern, which is strong."""


class Told(NamedTuple):
    """What was keyed in, None if the officer left, and all that was written."""

    keyed: Keyed | None
    text: str


def told(book: Book, *lines: str) -> Told:
    """What comes of typing these lines."""
    stage, out = form_stage(book), StringIO()
    assert stage is not None
    typed = StringIO("".join(f"{line}\n" for line in lines))
    return Told(key_in(Console(out, typed, plain=True, styled=False), book, stage), out.getvalue())


def keyed(book: Book, *lines: str) -> Keyed:
    """What was keyed in by these lines, all of which were needed."""
    assert told(book, *lines[:-1]).keyed is None
    found = told(book, *lines).keyed
    assert found is not None
    return found


def evidence(book: Book, *lines: str) -> Evidence:
    """What these lines come to."""
    return fold(book, Screening(keyed(book, *lines).answers))


def test_the_lines_are_those_of_the_form(book: Book) -> None:
    assert len(PAPERS_KEPT) == len(book.rulebook.stages[0].items)
    assert PAPERS_KEPT[3] == digits(book, "papers", "kept")


def test_totals_that_agree_are_the_end(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "8").totals == Totals(8, 8)
    assert "8 on paper, 8 keyed in: they agree." in flat(told(book, *PAPERS_KEPT, "8").text)


def test_a_total_that_nobody_wrote_is_not_held_against_anything(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "").totals == Totals(None, 8)


def test_the_answers_are_those_of_the_same_keys_on_the_screen(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "8").answers == (
        Answer("now"),
        Answer("age", ("adult",)),
        Answer("with-whom", ("alone",)),
        Answer("papers", ("kept",)),
        Answer("look"),
        Answer("journey", state="could-not-tell"),
        Answer("concern", ("none",)),
        Answer("next-step", ("stop",)),
    )


def test_totals_that_differ_are_both_told_with_the_boxes_of_each_item(book: Book) -> None:
    text = flat(told(book, *PAPERS_KEPT, "9").text)
    assert "9 on paper, 8 keyed in: they differ." in text
    for number, (name, line) in enumerate(zip(book.rulebook.stages[0].items, PAPERS_KEPT, strict=True), start=1):
        count = "1" if line else "0"
        assert f"{number}. {flat(book.item[name].text)} {count} ({line or 'blank'})" in text


def test_a_difference_that_is_accepted_keeps_both_totals(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "9", "y").totals == Totals(9, 8)


def test_an_item_is_mended_by_its_number_until_the_totals_agree(book: Book) -> None:
    lines = (*PAPERS_KEPT, "9", "6", "12")
    assert keyed(book, *lines).totals == Totals(9, 9)
    assert book.ids(evidence(book, *lines).present) == ("injury-unexplained", "drugged-disoriented", "documents-held")


def test_while_mending_it_can_be_kept_miskeyed_looked_up_or_made_blank(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "7", "6", "k", "6", "9", "?", "x", "").totals == Totals(7, 7)
    assert keyed(book, *PAPERS_KEPT, "7", "10", "0", "z", "6", "b", "6", "").totals == Totals(7, 7)


def test_a_total_that_was_miskeyed_is_keyed_in_again(book: Book) -> None:
    assert keyed(book, *PAPERS_KEPT, "9", "t", "8").totals.agrees
    assert keyed(book, *PAPERS_KEPT, "eight", "-8", "²", "9" * 5000, "8").totals.agrees


def test_slips_are_asked_again_and_one_option_may_be_untellable(book: Book) -> None:
    lines = ("5", "0", "1", "12", "1", "2", "", "1 u3", "0", "1", "1", "9")
    found = keyed(book, *lines)
    assert found.totals == Totals(9, 9)
    assert found.answers[4] == Answer("look", ("injury",), ("fearful",))


def test_blank_is_never_no(book: Book) -> None:
    lines = ("",) * 9 + ("0",)
    assert keyed(book, *lines) == Keyed((), Totals(0, 0))
    assert evidence(book, *lines).not_asked == book.everything


def test_b_goes_back_also_from_the_total_and_stops_at_the_first(book: Book) -> None:
    assert keyed(book, "0", "b", "0", *PAPERS_KEPT[1:], "b", "2", "8").totals.agrees
    assert keyed(book, "b", *PAPERS_KEPT, "8").totals.agrees


def test_what_was_keyed_in_is_offered_again(book: Book) -> None:
    text = told(book, "13", "b", "k", "u", "b", "k", "5").text
    assert "k keeps what was keyed in: 1 3." in text
    assert "k keeps what was keyed in: u." in text


def test_a_written_reason_is_asked_for_and_may_be_missing(book: Book) -> None:
    assert keyed(book, *STRONG, "the bag was taken", "1", "8").answers[-2].reasons == (
        ("officer-concern", "the bag was taken"),
    )
    assert keyed(book, *STRONG, "", "1", "8").answers[-2].reasons == (("officer-concern", ""),)
    assert keyed(book, *STRONG, "b", "1", "1", "8").answers[-2] == Answer("concern", ("none",))


def test_what_looks_like_a_number_of_somebody_is_asked_after(book: Book) -> None:
    assert keyed(book, *STRONG, "A123456789", "", "he said so", "1", "8").answers[-2].reasons[0][1] == "he said so"


def test_an_item_that_asks_why_it_was_not_answered_asks_it_here_too() -> None:
    item = {"id": "i", "text": "Well?", "options": [{"id": "o", "label": "o"}], "reason": ["declined"]}
    book = little_book(items=[item], stages=[{"id": "s", "title": "Talk", "items": ["i"]}])
    assert keyed(book, "d", "no words in common", "1").answers == (
        Answer("i", state="declined", reason="no words in common"),
    )
    assert keyed(book, "d", "b", "1", "1").answers == (Answer("i", ("o",)),)
    assert keyed(book, "u", "1").answers == (Answer("i", state="could-not-tell"),)


@pytest.mark.parametrize(
    "lines",
    [
        *[PAPERS_KEPT[:count] for count in range(len(PAPERS_KEPT) + 1)],
        (*PAPERS_KEPT, "9"),
        (*PAPERS_KEPT, "9", "6"),
        STRONG,
        ("q", "q"),
        ("h",),
    ],
)  # fmt: skip
def test_input_that_ends_is_leaving(book: Book, lines: tuple[str, ...]) -> None:
    assert told(book, *lines).keyed is None


def test_leaving_is_asked_twice(book: Book) -> None:
    assert keyed(book, "q", "", *PAPERS_KEPT, "8").totals.agrees


def test_no_line_is_wider_than_the_screen_and_each_prompt_has_room_to_type(book: Book) -> None:
    long = {"id": "i", "text": "word " * 40, "options": [{"id": "o", "label": "label " * 30}]}
    other = little_book(items=[long], stages=[{"id": "s", "title": "Talk", "items": ["i"]}])
    texts = [told(book, *PAPERS_KEPT, "9", "6").text, told(other, "?", "1", "2").text]
    lines = [line for text in texts for line in text.split("\n")]
    assert max(map(len, lines)) <= 80
    assert max(len(line) for line in lines if "] > " in line) <= 70


def test_a_question_that_would_steer_the_terminal_is_text() -> None:
    item = {"id": "i", "text": "\x1b[2JWell?", "options": [{"id": "o", "label": "\x1b[31m"}]}
    book = little_book(items=[item], stages=[{"id": "s", "title": "\x1b]0;x\x07", "items": ["i"]}])
    assert "\x1b" not in told(book, "?", "1", "2").text
