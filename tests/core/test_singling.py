"""Rules and tables that ask for a value and no other: what is still possible is what trying everything finds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.outcome import outcomes
from screen.core.outlook import could_change
from screen.core.reason import states
from screen.core.screening import Answer, Known, Screening, Sign
from tests.core.completed import completions
from tests.core.little import LATER, NOW, Tree, entries_of, little_book, parts_of_a_book, rule, signs
from tests.core.naive import holds
from tests.core.weighing import LEVELS, bounds

MANY = settings(deadline=None, max_examples=100)


class Tried:
    """A random book that asks with `is`, a screening of it, and everything that it could come to."""

    def __init__(self, parts: Tree, book: Book, screening: Screening) -> None:
        self.parts, self.book, self.screening = parts, book, screening
        self.now = assess_screening(book, screening, NOW)
        self.all = [
            (assess_screening(book, Screening((*screening.entries, *more)), at), at)
            for more in completions(book, screening)
            for at in (NOW, LATER)
        ]

    def held(self, condition: Tree) -> set[bool]:
        """Whether a condition holds, by the manual, over everything that the screening could come to."""
        return {self._holds(condition, weighed.worlds.standing) for weighed, _ in self.all}

    def outcomes(self) -> set[str]:
        """The outcome of the table, by the manual, over everything that the screening could come to."""
        table = self.parts["tables"]["table"]
        return {self._row(table, weighed.worlds.standing) for weighed, _ in self.all}

    def _row(self, table: Tree, world: Any) -> str:  # noqa: ANN401 - a world
        for row in table["rows"]:
            told = {name: self._holds(self.parts["conditions"][name], world) for name in row["when"]}
            if all(wanted == "any" or (wanted == "yes") is told[name] for name, wanted in row["when"].items()):
                return str(row["outcome"])
        return str(table["otherwise"])

    def _holds(self, condition: Tree, world: Any) -> bool:  # noqa: ANN401 - a world
        facts = zip(self.book.rulebook.facts, world.levels, strict=True)
        silent = {fact for fact, place in self.book.place.items() if world.unreasoned >> place & 1}
        told = {fact.id: fact.values[level] for fact, level in facts} | {"unreasoned": silent, "passed": world.passed}
        return holds(self.parts, condition, set(self.book.ids(world.present)), told)


@st.composite
def tried(draw: st.DrawFn) -> Tried:
    """A random screening of a random book that asks with `is`."""
    parts = draw(parts_of_a_book(2, 4, singling=True))
    book = little_book(**parts)
    return Tried(parts, book, Screening(draw(entries_of(book))))


@MANY
@given(tried())
def test_lowest_and_highest_are_those_of_every_completion(drawn: Tried) -> None:
    reached = {drawn.book.rank[weighed.disposition] for weighed, _ in drawn.all}
    assert drawn.book.rank[drawn.now.lowest] == min(reached)
    assert drawn.book.rank[drawn.now.highest] == max(reached)
    assert drawn.now.disposition in {weighed.disposition for weighed, _ in drawn.all}


@MANY
@given(tried())
def test_a_condition_is_open_if_it_holds_in_some_completion(drawn: Tried) -> None:
    for name, state in states(drawn.book, drawn.now.worlds).items():
        if state != "held":
            assert (state == "open") is (True in drawn.held(drawn.parts["conditions"][name]))


@MANY
@given(tried())
def test_the_outcomes_are_those_of_every_completion(drawn: Tried) -> None:
    assert set(outcomes(drawn.book, drawn.now.worlds)) == drawn.outcomes()


SIDE: Tree = {"id": "side", "title": "side", "values": ["left", "right"], "order": "none", "unanswered": "open"}


def singled(*rules: Tree, **more: Any) -> Book:  # noqa: ANN401 - the parts of a book are trees
    """A book whose rules may ask for one value and no other."""
    parts: Tree = {"monotone": "no", "facts": [LEVELS, SIDE], "indicators": signs("a", "b"), "rules": rules}
    return little_book(**parts | more)


def test_a_rule_that_asks_for_one_value_can_lower_the_advice() -> None:
    book = singled(rule({"fact": "level", "is": "some"}))
    assert bounds(book) == ("low", "low", "high")
    assert bounds(book, Known("level", "some")) == ("high", "high", "high")
    assert bounds(book, Known("level", "much")) == ("low", "low", "low")
    assert bounds(book, Known("level", "declined")) == ("high", "high", "high")


def test_two_rules_that_cover_every_value_leave_no_lower_advice() -> None:
    book = singled(rule({"fact": "side", "is": "left"}, id="l"), rule({"fact": "side", "is": "right"}, id="r"))
    assert bounds(book) == ("high", "high", "high")
    alone = singled(rule({"all": [{"fact": "side", "is": "left"}, {"fact": "side", "is": "right"}]}))
    assert bounds(alone) == ("low", "low", "low")


def test_signs_count_for_the_value_that_asks_for_fewer() -> None:
    few = {"all": [{"fact": "side", "is": "right"}, {"at_least": 1, "of": "indicators"}]}
    book = singled(rule(few, id="few"), rule({"at_least": 2, "of": "indicators"}, id="many"))
    assert bounds(book, Sign("a"), Sign("b", "absent")) == ("low", "low", "high")
    assert bounds(book, Sign("a"), Sign("b", "absent"), Known("side", "left")) == ("low", "low", "low")
    assert bounds(book, Sign("a"), Sign("b", "absent"), Known("side", "right")) == ("high", "high", "high")


def asked(fact: str, *values: str) -> Tree:
    """An item that sets the fact to one of these values."""
    options = [{"id": value, "label": value, "sets": {fact: value}} for value in values]
    return {"id": f"{fact}-{'-'.join(values)}", "text": "?", "options": options}


def test_a_fact_that_items_can_raise_stands_only_where_they_can_take_it() -> None:
    book = singled(
        rule({"fact": "level", "is": "some"}), items=[asked("level", "none"), asked("level", "none", "much")]
    )
    assert bounds(book, Answer("level-none", ("none",))) == ("low", "low", "low")
    unsure = Answer("level-none", state="declined")
    assert bounds(book, unsure) == ("low", "high", "high")
    assert bounds(book, unsure, Answer("level-none-much", ("much",))) == ("low", "low", "low")


def test_a_fact_that_could_not_be_told_may_still_be_told_to_stand_lower() -> None:
    again = asked("level", "none") | {"id": "again"}
    book = singled(rule({"fact": "level", "is": "some"}), items=[asked("level", "none"), again])
    assert bounds(book, Answer("level-none", state="declined")) == ("low", "high", "high")
    assert bounds(book, Answer("level-none", state="declined"), Answer("again", ("none",))) == ("low", "low", "low")


def test_a_reason_may_still_be_missing_where_the_value_is_open() -> None:
    fact: Tree = {"id": "met", "title": "met", "values": ["yes", "no"], "unanswered": "no", "reason": ["yes"]}
    silent = {"all": [{"fact": "met", "is": "yes"}, {"fact": "met", "from": "no", "or_no_reason": "yes"}]}
    book = singled(rule(silent), facts=[fact])
    assert bounds(book) == ("low", "low", "high")
    assert bounds(book, Known("met", "declined")) == ("low", "low", "low")
    assert bounds(book, Known("met", "yes")) == ("high", "high", "high")
    assert bounds(book, Known("met", "yes", "as told")) == ("low", "low", "low")


def changing(book: Book, *entries: Known | Sign | Answer) -> tuple[str, ...]:
    """The items that could change the advice."""
    screening = Screening(entries)
    return could_change(book, screening, assess_screening(book, screening))


def test_a_value_that_decides_may_still_change_the_advice() -> None:
    items = [asked("side", "left", "right"), asked("level", "none", "some")]
    items = [each | {"id": each["id"].split("-")[0]} for each in items]
    stages = [{"id": "s", "title": "s", "items": ["side", "level"]}]
    book = singled(rule({"fact": "side", "is": "left"}), items=items, stages=stages)
    assert changing(book) == ("side",)
    assert changing(book, Known("side", "right")) == ()


def test_what_is_counted_by_clusters_is_not_counted_twice() -> None:
    conditions: Tree = {
        "first": {"at_least": 1, "of": "indicators", "where": {"ids": ["a", "b"]}},
        "facts": {"at_least": 2, "of": "clusters"},
        "last": {"indicator": "c"},
    }
    book = singled(
        indicators=[*signs("a", cluster="c0"), *signs("b", "c", cluster="c1")],
        conditions=conditions,
        tables={"table": {"rows": [{"when": {"first": "yes", "facts": "no", "last": "yes"}, "outcome": "one-fact"}],
                          "otherwise": "none"}},
        outcomes={"one-fact": "x", "none": "x"},
    )  # fmt: skip
    weighed = [assess_screening(book, Screening(some)) for some in ((), (Sign("a"),), (Sign("a", "absent"),))]
    assert [outcomes(book, each.worlds) for each in weighed] == [("one-fact", "none"), ("none",), ("one-fact", "none")]


def test_a_value_that_stands_unasked_may_have_to_be_told_again() -> None:
    fact = SIDE | {"not_asked": "right"}
    lower = {"id": "both", "label": "x", "shows": ["a"], "sets": {"side": "left"}}
    items = [{"id": "lower", "text": "?", "options": [lower]}, asked("side", "right")]
    stages = [{"id": "s", "title": "s", "items": ["lower", "side-right"]}]
    when = {"all": [{"fact": "side", "is": "right"}, {"indicator": "a"}]}
    book = singled(rule(when), facts=[fact], items=items, stages=stages)
    assert changing(book) == ("lower", "side-right")


@pytest.mark.parametrize("state", ["present", "absent"])
def test_a_clock_and_a_shared_sign_part_no_outcomes_that_cannot_be(state: Any) -> None:  # noqa: ANN401 - a state
    conditions: Tree = {
        "one": {"at_least": 1, "of": "clusters"},
        "two": {"at_least": 2, "of": "clusters"},
        "both": {"at_least": 2, "of": "groups"},
        "late": {"all": [{"passed": "clock"}, {"fact": "level", "is": ["none", "some"]}]},
        "much": {"points": [{"each": {}, "worth": 1}, {"fact": "level", "worth": {"much": 2}}], "at_least": 3},
    }
    rows = [
        {"when": {"one": "no", "two": "yes"}, "outcome": "impossible"},
        {"when": {"one": "no", "both": "yes"}, "outcome": "impossible"},
        {"when": {"two": "no", "late": "yes", "much": "yes"}, "outcome": "impossible"},
        {"when": {"late": "yes"}, "outcome": "late"},
        {"when": {"two": "yes"}, "outcome": "two"},
    ]
    book = singled(
        indicators=[*signs("a", "b", cluster="c0"), {"id": "c", "group": "g1", "title": "c"}],
        clocks={"clock": {"from": "side", "within": "24 h"}},
        conditions=conditions,
        tables={"table": {"rows": rows, "otherwise": "none"}},
        outcomes=dict.fromkeys(("impossible", "late", "two", "none"), "x"),
    )
    known = Known("side", "left", "", NOW)
    start = assess_screening(book, Screening((known,)), NOW)
    assert outcomes(book, start.worlds) == ("late", "two", "none")
    told = Screening((known, Known("level", "much"), *(Sign(name, state) for name in "abc")))
    assert outcomes(book, assess_screening(book, told, NOW).worlds) == (("two",) if state == "present" else ("none",))
    later = Screening((known, Known("level", "none"), Sign("a", state)))
    assert outcomes(book, assess_screening(book, later, LATER).worlds) == ("late",)
