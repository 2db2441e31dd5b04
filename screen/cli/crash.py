"""The log of a crash: where in the program it was, and nothing that anyone typed."""

import sys
import traceback
from pathlib import Path

from screen.cli.opening import program_version
from screen.storage.cache import cache_folder, save_cached


def save_crash(error: BaseException) -> str:
    """Write the log; a sentence that says where it is and what to do.

    Messages of errors are left out, since they may quote an answer: kinds, files and lines are enough to mend a bug.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"htscreen {program_version()}, Python {sys.version.split()[0]}, {sys.platform}", type(error).__name__]
    lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    folder = cache_folder()
    if folder is None:
        return "Tell your trainer: " + lines[1] + " at " + (lines[-1] if frames else "start") + "."
    path = folder / "crash.log"
    save_cached(path, "\n".join(lines) + "\n")
    return f"Nothing you typed is in the log {path}. Send it to whoever looks after htscreen, and start again."
