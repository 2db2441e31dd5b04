"""The class page of 1,000 learners with 48 scenarios each, against reading the same files and parsing each line.

The files are made first. What is measured stands in processes of their own, so that each has its own peak memory.
"""

import json
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from ratio import ROOT, report

from screen.cli.practising.classing import read_class
from screen.cli.practising.library import Library, hash_of, open_library, scene_of
from screen.core.shape.attempt import Attempt, Outcome, Parting, Step
from screen.practice.keyed import BEGAN
from screen.reports.practice.classroom.html import sheet_page
from screen.reports.practice.classroom.words import sheet_of
from screen.storage.attempts import save_attempt
from screen.storage.scenarios import read_sound_scenarios

LEARNERS, SCENARIOS, STEPS, VARIANTS = 1000, 48, 50, 40
SMOKE = "--smoke" in sys.argv


def made(library: Library, learners: int) -> Iterator[Attempt]:
    """Attempts at every scenario, of fifty steps each, with outcomes by chance that repeats."""
    written = read_sound_scenarios(library.folder)[0][:SCENARIOS]
    scenarios = [scene_of(library, each.scenario).scenario for each in written]
    chance, signs = Random(1), tuple(library.book.bit)  # noqa: S311 - the same files each time
    ranks, moves = tuple(library.book.rank), [move.id for move in library.pack.moves]
    steps = tuple(Step(at=10 * each, does="look", id="papers", stage="primary") for each in range(STEPS))
    pool = [
        [
            Outcome(
                advice=chance.choice(ranks), reached="refer", key=scenario.key.disposition,
                confidence=chance.randint(1, 5), found=tuple(chance.sample(signs, 3)),
                missed=tuple(chance.sample(signs, 2)), overcalled=tuple(chance.sample(signs, 1)),
                conduct={move: chance.choice(("done", "late", "missed")) for move in moves[:12]},
                parting=Parting(chance.choice(moves), chance.choice(moves)), needless=("look",) * chance.randint(0, 3),
                asked=30, notes=1, private_after=chance.randint(60, 900), contact="right",
            )
            for _ in range(VARIANTS)
        ]
        for scenario in scenarios
    ]  # fmt: skip
    hashes = [hash_of(scenario) for scenario in scenarios]
    for learner in range(learners):
        for place in range(SCENARIOS):
            scenario = scenarios[place % len(scenarios)]
            yield Attempt.model_construct(
                version=1, id=secrets.token_hex(8), learner=f"L{learner}", scenario=scenario.id, seed=None,
                scenario_sha256=hashes[place % len(scenarios)], edition=library.book.rulebook.edition,
                rulebook_sha256=library.sha256, truth=scenario.truth, facilitated="no", group="A", state="finished",
                began=BEGAN.replace(day=1 + place % 28, month=1 + place // 28).isoformat(), steps=steps,
                outcome=chance.choice(pool[place % len(scenarios)]),
            )  # fmt: skip


def ours(folder: Path) -> int:
    """The whole page of the class in this folder; how many attempts count."""
    library = open_library(None)
    found = read_class(library, folder)
    sheet_page(sheet_of(found.page, None, found.names, ()))
    return found.page.roll.attempts


def bare(folder: Path) -> int:
    """The baseline: each line of the same files, parsed."""
    return sum(1 for path in sorted(folder.iterdir()) for line in path.open("rb") if json.loads(line))


def measured(what: str, folder: Path) -> tuple[float, int]:
    """Seconds and peak memory in KiB of one of the two, in a process of its own."""
    ran = subprocess.run((sys.executable, __file__, what, str(folder)), cwd=ROOT, capture_output=True, check=True)
    seconds, peak = ran.stdout.split()
    return float(seconds), int(peak)


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in ("ours", "bare"):
        start = time.perf_counter()
        {"ours": ours, "bare": bare}[sys.argv[1]](Path(sys.argv[2]))
        print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        sys.exit()
    learners = LEARNERS // 20 if SMOKE else LEARNERS
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        with patch("os.fsync"):  # these files need not outlive the benchmark
            for folder, count in ((few, learners // 10), (many, learners)):
                for each in made(open_library(None), count):
                    save_attempt(Path(folder), each)
        took, peak = measured("ours", Path(many))
        parsed, small = measured("bare", Path(many))[0], measured("ours", Path(few))[1]
    print(f"{learners} learners by {SCENARIOS}: {took:.2f} s, {peak} KiB; parsing alone {parsed:.2f} s")
    report("class page, against parsing the same lines", took / parsed, 30 if SMOKE else 2.5)
    if not SMOKE:
        report("class page of 48,000 attempts", took, 5, "s")
    report("its peak memory, against that of a tenth of the class", peak / small, 2)
