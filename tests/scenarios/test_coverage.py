"""What the shipped scenarios cover: together they meet all that the rulebook knows, and each key is what it says."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from screen.core.book import Book
from screen.core.shape.pack import Pack
from screen.core.shape.scenario import Scenario
from screen.practice.draw import drawn, opened
from screen.practice.keyed import Keyed, keyed
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario, scenario_files

FOLDER = Path(__file__).parent.parent.parent / "scenarios"
NOT_EXPLOITED = {"nothing", "other-need"}
FIRST_LOOK = ("title", "level", "place", "lane", "brief", "seen", "person", "companion")
GIVING_AWAY = ("traffick", "victim", "exploit", "genuine", "suspicious", "slave")


class Played(NamedTuple):
    """A scenario as it opens, and its key played."""

    scenario: Scenario
    keyed: Keyed

    @property
    def values(self) -> dict[str, str]:
        """What is known in the end."""
        return self.keyed.assessment.evidence.values


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(FOLDER)[0]


@pytest.fixture(scope="module")
def all_played(book: Book, pack: Pack) -> tuple[Played, ...]:
    """Every shipped scenario, its key played."""
    scenarios = (opened(read_scenario(path).scenario) for path in scenario_files(FOLDER))
    return tuple(Played(each, keyed(Scene(book, pack, each))) for each in scenarios)


def met(of: Callable[[Played], object], all_played: tuple[Played, ...]) -> set[object]:
    """All that this says of any of them."""
    return {of(each) for each in all_played}


def untold(all_ids: list[str], told: list[set[str]]) -> set[str]:
    """Those that are met in none, or in every one."""
    return {each for each in all_ids if not 0 < sum(each in ids for ids in told) < len(told)}


def test_every_key_is_what_the_rulebook_says(all_played: tuple[Played, ...]) -> None:
    for scenario, played in all_played:
        told = scenario.key
        assert played.assessment.disposition == told.disposition, scenario.id
        assert set(played.findings) == set(told.findings), scenario.id
        assert set(played.duties) == set(told.duties), scenario.id


def test_every_item_of_a_key_is_asked_and_something_shows_at_each(book: Book, all_played: tuple[Played, ...]) -> None:
    for scenario, played in all_played:
        assert {each for each in scenario.key.path if each in book.item} <= set(played.asked), scenario.id
        assert not played.silent, scenario.id


def test_every_indicator_is_a_finding_in_one_key_and_not_in_another(book: Book, all_played: tuple[Played, ...]) -> None:
    assert not untold(list(book.indicator), [set(each.keyed.findings) for each in all_played])


def test_every_rule_holds_in_some_scenario_and_not_in_another(book: Book, all_played: tuple[Played, ...]) -> None:
    held = [{rule.id for rule in each.keyed.assessment.rules} for each in all_played]
    assert not untold([rule.id for rule in book.rulebook.rules], held)


def test_every_duty_is_owed_in_some_scenario_and_not_in_another(book: Book, all_played: tuple[Played, ...]) -> None:
    assert not untold([duty.id for duty in book.rulebook.duties], [set(each.keyed.duties) for each in all_played])


def test_every_disposition_is_where_some_scenario_leads(book: Book, all_played: tuple[Played, ...]) -> None:
    assert met(lambda each: each.keyed.assessment.disposition, all_played) == set(book.rank)


def test_in_at_least_a_third_nothing_is_wrong_or_the_need_is_another(all_played: tuple[Played, ...]) -> None:
    clean = [each for each in all_played if each.scenario.truth in NOT_EXPLOITED]
    assert 3 * len(clean) >= len(all_played)
    assert met(lambda each: each.scenario.truth, all_played) == {*NOT_EXPLOITED, "protection", "exploitation"}


def test_a_clean_scenario_tells_three_ordinary_reasons(all_played: tuple[Played, ...]) -> None:
    clean = [each.scenario for each in all_played if each.scenario.truth == "nothing"]
    assert not [each.id for each in clean if len(each.ordinary) < 3]


def test_nobody_is_referred_of_whom_nothing_is_wrong(all_played: tuple[Played, ...]) -> None:
    wrong = [each.scenario.id for each in all_played if each.scenario.truth == "nothing" and _is_referred(each)]
    assert not wrong


def test_each_means_occurs_alone_and_beside_another(book: Book, all_played: tuple[Played, ...]) -> None:
    means = {frozenset(_means(book, each)) for each in all_played if _is_referred(each)}
    assert {frozenset({each}) for each in book.means} <= means
    for one in book.means:
        assert any(one in each and len(each) > 1 for each in means), one


def test_both_forms_all_ages_and_both_places_occur(book: Book, all_played: tuple[Played, ...]) -> None:
    assert {form for each in all_played for form in each.scenario.forms} == {"labour", "sex"}
    ages = {_standing(book, each, "age") for each in all_played}
    assert ages == set(book.fact["age"].values)
    assert met(lambda each: each.scenario.place, all_played) == {"primary", "secondary"}


def test_a_child_alone_comes_from_next_door_and_from_afar(all_played: tuple[Played, ...]) -> None:
    alone = {each.values.get("unaccompanied") for each in all_played if each.values.get("lawful-status") == "no"}
    assert {"contiguous", "other"} <= alone


def test_a_private_talk_succeeds_is_prevented_and_is_not_possible(book: Book, all_played: tuple[Played, ...]) -> None:
    for fact in ("spoken-alone", "interpreter"):
        told = {each.values[fact] for each in all_played if fact in each.values}
        assert set(book.fact[fact].values) - told <= {"companion"}, fact


def test_what_asks_for_a_written_reason_has_one(all_played: tuple[Played, ...]) -> None:
    strong = [each for each in all_played if each.values.get("officer-concern") == "strong"]
    assert strong
    for each in strong:
        assert each.keyed.assessment.evidence.reasons["officer-concern"], each.scenario.id


def test_twins_share_their_first_look_and_not_their_truth(all_played: tuple[Played, ...]) -> None:
    paired = sorted((each.scenario for each in all_played if each.scenario.pair is not None), key=_pair)
    for pair, members in groupby(paired, key=_pair):
        halves = list(members)
        assert len(halves) >= 2, pair
        for other in halves[1:]:
            for name in FIRST_LOOK:
                assert getattr(halves[0], name) == getattr(other, name), f"{pair}: {name}"
        assert len({half.key.model_dump_json() for half in halves}) == len(halves), pair


def test_no_first_look_gives_anything_away(all_played: tuple[Played, ...]) -> None:
    for each in (played.scenario for played in all_played):
        told = " ".join((each.id, each.pair or "", each.title, each.lane, each.brief, *each.seen, each.person)).lower()
        assert not [word for word in GIVING_AWAY if word in told], each.id


def test_the_truths_are_not_told_by_the_order_of_the_ids(all_played: tuple[Played, ...]) -> None:
    """In some pairs the half that lists first is the harmless one, in others it is not."""
    paired = sorted((each.scenario for each in all_played if each.scenario.pair is not None), key=lambda one: one.id)
    first = {each.pair: each.truth for each in reversed(paired)}
    assert len({truth in NOT_EXPLOITED for truth in first.values()}) == 2


def test_every_turn_can_be_played_to_its_end(book: Book, pack: Pack) -> None:
    for scenario in (read_scenario(path).scenario for path in scenario_files(FOLDER)):
        for number, turn in enumerate(scenario.turns, start=1):
            played = keyed(Scene(book, pack, drawn(scenario, _turning(number, len(scenario.vary)))))
            path = turn.path or scenario.key.path
            assert {each for each in path if each in book.item} <= set(played.asked), f"{scenario.id}: {turn.id}"
            if turn.truth == "nothing":
                assert book.rank[played.assessment.disposition] < book.rank["refer"], f"{scenario.id}: {turn.id}"


def _turning(turn: int, words: int) -> Callable[[int], int]:
    """A chance that draws this turn, and of all else the first."""
    drawn_so_far: list[int] = []

    def chance(below: int) -> int:
        drawn_so_far.append(below)
        return turn if len(drawn_so_far) == words + 1 else 0

    return chance


def _pair(scenario: Scenario) -> str:
    return scenario.pair or ""


def _is_referred(played: Played) -> bool:
    return played.keyed.assessment.disposition in {"refer", "refer-now"}


def _means(book: Book, played: Played) -> set[str]:
    return {book.indicator[each].group for each in played.keyed.findings} & set(book.means)


def _standing(book: Book, played: Played, fact: str) -> str:
    value = played.values.get(fact)
    return value if value in book.fact[fact].values else (book.fact[fact].unanswered or "")
