"""Drawing a scenario: words, order and turns, inside what the file allows, the same for the same seed."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.core.book import Book
from screen.practice.draw import Chance, drawn, keyed_anew, opened
from screen.practice.keyed import keyed
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario, scenario_files
from tests.practice.made import made_scenario

FOLDER = Path(__file__).parent.parent.parent / "scenarios"
TURN = {"id": "other", "truth": "exploitation", "path": ["look"], "contact": "c.sup",
        "reveals": {"look": [{"shows": "{who} says they were told what to say.", "marks": ["coached"]}]}}  # fmt: skip
VARIED: dict[str, Any] = {
    "vary": {"who": ["the aunt", "the agent"], "town": ["Bellbridge", "Three Lakes"]},
    "any_order": "yes",
}


def chance(seed: int) -> Chance:
    return Random(seed).randrange


def test_undrawn_the_first_word_stands_with_a_capital_at_the_head_of_a_text() -> None:
    scenario = opened(made_scenario(**VARIED, brief="{who} waits with {who} in {town}.", seen=['"{town}!"']))
    assert scenario.brief == "The aunt waits with the aunt in Bellbridge."
    assert scenario.seen == ('"Bellbridge!"',)


def test_every_word_every_order_and_every_turn_can_be_drawn() -> None:
    scenario = made_scenario(**VARIED, brief="{who} in {town}.", seen=["one", "two"], turns=[TURN])
    all_drawn = [drawn(scenario, chance(seed)) for seed in range(200)]
    assert {each.brief for each in all_drawn} == {
        f"{who} in {town}." for who in ("The aunt", "The agent") for town in ("Bellbridge", "Three Lakes")
    }
    assert {each.seen for each in all_drawn} == {("one", "two"), ("two", "one")}
    assert {each.truth for each in all_drawn} == {"nothing", "exploitation"}


def test_a_turn_brings_its_own_replies_path_and_contact_and_fills_in_their_words() -> None:
    turned = next(
        each
        for seed in range(50)
        if (each := drawn(made_scenario(**VARIED, turns=[TURN]), chance(seed))).truth == "exploitation"
    )
    assert turned.key.path == ("look",)
    assert turned.key.contact == "c.sup"
    assert turned.reveals["look"][0].shows.split(" says")[0] in ("The aunt", "The agent")


@given(st.integers())
def test_the_same_seed_draws_the_same(seed: int) -> None:
    scenario = made_scenario(**VARIED, brief="{who} in {town}.", seen=["one", "two", "three"], turns=[TURN])
    assert drawn(scenario, chance(seed)) == drawn(scenario, chance(seed))


def test_the_key_of_a_drawn_scene_is_where_the_rulebook_leads(book: Book) -> None:
    pack, _ = read_pack(FOLDER)
    scenario = made_scenario(turns=[TURN], reveals={"age": [{"shows": "The passport says 40.", "marks": "adult"}]})
    keys = set()
    for seed in range(20):
        scene = keyed_anew(Scene(book, pack, drawn(scenario, chance(seed))))
        key = scene.scenario.key
        assert (key.disposition, key.findings) == (keyed(scene).assessment.disposition, keyed(scene).findings)
        keys.add((key.disposition, key.findings))
    assert keys == {("nothing-noted", ()), ("consult", ("answers-coached",))}


@pytest.mark.parametrize("path", scenario_files(FOLDER), ids=lambda path: path.stem)
def test_every_shipped_scenario_can_be_played_however_it_is_drawn(path: Path, book: Book) -> None:
    pack, _ = read_pack(FOLDER)
    scenario = read_scenario(path).scenario
    for seed in range(8):
        scene = keyed_anew(Scene(book, pack, drawn(scenario, chance(seed))))
        assert not keyed(scene).silent
        texts = (scene.scenario.brief, scene.scenario.lane, *scene.scenario.seen)
        assert not any("{" in text for text in texts)
