"""The walk through the shipped interview (policy.md, section 6), by a scripted officer."""

from datetime import timedelta

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.outlook import could_change
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.core.walk import Wish, next_question, pending, stop_of, take_back
from tests.core.officer import START, Officer

PRIMARY = ["now", "age", "with-whom", "papers", "answered", "look", "journey", "concern", "next-step"]
HAPPENED = {
    "needs", "trip", "meets", "phone", "work", "owe", "relationship", "seen", "life", "life-more", "leave", "threat",
    "pressure", "child", "wants",
}  # fmt: skip
"""The items about what happened, which stop when refer is settled."""


def test_an_adult_alone_is_asked_no_question_about_a_companion(book: Book) -> None:
    officer = Officer({"with-whom": "alone"})
    end = officer.walk(book)
    assert officer.asked == ["now", "age", "with-whom", "papers", "look", "journey", "concern", "next-step"]
    assert "watched" not in officer.options("look")
    assert "no-guardian" not in officer.options("look")
    assert end.assessment.disposition == "nothing-noted"
    assert end.wish is None


@pytest.mark.parametrize("company", ["family", "group", "employer", "other"])
def test_an_adult_with_a_companion_is_asked_all_of_primary(book: Book, company: str) -> None:
    officer = Officer({"with-whom": company})
    officer.walk(book)
    assert officer.asked == PRIMARY
    assert "watched" in officer.options("look")


@pytest.mark.parametrize("age", ["14-17", "under-14"])
def test_a_child_with_family_has_a_look_list_of_its_own(book: Book, age: str) -> None:
    officer = Officer({"age": age, "with-whom": "family", "next-step": "secondary"})
    officer.walk(book)
    assert officer.asked[:6] == ["now", "age", "with-whom", "look", "concern", "next-step"]
    assert {"papers", "answered", "journey", "meets"}.isdisjoint(officer.asked)
    shown = {sign for question in officer.questions for _, option in question.options for sign in option.shows}
    assert {
        "documents-held", "companion-speaks", "watched-escorted", "destination-unknown", "host-unknown", "place-unknown",
        "no-plans",
    }.isdisjoint(shown)  # fmt: skip
    assert {"guardian-unproven", "minor-afraid", "injury-unexplained", "relationship-unclear"} <= shown


@pytest.mark.parametrize("company", ["alone", "group", "employer", "other"])
@pytest.mark.parametrize("age", ["14-17", "under-14"])
def test_a_child_without_family_is_asked_what_an_adult_is(book: Book, age: str, company: str) -> None:
    officer = Officer({"age": age, "with-whom": company})
    officer.walk(book)
    assert officer.asked == [each for each in PRIMARY if each != "answered" or company != "alone"]
    assert ("watched" in officer.options("look")) is (company != "alone")
    assert "no-guardian" in officer.options("look")


@pytest.mark.parametrize("state", ["could-not-tell", "declined"])
def test_an_unknown_age_with_family_is_asked_what_an_adult_is(book: Book, state: str) -> None:
    officer = Officer({"age": state, "with-whom": "family"})
    officer.walk(book)
    assert officer.asked == PRIMARY
    assert "no-guardian" not in officer.options("look")


def test_primary_has_at_most_seven_prompts_before_concern_and_next_step(book: Book) -> None:
    for age in ("adult", "14-17", "under-14", "could-not-tell"):
        for company in ("family", "alone", "group", "employer", "other", "declined"):
            officer = Officer({"age": age, "with-whom": company})
            officer.walk(book)
            assert officer.asked[-2:] == ["concern", "next-step"]
            assert len(officer.asked) - 2 <= 7


def test_no_item_has_more_than_nine_options(book: Book) -> None:
    assert max(len(item.options) for item in book.rulebook.items) <= 9


def test_questions_are_numbered_and_count_what_is_left(book: Book) -> None:
    officer = Officer({"with-whom": "family"})
    officer.walk(book)
    assert [question.number for question in officer.questions] == list(range(1, 10))
    assert [question.left for question in officer.questions] == list(range(8, -1, -1))
    assert {question.stage.id for question in officer.questions} == {"primary"}


def test_options_keep_their_digits_where_some_are_not_shown(book: Book) -> None:
    officer = Officer({"age": "14-17", "with-whom": "alone"})
    officer.walk(book)
    look = next(question for question in officer.questions if question.item.id == "look")
    digits = {option.id: digit for digit, option in look.options}
    whole = {option.id: digit for digit, option in enumerate(book.item["look"].options, 1)}
    assert digits == {name: digit for name, digit in whole.items() if name != "watched"}


