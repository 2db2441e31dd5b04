"""Peak memory of a whole screening, as a ratio of the bare imports."""

import resource
import subprocess
from collections.abc import Sequence

from ratio import BASELINE, HTSCREEN, ROOT, report, settled_environment

WALK = "0\n1\n2\n1\n0\n0\n1\n2\n0\n1\n1\n12345\n1\n1\n1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n1\n0\n1\n0\n1\n1234\n"
"""Both stages, an adult alone."""


def peak(command: Sequence[str], typed: str, environment: dict[str, str]) -> int:
    """The largest resident set of the command, in KiB."""
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)"
    )
    ran = subprocess.run(
        (command[0], "-S", "-c", program, *command),
        cwd=ROOT, env=environment, input=typed.encode(), capture_output=True, check=True,
    )  # fmt: skip
    return int(ran.stderr.split()[-1])


if __name__ == "__main__":
    environment = settled_environment()
    ours, bare = peak(HTSCREEN, WALK, environment), peak(BASELINE, "\n", environment)
    print(f"screening {ours} KiB, bare imports {bare} KiB; this script {resource.getpagesize()} bytes a page")
    report("peak memory", ours / bare, 1.6)
