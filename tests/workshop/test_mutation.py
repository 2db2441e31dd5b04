"""Changes by one step: each alters one thing, bears a name of its own, and leaves a book that can be reckoned."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Screening
from screen.core.value import Value
from screen.workshop.mutating.change import OUT, Change, at, changed
from screen.workshop.mutating.mutation import changes
from tests.core.little import asking_books, books, entries_of, rule
from tests.workshop.small import TWO, compiled, small_book


def by_name(book: Book) -> dict[str, Change]:
    """The changes of a book by their names."""
    return {each.id: each for each in changes(book)}


def names(book: Book, start: str) -> list[str]:
    """What the changes at this place are called."""
    return [each.id.removeprefix(start).strip() for each in changes(book) if each.id.startswith(start)]


def differing(one: Any, other: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any value
    """The places at which two trees differ, as deep as they are alike in shape."""
    if isinstance(one, Value) and isinstance(other, Value) and vars(one).keys() == vars(other).keys():
        for name in vars(one):
            yield from differing(vars(one)[name], vars(other)[name], (*place, name))
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differing(*pair, (*place, number))
    elif isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from differing(one[name], other[name], (*place, name))
    elif one != other:
        yield place


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_applied_change_is_the_only_difference(data: st.DataObject) -> None:
    book = compiled(data.draw(books()))
    for change in changes(book):
        new = changed(book.rulebook, change)
        attributes = tuple({"from": "from_", "is": "is_", "set": "set_", "not": "not_"}.get(str(key), key)
                           for key in change.place)  # fmt: skip
        entry_out = change.made is OUT and isinstance(change.place[-1], int)
        meant = attributes[:-1] if entry_out else attributes
        found = list(differing(book.rulebook, new))
        assert found, f"{change.id} changes nothing"
        assert all(place[: len(meant)] == meant for place in found), change.id
        if entry_out:
            entries = at(book.rulebook, change.place[:-1])
            number = int(change.place[-1])
            assert at(new, change.place[:-1]) == entries[:number] + entries[number + 1 :]
        else:
            assert at(new, change.place) == (None if change.made is OUT else change.made)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_changed_book_can_be_reckoned_and_every_change_has_a_name_of_its_own(data: st.DataObject) -> None:
    book = compiled(data.draw(asking_books()))
    screening = Screening(data.draw(entries_of(book)))
    found = changes(book)
    assert len({each.id for each in found}) == len(found)
    for change in found:
        assess_screening(Book(changed(book.rulebook, change)), screening)


def test_the_old_book_stays_as_it_is() -> None:
    book = small_book(TWO)
    before = repr(book.rulebook)
    for change in changes(book):
        changed(book.rulebook, change)
    assert repr(book.rulebook) == before


def test_the_names_of_the_shipped_changes_are_their_own_and_fit_for_a_yaml_key(book: Book) -> None:
    found = [each.id for each in changes(book)]
    assert len(set(found)) == len(found)
    assert not [each for each in found if ": " in each or " #" in each or each[0] in "-?:,[]{}#&*!|>'\"%@`"]


def test_a_count_is_moved_down_and_up_but_never_to_none() -> None:
    two = names(small_book(TWO), "rules/two/")
    assert two[:3] == ["at_least 2 -> 1", "at_least 2 -> 3", "of indicators -> clusters"]
    one = names(small_book(rule({"at_least": 1, "of": "clusters"}, id="one")), "rules/one/")
    assert one[:1] == ["at_least 1 -> 2"]
    assert "of clusters -> indicators" not in one, "one of these is one of those"


def test_a_rule_is_left_out_raised_and_lowered_but_not_to_the_lowest_and_its_gate_turned() -> None:
    assert names(small_book(TWO), "rules/two")[-3:] == ["left out", "/disposition high -> middle", "/gate no -> yes"]
    middle = rule({"indicator": "a"}, "middle", id="middle", gate="yes")
    assert names(small_book(middle), "rules/middle") == ["left out", "/disposition middle -> high", "/gate yes -> no"]


def test_members_are_left_out_by_name_and_all_and_any_change_places() -> None:
    when = {"all": [{"indicator": "a"}, {"any": [{"indicator": "b"}, {"indicator": "c"}]}]}
    assert names(small_book(rule(when, id="r")), "rules/r/")[:6] == [
        "all a left out", "all 2 left out", "all -> any",
        "all/2/any b left out", "all/2/any c left out", "all/2/any -> all",
    ]  # fmt: skip
    assert names(small_book(rule({"all": [{"indicator": "a"}]}, id="r")), "rules/r/all") == []


def test_two_members_that_speak_of_the_same_go_by_their_number() -> None:
    when = {"all": [{"indicator": "a"}, {"indicator": "a"}]}
    assert names(small_book(rule(when, id="r")), "rules/r/all ")[:2] == ["1 left out", "2 left out"]


def test_points_and_what_each_line_is_worth_move_by_one_but_worth_not_below_none() -> None:
    level = {"id": "level", "title": "l", "values": ["none", "some"], "unanswered": "none"}
    lines = [{"each": {"strength": "strong"}, "worth": 0}, {"fact": "level", "worth": {"some": 2}}]
    book = small_book(rule({"points": lines, "at_least": 2}, id="p"), facts=[level])
    assert [each for each in names(book, "rules/p/") if "at_least" in each or "worth" in each] == [
        "at_least 2 -> 1", "at_least 2 -> 3", "points/1/worth 0 -> 1",
        "points/level/worth/some 2 -> 1", "points/level/worth/some 2 -> 3",
    ]  # fmt: skip


def test_a_name_is_left_out_of_a_choice_and_the_last_one_takes_its_key_along() -> None:
    where = {"strength": ["strong", "weak"], "not": {"cluster": "both"}}
    book = small_book(rule({"at_least": 1, "of": "indicators", "where": where}, id="r"))
    found = by_name(book)
    for name, picked in {
        "rules/r/strength strong left out": (),
        "rules/r/strength weak left out": ("c", "d"),
        "rules/r/not/cluster both left out": ("a", "b", "c", "d"),
    }.items():
        new = Book(changed(book.rulebook, found[name]))
        assert new.ids(new.where(new.rulebook.rules[0].when.where)) == picked  # type: ignore[union-attr]


def test_only_what_is_weighed_is_moved() -> None:
    fact = {"id": "stage", "title": "s", "values": ["one", "two"], "unanswered": "one"}
    parts = {
        "facts": [fact],
        "sets": {"idle": {"strength": "weak"}, "used": {"strength": "strong"}},
        "conditions": {"walk": {"fact": "stage", "from": "two"}, "weighed": {"at_least": 2, "of": "indicators"},
                       "deep": {"any": [{"condition": "weighed"}, {"indicator": "a"}]}},
        "items": [{"id": "q", "text": "?", "options": [{"id": "o", "label": "o"}], "ask_when": {"condition": "walk"}}],
        "routes": [{"id": "route", "title": "r", "text": "r", "when": {"at_least": 2, "of": "indicators"}}],
    }  # fmt: skip
    when = {"all": [{"condition": "deep"}, {"at_least": 1, "of": "indicators", "where": {"set": "used"}}]}
    found = [each.id for each in changes(small_book(rule(when, id="r"), **parts))]
    for start, is_there in {"facts/": False, "sets/idle": False, "sets/used": True, "conditions/walk": False,
                            "conditions/weighed": True, "conditions/deep": True, "routes": False}.items():  # fmt: skip
        assert any(each.startswith(start) for each in found) == is_there, start


def test_a_condition_that_only_a_table_reads_is_weighed_too() -> None:
    book = small_book(
        TWO,
        monotone="no",
        conditions={"row": {"at_least": 2, "of": "indicators"}},
        outcomes={"yes": "y", "no": "n"},
        tables={"t": {"rows": [{"when": {"row": "yes"}, "outcome": "yes"}], "otherwise": "no"}},
    )
    assert "conditions/row/at_least 2 -> 3" in by_name(book)


LEVEL = {"id": "level", "title": "l", "values": ["none", "some", "much"], "unanswered": "some"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ["unanswered some -> none", "unanswered some -> much", "not_asked open -> some"]),
        ({"not_asked": "much"}, ["unanswered some -> none", "unanswered some -> much", "not_asked much -> some"]),
        ({"unanswered": "open"}, ["unanswered open -> some", "not_asked open -> some"]),
        ({"unanswered": "open", "not_asked": "some"},
         ["unanswered open -> none", "unanswered open -> much", "not_asked some -> none", "not_asked some -> much"]),
    ],
)  # fmt: skip
def test_a_facts_order_and_where_it_stands_unanswered_move_by_one(more: dict[str, str], expected: list[str]) -> None:
    book = small_book(rule({"fact": "level", "from": "some"}, id="r"), facts=[LEVEL | more])
    assert names(book, "facts/level/") == ["values none <-> some", "values some <-> much", *expected]
    assert names(book, "rules/r/from") == ["some -> none", "some -> much"]


def test_what_a_result_waits_for_is_left_out_where_it_is_withheld() -> None:
    items = [{"id": "q", "text": "?", "options": [{"id": "o", "label": "o", "shows": ["a"]}], "reason": ["declined"]}]
    book = small_book(TWO, items=items, complete="required")
    assert {"complete required -> no", "items/q/reason left out"} <= by_name(book).keys()
    assert not {each for each in by_name(small_book(TWO, items=items)) if each.startswith(("complete", "items"))}


def test_a_sign_moves_in_strength_and_cluster() -> None:
    assert names(small_book(TWO), "indicators/a/") == ["strength weak -> strong", "cluster both -> alone"]
    two = small_book(TWO, clusters={"both": "b", "other": "o"})
    assert names(two, "indicators/a/")[-1:] == ["cluster both -> other"]
    assert names(two, "indicators/c/") == ["strength strong -> weak"]


def test_a_duty_is_left_out_and_what_it_waits_for_moves() -> None:
    duty = {"id": "tell", "title": "t", "to": "s", "within": "at once", "source": "ours"}
    values = {"fact": "level", "is": ["some", "much"]}
    book = small_book(TWO, facts=[LEVEL], duties=[duty | {"when": {"any": [{"reached": "middle"}, values]}}])
    assert names(book, "duties/tell") == [
        "/any middle left out", "/any level left out", "/any -> all",
        "/any/middle/reached middle -> low", "/any/middle/reached middle -> high",
        "/any/level/is some left out", "/any/level/is much left out", "left out",
    ]  # fmt: skip
