"""`--help` as a ratio of the bare imports."""

import subprocess
import time
from collections.abc import Sequence

from ratio import BASELINE, HTSCREEN, ROOT, alternating, report, settled_environment


def whole(command: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds of a whole run."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, input=b"\n", capture_output=True, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    environment = settled_environment()
    ours, bare = alternating(lambda: whole((*HTSCREEN, "--help"), environment), lambda: whole(BASELINE, environment))
    print(f"--help {ours * 1000:.0f} ms, bare imports {bare * 1000:.0f} ms")
    report("--help", ours / bare, 1.0)
