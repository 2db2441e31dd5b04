"""What was changed between two rulebooks is told value by value, by ids, and by what it bears on."""

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings

from screen.core.book import Book
from screen.core.value import Value
from screen.workshop.comparing.changes import ORDER, Edit, edits, said
from screen.workshop.comparing.doubt import doubts
from screen.workshop.mutating.change import changed
from screen.workshop.mutating.mutation import changes
from tests.core.little import Tree, little_book, parts_of_a_book, rule, signs

FACT: Tree = {"id": "f", "title": "F", "values": ["a", "b", "c"], "unanswered": "a"}
PARTS: Tree = {
    "facts": [FACT],
    "indicators": signs("x", "y", "z"),
    "conditions": {"named": {"any": [{"indicator": "x"}, {"all": [{"indicator": "y"}, {"fact": "f", "from": "b"}]}]}},
    "rules": [rule({"condition": "named"}, id="one"), rule({"at_least": 2, "of": "indicators"}, "middle", id="two")],
    "items": [
        {
            "id": "i",
            "text": "?",
            "pick": "many",
            "options": [
                {"id": "o", "label": "O", "shows": ["x", "y"], "sets": {"f": "b"}},
                {"id": "p", "label": "P", "shows": ["z"]},
            ],
            "otherwise": {"f": "b"},
        },
        {"id": "j", "text": "?", "options": [{"id": "o", "label": "O", "sets": {"f": "c"}}]},
    ],
    "stages": [{"id": "s", "title": "S", "items": ["i", "j"]}],
    "contacts": [
        {"id": "c", "title": "C", "purpose": "P", "hours": "H", "languages": "L", "for": "both", "source": "S"}
    ],
    "register": {
        "sources": [{"id": "r", "title": "R", "confidence": "V"}],
        "references": [{"id": "ours", "source": "r", "paraphrase": "P", "confidence": "V"}],
    },
    "outcomes": {"some": "Some"},
    "clusters": {"c0": "A fact"},
}


def after(*path: str | int, to: Any) -> tuple[Edit, ...]:  # noqa: ANN401 - any value
    """The edits when the value at this path is replaced."""
    return edits(little_book(**PARTS).rulebook, put(*path, to=to).rulebook)


def put(*path: str | int, to: Any) -> Book:  # noqa: ANN401 - as above
    """The book with the value at this path replaced."""
    parts = deepcopy(PARTS)
    node: Any = parts
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = to
    return little_book(**parts)


def seen(found: tuple[Edit, ...]) -> list[tuple[str, str, str | None, str | None]]:
    """Path, kind, old and new."""
    return [("/".join(each.path), each.kind, each.old, each.new) for each in found]


