"""Text that an officer asked to have on the disk."""

import os
from pathlib import Path


def save_text(path: Path, text: str) -> None:
    """Write a new file that only this account can read. Raises OSError, FileExistsError if there is one already.

    On Windows the mode is of no effect: the file has the rights of its folder.
    """
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def append_text(path: Path, before: str, more: str) -> bool:
    """Add to a file that still holds exactly the text before; whether it did. Raises OSError."""
    with path.open("r+", encoding="utf-8", newline="") as file:
        if file.read() != before:
            return False
        file.write(more)
        return True
