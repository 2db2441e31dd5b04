"""Two rulebooks side by side: what is told of them, and whether anybody may be advised lower."""

import json
from typing import Any

import pytest

from screen.core.book import Book
from screen.core.screening import Screening, Sign
from screen.workshop.comparing.comparison import Comparison, compare
from screen.workshop.comparing.document import comparison_document
from screen.workshop.comparing.page import code, comparison_page, marked, table
from screen.workshop.comparing.tally import Given, tally
from screen.workshop.comparing.words import LONGEST, Side, comparison_lines, shortened
from screen.workshop.logic.formula import UNDECIDED
from screen.workshop.logic.solver import z3_solver
from tests.core.little import Tree, little_book, rule, signs

SOLVE = z3_solver(10)
SIDES = (Side("one.yaml", "1", "aa"), Side("two.yaml", "2", "bb"))
FACT: Tree = {
    "id": "f",
    "title": "Where they are",
    "values": ["a", "b"],
    "words": {"b": "far from here"},
    "unanswered": "a",
}
PARTS: Tree = {"facts": [FACT], "indicators": [each | {"title": f"Sign {each['id']}"} for each in signs("x", "y", "z")]}
ANY, TWO = {"at_least": 1, "of": "indicators"}, {"at_least": 2, "of": "indicators"}
DUTY: Tree = {"id": "d", "when": ANY, "to": "t", "title": "Tell someone", "within": "24 h", "source": "s"}


def book(*rules: Tree, **more: Any) -> Book:  # noqa: ANN401 - parts of a tree
    """A little book with these rules."""
    return little_book(**PARTS | {"rules": list(rules)} | more)


def words(old: Book, new: Book, found: Comparison) -> str:
    """The comparison in one text."""
    return "\n".join(told.text for told in comparison_lines((old, new), SIDES, found))


LOWERED = (book(rule(ANY)), book(rule(TWO), rule({"fact": "f", "from": "b"}, "middle", id="far")))


def test_a_move_is_told_as_a_story_in_words_with_the_rules_of_both() -> None:
    old, new = LOWERED
    found = compare(old, new, SOLVE)
    first = found.advised[0]
    assert (first.move.old, first.move.new) == ("high", "low")
    assert (first.old_rules, first.new_rules) == (("rule high",), ())
    told = words(old, new, found)
    assert "high -> low" in told
    assert "Old: high, by rule high. New: low, by no rule." in told
    assert "Where they are: far from here" in told
    assert "not asked" not in told.lower()


def test_the_last_line_says_what_matters_most() -> None:
    old, new = LOWERED
    last = list(comparison_lines(LOWERED, SIDES, compare(old, new, SOLVE)))[-1].text
    assert last.index("higher: low -> middle") < last.index("lower: high -> low")
    up = list(comparison_lines(LOWERED, SIDES, compare(new, old, SOLVE)))[-1].text
    assert "lower: middle -> low" in up


@pytest.mark.parametrize(
    ("new", "lowers"),
    [
        (book(rule(ANY)), False),
        (book(rule(ANY), rule({"fact": "f", "from": "b"}, id="far")), False),
        (book(rule(TWO)), True),
        (book(rule(ANY, "other"), dispositions=[{"id": each} for each in ("low", "other")]), True),
        (book(rule(ANY, valid={"until": "2026-12-31"})), True),
        (book(rule(ANY), complete="required"), True),
        (book(rule(ANY, because="Why.")), False),
    ],
)
def test_somebody_may_be_advised_lower_where_that_is_so_or_nobody_knows(new: Book, lowers: bool) -> None:
    old = book(rule(ANY))
    assert compare(old, new, SOLVE).lowers is lowers


def test_what_no_solver_decides_is_said_so_and_stops_a_review() -> None:
    old = book(rule(ANY), duties=[DUTY])
    found = compare(old, old, lambda _: UNDECIDED)
    assert found.lowers
    assert found.undecided == 6 + 2
    told = words(old, old, found)
    assert told.count("NOT DECIDED") == found.undecided
    assert f"nobody knows: {found.undecided}" in told
    assert told.count("--limit") == 1
    assert "owed otherwise" not in told
    assert "Nobody is advised" not in told
    document = comparison_document(SIDES, found)
    assert document["lowers"] is True
    assert [each["answers"] for each in document["advised"]] == [None] * 6
    assert "NOT DECIDED" in comparison_page((old, old), SIDES, found)


def test_two_that_share_no_disposition_are_not_compared_and_that_is_all_that_is_told() -> None:
    old, new = book(rule(ANY)), book(rule(ANY, "b"), dispositions=[{"id": "a"}, {"id": "b"}])
    found = compare(old, new, SOLVE)
    assert found.lowers
    assert len(list(comparison_lines((old, new), SIDES, found))) == 3
    document = comparison_document(SIDES, found)
    assert document["comparable"] is False
    assert not any(document[key] for key in ("advised", "duties", "without_partner", "changes"))
    assert "#" not in comparison_page((old, new), SIDES, found)


def test_known_answers_that_are_advised_lower_are_enough_to_stop_a_review() -> None:
    old, new = book(rule(ANY)), book(rule(ANY))
    moved = tally(*LOWERED, "cases", [Given("one sign", Screening((Sign("x"),)))])
    found = compare(old, new, SOLVE, (moved,))
    assert found.lowers
    told = words(old, new, found)
    assert "Lower: one sign: high -> low" in told
    assert "high: 0 as before, 1 now low" in told
    assert "lower: 1" in told
    assert comparison_document(SIDES, found)["known_answers"] == [
        {
            "title": "cases",
            "size": 1,
            "matrix": {"high": {"low": 1}},
            "moved": [{"name": "one sign", "old": "high", "new": "low", "direction": "lower"}],
            "not_asked": {"old": 0, "new": 0},
        }
    ]


