"""What is missing, told late, or scored in reverse: each instrument's own policy, and the traps in the others."""

from datetime import timedelta
from typing import Any

import pytest

from screen.core.screening import UNANSWERED
from tests.instruments.instrument import NOON, advised, instrument, told

FOUR = ("scared", "threats", "sex", "lie")


def qyit(**answers: str) -> dict[str, Any]:
    """QYIT with these four answers, the form taken."""
    return advised("qyit", answers={"form": "taken", **dict(zip(FOUR, answers.values(), strict=True))})


def test_qyit_gives_no_result_before_all_four_are_answered() -> None:
    for given in range(4):
        answers = {"form": "taken", **dict.fromkeys(FOUR[:given], "yes")}
        assert advised("qyit", answers=answers)["disposition"] is None
    assert advised("qyit", answers={"form": "taken", **dict.fromkeys(FOUR, "no")})["disposition"] == "no-yes"


@pytest.mark.parametrize("state", UNANSWERED)
def test_a_skip_in_qyit_needs_its_reason(state: str) -> None:
    answers = {"form": "taken", "scared": state, **dict.fromkeys(FOUR[1:], "no")}
    silent = advised("qyit", answers=answers)
    assert silent["disposition"] is None
    assert silent["warnings"] == ["scared: a written reason is missing"]
    reasoned = advised("qyit", answers=answers, reasons={"scared": "wept"})
    assert (reasoned["disposition"], reasoned["highest"], reasoned["warnings"]) == ("no-yes", "positive", [])


def test_only_a_refusal_of_the_whole_form_makes_the_four_needless() -> None:
    assert advised("qyit", answers={"form": "refused"})["disposition"] == "form-refused"
    assert advised("qyit", answers={"form": "could-not-tell"})["disposition"] is None


def test_who_takes_no_part_in_raft_is_left_out() -> None:
    for answer in ("refused", "could-not-tell", "declined"):
        advice = advised("raft", answers={"part": answer})
        assert (advice["disposition"], advice["could_change"]) == ("left-out", [])


CODES = {0: "no", 1: "yes", 8: "could-not-tell", 9: "declined", 99: None}
STATES = {8: "could_not_tell", 9: "declined", 99: "not_asked", 1: "present"}


@pytest.mark.parametrize(("code", "answer"), CODES.items())
@pytest.mark.parametrize(("item", "sign"), [("quit", "afraid-to-quit"), ("promised", "not-as-promised")])
def test_the_five_codes_of_hud_are_five_states(code: int, answer: str | None, item: str, sign: str) -> None:
    given = {"exchange": "no", "quit": "no", "promised": "no", "kept-on": "no"} | {item: answer}
    if code != 1:
        del given["kept-on"]
    advice = advised("hud-gates", answers={name: said for name, said in given.items() if said is not None})
    assert [key for key in STATES.values() if sign in advice[key]] == ([STATES[code]] if code in STATES else [])
    assert advice["disposition"] == {1: "gate", 99: None}.get(code, "no-gate")


@pytest.mark.parametrize(
    ("more", "reached"),
    [
        ({}, None),
        ({"kept-on": "no"}, "gate"),
        ({"kept-on": "could-not-tell"}, "gate"),
        ({"kept-on": "yes"}, None),
        ({"kept-on": "yes", "work-when": "no"}, "made-to"),
        ({"kept-on": "yes", "work-when": "declined"}, "made-to"),
        ({"kept-on": "yes", "work-when": "yes"}, "recent"),
    ],
)
def test_what_stands_behind_a_gate_is_required_only_once_it_is_open(more: dict[str, str], reached: str | None) -> None:
    shut = {"exchange": "no", "quit": "no", "promised": "no"}
    assert advised("hud-gates", answers=shut)["disposition"] == "no-gate"
    advice = advised("hud-gates", answers=shut | {"promised": "yes"} | more)
    assert advice["disposition"] == reached


def test_a_gate_that_shut_again_takes_what_stood_behind_it_aside() -> None:
    advice = advised("hud-gates", answers={"exchange": "no", "quit": "no", "promised": "no", "kept-on": "yes"})
    assert (advice["disposition"], advice["present"]) == ("no-gate", [])
    assert advice["warnings"] == ["kept-on: its branch is closed; set aside, not counted"]


