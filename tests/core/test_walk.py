"""The walk through the shipped interview, by a scripted officer."""

import pytest

from screen.core.book import Book
from screen.core.outlook import could_change
from screen.core.walk import pending
from tests.core.officer import Officer

PRIMARY = ["now", "age", "with-whom", "papers", "answered", "look", "journey", "concern", "next-step"]


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
    assert {"papers", "answered", "journey"}.isdisjoint(officer.asked)
    shown = {sign for question in officer.questions for _, option in question.options for sign in option.shows}
    assert {
        "documents-held", "companion-speaks", "watched-escorted", "destination-unknown", "host-unknown",
        "place-unknown", "no-plans",
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
        "now-secondary", "needs", "medical", "conduct-start", "situation", "interpreter", "spoken-alone", "trip",
        "meets", "phone", "work", "owe", "relationship", "seen", "life", "life-more", "leave", "threat", "pressure",
        "fear", "wants", "concern-secondary", "conduct-end",
    ]  # fmt: skip
    assert {question.stage.id for question in officer.questions[len(PRIMARY) :]} == {"secondary"}


@pytest.mark.parametrize(
    ("situation", "lived"), [("first", False), ("back", True), ("leaving", True), ("declined", False)]
)
def test_a_life_under_way_is_asked_only_of_those_who_return_live_here_or_leave(
    book: Book,
    situation: str,
    lived: bool,
) -> None:
    officer = Officer({"next-step": "secondary", "situation": situation})
    officer.walk(book)
    assert ("life" in officer.asked, "life-more" in officer.asked) == (lived, lived)
    rarely = {each.id for each in book.rulebook.indicators if each.rarely == "yes"}
    shown = {sign for question in officer.questions for _, option in question.options for sign in option.shows}
    assert bool(rarely & shown) is lived


@pytest.mark.parametrize(("age", "minor"), [("adult", False), ("14-17", True), ("under-14", True), ("declined", True)])
def test_a_minors_questions_are_put_to_those_who_may_be_minors(book: Book, age: str, minor: bool) -> None:
    officer = Officer({"age": age, "next-step": "secondary", "situation": "back", "with-whom": "alone"})
    officer.walk(book)
    assert {name in officer.asked for name in ("child", "reported-missing", "unaccompanied")} == {minor}
    assert ("school" in officer.options("life-more")) is minor


@pytest.mark.parametrize(
    ("unaccompanied", "status", "criteria"),
    [("none", False, False), ("other", True, False), ("contiguous", True, True), ("could-not-tell", True, True)],
)
def test_status_and_criteria_follow_from_who_is_unaccompanied(
    book: Book,
    unaccompanied: str,
    status: bool,
    criteria: bool,
) -> None:
    replies = {"age": "14-17", "with-whom": "alone", "next-step": "secondary", "lawful-status": "none"}
    officer = Officer({**replies, "unaccompanied": unaccompanied})
    officer.walk(book)
    assert ("lawful-status" in officer.asked) is status
    asked = [name for name in officer.asked if name.startswith("uac-")]
    assert len(asked) == (4 if criteria else 0)


def test_a_minor_lawfully_admitted_is_asked_no_criteria(book: Book) -> None:
    officer = Officer(
        {"age": "14-17", "next-step": "secondary", "unaccompanied": "contiguous", "lawful-status": "lawful"}
    )
    officer.walk(book)
    assert not [name for name in officer.asked if name.startswith("uac-")]


def test_stopping_at_primary_asks_nothing_of_secondary(book: Book) -> None:
    officer = Officer({"next-step": "stop", "age": "could-not-tell"})
    officer.walk(book)
    assert officer.asked == PRIMARY


def test_could_not_tell_at_primary_is_asked_again_at_secondary(book: Book) -> None:
    unknown = dict.fromkeys(("age", "with-whom", "papers", "answered"), ("could-not-tell", "declined"))
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


def test_the_end_leaves_no_question_that_could_change_the_advice(book: Book) -> None:
    end = Officer({"next-step": "secondary", "situation": "back"}).walk(book)
    assert pending(book, end.screening, end.assessment) == ()
    assert could_change(book, end.screening, end.assessment) == ()


def test_the_items_a_stage_lists_stand_in_the_order_of_the_walk(book: Book) -> None:
    assert book.staged[: len(PRIMARY)] == tuple(PRIMARY)
    assert len(book.staged) == len(set(book.staged))
    assert set(book.staged) == set(book.item)