def test_a_duty_no_longer_owed_is_told_and_lowers_nobodys_advice() -> None:
    old, new = book(rule(ANY), duties=[DUTY]), book(rule(ANY), duties=[DUTY | {"when": TWO}])
    found = compare(old, new, SOLVE)
    assert not found.lowers
    assert "No longer owed: Tell someone (d)" in words(old, new, found)
    (duty,) = comparison_document(SIDES, found)["duties"]
    assert (duty["id"], duty["owed_by"]) == ("d", "old")
    assert len(duty["answers"]["indicators"]) == 1


def test_outcomes_that_changed_hands_are_told_and_stop_a_review() -> None:
    def classing(named: str) -> Book:
        row = {"when": {"named": "yes"}, "outcome": "some"}
        more: Tree = {"conditions": {"named": {"indicator": named}}, "outcomes": {"some": "Some", "none": "None"}}
        return book(rule(ANY), monotone="no", tables={"t": {"rows": [row], "otherwise": "none"}}, **more)

    old, new = classing("x"), classing("y")
    found = compare(old, new, SOLVE)
    assert found.lowers
    assert not found.advised
    assert "t: some -> none" in words(old, new, found)
    assert {(each["old"], each["new"]) for each in comparison_document(SIDES, found)["outcomes"]} == {
        ("some", "none"),
        ("none", "some"),
    }


def test_changed_days_of_rules_are_said_to_be_left_aside() -> None:
    old, new = book(rule(ANY, valid={"until": "2026-12-31"})), book(rule(ANY, valid={"until": "2027-12-31"}))
    found = compare(old, new, SOLVE)
    assert not found.lowers
    assert "every rule to speak" in words(old, new, found)
    assert "every rule to speak" in comparison_page((old, new), SIDES, found)
    assert "every rule to speak" not in words(old, old, compare(old, old, SOLVE))


def test_wording_contacts_and_sources_stand_apart_from_policy() -> None:
    contact = {"id": "c", "title": "C", "purpose": "P", "hours": "H", "languages": "L", "for": "both", "source": "S"}
    old = book(rule(ANY), contacts=[contact])
    new = book(rule(TWO, because="Why.", sources=["theirs"]), contacts=[contact | {"hours": "all day"}])
    found = compare(old, new, SOLVE)
    kinds = {each["path"]: each["kind"] for each in comparison_document(SIDES, found)["changes"]}
    assert kinds == {
        "rules/rule high/when/at_least": "policy",
        "rules/rule high/because": "wording",
        "rules/rule high/sources": "source",
        "contacts/c/hours": "contact",
    }
    told = words(old, new, found)
    heads = [told.index(head) for head in ("Policy that is weighed", "Wording", "Contacts", "Sources")]
    assert heads == sorted(heads)
    assert "rules/rule high/when/at_least: 1 -> 2" in told


def test_the_json_has_the_keys_of_its_contract_and_is_json() -> None:
    document = comparison_document(SIDES, compare(*LOWERED, SOLVE))
    assert json.loads(json.dumps(document)) == document
    assert tuple(document) == (
        "old", "new", "comparable", "lowers", "undecided", "advised", "outcomes", "duties", "doubts", "known_answers",
        "without_partner", "changes",
    )  # fmt: skip
    assert document["advised"][0].keys() == {"old", "new", "direction", "answers", "old_rules", "new_rules"}
    assert {"kind": "rule", "id": "far", "only_in": "new"} in document["without_partner"]


def test_the_page_fits_under_a_heading_of_a_change_log() -> None:
    moved = tally(*LOWERED, "cases", [Given("one sign", Screening((Sign("x"), Sign("nowhere"))))])
    page = comparison_page(LOWERED, SIDES, compare(*LOWERED, SOLVE, (moved,)))
    heads = [line for line in page.splitlines() if line.startswith("#")]
    assert heads
    assert all(line.startswith("#### ") for line in heads)
    assert all(len(line) <= 120 or line.startswith("|") for line in page.splitlines())
    assert "| old, then new | low |" in page
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in rows)


def test_nothing_in_a_rulebook_is_markdown_or_html_in_the_page() -> None:
    hostile = "<b>*x*</b> | [a](b) `c` # d\n\x1b[31m"
    named = [signs("x")[0] | {"title": hostile}, *signs("y", "z")]
    old, new = book(rule(ANY), indicators=named), book(rule(TWO), indicators=named)
    page = comparison_page((old, new), SIDES, compare(old, new, SOLVE, (tally(old, new, hostile, []),)))
    assert marked(hostile) == "\\<b>\\*x\\*\\</b> \\| \\[a\\](b) \\`c\\` \\# d \\[31m"
    assert hostile not in page
    assert "<b>" not in page
    assert marked("> a > b") == "\\> a > b"
    assert code("a`b|c") == "`a'b\\|c`"
    assert list(table(("a",), [])) == []


def test_long_texts_are_cut_to_where_they_differ() -> None:
    same = "word " * 40
    old, new = shortened(f"{same}old end", f"{same}new end {same}")
    assert old.startswith("... word")
    assert old.endswith("old end")
    assert new.endswith("word ...")
    assert all(len(each) <= LONGEST + 8 for each in (old, new))
    assert shortened("a", "b") == ("a", "b")
    assert shortened(None, "b") == ("", "b")
