"""Whole walks in a real terminal, by keystrokes."""

import pytest

from screen.core.book import Book
from tests.program import Program
from tests.terminal.keys import asked, digits, flat, spoken, title
from tests.terminal.live import Live
from tests.terminal.played import walked

PRIMARY = ["now", "age", "with-whom", "papers", "answered", "look", "journey", "concern", "next-step"]


def left(live: Live) -> int:
    """Leave from the end page; the exit code."""
    live.type("q")
    live.child.sendline("q")
    return live.end()


def test_primary_goes_by_single_keys_from_the_first_item_to_both_end_pages(program: Program, book: Book) -> None:
    with Live(program) as live:
        assert live.walk(book) == PRIMARY
        assert title(book, "nothing-noted", "primary") in live.seen
        assert "not a clearance" in flat(live.text).lower()
        live.type("")
        assert "not a clearance" in flat(live.text).lower()
        assert left(live) == 0


def test_secondary_follows_primary_and_asks_what_primary_left_open(program: Program, book: Book) -> None:
    with Live(program) as live:
        items = live.walk(book, {"age": "u", "next-step": "2"})
        assert items[: len(PRIMARY)] == PRIMARY
        later = items[len(PRIMARY) :]
        assert later[0] == "now-secondary"
        assert later[-1] == "conduct-end"
        assert "age" in later
        assert not {"with-whom", "papers", "life", "life-more"} & set(later)
        assert title(book, "nothing-noted", "secondary") in live.seen
        assert left(live) == 0


def test_secondary_can_be_begun_in_secondary(program: Program, book: Book) -> None:
    with Live(program, "screen", "--secondary") as live:
        items = live.walk(book)
        assert items[0] == "now-secondary"
        assert items[-1] == "conduct-end"
        assert title(book, "nothing-noted", "secondary") in live.seen


def test_a_plea_stops_the_questions_at_once(program: Program, book: Book) -> None:
    with Live(program) as live:
        items = live.walk(book, {"now": digits(book, "now", "help")})
        assert items == ["now", "age"]
        assert book.rulebook.dispositions[-1].words["any"].lead not in flat(live.seen), (
            "the screen is turned away first"
        )
        live.type("")
        assert title(book, "refer-now", "primary") in live.seen


def test_back_over_a_branch_offers_each_answer_again_and_sets_the_other_branch_aside(
    program: Program, book: Book
) -> None:
    went_on = digits(book, "answered", "went-on")
    with Live(program) as live:
        live.walk(book, {"answered": (went_on, "y")}, until="look")
        live.type("b")
        assert asked(book, live.text) == "answered"
        live.type("b")
        assert asked(book, live.text) == "papers"
        live.type("b")
        assert asked(book, live.text) == "with-whom"
        assert "k keeps what you had: 1" in flat(live.text)
        live.type(digits(book, "with-whom", "alone"))
        assert asked(book, live.text) == "papers"
        live.type("k")
        assert asked(book, live.text) == "look", "alone, nobody is asked about a companion, and papers are kept"
        live.walk(book)
        assert title(book, "nothing-noted", "primary") in live.seen, "what is set aside is not counted"
        live.type("", "m")
        assert "Set aside, not counted: answered: went-on" in flat(live.text)


def test_an_answer_kept_with_k_is_counted_again(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, {"papers": (digits(book, "papers", "kept"), "y")}, until="answered")
        live.type("b", "k")
        if asked(book, live.text) != "answered":
            live.type("y")
        live.walk(book)
        assert title(book, "consult", "primary") in live.seen


def test_back_from_the_end_page_asks_the_last_item_again(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book)
        live.type("b")
        assert asked(book, live.text) == "next-step"


