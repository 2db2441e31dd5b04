"""The library: the rulebook, the pack and the folder of scenarios that every command of practice starts from."""

import os
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.opening import open_rulebook, rulebook_path
from screen.core.book import Book
from screen.core.problem import Located, Unreadable
from screen.practice.draw import drawn, keyed_anew, opened
from screen.practice.scene import Scene
from screen.storage.folder import root_of
from screen.storage.scenarios import PACK, SCENARIOS, read_pack, read_scenario, scenario_files
from screen.storage.shipped import shipped_folder

if TYPE_CHECKING:
    from screen.core.shape.pack import Pack
    from screen.core.shape.scenario import Scenario
    from screen.storage.scenarios import Written


class Library(NamedTuple):
    """A rulebook with its hash, and the scenarios that are played by it."""

    book: Book
    sha256: str
    folder: Path
    pack: "Pack"


def scenario_folder(rulebook: Path | None, scenarios: Path | None = None) -> Path:
    """The folder asked for: the option, else HTSCREEN_SCENARIOS, else the one beside the rulebook, else the shipped."""
    named = scenarios or (Path(told) if (told := os.environ.get("HTSCREEN_SCENARIOS")) else None)
    beside = root_of(rulebook_path(rulebook)) / SCENARIOS
    return named or (beside if (beside / PACK).is_file() else shipped_folder() / SCENARIOS)


def open_library(rulebook: Path | None, scenarios: Path | None = None) -> Library:
    """The rulebook and the scenarios asked for. Raises Unreadable."""
    loaded, folder = open_rulebook(rulebook), scenario_folder(rulebook, scenarios)
    return Library(Book(loaded.book), loaded.sha256, folder, read_pack(folder)[0])


def find_scenario(library: Library, name: str) -> "Written":
    """The scenario of that id. Raises Unreadable, with the nearest id if there is none."""
    known = [path.stem for path in scenario_files(library.folder)]
    if name not in known:
        near = get_close_matches(name, known, 1)
        remedy = f"Nearest: {near[0]}." if near else "`htscreen practice list` lists them."
        raise Unreadable((Located(str(library.folder), 1, 1, f'there is no scenario "{name}".', remedy),))
    return read_scenario(library.folder / f"{name}.yaml")


def scene_of(library: Library, scenario: "Scenario", seed: int | None = None) -> Scene:
    """The scenario as a scene, with its words filled in; with a seed, drawn by it, and its key where that leads."""
    if seed is None:
        return Scene(library.book, library.pack, opened(scenario))
    return keyed_anew(Scene(library.book, library.pack, drawn(scenario, Random(seed).randrange)))  # noqa: S311 - a lesson, no secret


def hash_of(scenario: "Scenario") -> str:
    """The SHA-256 of a scenario, whatever its file looks like."""
    return sha256(scenario.model_dump_json(by_alias=True, exclude_defaults=True).encode("utf-8")).hexdigest()
