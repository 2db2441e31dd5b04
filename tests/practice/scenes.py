"""Scenes for tests: the shipped scenarios, and little ones made of the shipped pack."""

from functools import cache
from typing import Any

from screen.core.book import Book
from screen.core.shape.pack import Pack
from screen.core.shape.scenario import Scenario
from screen.practice.draw import opened
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario, scenario_files
from tests.conftest import ROOT
from tests.practice.made import made_scenario

FOLDER = ROOT / "scenarios"


@cache
def pack() -> Pack:
    """The shipped pack."""
    return read_pack(FOLDER)[0]


@cache
def shipped() -> tuple[Scenario, ...]:
    """The shipped scenarios, their words filled in."""
    return tuple(opened(read_scenario(path).scenario) for path in scenario_files(FOLDER))


def made_scene(book: Book, **changed: Any) -> Scene:  # noqa: ANN401 - any key of a scenario
    """A little scene with these keys."""
    return Scene(book, pack(), made_scenario(**changed))


def shipped_scene(book: Book, name: str) -> Scene:
    """A shipped scene, its words filled in."""
    return Scene(book, pack(), next(each for each in shipped() if each.id == name))
