"""The smallest sets, against every set there is."""

from itertools import product
from math import comb, prod

import pytest
from hypothesis import given, settings

from screen.core.assessment import rank_of
from screen.core.book import Book
from screen.core.truth import World
from screen.workshop.proving import needs
from screen.workshop.proving.grouping import grouped
from screen.workshop.proving.needs import Steps, TooMany, needs_of
from screen.workshop.proving.sets import smallest_sets
from tests.core.little import books, little_book, rule, signs


def meets(steps: Steps, world: World, need: dict[str, int]) -> bool:
    """Whether a world has as much of everything as a need says."""
    return all(amount(steps, world, *thing.split(":", 1)) >= many for thing, many in need.items())


def amount(steps: Steps, world: World, what: str, name: str) -> int:
    book = steps.book
    if what == "sign":
        return (world.present & steps.kind[name]).bit_count()
    if what == "passed":
        return 1 if world.passed & book.clock[name] else 0
    place = book.place[name]
    return world.levels[place] if what == "fact" else world.unreasoned >> place & 1


def signs_meeting(steps: Steps, need: dict[str, int]) -> int:
    """How many sets of signs are just what a need asks for."""
    kinds = [(steps.kind[thing[5:]].bit_count(), many) for thing, many in need.items() if thing.startswith("sign:")]
    return prod(comb(size, many) for size, many in kinds)


@settings(deadline=None, max_examples=60)
@given(books(most_facts=2, most_signs=5))
def test_a_disposition_is_reached_exactly_where_one_of_its_smallest_sets_is_there(book: Book) -> None:
    steps = Steps(book)
    found = {disposition: needs_of(steps, disposition) for disposition in book.rank}
    facts = book.rulebook.facts
    for present in range(book.everything + 1):
        for levels in product(*(range(len(fact.values)) for fact in facts)):
            for passed in (0, 1):
                asking = sum(1 << book.place[fact] for fact, _ in book.reasoned)
                for unreasoned in {0, asking}:
                    world = World(present, levels, unreasoned, passed)
                    rank = rank_of(book, world)
                    for disposition, high in book.rank.items():
                        assert any(meets(steps, world, need) for need in found[disposition]) == (rank >= high)


@settings(deadline=None)
@given(books())
def test_no_smallest_set_lies_in_another_and_the_groups_stand_for_all_of_them(book: Book) -> None:
    steps = Steps(book)
    for disposition in book.rank:
        sets = needs_of(steps, disposition)
        for one in sets:
            larger = [other for other in sets if all(other.get(thing, 0) >= many for thing, many in one.items())]
            assert larger == [one]
        groups = grouped(book, sets)
        assert sum(group.sets for group in groups) == sum(signs_meeting(steps, one) for one in sets)


def test_too_many_sets_are_not_told_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "MOST", 2)
    book = little_book(indicators=[*signs("x", cluster="a"), *signs("y", cluster="b"), *signs("z", cluster="c")],
                       rules=[rule({"at_least": 2, "of": "clusters"})])  # fmt: skip
    with pytest.raises(TooMany):
        needs_of(Steps(book), "high")
    assert [found.groups for found in smallest_sets(book)] == [(), ()]
    assert all(found.why_not for found in smallest_sets(book))


def test_pairs_of_clusters_are_told_in_a_line_each_with_its_strengths() -> None:
    graded = [signs(f"{cluster}{n}", cluster=cluster, strength="strong") for cluster in "abc" for n in range(2)]
    pairs = rule({"at_least": 2, "of": "clusters"})
    book = little_book(indicators=[each for one in graded for each in one], rules=[pairs])
    found = next(each for each in smallest_sets(book) if each.disposition == "high")
    assert found.sets == 3 * 2 * 2
    assert [group.slots for group in found.groups] == [
        (("a: strong",), ("b: strong", "c: strong")),
        (("b: strong",), ("c: strong",)),
    ]


def test_kinds_that_a_rule_tells_apart_are_told_by_their_ids() -> None:
    book = little_book(
        indicators=signs("x", "y", cluster="a", strength="weak"),
        rules=[rule({"indicator": "x"}), rule({"at_least": 1, "of": "indicators"}, "middle")],
    )
    low, high = smallest_sets(book)
    assert [group.slots for group in high.groups] == [(("x",),)]
    assert [group.slots for group in low.groups] == [(("x", "y"),)]


def test_any_two_of_four_are_told_as_just_that() -> None:
    book = little_book(indicators=signs(*"abcd"), rules=[rule({"at_least": 2, "of": "indicators"})])
    high = smallest_sets(book)[-1]
    assert high.sets == 6
    assert [group.slots for group in high.groups] == [(("2 of a, b, c, d",),)]
