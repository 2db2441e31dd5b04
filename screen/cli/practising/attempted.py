"""A played attempt that is to become a scenario: found among the results, and held against what it was played on."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.practising.library import find_scenario, hash_of, scene_of
from screen.core.problem import Located, Unreadable
from screen.practice.making.attempted import of_attempt
from screen.storage.attempts import practice_folder, read_attempts

if TYPE_CHECKING:
    from screen.cli.practising.library import Library
    from screen.core.shape.attempt import Attempt
    from screen.practice.making.attempted import Made

LAST = "last"


def played_attempt(library: "Library", name: str, learner: str | None, results: Path | None) -> "Made":
    """The attempt of that id, or the last, as a scenario of its scenario's id. Raises Unreadable."""
    folder = results or practice_folder()
    if folder is None:
        fault = "this account has no folder of results."
        raise Unreadable((Located(name, 1, 1, fault, "Name one with --results."),))
    attempt = _found(folder, name, learner or os.environ.get("HTSCREEN_LEARNER") or None)
    scene = scene_of(library, find_scenario(library, attempt.scenario).scenario, attempt.seed)
    for what, played, is_now in (
        ("scenario", attempt.scenario_sha256, hash_of(scene.scenario)),
        ("rulebook", attempt.rulebook_sha256, library.sha256),
    ):
        if played != is_now:
            fault = f"the {what} has changed since the attempt {attempt.id} was played."
            raise Unreadable((Located(str(folder), 1, 1, fault, "Play it again, then save that."),))
    return of_attempt(scene, attempt.steps, datetime.fromisoformat(attempt.began), attempt.scenario)


def _found(folder: Path, name: str, learner: str | None) -> "Attempt":
    """The attempt that the id, its beginning, or `last` stands for. Raises Unreadable."""
    every = [
        each
        for each in read_attempts(folder, steps=True)
        if not isinstance(each, Located) and learner in (None, each.learner) and each.steps
    ]
    if name == LAST:
        found = sorted(every, key=lambda each: datetime.fromisoformat(each.began))[-1:]
    else:
        found = [each for each in every if each.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{each.id} ({each.scenario})" for each in every[-5:])
    fault = f'{"more than one attempt is" if found else "there is no attempt"} "{name}" here.'
    raise Unreadable((Located(str(folder), 1, 1, fault, f"Here are: {known}." if known else "Play one first."),))
