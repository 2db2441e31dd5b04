"""Classes made by chance that repeats: each scenario's key played with slips, and scored as real attempts are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from screen.cli.practising.library import Library, hash_of, open_library, scene_of
from screen.core.shape.attempt import Attempt, Step
from screen.core.shape.pack import Move, Pack
from screen.core.shape.scenario import Key
from screen.practice.keyed import BEGAN, Keyed, keyed
from screen.practice.score import outcome_of
from screen.storage.attempts import save_attempt
from screen.storage.scenarios import read_pack, read_scenario, scenario_files

HOSTILE = (
    "=1+1", "@cmd", "a,b;c", 'say "hi"', "new\nline", "bell\x07", "\x1b[31mred", "\u202egnirts", "<b>bold</b>",
    "x" * 200, "-2+3", "tab\there", "' or 1=1", "\u00e9t\u00e9", "\U0001f600",
)  # fmt: skip
"""Pseudonyms that try what reads them."""

NOTES = ("The boss has the passports.", "She looked sad.", "Said: 'I owe him.' A liar, I think.")


class Played(NamedTuple):
    """The variants in which a scenario may have been played: whole attempts that wait for a learner."""

    scenario: str
    attempts: tuple[Attempt, ...]


def library() -> Library:
    return open_library(None, None)


def played(library: Library, name: str, variants: int, seed: int) -> Played:
    """A scenario played with slips, in so many ways."""
    scene = scene_of(library, read_scenario(library.folder / f"{name}.yaml").scenario)
    key = keyed(scene)
    attempts = []
    for number in range(variants):
        chance = Random(f"{seed}:{name}:{number}")
        steps = (*_with_slips(scene.pack.moves, key.steps, chance), _advice(library, scene.scenario.key, chance, key))
        attempts.append(
            Attempt(
                id="", learner="", scenario=name, scenario_sha256=hash_of(scene.scenario),
                edition=library.book.rulebook.edition, rulebook_sha256=library.sha256, truth=scene.scenario.truth,
                began=BEGAN.isoformat(), state="finished", outcome=outcome_of(scene, key, steps, BEGAN), steps=steps,
            )
        )  # fmt: skip
    return Played(name, tuple(attempts))


def _with_slips(moves: Iterable[Move], steps: Iterable[Step], chance: Random) -> Iterator[Step]:
    """The key's steps, some left out, some answered otherwise, some beside them, and a note."""
    barred = [move.id for move in moves if move.kind == "do-not" and move.noticed is None]
    for step in steps:
        if step.does in ("move", "look") and chance.random() < 0.12:
            continue
        if step.does == "answer" and step.picked and chance.random() < 0.15:
            yield step.model_copy(update={"picked": (), "state": "could-not-tell", "reasons": {}})
            continue
        yield step
        if chance.random() < 0.02:
            yield Step(at=step.at, does="move", id=chance.choice(barred))
    if chance.random() < 0.5:
        yield Step(at=900, does="note", text=chance.choice(NOTES))


def _advice(library: Library, key: Key, chance: Random, played: Keyed) -> Step:
    ids = [each.id for each in library.book.rulebook.dispositions]
    own = key.disposition if chance.random() < 0.7 else chance.choice(ids)
    return Step(
        at=1000, does="advice", id=own, confidence=chance.randint(1, 5),
        contact=(key.contact or "") if chance.random() < 0.7 else "",
        duties=played.duties if chance.random() < 0.7 else (),
    )  # fmt: skip


def a_class(
    library: Library, learners: Iterable[str], names: Iterable[str], *, seed: int = 1, variants: int = 8
) -> Iterator[Attempt]:
    """Every learner plays every scenario, one a day."""
    pool = [played(library, name, variants, seed) for name in names]
    for number, learner in enumerate(learners):
        chance = Random(f"{seed}:{learner}")
        for day, each in enumerate(pool):
            began = BEGAN.replace(day=1 + day % 28, month=1 + day // 28)
            yield chance.choice(each.attempts).model_copy(
                update={"id": f"{seed}-{number}-{day}", "learner": learner, "began": began.isoformat(), "group": "Lane"}
            )


def kept(folder: Path, attempts: Iterable[Attempt]) -> Path:
    """The folder, with these attempts in it as the program keeps them."""
    for each in attempts:
        save_attempt(folder, each)
    return folder


def names_in(library: Library, most: int | None = None) -> list[str]:
    return [path.stem for path in scenario_files(library.folder)][:most]


def a_pack() -> Pack:
    """The shipped pack."""
    return read_pack(Path(__file__).parent.parent.parent / "scenarios")[0]
