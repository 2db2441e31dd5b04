"""Every broken scenario in tests/faulty/ is told of where its first lines say, and nothing else is said of it.

They are held against the shipped rulebook, pack and scenarios: `# expect: 12:5 part of what is said`.
"""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from screen.cli.practising.checking import checked_in
from screen.core.book import Book
from screen.core.problem import Located, Problem
from screen.core.shape.pack import Pack
from screen.practice import checking
from screen.practice.checking import (
    check_pack,
    check_scenario,
    clues,
    leading,
    naming,
    packing,
    reaching,
    waiting,
    wording,
)
from screen.practice.checking.draft import Draft
from screen.practice.checking.keying import Played, played
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario
from tests.conftest import ROOT
from tests.storage.test_faulty import expected_of

SHARED = ROOT / "scenarios"
FAULTY = sorted((ROOT / "tests" / "faulty").glob("scenario-*.yaml"))
IDS = [each.stem for each in FAULTY]

Check = Callable[[Any], Iterator[Problem]]
WRITTEN: tuple[Check, ...] = (*checking.CHECKS, *waiting.CHECKS)
KEYED: tuple[Check, ...] = (*reaching.CHECKS, *leading.CHECKS, *leading.LAST)


@pytest.fixture(scope="module")
def found(book: Book) -> dict[Path, tuple[Located, ...]]:
    """What is wrong with each."""
    problems = checked_in(book, SHARED, FAULTY, SHARED).problems
    return {path: tuple(each for each in problems if each.file == str(path)) for path in FAULTY}


@pytest.mark.parametrize("path", FAULTY, ids=IDS)
def test_each_fault_stands_at_its_place(path: Path, found: dict[Path, tuple[Located, ...]]) -> None:
    expected = expected_of(path)
    assert expected, "the first line says `# expect: LINE:COLUMN part of what is said`"
    for *place, words in expected:
        said = [f"{each.fault} {each.remedy}" for each in found[path] if list(each[:3]) == place]
        assert any(words in sentence for sentence in said), "\n".join(map(str, found[path]))


@pytest.mark.parametrize("path", FAULTY, ids=IDS)
def test_nothing_else_is_said_of_a_fault(path: Path, found: dict[Path, tuple[Located, ...]]) -> None:
    assert {each[:3] for each in found[path]} == {expected[:3] for expected in expected_of(path)}


def test_every_check_has_a_broken_scenario(book: Book) -> None:
    pack, silent = read_pack(SHARED)[0], {*WRITTEN, *KEYED}
    others = tuple(read_scenario(SHARED / f"{name}.yaml").scenario for name in ("red-band", "blue-band"))
    for path in FAULTY:
        draft = Draft(Scene(book, pack, read_scenario(path).scenario), path.stem, others)
        named = [check for check in WRITTEN if [*check(draft)]]
        keyed = () if set(named) & {*naming.CHECKS, *waiting.CHECKS} else _keyed(played(draft.scene))
        silent -= {*named, *keyed}
    assert [check.__name__ for check in silent] == []


def _keyed(each: Played) -> Iterator[Check]:
    yield from (check for check in KEYED if [*check(each)])


@pytest.mark.parametrize(
    "module", [naming, wording, clues, waiting, packing, reaching, leading], ids=lambda each: each.__name__
)
def test_every_check_is_tried_and_listed(module: Any) -> None:  # noqa: ANN401 - a module
    listed = " ".join((ROOT / "docs" / "scenarios.md").read_text("utf-8").split())
    tried = (*WRITTEN, *KEYED, *packing.CHECKS)
    checks = [each for name, each in vars(module).items() if name.startswith("check_")]
    assert [each.__name__ for each in checks if each not in tried] == []
    assert [each.__name__ for each in checks if " ".join((inspect.getdoc(each) or "?").split()) not in listed] == []


FAULTS: dict[str, tuple[dict[str, Any], tuple[str | int, ...]]] = {
    "two homes": ({"countries": [
        {"id": name, "name": name, "stands_for": kind}
        for name, kind in (("a", "home"), ("b", "home"), ("c", "neighbour"), ("d", "far"))
    ]}, ("countries",)),
    "no neighbour": ({"countries": [
        {"id": name, "name": name, "stands_for": kind} for name, kind in (("a", "home"), ("b", "far"), ("c", "far"))
    ]}, ("countries",)),
    "a move twice": ({"moves": [{"id": "wave", "text": "Wave", "shows": "A nod."}] * 2}, ("moves",)),
    "a move like an item": (
        {"moves": [{"id": "papers", "text": "Wave", "shows": "A nod."}]}, ("moves", 0, "id")),
    "a move like a word": ({"moves": [{"id": "questions", "text": "Wave", "shows": "A nod."}]}, ("moves", 0, "id")),
    "unknown conduct": (
        {"moves": [{"id": "wave", "text": "Wave", "shows": "A nod.", "conduct": ["waving"]}]},
        ("moves", 0, "conduct", 0)),
    "unknown stage": (
        {"moves": [{"id": "wave", "text": "Wave", "shows": "A nod.", "stages": ["third"]}]}, ("moves", 0, "stages", 0)),
    "unknown first": ({"orders": [{"first": "wave", "then": "questions", "why": "So."}]}, ("orders", 0, "first")),
    "unknown then": ({"orders": [{"first": "water", "then": "wave", "why": "So."}]}, ("orders", 0, "then")),
    "unknown item": ({"otherwise": {"paper": {"shows": "A.", "marks": []}}}, ("otherwise", "paper")),
    "unknown option": (
        {"otherwise": {"papers": {"shows": "A.", "marks": "hand"}}}, ("otherwise", "papers", "marks")),
    "a reply that waits": (
        {"otherwise": {"look": {"shows": "A.", "marks": [], "after": ["water"]}}}, ("otherwise", "look", "after")),
    "unknown judged": ({"judged": {"concerns": "none"}}, ("judged", "concerns")),
    "unknown in front": ({"in_front": ["need"]}, ("in_front", 0)),
    "left to be written": ({"otherwise": {"look": {"shows": "TODO", "marks": []}}}, ("otherwise", "look", "shows")),
    "a real country": ({"title": "The Peru crossing"}, ("title",)),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_pack_is_told_at_its_place(book: Book, fault: str) -> None:
    told = read_pack(SHARED)[0].model_dump(by_alias=True)
    changed, place = FAULTS[fault]
    found = check_pack(book, Pack.model_validate(told | {"orders": []} | changed))
    assert [problem.place for problem in found] == [place]


def test_every_check_of_a_pack_has_a_fault(book: Book) -> None:
    told = read_pack(SHARED)[0].model_dump(by_alias=True) | {"orders": []}
    packs = [Pack.model_validate(told | changed) for changed, _ in FAULTS.values()]
    assert [check.__name__ for check in packing.CHECKS if not any([*check(book, each)] for each in packs)] == []


def test_a_scenario_is_not_played_by_a_faulty_pack(book: Book) -> None:
    pack = read_pack(SHARED)[0]
    faulty = pack.model_copy(update={"judged": {"nobody": "none"}})
    scenario = read_scenario(ROOT / "tests" / "faulty" / "scenario-disposition-wrong.yaml").scenario
    said = [len(check_scenario(Draft(Scene(book, each, scenario), scenario.id))) for each in (pack, faulty)]
    assert said == [1, 0]
