"""Every scenario that is shipped has nothing wrong: it can be played, and leads where it says."""

from pathlib import Path

import pytest

from screen.core.book import Book
from screen.practice.checking import check_pack, check_scenario
from screen.practice.checking.draft import Draft
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario, scenario_files
from screen.storage.tree import located
from tests.conftest import ROOT

FOLDER = ROOT / "scenarios"
FILES = scenario_files(FOLDER)
READ = {path: read_scenario(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_a_scenario(book: Book, path: Path) -> None:
    pack, written = read_pack(FOLDER)[0], READ[path]
    others = tuple(each.scenario for each in READ.values() if each is not written)
    found = check_scenario(Draft(Scene(book, pack, written.scenario), path.stem, others))
    assert [str(located(problem, written.tree.marks)) for problem in found] == []


def test_nothing_is_wrong_with_the_pack(book: Book) -> None:
    pack, tree = read_pack(FOLDER)
    assert [str(located(problem, tree.marks)) for problem in check_pack(book, pack)] == []
