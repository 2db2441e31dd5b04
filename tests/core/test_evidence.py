"""The fold: how answers become what is present, absent, unknown and not asked."""

from datetime import UTC, datetime, timedelta

import pytest

from screen.core.book import Book
from screen.core.evidence import Evidence, fold
from screen.core.screening import Answer, Entry, Known, Note, Screening, Sign
from tests.core.little import Tree, little_book, signs

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def small() -> Book:
    """Sign `a` can be found by two items, `b` by one; `level` is set by two."""
    level: Tree = {"id": "level", "title": "x", "values": ["none", "some", "much"], "unanswered": "some"}
    turn: Tree = {"id": "turn", "title": "x", "values": ["left", "right"], "order": "none", "unanswered": "left"}
    ways = [{"id": way, "label": way, "sets": {"turn": way}} for way in ("left", "right")]
    look: list[Tree] = [{"id": name, "label": name, "shows": [name]} for name in ("a", "b")]
    look.append({"id": "much", "label": "much", "sets": {"level": "much"}})
    items = [
        {"id": "turn", "text": "?", "options": ways},
        {"id": "look", "text": "?", "pick": "many", "options": look, "otherwise": {"level": "none"}},
        {
            "id": "more", "text": "?", "ask_when": {"fact": "turn", "is": "right"},
            "options": [{"id": "a", "label": "a", "shows": ["a"], "sets": {"level": "some"}}],
        },
        {
            "id": "part", "text": "?", "pick": "many",
            "options": [
                {"id": "c", "label": "c", "shows": ["c"]},
                {"id": "d", "label": "d", "shows": ["d"], "ask_when": {"fact": "turn", "is": "right"}},
            ],
        },
    ]  # fmt: skip
    return little_book(facts=[level, turn], indicators=signs("a", "b", "c", "d"), items=items)


def state(book: Book, evidence: Evidence, sign: str) -> str:
    """The one state in which an indicator is."""
    bit = book.bit[sign]
    return next(name for name, mask in zip(evidence._fields[:5], evidence[:5], strict=True) if mask & bit)


def told(book: Book, sign: str, *entries: Entry) -> str:
    """The state in which an indicator is after these entries."""
    return state(book, fold(book, Screening(entries)), sign)


def test_a_sign_is_present_if_any_item_found_it(small: Book) -> None:
    both = (Answer("turn", ("right",)), Answer("look", ("a",)), Answer("more", ("a",)))
    assert told(small, "a", *both[:2]) == "present"
    assert fold(small, Screening((*both, Sign("a")))).found == {"a": ("", "look", "more")}


def test_a_sign_is_absent_only_if_every_item_that_can_find_it_found_none(small: Book) -> None:
    looked, more = Answer("look"), Answer("more", ())
    right = Answer("turn", ("right",))
    assert told(small, "a", looked) == "not_asked"
    assert told(small, "a", right, more) == "not_asked"
    assert told(small, "a", right, looked, more) == "absent"
    assert told(small, "b", looked) == "absent"


@pytest.mark.parametrize(("said", "word"), [("could-not-tell", "could_not_tell"), ("declined", "declined")])
def test_what_was_not_told_of_one_item_stays_untold(small: Book, said: str, word: str) -> None:
    silent = Answer("look", state=said)  # type: ignore[arg-type]
    assert told(small, "a", silent) == word
    assert told(small, "a", silent, Answer("turn", ("right",)), Answer("more", ())) == word
    assert told(small, "a", silent, Answer("turn", ("right",)), Answer("more", ("a",))) == "present"
    assert fold(small, Screening((silent,))).values["level"] == said


def test_could_not_tell_comes_before_declined(small: Book) -> None:
    for entries in (
        (Sign("a", "declined"), Sign("a", "could-not-tell")),
        (Sign("a", "could-not-tell"), Sign("a", "declined")),
    ):
        assert told(small, "a", *entries) == "could_not_tell"


def test_one_option_can_be_unsure(small: Book) -> None:
    unsure = Answer("look", ("b",), unsure=("a", "much"))
    evidence = fold(small, Screening((unsure,)))
    assert state(small, evidence, "a") == "could_not_tell"
    assert state(small, evidence, "b") == "present"
    assert evidence.values["level"] == "could-not-tell"


def test_a_sign_ruled_out_is_absent_unless_it_is_found(small: Book) -> None:
    assert told(small, "a", Sign("a", "absent")) == "absent"
    assert told(small, "a", Sign("a", "absent"), Sign("a", "declined")) == "absent"
    assert told(small, "a", Sign("a", "absent"), Answer("look", ("a",))) == "present"


def test_what_no_ticked_option_sets_stands_at_otherwise(small: Book) -> None:
    assert fold(small, Screening((Answer("look"),))).values == {"level": "none"}
    assert fold(small, Screening((Answer("look", ("much",)),))).values == {"level": "much"}


def test_the_more_protective_of_two_values_stands(small: Book) -> None:
    entries = (Answer("turn", ("right",)), Answer("look"), Answer("more", ("a",)))
    assert fold(small, Screening(entries)).values["level"] == "some"
    assert fold(small, Screening((Known("level", "much"), *entries))).values["level"] == "much"
    assert fold(small, Screening((Known("level", "declined"), *entries))).values["level"] == "some"


