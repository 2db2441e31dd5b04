"""Points, counts, choices and the walk: what the rule language can say beyond what the shipped rulebook uses."""

import pytest

from screen.core.assessment import Count, assess_screening, clusters_present, counts
from screen.core.book import Book
from screen.core.reason import states
from screen.core.screening import Answer, Known, Screening, Sign
from screen.core.stop import stop_of
from screen.core.walk import next_question, pending
from tests.core.little import Tree, little_book, rule, signs
from tests.core.weighing import LEVELS, at


def test_points_add_up_over_signs_and_the_level_of_a_fact() -> None:
    book = little_book(
        facts=[LEVELS],
        indicators=[*signs("a", "b"), *signs("c", strength="strong")],
        rules=[rule({
            "points": [
                {"each": {}, "worth": 1},
                {"each": {"strength": "strong"}, "worth": 2},
                {"fact": "level", "worth": {"some": 1, "much": 4}},
            ],
            "at_least": 4,
        })],
    )  # fmt: skip
    assert at(book, Sign("a"), Sign("b")) == "low"
    assert at(book, Sign("a"), Sign("c")) == "high"
    assert at(book, Sign("c")) == "low"
    assert at(book, Sign("c"), Known("level", "some")) == "high"
    assert at(book, Sign("c"), Known("level", "none")) == "low"
    assert at(book, Known("level", "some"), Sign("a"), Sign("b")) == "low"
    assert at(book, Known("level", "much")) == "high"
    assert at(book, Known("level", "could-not-tell"), Sign("c")) == "high"


def two_by_two() -> list[Tree]:
    """Four indicators: two clusters across two groups."""
    return [
        {"id": f"{group}{cluster}", "title": "x", "group": group, "cluster": cluster}
        for group in ("g0", "g1")
        for cluster in ("c0", "c1")
    ]


def test_a_cluster_counts_once_however_many_groups_it_spans() -> None:
    book = little_book(indicators=two_by_two(), rules=[rule({"at_least": 2, "of": "clusters"})])
    assert at(book, Sign("g0c0"), Sign("g1c0")) == "low"
    assert at(book, Sign("g0c0"), Sign("g1c1")) == "high"


def test_a_group_counts_once_however_many_clusters_it_has() -> None:
    book = little_book(indicators=two_by_two(), rules=[rule({"at_least": 2, "of": "groups"})])
    assert at(book, Sign("g0c0"), Sign("g0c1")) == "low"
    assert at(book, Sign("g0c0"), Sign("g1c0")) == "high"


def test_counts_tell_a_cluster_in_each_group_where_it_has_a_sign() -> None:
    book = little_book(indicators=two_by_two())
    present = book.mask(["g0c0", "g0c1", "g1c0"])
    assert counts(book, present) == {"g0": Count(2, 2), "g1": Count(1, 1)}
    assert clusters_present(book, present) == ("c0", "c1")
    assert clusters_present(book, book.mask(["g1c1"])) == ("c1",)


def test_an_indicator_without_a_cluster_is_a_fact_by_itself() -> None:
    book = little_book(indicators=signs("a", "b"), rules=[rule({"at_least": 2, "of": "clusters"})])
    assert at(book, Sign("a"), Sign("b")) == "high"
    assert clusters_present(book, book.everything) == ("a", "b")


def test_so_many_of_several_conditions() -> None:
    parts = [{"indicator": "a"}, {"fact": "level", "from": "much"}, {"all": [{"indicator": "b"}, {"indicator": "c"}]}]
    book = little_book(facts=[LEVELS], indicators=signs("a", "b", "c"), rules=[rule({"at_least": 2, "of": parts})])
    assert at(book, Sign("a")) == "low"
    assert at(book, Sign("a"), Sign("b")) == "low"
    assert at(book, Sign("a"), Known("level", "some")) == "low"
    assert at(book, Sign("a"), Known("level", "much")) == "high"
    assert at(book, Known("level", "much"), Sign("b"), Sign("c")) == "high"