def test_a_sign_out_of_turn_is_found_by_a_word_and_counted(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("s passport")
        assert book.indicator["documents-held"].title in flat(live.text)
        place = next(
            line for line in live.text.split("\n") if line.strip()[2:] == book.indicator["documents-held"].title
        )
        live.type(place.strip()[0], "y")
        assert asked(book, live.text) == "now"
        live.walk(book)
        assert title(book, "consult", "primary") in live.seen


def test_a_sign_out_of_turn_that_is_not_kept_is_not_counted(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("s passport", "1", "")
        live.type("s", "no such sign whatever")
        live.type("s passport", "nine")
        live.walk(book)
        assert title(book, "nothing-noted", "primary") in live.seen


def test_x_takes_back_the_last_sign_and_no_more(program: Program, book: Book) -> None:
    several = digits(book, "look", "injury", "fearful")
    with Live(program) as live:
        live.walk(book, {"look": (several, "y")}, until="journey")
        live.type("x")
        assert asked(book, live.text) == "journey"
        live.walk(book)
        live.type("", "m")
        page = flat(live.text)
        assert f"* {book.indicator['injury-unexplained'].title}" in page
        assert f"* {book.indicator['fearful-submissive'].title}" not in page


def test_x_with_no_sign_changes_nothing(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("0", "x")
        assert asked(book, live.text) == "age"


def test_a_second_look_can_take_a_sign_back_before_it_is_kept(program: Program, book: Book) -> None:
    several = digits(book, "look", "injury", "drugged")
    with Live(program) as live:
        live.walk(book, until="look")
        live.type(several)
        assert all(reason in flat(live.text) for reason in book.indicator["injury-unexplained"].innocent)
        live.type("nonsense")
        assert asked(book, live.text) is None, "asked again"
        live.type(several)
        assert asked(book, live.text) == "journey"
        live.walk(book)
        assert title(book, "nothing-noted", "primary") in live.seen


def test_a_note_that_looks_like_an_identifier_is_questioned(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("t passport X12345678")
        assert asked(book, live.text) is None
        assert "document number" in live.text
        live.type("")
        live.type("two people, one bag")
        assert asked(book, live.text) == "now"
        live.type("t said it was fine")
        assert asked(book, live.text) == "now"


def test_l_speaks_the_other_language_with_the_mark_of_no_review(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, until="papers")
        assert spoken(book, "papers", "en")[0] in flat(live.text)
        live.type("l")
        assert f"{spoken(book, 'papers', 'es')[0]} [translation unreviewed]" in flat(live.text)
        live.type("l")
        assert spoken(book, "papers", "en")[0] in flat(live.text)
        assert "unreviewed" not in live.text


def test_a_question_mark_tells_why_when_to_mark_and_the_source(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, until="papers")
        live.type("?")
        told, sign = flat(live.text), book.indicator["documents-held"]
        assert flat(book.item["papers"].why or "") in told
        assert flat(sign.mark_if or "") in told
        assert all(reason in told for reason in sign.innocent)
        assert all(source in told for source in (*sign.sources, *book.item["papers"].sources))
        assert asked(book, live.text) == "papers"


def test_in_private_a_question_mark_and_a_number_tells_the_law(program: Program, book: Book) -> None:
    with Live(program, "screen", "--secondary") as live:
        live.type("?")
        assert all(text.title in live.text for text in book.rulebook.explanations)
        live.type("?1")
        assert flat(book.rulebook.explanations[0].text) in flat(live.text)
        live.type("?99")
        assert asked(book, live.text) == "now-secondary"


def test_a_shows_the_advice_so_far_and_goes_on(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, {"papers": (digits(book, "papers", "kept"), "y")}, until="answered")
        live.type("a")
        assert title(book, "consult", "primary") in live.seen
        live.type("w")
        assert book.indicator["documents-held"].title in flat(live.text)
        assert asked(book, live.text) == "answered"
        live.type("a", "")
        assert asked(book, live.text) == "answered"


def test_the_next_person_is_not_asked_what_is_true_of_the_party(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(
            book, {"with-whom": digits(book, "with-whom", "group"), "papers": (digits(book, "papers", "kept"), "y")}
        )
        live.type("p", "")
        assert asked(book, live.text) == "now"
        items = live.walk(book)
        assert "with-whom" not in items
        assert "answered" in items, "with the group, as before"
        assert title(book, "nothing-noted", "primary") in live.seen, "nobody's sign goes over"


def test_p_in_the_walk_asks_how_many_show_the_same_and_shows_the_page(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.type("0", "p")
        assert title(book, "nothing-noted", "primary") in live.text
        live.type("", "4")
        assert asked(book, live.text) == "now"


@pytest.mark.parametrize("typed", ["147", "1 4 7", "1,4,7", "741", "1 4 7 7"])
def test_several_digits_are_several_answers_in_any_order(book: Book, typed: str) -> None:
    page = flat(walked(book, {"with-whom": "3", "look": (typed, "y")}))
    shown = [book.item["look"].options[digit - 1].shows[0] for digit in (1, 4, 7)]
    assert all(f"* {book.indicator[sign].title} (seen" in page for sign in shown)
    assert "in 1 of 3 means" in page or "in 2 of 3 means" in page


def test_could_not_tell_declined_and_none_are_answers_and_are_told_apart(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, {"now": "d", "papers": "u", "look": "u4", "journey": "0"})
        assert "Declined 1. Could not tell 1." in flat(live.text)
        live.type("", "m")
        unknown = flat(live.text).split("Could not tell:")[1].split("Not asked, or")[0]
        assert book.item["look"].options[3].shows[0] in unknown
        assert "documents-held" in unknown
        assert "destination-unknown" not in unknown, "looked, none, and asked again in private"


def test_what_is_no_answer_is_asked_again(program: Program, book: Book) -> None:
    with Live(program) as live:
        for typed in ("", "   ", "yes", "99", "8 9", "1x", "k", "u9", "-1", "1.", "ü", "11 u1", "bb", "q1"):
            live.type(typed)
            assert asked(book, live.text) is None, typed
            assert live.text.endswith("> ")
        live.type("0")
        assert asked(book, live.text) == "age"


def test_two_digits_are_no_answer_where_one_is_wanted(program: Program, book: Book) -> None:
    with Live(program) as live:
        live.walk(book, until="age")
        live.type("12")
        assert asked(book, live.text) is None
        live.type("0")
        assert asked(book, live.text) is None, "nothing to look for in an age"
        live.type("u")
        assert asked(book, live.text) == "with-whom"
