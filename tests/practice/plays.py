"""Plays of shipped scenarios: that of the key, and what goes wrong from there."""

from functools import cache
from pathlib import Path

from screen.core.book import Book
from screen.core.shape.attempt import Attempt, Step
from screen.core.shape.pack import Pack
from screen.core.shape.scenario import Scenario
from screen.practice.debrief import Debrief, debrief_of
from screen.practice.draw import opened
from screen.practice.keyed import BEGAN, keyed
from screen.practice.scene import Scene
from screen.practice.score import outcome_of
from screen.storage.scenarios import read_pack, read_scenario, scenario_files

FOLDER = Path(__file__).parent.parent.parent / "scenarios"
NAMES = tuple(path.stem for path in scenario_files(FOLDER))


def scene_called(book: Book, name: str) -> Scene:
    """A shipped scenario, undrawn."""
    return Scene(book, _pack(), _scenario(name))


@cache
def _pack() -> Pack:
    return read_pack(FOLDER)[0]


@cache
def _scenario(name: str) -> Scenario:
    return opened(read_scenario(FOLDER / f"{name}.yaml").scenario)


def own_advice(scene: Scene, **changed: object) -> Step:
    """The own advice of whoever advises as the key does."""
    played = keyed(scene)
    told = {"id": played.assessment.disposition, "contact": scene.scenario.key.contact or "", "duties": played.duties}
    return Step.model_validate({"at": 5000, "does": "advice", "confidence": 3} | told | changed)


def finished(scene: Scene, steps: tuple[Step, ...], own: Step, day: int = 1) -> Attempt:
    """A finished attempt of these steps on a day of January 2026, which ends with this advice."""
    began = BEGAN.replace(day=day)
    outcome = outcome_of(scene, keyed(scene), (*steps, own), began)
    return Attempt(
        id=f"{scene.scenario.id}-{day}", learner="otter", scenario=scene.scenario.id, scenario_sha256="0" * 64,
        edition=scene.book.rulebook.edition, rulebook_sha256="0" * 64, truth=scene.scenario.truth,
        began=began.isoformat(), state="finished", outcome=outcome, steps=(*steps, own),
    )  # fmt: skip


def told(scene: Scene, steps: tuple[Step, ...], **own: object) -> Debrief:
    """The debrief of these steps."""
    return debrief_of(scene, keyed(scene), finished(scene, steps, own_advice(scene, **own)))


def without(steps: tuple[Step, ...], *names: str) -> tuple[Step, ...]:
    """The steps without these moves and looks."""
    return tuple(step for step in steps if step.does not in ("move", "look") or step.id not in names)