def test_a_reverse_question_left_blank_is_no_yes_and_no_no() -> None:
    penalty = {"beaten": "present"}
    rest = {
        sign: "absent" for sign in instrument("dol-comply-chain").bit if sign not in {"beaten", "cannot-end-contract"}
    }
    blank = advised("dol-comply-chain", indicators=rest | penalty)
    assert (blank["lowest"], blank["disposition"], blank["highest"]) == ("not-both", "not-both", "may-be-forced-labour")
    assert blank["not_asked"] == ["cannot-end-contract"]
    for answer, reached in (("yes", "not-both"), ("no", "may-be-forced-labour")):
        advice = advised("dol-comply-chain", indicators=rest | penalty, answers={"end-contract": answer})
        assert (advice["lowest"], advice["highest"]) == (reached, reached)


ORDINAL = ("places", "control", "gifts", "exploited")


@pytest.mark.parametrize(
    ("levels", "reverse", "reached"),
    [
        (("no", "no", "no", "no"), "yes", "none"),
        (("possible", "possible", "possible", "no"), "yes", "none"),
        (("possible", "clear", "no", "no"), "yes", "none"),
        (("clear", "clear", "no", "no"), "yes", "possible"),
        (("clear", "no", "no", "no"), "no", "possible"),
        (("no", "no", "no", "possible"), "yes", "possible"),
        (("clear", "clear", "no", "possible"), "yes", "possible"),
        (("clear", "clear", "possible", "possible"), "yes", "clear"),
        (("clear", "clear", "clear", "no"), "no", "possible"),
        (("no", "no", "no", "clear"), "yes", "clear"),
    ],
)
def test_ordinal_answers_have_their_own_points(levels: tuple[str, ...], reverse: str, reached: str) -> None:
    answers = dict(zip(ORDINAL, levels, strict=True)) | {"someone-to-ring": reverse}
    advice = advised("ordinal-reverse", answers=answers)
    assert {advice["lowest"], advice["disposition"], advice["highest"]} == {reached}


@pytest.mark.parametrize("name", ["seraf", "ordinal-reverse"])
@pytest.mark.parametrize("state", [None, *UNANSWERED])
def test_what_is_not_answered_adds_no_points(name: str, state: str | None) -> None:
    book = instrument(name)
    signs = dict.fromkeys(book.bit, state) if state else {}
    facts = dict.fromkeys(book.fact, state) if state else {}
    advice = advised(name, indicators=signs, facts=facts)
    lowest, highest = book.rulebook.dispositions[0].id, book.rulebook.dispositions[-1].id
    assert (advice["lowest"], advice["disposition"], advice["highest"]) == (lowest, lowest, highest)


@pytest.mark.parametrize(("language", "needed"), [("a", 6), ("b", 4), ("c", 3), ("could-not-tell", 3), ("declined", 3)])
def test_the_cut_off_is_that_of_the_language_on_both_its_sides(language: str, needed: int) -> None:
    signs = tuple(instrument("cut-off-by-language").bit)
    for count in range(len(signs) + 1):
        advice = advised(
            "cut-off-by-language",
            indicators=told("cut-off-by-language", signs[:count]),
            answers={"language": language},
        )
        assert advice["disposition"] == ("positive" if count >= needed else "below"), count


def test_a_language_not_asked_leaves_it_open_which_cut_off_it_is() -> None:
    signs = tuple(instrument("cut-off-by-language").bit)
    advice = advised("cut-off-by-language", indicators=told("cut-off-by-language", signs[:3]))
    assert (advice["lowest"], advice["highest"]) == ("below", "positive")
    assert "language" in advice["could_change"]


def test_weak_ones_alone_and_a_lone_strong_one_never_make_a_dimension_positive() -> None:
    weak = [f"weak-{number}" for number in range(1, 5)]
    for found in (weak, ["strong-1"], ["medium-1", *weak], ["medium-1", "medium-2"]):
        assert advised("ilo-dimension", indicators=told("ilo-dimension", found))["highest"] == "not-positive"