def test_secondary_goes_from_needs_to_the_heaviest_and_closes_with_conduct(book: Book) -> None:
    officer = Officer({"next-step": "secondary", "situation": "back"})
    officer.walk(book)
    private = officer.asked[officer.asked.index("next-step") + 1 :]
    assert private == [
        "now-secondary", "needs", "medical", "conduct-start", "situation", "interpreter", "spoken-alone", "trip", "meets",
        "phone", "work", "owe", "relationship", "seen", "life", "life-more", "leave", "threat", "pressure", "fear",
        "wants", "concern-secondary", "conduct-end",
    ]  # fmt: skip
    assert {question.stage.id for question in officer.questions[len(PRIMARY) :]} == {"secondary"}


@pytest.mark.parametrize(("situation", "lived"), [("first", False), ("back", True), ("leaving", True), ("declined", False)])
def test_a_life_under_way_is_asked_only_of_those_who_return_live_here_or_leave(
    book: Book, situation: str, lived: bool  # noqa: FBT001 - a row of the table
) -> None:
    officer = Officer({"next-step": "secondary", "situation": situation})
    officer.walk(book)
    assert ("life" in officer.asked, "life-more" in officer.asked) == (lived, lived)
    rarely = {each.id for each in book.rulebook.indicators if each.rarely == "yes"}
    shown = {sign for question in officer.questions for _, option in question.options for sign in option.shows}
    assert bool(rarely & shown) is lived


@pytest.mark.parametrize(("age", "minor"), [("adult", False), ("14-17", True), ("under-14", True), ("declined", True)])
def test_a_minors_questions_are_put_to_those_who_may_be_minors(book: Book, age: str, minor: bool) -> None:  # noqa: FBT001
    officer = Officer({"age": age, "next-step": "secondary", "situation": "back", "with-whom": "alone"})
    officer.walk(book)
    assert {name in officer.asked for name in ("child", "reported-missing", "unaccompanied")} == {minor}
    assert ("school" in officer.options("life-more")) is minor


@pytest.mark.parametrize(
    ("unaccompanied", "status", "criteria"),
    [("none", False, False), ("other", True, False), ("contiguous", True, True), ("could-not-tell", True, True)],
)
def test_status_and_criteria_follow_from_who_is_unaccompanied(
    book: Book, unaccompanied: str, status: bool, criteria: bool  # noqa: FBT001
) -> None:
    replies = {"age": "14-17", "with-whom": "alone", "next-step": "secondary", "lawful-status": "none"}
    officer = Officer({**replies, "unaccompanied": unaccompanied})
    officer.walk(book)
    assert ("lawful-status" in officer.asked) is status
    asked = [name for name in officer.asked if name.startswith("uac-")]
    assert len(asked) == (4 if criteria else 0)


def test_a_minor_lawfully_admitted_is_asked_no_criteria(book: Book) -> None:
    officer = Officer({"age": "14-17", "next-step": "secondary", "unaccompanied": "contiguous", "lawful-status": "lawful"})
    officer.walk(book)
    assert not [name for name in officer.asked if name.startswith("uac-")]


def test_stopping_at_primary_asks_nothing_of_secondary(book: Book) -> None:
    officer = Officer({"next-step": "stop", "age": "could-not-tell"})
    officer.walk(book)
    assert officer.asked == PRIMARY


def test_could_not_tell_at_primary_is_asked_again_at_secondary(book: Book) -> None:
    unknown = {name: ("could-not-tell", "declined") for name in ("age", "with-whom", "papers", "answered")}
    officer = Officer({**unknown, "next-step": "secondary"})
    officer.walk(book)
    assert {name: officer.asked.count(name) for name in unknown} == dict.fromkeys(unknown, 2)
    stages = [question.stage.id for question in officer.questions if question.item.id == "age"]
    assert stages == ["primary", "secondary"]


def test_what_was_answered_at_primary_is_not_asked_again(book: Book) -> None:
    officer = Officer({"next-step": "secondary"})
    officer.walk(book)
    assert len(officer.asked) == len(set(officer.asked))


def test_an_answer_given_at_secondary_stands_for_the_one_that_could_not_be_told(book: Book) -> None:
    officer = Officer({"age": ("could-not-tell", "adult"), "papers": ("declined", "kept"), "next-step": "secondary"})
    end = officer.walk(book)
    assert end.assessment.evidence.values["age"] == "adult"
    assert book.ids(end.assessment.evidence.present) == ("documents-held",)