def test_the_last_answer_to_an_item_stands(small: Book) -> None:
    evidence = fold(small, Screening((Answer("look", ("a", "b")), Answer("look", ("b",)))))
    assert small.ids(evidence.present) == ("b",)


def test_an_answer_behind_a_closed_branch_is_aside(small: Book) -> None:
    more = Answer("more", ("a",))
    closed = fold(small, Screening((Answer("turn", ("left",)), more)))
    assert (small.ids(closed.present), closed.aside) == ((), (more,))
    unasked = fold(small, Screening((more,)))
    assert (small.ids(unasked.present), unasked.aside) == (("a",), ())


def test_an_option_behind_a_closed_branch_finds_nothing_and_rules_nothing_out(small: Book) -> None:
    left, right = Answer("turn", ("left",)), Answer("turn", ("right",))
    assert told(small, "d", left, Answer("part", ("c", "d"))) == "not_asked"
    assert told(small, "d", right, Answer("part", ("c", "d"))) == "present"
    assert told(small, "d", right, Answer("part", ("c",))) == "absent"


def test_notes_are_never_scored(small: Book) -> None:
    assert fold(small, Screening((Note("much, and a"),))) == fold(small, Screening())


def test_items_not_answered_yet_may_raise_and_may_find(small: Book) -> None:
    evidence = fold(small, Screening((Answer("look"), Answer("turn", ("left",)))))
    assert evidence.may_rise == {"level": 1}
    assert small.ids(evidence.may_show) == ("a", "c", "d")
    assert fold(small, Screening((Known("level", "none"),))).may_rise == {"turn": 1}


def test_a_fact_was_first_answered_when_it_was_first_answered(small: Book) -> None:
    later = NOON + timedelta(minutes=5)
    entries = (Answer("look", at=NOON), Known("level", "much", "", later), Known("turn", "left"))
    assert fold(small, Screening(entries)).first == {"level": NOON, "turn": None}
    assert fold(small, Screening((*entries, Known("turn", "left", "", later)))).first["turn"] == later


def turning(**branches: str) -> Book:
    """Items each of which sets the fact of its name; those named are asked only once the fact told of is set."""
    facts = [
        {"id": name, "title": name, "values": ["no", "yes"], "unanswered": "no"} for name in ("one", "two", "three")
    ]
    items: list[Tree] = [
        {"id": fact["id"], "text": "?", "options": [{"id": "o", "label": "o", "sets": {fact["id"]: "yes"}}]}
        for fact in facts
    ]
    for item in items:
        if turns := branches.get(str(item["id"])):
            item["ask_when"] = {"fact": turns, "is": "yes"}
    return little_book(facts=facts, items=items)


def test_a_branch_looks_at_what_a_later_item_told_too() -> None:
    book = turning(one="three", two="one")
    answers = {name: Answer(name, ("o",)) for name in ("one", "two", "three")}
    assert [item.id for item in book.folding] == ["three", "one", "two"]
    assert fold(book, Screening(tuple(answers.values()))).aside == ()
    closed = fold(book, Screening((Known("three", "no"), answers["one"], answers["two"])))
    assert closed.aside == (answers["one"],)


def test_a_branch_that_a_later_item_opened_is_open() -> None:
    side: Tree = {"id": "side", "title": "side", "values": ["left", "right"], "order": "none", "unanswered": "left"}
    items: list[Tree] = [
        {"id": name, "text": "?", "options": [{"id": "o", "label": "o", "sets": {"side": value}}]}
        for name, value in (("first", "left"), ("last", "right"))
    ]
    behind = {"id": "behind", "text": "?", "options": [{"id": "o", "label": "o", "shows": ["a"]}]}
    items.insert(1, behind | {"ask_when": {"fact": "side", "is": "right"}})
    book = little_book(facts=[side], indicators=signs("a"), items=items)
    answers = tuple(Answer(name, ("o",)) for name in ("first", "behind", "last"))
    assert book.ids(fold(book, Screening(answers)).present) == ("a",)
    assert book.ids(fold(book, Screening(answers[:2])).present) == ()


def test_an_option_that_was_not_shown_rules_nothing_out() -> None:
    side: Tree = {"id": "side", "title": "side", "values": ["left", "right"], "order": "none", "unanswered": "left"}
    options: list[Tree] = [{"id": "none", "label": "none"}, {"id": "o", "label": "o", "shows": ["a"]}]
    options[1]["ask_when"] = {"fact": "side", "is": "right"}
    book = little_book(facts=[side], indicators=signs("a"), items=[{"id": "q", "text": "?", "options": options}])
    answered = Answer("q", ("none",))
    assert fold(book, Screening((answered,))).not_asked == book.bit["a"]
    assert fold(book, Screening((Known("side", "right"), answered))).absent == book.bit["a"]
    assert fold(book, Screening((Answer("q", ("o",)),))).present == book.bit["a"]


def test_branches_that_turn_on_each_other_are_looked_at_as_they_stand_in_the_book() -> None:
    assert [item.id for item in turning(one="two", two="one").folding] == ["two", "one", "three"]
