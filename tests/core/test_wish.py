"""What an officer can wish for instead of answering: back, take back, the advice, the end."""

from datetime import timedelta

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.core.walk import Wish, next_question, take_back
from tests.core.officer import START, Officer


def test_back_takes_the_last_answer_away_and_offers_it_again(book: Book) -> None:
    officer = Officer({"with-whom": ("group", "alone"), "papers": (Wish.BACK, "own-hand")})
    end = officer.walk(book)
    assert officer.asked[:5] == ["now", "age", "with-whom", "papers", "with-whom"]
    before = officer.questions[4].before
    assert before is not None
    assert before.picked == ("group",)
    assert end.assessment.evidence.values["accompanied"] == "alone"
    assert end.screening.aside == ()


def test_back_over_a_branch_sets_answers_aside_and_never_scores_them(book: Book) -> None:
    officer = Officer({
        "age": ("adult", "14-17"),
        "with-whom": ("family", Wish.BACK, "family"),
        "papers": ("kept", Wish.BACK),
        "answered": Wish.BACK,
    })  # fmt: skip
    end = officer.walk(book)
    assert officer.asked[:9] == [
        "now",
        "age",
        "with-whom",
        "papers",
        "answered",
        "papers",
        "with-whom",
        "age",
        "with-whom",
    ]
    assert "documents-held" not in book.ids(end.assessment.evidence.present)
    assert [old.item for old in end.screening.aside] == ["papers"]
    assert [old.picked for old in end.assessment.evidence.aside] == [("kept",)]
    assert end.assessment.disposition == "nothing-noted"


def test_an_answer_set_aside_is_offered_when_its_question_comes_back(book: Book) -> None:
    aside = Answer("papers", ("kept",), stage="primary")
    start = Screening((Answer("now"), Answer("age", ("adult",)), Answer("with-whom", ("family",))), (aside,))
    question = next_question(book, start, assess_screening(book, start))
    assert question is not None
    assert (question.item.id, question.before) == ("papers", aside)
    assert question.assessment.disposition == "nothing-noted"


def test_an_answer_behind_a_closed_branch_is_set_aside_and_never_scored(book: Book) -> None:
    answers = (Answer("with-whom", ("family",)), Answer("papers", ("kept",)), Answer("look", ("watched", "injury")))
    adult = assess_screening(book, Screening((Answer("age", ("adult",)), *answers)))
    child = assess_screening(book, Screening((Answer("age", ("under-14",)), *answers)))
    assert set(book.ids(adult.evidence.present)) == {"documents-held", "watched-escorted", "injury-unexplained"}
    assert set(book.ids(child.evidence.present)) == {"injury-unexplained"}
    assert [old.item for old in child.evidence.aside] == ["papers"]
    assert "papers-with" not in child.evidence.values


def test_back_at_the_first_question_does_nothing(book: Book) -> None:
    officer = Officer({"now": (Wish.BACK, [])})
    end = officer.walk(book)
    assert officer.asked[:3] == ["now", "now", "age"]
    assert end.assessment.disposition == "nothing-noted"


def test_back_leaves_notes_where_they_are(book: Book) -> None:
    officer = Officer({"age": (Note("said thank you"), Wish.BACK, "adult"), "now": (["danger"], [])})
    end = officer.walk(book)
    assert officer.asked[:4] == ["now", "age", "age", "now"]
    assert [entry.text for entry in end.screening.entries if isinstance(entry, Note)] == ["said thank you"]
    assert end.assessment.disposition == "nothing-noted"


def test_back_takes_back_a_sign_entered_out_of_turn(book: Book) -> None:
    officer = Officer({"age": (Sign("documents-held"), Wish.BACK, "adult")})
    end = officer.walk(book)
    assert officer.asked[:4] == ["now", "age", "age", "age"]
    assert end.assessment.evidence.present == 0
    assert end.screening.aside == ()


