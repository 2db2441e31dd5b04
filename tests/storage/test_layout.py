"""YAML that people go on writing: it says what it said, its lines are short, its keys stand in their order."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.shape.scenario import Scenario
from screen.storage.layout import laid_out
from screen.storage.scenarios import read_scenario, scenario_files, scenario_text
from tests.conftest import ROOT
from tests.practice.made import made_scenario

FILES = scenario_files(ROOT / "scenarios")
TEXTS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=200) | st.sampled_from(
    ("yes", "no", "~", "2026-11-22", "08", "12:30", "# no", "- a", "a: b", "'", '"', ">", "{x}", " a", "a ", "a  b")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_scenario_says_the_same_in_short_lines_and_in_the_order_of_its_shape(
    path: Path, tmp_path: Path
) -> None:
    scenario = read_scenario(path).scenario
    text = scenario_text(scenario)
    again = tmp_path / path.name
    again.write_text(text, "utf-8")
    assert read_scenario(again).scenario == scenario
    assert max(map(len, text.splitlines())) < 120
    keys = [line.split(":")[0] for line in text.splitlines() if line[0].isalpha()]
    assert keys == [name for name in Scenario.model_fields if name in keys]


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, more=st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_stands_in_a_text_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, more: list[str]
) -> None:
    shown = {"look": [{"shows": text, "marks": []}, {"after": ["water"], "shows": more[0], "marks": ["few"]}]}
    scenario = made_scenario(brief=text, seen=tuple(more), reveals=shown)
    path = tmp_path_factory.mktemp("laid") / "made.yaml"
    path.write_text(scenario_text(scenario), "utf-8")
    assert read_scenario(path).scenario == scenario


def test_words_that_another_yaml_takes_for_truth_stand_without_quotes() -> None:
    assert laid_out({"works": "no", "day": "2026-11-22"}) == "works: no\nday: '2026-11-22'\n"