@pytest.mark.parametrize(
    ("path", "to", "expected"),
    [
        (("rules", 1, "when", "at_least"), 3, ("rules/two/when/at_least", "policy", "2", "3")),
        (
            ("conditions", "named", "any", 0),
            {"indicator": "z"},
            ("conditions/named/any/x/indicator", "policy", "x", "z"),
        ),
        (
            ("conditions", "named", "any", 1, "all", 1, "from"),
            "c",
            ("conditions/named/any/2/all/f/from", "policy", "b", "c"),
        ),
        (
            ("rules", 0, "when"),
            {"indicator": "x"},
            ("rules/one/when", "policy", "{condition: named}", "{indicator: x}"),
        ),
        (("rules", 0, "valid"), {"until": "2026-12-31"}, ("rules/one/valid", "policy", None, "{until: 2026-12-31}")),
        (("rules", 0, "because"), "Why.", ("rules/one/because", "wording", "so", "Why.")),
        (("rules", 0, "sources"), ["r"], ("rules/one/sources", "source", "ours", "r")),
        (("facts", 0, "values"), ["a", "c", "b"], ("facts/f/values", "policy", "[a, b, c]", "[a, c, b]")),
        (("facts", 0, "words"), {"b": "B"}, ("facts/f/words/b", "wording", None, "B")),
        (("indicators", 1, "title"), "Y", ("indicators/y/title", "wording", "y", "Y")),
        (("indicators", 1, "strength"), "weak", ("indicators/y/strength", "policy", None, "weak")),
        (
            ("indicators", 1, "grade"),
            {"source": "ilo", "reason": "so"},
            ("indicators/y/grade", "source", None, "{source: ilo, reason: so, ilo: none}"),
        ),
        (("items", 0, "options", 0, "shows"), ["x"], ("items/i/options/o/shows", "policy", "y", None)),
        (("items", 0, "options", 0, "label"), "Oh", ("items/i/options/o/label", "wording", "O", "Oh")),
        (("stages", 0, "items"), ["j", "i"], (f"stages/s/items/{ORDER}", "policy", "[i, j]", "[j, i]")),
        (("contacts", 0, "title"), "D", ("contacts/c/title", "contact", "C", "D")),
        (("contacts", 0, "for"), "officer", ("contacts/c/for", "contact", "both", "officer")),
        (("register", "sources", 0, "title"), "Q", ("register/sources/r/title", "source", "R", "Q")),
        (("outcomes", "some"), "Something", ("outcomes/some", "wording", "Some", "Something")),
        (("outcomes", "more"), "More", ("outcomes/more", "policy", None, "More")),
        (("clusters", "c0"), "The fact", ("clusters/c0", "wording", "A fact", "The fact")),
        (("complete",), "required", ("complete", "policy", "no", "required")),
    ],
)
def test_each_change_is_told_at_its_place_with_its_kind(
    path: tuple[str | int, ...], to: object, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert seen(after(*path, to=to)) == [expected]


def test_what_is_added_and_left_out_is_told_whole_and_what_stands_after_it_is_not_touched() -> None:
    found = after("indicators", to=signs("y", "new", "z"))
    assert [("/".join(each.path), each.old is None, each.new is None) for each in found] == [
        ("indicators/x", False, True),
        ("indicators/new", True, False),
    ]
    assert seen(after("indicators", to=signs("z", "x", "y"))) == [
        (f"indicators/{ORDER}", "policy", "[x, y, z]", "[z, x, y]")
    ]


def test_parts_of_a_condition_without_ids_are_matched_by_what_they_are() -> None:
    more = {"any": [{"indicator": "z"}, *PARTS["conditions"]["named"]["any"]]}
    assert seen(after("conditions", "named", to=more)) == [("conditions/named/any", "policy", None, "{indicator: z}")]


def test_the_edition_is_no_change() -> None:
    assert after("edition", to="2") == ()


@pytest.mark.parametrize(
    ("path", "to", "is_weighed"),
    [
        (("rules", 1, "when", "at_least"), 3, True),
        (("rules", 1, "disposition"), "high", True),
        (("rules", 1, "gate"), "yes", False),
        (("rules", 1, "valid"), {"until": "2026-12-31"}, False),
        (("rules", 1, "because"), "Why.", False),
        (("facts", 0, "unanswered"), "c", True),
        (("unanswered",), "no", True),
        (("indicators", 0, "unanswered"), "protects", True),
        (("indicators", 0, "rarely"), "yes", False),
        (("indicators",), signs("x", "y"), True),
        (("indicators",), signs("z", "y", "x"), False),
        (("dispositions",), [{"id": each} for each in ("low", "high", "middle")], True),
        (("dispositions",), [{"id": each} for each in ("low", "high")], True),
        (("items", 0, "ask_when"), {"indicator": "z"}, False),
        (("clocks",), {"c": {"from": "f", "within": "24 h"}}, True),
    ],
)
def test_what_answers_come_to_can_turn_on_what_is_weighed_alone(
    path: tuple[str | int, ...], to: object, is_weighed: bool
) -> None:
    assert {each.is_weighed for each in after(*path, to=to)} == {is_weighed}


@settings(deadline=None, max_examples=60)
@given(parts_of_a_book(), parts_of_a_book())
def test_there_are_changes_exactly_where_two_books_are_unlike(one: Tree, other: Tree) -> None:
    old, new = little_book(**one).rulebook, little_book(**other).rulebook
    assert edits(old, old) == ()
    assert bool(edits(old, new)) == (old != new)
    assert Counter((each.kind, each.old, each.new) for each in edits(old, new)) == Counter(
        (each.kind, each.new, each.old) for each in edits(new, old)
    )


def test_every_change_by_one_step_of_the_shipped_book_is_one_change_of_its_policy(book: Book) -> None:
    for change in changes(book):
        found = edits(book.rulebook, changed(book.rulebook, change))
        assert {each.kind for each in found} == {"policy"}, change.id
        assert {each.is_weighed for each in found} == {change.place[-1] != "gate"}, change.id


def test_a_value_is_said_as_a_line_of_yaml_without_what_says_nothing() -> None:
    value = Value(
        {"kind": "at_least", "at_least": 2, "of": "clusters", "where": Value({"group": ("a", "b"), "set_": None})}
    )
    assert said(value) == "{at_least: 2, of: clusters, where: {group: [a, b]}}"
    assert said(Value({"from_": "x", "none": (), "empty": Value({})})) == "{from: x}"


OPTION = ("items", 0, "options", 0)


@pytest.mark.parametrize(
    ("path", "to", "expected"),
    [
        (("rules", 0, "valid"), {"until": "2026-12-31"}, "rules/one/valid"),
        (("rules", 0, "valid"), {"from": "2026-12-31"}, "rules/one/valid"),
        ((*OPTION, "shows"), ["y"], "items/i/options/o/shows"),
        ((*OPTION, "sets"), {}, "items/i/options/o/sets/f"),
        ((*OPTION, "sets"), {"f": "a"}, "items/i/options/o/sets/f"),
        (("items", 0, "otherwise"), {"f": "a"}, "items/i/otherwise/f"),
    ],
)
def test_what_may_take_away_from_the_same_answers_is_doubted(
    path: tuple[str | int, ...], to: object, expected: str
) -> None:
    assert ["/".join(each.path) for each in doubts(little_book(**PARTS), put(*path, to=to))] == [expected]
    assert list(doubts(put(*path, to=to), little_book(**PARTS))) == []


def test_a_result_that_is_withheld_or_given_otherwise_is_doubted_either_way() -> None:
    def pair(*changed: Tree) -> list[list[str]]:
        one, other = (little_book(**PARTS | each) for each in changed)
        return [["/".join(each.path) for each in doubts(*two)] for two in ((one, other), (other, one))]

    required: Tree = {"complete": "required"}
    assert pair({}, required) == [["complete"], ["complete"]]
    asking: Tree = {"items": [PARTS["items"][0] | {"reason": ["declined"]}, PARTS["items"][1]]}
    assert pair(required, required | asking) == [["items/i/reason"], ["items/i/reason"]]
    assert pair({}, asking) == [[], []], "where nothing is withheld, a reason decides nothing"
    fewer: Tree = {"stages": [{"id": "s", "title": "S", "items": ["i"]}]}
    assert pair(required, required | fewer) == [["stages/s/items"], ["stages/s/items"]]
    other: Tree = {"stages": [{"id": "s", "title": "T", "items": ["j", "i"]}]}
    assert pair(required, required | other) == [[], []], "neither titles nor the order"


def test_a_fact_without_an_order_set_otherwise_is_doubted_either_way() -> None:
    def book(value: str) -> Book:
        option = {"id": "o", "label": "O", "sets": {"f": value}}
        items = [{"id": "i", "text": "?", "options": [option]}]
        return little_book(facts=[FACT | {"order": "none"}], items=items)

    assert len(list(doubts(book("a"), book("b")))) == len(list(doubts(book("b"), book("a")))) == 1


def test_what_is_asked_no_more_is_a_doubt_and_a_rule_that_speaks_longer_is_none() -> None:
    fewer = put("items", to=PARTS["items"][:1])
    assert ("items", "j") in {each.path for each in doubts(little_book(**PARTS), fewer)}
    assert list(doubts(fewer, little_book(**PARTS))) == []
    until = [put("rules", 0, "valid", to={"until": day}) for day in ("2026-11-30", "2026-12-31")]
    assert list(doubts(*until)) == []
    assert len(list(doubts(until[1], until[0]))) == 1
