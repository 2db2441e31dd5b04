"""The dump: what a crash of the interpreter would leave of the memory on the disk, answers and PIN in it."""

import sys


def forbid_dump() -> None:
    """See to it that none is left. On Windows there is none unless an administrator has asked for it."""
    if sys.platform == "win32":
        return
    from resource import RLIMIT_CORE, getrlimit, setrlimit

    setrlimit(RLIMIT_CORE, (0, getrlimit(RLIMIT_CORE)[1]))