def test_the_screen_of_missouri_stops_at_a_disclosure_and_is_not_run_after_one() -> None:
    told_now = advised("missouri", indicators=["tells-of-it"])
    assert (told_now["lowest"], told_now["highest"]) == ("refer-at-once", "refer-at-once")
    before = advised("missouri", answers={"occasion": "return", "told-before": "yes"})
    assert (before["disposition"], before["could_change"], before["settled"]) == ("not-run", [], True)


def test_part_two_of_missouri_is_asked_after_any_sign_of_part_one() -> None:
    none = advised("missouri", answers={"told-before": "no", "part-one": []})
    one = advised("missouri", answers={"told-before": "no", "part-one": ["afraid"]})
    assert (none["disposition"], "part-two" in none["could_change"]) == ("no-sign", False)
    assert (one["disposition"], "part-two" in one["could_change"]) == ("part-two", True)
    both = advised("missouri", answers={"told-before": "no", "part-one": ["afraid"], "part-two": ["held"]})
    assert both["disposition"] == "refer"


@pytest.mark.parametrize(
    ("occasion", "hours"), [("none", None), ("allegation", 24), ("return", 24), ("known-history", 72)]
)
def test_the_clocks_of_missouri_run_from_when_it_was_learned(occasion: str, hours: int | None) -> None:
    learned = NOON - timedelta(hours=5)
    advice = advised("missouri", answers={"occasion": occasion}, learned={"occasion": learned.isoformat()})
    ends = [duty["ends"] for duty in advice["duties"]]
    assert ends == ([] if hours is None else [(learned + timedelta(hours=hours)).isoformat()])


def uac(facts: dict[str, str], hours: float = 0) -> dict[str, Any]:
    """A child of a neighbouring country in custody for so long, all criteria met with their reasons but as told."""
    criteria = dict.fromkeys(("not-trafficked", "no-risk", "no-fear", "can-decide"), "met")
    return advised(
        "uac-1232",
        facts={"custody": "taken", "country": "neighbouring"} | criteria | facts,
        reasons=dict.fromkeys(criteria, "as the child told it"),
        learned={"custody": (NOON - timedelta(hours=hours)).isoformat()},
    )


def test_without_a_finding_the_deadline_protects_on_its_very_minute() -> None:
    open_ = {"no-fear": "could-not-tell"}
    assert uac(open_, 48 - 1 / 3600)["disposition"] == "keep-screening-or-transfer-early"
    assert uac(open_, 48)["disposition"] == "transfer-hhs"
    assert uac({}, 48)["disposition"] == "may-be-returned-if-inadmissible"


def test_before_the_deadline_a_transfer_is_still_possible_and_so_is_a_return() -> None:
    assert uac({"no-fear": "undetermined"})["highest"] == "transfer-hhs"
    unasked = advised("uac-1232", facts={"custody": "taken", "country": "neighbouring"})
    assert unasked["disposition"] == "keep-screening-or-transfer-early"
    assert (unasked["lowest"], unasked["highest"]) == ("may-be-returned-if-inadmissible", "transfer-hhs")


def test_a_criterion_that_is_met_without_a_reason_is_no_finding() -> None:
    criteria = dict.fromkeys(("not-trafficked", "no-risk", "no-fear", "can-decide"), "met")
    facts = {"custody": "taken", "country": "neighbouring"} | criteria
    silent = advised("uac-1232", facts=facts)
    assert silent["disposition"] == "keep-screening-or-transfer-early"
    assert len(silent["warnings"]) == 4


def test_a_country_that_is_not_known_counts_as_another_one() -> None:
    assert uac({"country": "could-not-tell"})["disposition"] == "transfer-hhs"


def test_the_transfer_is_due_from_when_it_was_learned_that_it_is_owed() -> None:
    duties = {duty["id"]: duty["ends"] for duty in uac({"no-risk": "failed"}, 3)["duties"]}
    assert duties["notify-hhs"] == (NOON + timedelta(hours=45)).isoformat()
    assert duties["transfer"] == (NOON + timedelta(hours=72)).isoformat()
