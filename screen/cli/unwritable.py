"""Why a new file cannot be written, told before an officer begins and not when all is said."""

import os
from pathlib import Path


def why_unwritable(path: Path) -> str:
    """Why no new file of this name can be written, and what to do; "" if nothing is known to stand against it."""
    try:
        is_there = path.exists() or path.is_symlink()
    except OSError as error:
        return f"{path} cannot be written: {error.strerror}. Name another file."
    if is_there:
        return f"{path} is there already. Name a new file."
    if not os.path.isdir(path.parent):  # noqa: PTH112 - which fails at no name, however long
        return f"{path} cannot be written: there is no such folder. Name a file in a folder that is there."
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return f"{path} cannot be written: its folder may not be written to. Name a file in another folder."
    return ""
