"""The program as a shell starts it: a process of its own, in a home of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

COMMAND = (sys.executable, "-W", "error", "-m", "screen")


class Done(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


class Program:
    """Calls of the program that share one home, and in it one compiled rulebook, so that each starts quickly."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def environment(self, **changed: str) -> dict[str, str]:
        """The environment of a call: nothing of whoever runs the tests but where programs are."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "PYTHONIOENCODING": "utf-8",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        return kept | own | changed

    def run(self, *arguments: str, typed: str | bytes = "", encoding: str = "utf-8", **environment: str) -> Done:
        """Call it with what is typed on standard input; fails if it takes half a minute."""
        done = subprocess.run(
            [*COMMAND, *arguments],
            input=typed if isinstance(typed, bytes) else typed.encode(encoding),
            capture_output=True,
            cwd=self.home,
            env=self.environment(PYTHONIOENCODING=encoding) | environment,
            timeout=30,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    def shell(self, line: str, **environment: str) -> Done:
        """Run a line of bash in which `$htscreen` is the program, with pipefail."""
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],  # noqa: S607 - whichever bash there is
            capture_output=True,
            cwd=self.home,
            env=self.environment(htscreen=" ".join(COMMAND)) | environment,
            timeout=30,
            check=False,
            text=True,
        )
        return Done(done.returncode, done.stdout, done.stderr)
