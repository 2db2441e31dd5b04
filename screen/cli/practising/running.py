"""Running: a scenario is played from the first look to the debrief, and the attempt is kept as it goes."""

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import Interrupted
from screen.cli.opening import contacts_of, now, open_local_or_say
from screen.cli.practising.keeping import Keeping, finished_by
from screen.cli.practising.library import find_scenario, hash_of, open_library, scene_of
from screen.core.problem import Unreadable
from screen.core.shape.attempt import Attempt
from screen.practice.played import screening_of
from screen.storage.attempts import practice_folder, read_open
from screen.terminal.console import Closed, open_console
from screen.terminal.practice.beginning import ask_learner, goes_on, unfit
from screen.terminal.practice.finishing import show_tool
from screen.terminal.practice.lesson import Lesson
from screen.terminal.practice.playing import play

if TYPE_CHECKING:
    from screen.cli.practising.library import Library
    from screen.core.shape.attempt import Step
    from screen.practice.scene import Scene
    from screen.terminal.console import Console


class Wanted(NamedTuple):
    """What was asked for on the command line."""

    scenario: str | None
    seed: int | None
    learner: str | None
    group: str
    results: Path | None
    anew: bool
    facilitated: bool
    due: bool = False
    """Without a scenario what is due comes, unasked; else the learner chooses."""


def run_at(wanted: Wanted, *, plain: bool, rulebook: Path | None, scenarios: Path | None) -> None:
    """Play a scenario. Raises Unreadable, KeyboardInterrupt; Interrupted, which says what is kept."""
    console = open_console(plain=plain)
    library = open_library(rulebook, scenarios)
    learner = wanted.learner or os.environ.get("HTSCREEN_LEARNER") or ""
    try:
        if wanted.scenario is not None:
            find_scenario(library, wanted.scenario)
        if not learner or unfit(learner):
            learner = ask_learner(console, unfit(learner) if learner else "")
        _run(console, library, wanted, learner)
    except Closed:
        console.write("Left.")


def _run(console: "Console", library: "Library", wanted: Wanted, learner: str) -> None:
    """Go on where the learner left, or begin."""
    folder = (wanted.results or practice_folder()) if learner else None
    if learner and folder is None:
        console.write("This account has no folder of its own: nothing is kept. Name one with --results.")
    attempt = None if wanted.anew or folder is None else _left(console, library, wanted, folder, learner)
    if attempt is None:
        name, seed = wanted.scenario, wanted.seed
        if name is None:
            name, seed = _chosen(console, library, folder, wanted, learner)
        attempt = _begun(library, _scene(library, name, seed), seed, wanted, learner)
    scene = _scene(library, attempt.scenario, attempt.seed)
    keeping = Keeping(console, folder)
    _play(console, library, scene, attempt, keeping)


def _chosen(
    console: "Console", library: "Library", folder: Path | None, wanted: Wanted, learner: str
) -> tuple[str, int | None]:
    """A scenario and its seed: the one that is due, or one that the learner takes from the list."""
    if not wanted.due:
        from screen.cli.practising.offering import choose

        return choose(console, library, folder, learner), wanted.seed
    from screen.cli.practising.choosing import next_for, tell_next

    found = next_for(library, folder, learner)
    tell_next(console, found)
    return found.choice.scenario.id, found.seed


def _scene(library: "Library", name: str, seed: int | None) -> "Scene":
    return scene_of(library, find_scenario(library, name).scenario, seed)


def _begun(library: "Library", scene: "Scene", seed: int | None, wanted: Wanted, learner: str) -> Attempt:
    """A new attempt, nothing done yet."""
    return Attempt(
        id=secrets.token_hex(8), learner=learner, scenario=scene.scenario.id, seed=seed,
        scenario_sha256=hash_of(scene.scenario), edition=library.book.rulebook.edition, rulebook_sha256=library.sha256,
        truth=scene.scenario.truth, began=now().isoformat(timespec="seconds"), state="open",
        facilitated="yes" if wanted.facilitated else "no", group=wanted.group,
    )  # fmt: skip


def _left(console: "Console", library: "Library", wanted: Wanted, folder: Path, learner: str) -> Attempt | None:
    """The attempt that the learner left open and wants to go on with, if any; one that no longer fits is told."""
    for attempt in read_open(folder, learner):
        asked_for = wanted.scenario in (None, attempt.scenario) and wanted.seed in (None, attempt.seed)
        if not asked_for or wanted.facilitated != (attempt.facilitated == "yes"):
            continue
        try:
            scene = _scene(library, attempt.scenario, attempt.seed)
        except Unreadable:
            continue
        if (attempt.scenario_sha256, attempt.rulebook_sha256) != (hash_of(scene.scenario), library.sha256):
            changed = "rulebook" if attempt.scenario_sha256 == hash_of(scene.scenario) else "scenario"
            words = f'The {changed} has changed since you left "{scene.scenario.title}": it begins anew.'
            console.write(f"{words} What you did stays as it was.")
            return _begun(library, scene, attempt.seed, wanted, learner)
        if goes_on(console, scene.scenario.title, attempt):
            return attempt if not wanted.group else attempt.model_copy(update={"group": wanted.group})
        return None
    return None


def _play(console: "Console", library: "Library", scene: "Scene", attempt: Attempt, keeping: Keeping) -> None:
    """Play to the own advice and tell what came of it; or say how to go on. Raises Interrupted."""

    def keep(steps: "tuple[Step, ...]") -> bool:
        nonlocal attempt
        attempt = attempt.model_copy(update={"steps": steps})
        return keeping.keep(attempt)

    began = attempt.moment
    lesson = Lesson(
        console, scene, began, now, keep, lambda: contacts_of(library.book, open_local_or_say(console)),
        attempt.facilitated == "yes",
    )  # fmt: skip
    try:
        steps = play(lesson, attempt.steps)
    except KeyboardInterrupt:
        raise Interrupted(_goodbye(attempt, keeping)) from None
    if steps is None:
        console.write(_goodbye(attempt, keeping))
        return
    _finish(library, lesson, attempt.model_copy(update={"steps": steps}), keeping)


def _goodbye(attempt: Attempt, keeping: Keeping) -> str:
    """What is said to a learner who leaves early."""
    if keeping.folder is None or keeping.failed:
        return "Left. Nothing was kept."
    options = " --facilitate" if attempt.facilitated == "yes" else ""
    return f"Left. It is kept: htscreen practice run {attempt.scenario}{options} goes on there."


def _finish(library: "Library", lesson: Lesson, attempt: Attempt, keeping: Keeping) -> None:
    """Keep the result first; then the tool's advice, and the debrief. Raises Interrupted."""
    from screen.cli.practising.debriefing import told_of
    from screen.practice.keyed import keyed
    from screen.practice.score import outcome_of
    from screen.terminal.practice.debriefing import show_debrief

    outcome = outcome_of(lesson.scene, keyed(lesson.scene), attempt.steps, lesson.began)
    finished = attempt.model_copy(update={"state": "finished", "outcome": outcome})
    kept = keeping.finish(finished)
    try:
        show_tool(lesson, screening_of(lesson.scene, attempt.steps, lesson.began))
        show_debrief(lesson.console, told_of(library, finished, finished_by(keeping.folder, attempt.learner)))
    except KeyboardInterrupt:
        raise Interrupted(f"Left. {kept}") from None
    lesson.console.write()
    lesson.console.write(kept)