def test_refer_now_stops_the_questions_at_once(book: Book) -> None:
    officer = Officer({"now": ["help"]})
    end = officer.walk(book)
    assert end.assessment.disposition == "refer-now"
    assert officer.asked[0] == "now"
    assert {book.item[name].after_stop for name in officer.asked[1:]} <= {"yes"}


def test_refer_now_in_private_leaves_what_a_duty_needs(book: Book) -> None:
    officer = Officer({
        "age": "14-17", "with-whom": "alone", "next-step": "secondary", "now-secondary": ["help"],
        "unaccompanied": "contiguous", "lawful-status": "none",
    })  # fmt: skip
    end = officer.walk(book)
    after = officer.asked[officer.asked.index("now-secondary") + 1 :]
    assert after == ["medical", "unaccompanied", "lawful-status", "conduct-end"]
    assert end.assessment.disposition == "refer-now"


def test_a_settled_referral_stops_the_questions_about_what_happened(book: Book) -> None:
    officer = Officer({"next-step": "secondary", "papers": "kept", "owe": ["debt"]})
    end = officer.walk(book)
    after = officer.asked[officer.asked.index("owe") + 1 :]
    assert end.assessment.lowest == end.assessment.disposition == "refer"
    assert HAPPENED.isdisjoint(after)
    assert after == ["conduct-end"]
    assert stop_of(book, end.assessment) == "settled"


def test_a_settled_referral_at_primary_asks_age_and_whether_to_go_on(book: Book) -> None:
    officer = Officer({"now": ["made-to"], "next-step": "stop"})
    end = officer.walk(book)
    assert officer.asked == ["now", "age", "next-step"]
    assert end.assessment.disposition == "refer"


def test_a_settled_referral_that_goes_on_in_private_asks_nothing_about_what_happened(book: Book) -> None:
    officer = Officer({"now": ["made-to"], "age": "14-17", "next-step": "secondary"})
    officer.walk(book)
    assert (HAPPENED - {"needs"}).isdisjoint(officer.asked)
    assert {"needs", "medical", "unaccompanied", "conduct-end"} <= set(officer.asked)


def test_a_referral_that_is_not_settled_stops_nothing(book: Book) -> None:
    screening = Screening((Sign("recruitment-fees"), Known("place", "secondary")))
    assessment = assess_screening(book, screening)
    assert (assessment.disposition, assessment.lowest) == ("refer", "consult")
    assert stop_of(book, assessment) == "never"
    listed = {item.id for _, item in pending(book, screening, assessment)}
    assert {"age", "trip", "work", "threat"} <= listed


def test_a_walk_begun_at_secondary_asks_nothing_of_primary(book: Book) -> None:
    officer = Officer({})
    officer.walk(book, Screening((Known("place", "secondary"),)))
    assert officer.asked[0] == "now-secondary"
    assert {"now", "look", "journey", "concern", "next-step"}.isdisjoint(officer.asked)


def test_consult_stops_nothing(book: Book) -> None:
    officer = Officer({"papers": "kept", "next-step": "secondary"})
    end = officer.walk(book)
    assert end.assessment.disposition == "consult"
    assert "pressure" in officer.asked


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
    assert officer.asked[:9] == ["now", "age", "with-whom", "papers", "answered", "papers", "with-whom", "age", "with-whom"]
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


def test_a_sign_taken_back_is_the_one_found_last() -> None:
    book_free = Screening((Sign("branding"), Note("a note"), Sign("threatened", "declined"), Known("age", "adult")))
    book = _never()
    assert take_back(book, book_free).entries == book_free.entries[1:]
    assert take_back(book, Screening((Note("a note"),))) == Screening((Note("a note"),))
    assert take_back(book, Screening()) == Screening()


def _never() -> Book:
    """No book: signs out of turn need none to be taken back."""
    return None  # type: ignore[return-value]


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
    assert officer.asked == PRIMARY[3:]
    assert end.assessment == straight.walk(book).assessment._replace(evidence=end.assessment.evidence)


def test_time_goes_on_in_the_walk(book: Book) -> None:
    officer = Officer({})
    officer.walk(book)
    assert officer.clock >= START + timedelta(minutes=len(officer.asked))


def test_the_end_leaves_no_question_that_could_change_the_advice(book: Book) -> None:
    end = Officer({"next-step": "secondary", "situation": "back"}).walk(book)
    assert pending(book, end.screening, end.assessment) == ()
    assert could_change(book, end.screening, end.assessment) == ()
