"""Debriefing: a learner's attempts read back, one told over, or all of them as figures."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import USAGE
from screen.cli.practising.library import find_scenario, open_library, scene_of
from screen.cli.practising.putting import put
from screen.core.problem import Located
from screen.practice.debrief import debrief_of
from screen.practice.figures import figures_of
from screen.practice.keyed import keyed
from screen.reports.practice.debrief_lines import debrief_parts
from screen.reports.practice.debrief_page import debrief_page
from screen.reports.practice.figures_lines import figures_parts
from screen.reports.practice.figures_page import figures_page
from screen.storage.attempts import practice_folder, read_attempts
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.console import open_console

if TYPE_CHECKING:
    from screen.cli.practising.library import Library
    from screen.core.shape.attempt import Attempt
    from screen.practice.debrief import Debrief
    from screen.practice.scene import Scene
    from screen.terminal.console import Console

SHOWN = 5
"""So many attempts are named to a learner who asks for one that is not there."""


class Asked(NamedTuple):
    """What was asked for on the command line. `attempt`: an attempt's id, or a scenario's for the last one at it."""

    attempt: str | None
    learner: str | None
    results: Path | None
    as_json: bool
    html: Path | None
    plain: bool
    rulebook: Path | None
    scenarios: Path | None


class Sorry(Exception):  # noqa: N818 - no error: a sentence about what is not there, and what to do
    """What was asked for is not there."""


def debrief_at(asked: Asked, *, figures: bool) -> int:
    """Tell over one attempt, or the figures of all; the exit code. Raises Unreadable."""
    console = open_console(plain=asked.plain)
    talk = console._replace(out=sys.stderr)
    library = open_library(asked.rulebook, asked.scenarios)
    try:
        history = history_of(asked, talk)
        return (_tell_figures if figures else _tell)(asked, console, library, history)
    except Sorry as sorry:
        talk.write(str(sorry))
        return USAGE


def history_of(asked: Asked, talk: "Console") -> "tuple[Attempt, ...]":
    """The finished attempts of one learner, the first first; a line that is set aside is told. Raises Sorry."""
    folder = asked.results or practice_folder()
    if folder is None:
        raise Sorry("This account has no folder of its own. Name one with --results.")
    learner = asked.learner or os.environ.get("HTSCREEN_LEARNER")
    read: list[Attempt] = []
    for each in read_attempts(folder, steps=True) if folder.exists() else ():
        if isinstance(each, Located):
            talk.write(str(each))
        elif learner in (None, "", each.learner):
            read.append(each)
    who = sorted({each.learner for each in read})
    if not read:
        raise Sorry(f"{folder} has no attempt{f' of {learner}' if learner else ''}. `htscreen practice run` makes one.")
    if len(who) > 1:
        raise Sorry("Several have practised here. Say who you are with --learner.")
    return tuple(sorted(read, key=lambda each: (each.moment, each.id)))


def _tell(asked: Asked, console: "Console", library: "Library", history: "tuple[Attempt, ...]") -> int:
    debrief = told_of(library, _chosen(asked.attempt, history), history)
    return put(
        console, debrief, lambda: debrief_page(debrief), lambda: debrief_parts(debrief), as_json=asked.as_json,
        html=asked.html,
    )  # fmt: skip


def _chosen(name: str | None, history: "tuple[Attempt, ...]") -> "Attempt":
    """The last attempt; or the one of that id, or the last at that scenario. Raises Sorry."""
    fit = [each for each in history if name in (None, each.id, each.scenario)]
    if fit:
        return fit[-1]
    last = "; ".join(f"{each.id} ({each.scenario}, {each.began[:10]})" for each in history[-SHOWN:])
    raise Sorry(f"There is no attempt {name}. The last: {last}.")


def told_of(library: "Library", attempt: "Attempt", history: "tuple[Attempt, ...]") -> "Debrief":
    """The debrief of an attempt, with its other half if the learner has played it. Raises Sorry, Unreadable."""
    scene = scene_of(library, find_scenario(library, attempt.scenario).scenario, attempt.seed)
    try:
        return debrief_of(scene, keyed(scene), attempt, history, other_half(library, scene, history))
    except ValueError as error:
        raise Sorry(f"Attempt {attempt.id} cannot be told over by this rulebook: {error}.") from error


def other_half(library: "Library", scene: "Scene", history: "tuple[Attempt, ...]") -> "Scene | None":
    """The other scenario with the same first look that the learner has played last, as it was drawn then."""
    pair, own = scene.scenario.pair, scene.scenario.id
    if pair is None:
        return None
    others = {
        each.scenario.id: each.scenario
        for each in read_sound_scenarios(library.folder)[0]
        if each.scenario.pair == pair and each.scenario.id != own
    }
    played = [each for each in history if each.scenario in others]
    return scene_of(library, others[played[-1].scenario], played[-1].seed) if played else None


def _tell_figures(asked: Asked, console: "Console", library: "Library", history: "tuple[Attempt, ...]") -> int:
    figures, learner, book = figures_of(library.book, history), history[0].learner, library.book
    return put(
        console, {"learner": learner, **figures._asdict()}, lambda: figures_page(book, figures, learner),
        lambda: figures_parts(book, figures, learner, plain=console.plain), as_json=asked.as_json, html=asked.html,
    )  # fmt: skip