@pytest.mark.parametrize(
    ("where", "picked"),
    [
        ({}, "abcd"),
        ({"ids": ["a", "d"]}, "ad"),
        ({"group": "g1"}, "cd"),
        ({"group": ["g0", "g1"]}, "abcd"),
        ({"cluster": "c0"}, "ac"),
        ({"strength": "strong"}, "ab"),
        ({"strength": ["strong", "weak"]}, "abc"),
        ({"forms": "sex"}, "bc"),
        ({"forms": ["sex", "labour"]}, "abc"),
        ({"set": "firsts"}, "ac"),
        ({"set": ["firsts", "lasts"]}, "acd"),
        ({"group": "g0", "cluster": "c0"}, "a"),
        ({"not": {"cluster": "c0"}}, "bd"),
        ({"group": "g1", "not": {"ids": ["d"]}}, "c"),
        ({"not": {"not": {"ids": ["b"]}}}, "b"),
        ({"not": {}}, ""),
    ],
)
def test_keys_mean_and_and_a_list_means_any_of(where: Tree, picked: str) -> None:
    indicators = [
        {"id": "a", "title": "a", "group": "g0", "cluster": "c0", "strength": "strong", "forms": ["labour"]},
        {"id": "b", "title": "b", "group": "g0", "cluster": "c1", "strength": "strong", "forms": ["labour", "sex"]},
        {"id": "c", "title": "c", "group": "g1", "cluster": "c0", "strength": "weak", "forms": ["sex"]},
        {"id": "d", "title": "d", "group": "g1"},
    ]
    sets = {"firsts": {"cluster": "c0"}, "lasts": {"ids": ["d"]}, "tried": where}
    book = little_book(indicators=indicators, sets=sets)
    assert book.ids(book.where(book.rulebook.sets["tried"])) == tuple(picked)


def interview(**more: object) -> Book:
    """Three items; the first finds a sign and sets a fact."""
    turn = {"id": "turn", "title": "turn", "values": ["left", "right"], "order": "none", "unanswered": "left"}
    first = [
        {"id": "sign", "label": "x", "shows": ["a"]},
        {"id": "turn", "label": "x", "sets": {"turn": "right"}},
        {"id": "late", "label": "x", "shows": ["b"], "ask_when": {"indicator": "a"}},
    ]
    items = [
        {"id": "first", "text": "?", "pick": "many", "options": first},
        {"id": "second", "text": "?", "options": [{"id": "o", "label": "o"}]},
        {
            "id": "third",
            "text": "?",
            "options": [{"id": "o", "label": "o", "shows": ["b"]}],
            "ask_when": {"indicator": "a"},
        },
    ]
    stages = [{"id": "s", "title": "s", "items": ["first", "second", "third"]}]
    rules = [rule({"indicator": "b"})]
    return little_book(
        **{"facts": [turn], "indicators": signs("a", "b"), "items": items, "stages": stages, "rules": rules} | more
    )


def left(book: Book, *entries: Sign | Known | Answer) -> list[str]:
    """The items that are still to be asked."""
    screening = Screening(entries)
    return [item.id for _, item in pending(book, screening, assess_screening(book, screening))]


def test_a_book_can_say_when_it_is_not_to_be_run() -> None:
    book = interview(do_not_run_when={"fact": "turn", "is": "right"})
    assert left(book) == ["first", "second"]
    assert left(book, Known("turn", "right")) == []


def test_a_book_can_say_when_the_questions_stop() -> None:
    book = interview(stop_when={"indicator": "a"})
    weighed = assess_screening(book, Screening((Sign("a"),)))
    assert stop_of(book, weighed) == "at-once"
    assert left(book, Sign("a")) == []
    assert left(book, Sign("b")) == ["first", "second"]


def test_a_branch_can_turn_on_one_of_several_values() -> None:
    book = interview(stop_when={"fact": "turn", "is": ["right"]})
    assert left(book) == ["first", "second"]
    assert left(book, Known("turn", "right")) == []


def test_a_branch_on_a_sign_opens_an_item_and_an_option() -> None:
    book = interview()
    assert left(book, Sign("a")) == ["first", "second", "third"]
    asked = [
        next_question(book, screening, assess_screening(book, screening))
        for screening in (Screening(), Screening((Sign("a"),)))
    ]
    assert [[option.id for _, option in question.options] for question in asked if question] == [
        ["sign", "turn"], ["sign", "turn", "late"],
    ]  # fmt: skip


def test_named_conditions_are_held_not_held_or_open() -> None:
    conditions = {"one": {"indicator": "a"}, "both": {"all": [{"condition": "one"}, {"indicator": "b"}]}}
    book = little_book(indicators=signs("a", "b"), conditions=conditions, rules=[rule({"condition": "both"})])
    weighed = [
        assess_screening(book, Screening(each))
        for each in ((Sign("a"),), (Sign("a"), Sign("b", "absent")), (Sign("a"), Sign("b")), ())
    ]
    assert [states(book, each.worlds) for each in weighed] == [
        {"one": "held", "both": "open"},
        {"one": "held", "both": "not-held"},
        {"one": "held", "both": "held"},
        {"one": "open", "both": "open"},
    ]