def test_a_sign_can_be_entered_out_of_turn(book: Book) -> None:
    officer = Officer({"age": (Sign("lives-at-work"), "adult")})
    end = officer.walk(book)
    assert end.assessment.disposition == "ask-more"
    assert end.assessment.evidence.found == {"lives-at-work": ("",)}


def test_the_last_sign_is_taken_back_and_its_item_stays_answered(book: Book) -> None:
    officer = Officer({"look": ["injury", "few"], "journey": (Wish.TAKE_BACK, Wish.TAKE_BACK, [])})
    end = officer.walk(book)
    assert officer.asked.count("look") == 1
    assert officer.asked.count("journey") == 3
    assert end.assessment.evidence.present == 0
    assert end.assessment.disposition == "nothing-noted"
    look = end.screening.answers["look"]
    assert (look.picked, look.state) == ((), "answered")


def test_a_sign_taken_back_is_the_one_found_last(book: Book) -> None:
    noted = Screening((Sign("branding"), Note("a note"), Sign("threatened", "declined"), Known("age", "adult")))
    assert take_back(book, noted).entries == noted.entries[1:]
    assert take_back(book, Screening((Note("a note"),))) == Screening((Note("a note"),))
    assert take_back(book, Screening()) == Screening()


def test_taking_back_passes_over_answers_that_found_nothing(book: Book) -> None:
    screening = Screening((Answer("papers", ("kept",)), Answer("with-whom", ("family",)), Answer("look")))
    taken = take_back(book, screening)
    assert taken.entries == (Answer("papers"), *screening.entries[1:])


def test_answers_bear_the_time_and_the_stage(book: Book) -> None:
    officer = Officer({"age": (Sign("branding"), "adult"), "next-step": "secondary"})
    end = officer.walk(book)
    times = [entry.at for entry in end.screening.entries]
    assert times == sorted(times, key=lambda at: at or START)
    assert None not in times
    assert end.screening.answers["age"].stage == "primary"
    assert end.screening.answers["trip"].stage == "secondary"


def test_the_advice_is_shown_when_asked_for_and_nothing_is_kept_then(book: Book) -> None:
    officer = Officer({"now": (Wish.ADVICE, []), "age": Wish.LEAVE})
    end = officer.walk(book)
    assert [before is None for _, _, before in officer.shown] == [True, False]
    assert len(officer.kept) == 1
    assert end.wish is Wish.LEAVE


def test_each_answer_is_kept_before_it_is_shown_and_shown_with_what_stood_before(book: Book) -> None:
    officer = Officer({"now": ["past"], "with-whom": Wish.LEAVE})
    officer.walk(book)
    assert [screening for screening, _, _ in officer.shown] == officer.kept
    first, second = officer.shown
    assert first[2] is not None
    assert (first[2].disposition, first[1].disposition) == ("nothing-noted", "refer")
    assert (second[2], second[1].disposition) == (first[1], "consult")


@pytest.mark.parametrize("wish", [Wish.LEAVE, Wish.NEXT_PERSON])
def test_leaving_ends_the_walk_with_what_was_told(book: Book, wish: Wish) -> None:
    end = Officer({"papers": wish}).walk(book)
    assert end.wish is wish
    assert [entry.item for entry in end.screening.entries if isinstance(entry, Answer)] == ["now", "age", "with-whom"]


def test_a_screening_is_gone_on_with_where_it_was_left(book: Book) -> None:
    left = Officer({"papers": Wish.LEAVE}).walk(book)
    officer = Officer({})
    end = officer.walk(book, left.screening)
    straight = Officer({})
    assert officer.asked == ["papers", "answered", "look", "journey", "concern", "next-step"]
    assert end.assessment == straight.walk(book).assessment._replace(evidence=end.assessment.evidence)


def test_time_goes_on_in_the_walk(book: Book) -> None:
    officer = Officer({})
    officer.walk(book)
    assert officer.clock >= START + timedelta(minutes=len(officer.asked))
