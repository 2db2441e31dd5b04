"""What every benchmark shares: a baseline in the same run, medians, one line a figure."""

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
BARE = "import typer, rich, pydantic, yaml; input('> ')"
"""The baseline: a Python that imports the four libraries and prompts."""
HTSCREEN = (sys.executable, "-m", "screen")
BASELINE = (sys.executable, "-c", BARE)


def rounds() -> int:
    """How often each thing is done: many times, or few for a smoke run (`--smoke`)."""
    return 3 if "--smoke" in sys.argv else 40


def settled_environment() -> dict[str, str]:
    """The environment of a second start: a home of its own, with the rulebook compiled in its cache."""
    home = tempfile.mkdtemp()
    environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "TERM": "xterm"}
    subprocess.run(HTSCREEN, env=environment, cwd=ROOT, input=b"", capture_output=True, check=True)
    return environment


def until_prompt(command: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds from exec until `> ` stands on a real terminal, best effort of one start."""
    start = time.perf_counter()
    child, screen = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execve(command[0], list(command), environment)
    seen = b""
    while b"> " not in seen:
        select.select([screen], [], [], 10)
        seen += os.read(screen, 65536)
    took = time.perf_counter() - start
    os.close(screen)
    os.waitpid(child, 0)
    return took


def alternating(first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float]:
    """The medians of two things done in turn, so that a busy machine is busy for both."""
    pairs = [(first(), second()) for _ in range(rounds())]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def report(what: str, value: float, bound: float, unit: str = "times") -> None:
    """One line: what was measured, the figure, the bound, whether it holds."""
    print(f"{what}: {value:.3g} {unit} (at most {bound:g}) {'ok' if value <= bound else 'OVER'}")
