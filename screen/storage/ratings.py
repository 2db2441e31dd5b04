"""Ratings on the disk: beside the attempts one file of JSON Lines a rater, its last word on a note standing."""

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from screen.core.problem import Located
from screen.core.rating import SAYS, Rating

SUFFIX = ".ratings"
_LEAVE_OUT = "Rate the note again, or leave the line out."


def save_rating(folder: Path, rating: Rating) -> Path:
    """Append a rating to its rater's file. The file's name tells nobody who that is. Raises OSError."""
    path = folder / f"rated-{sha256(rating.rater.encode()).hexdigest()[:12]}{SUFFIX}"
    text = json.dumps(rating._asdict(), ensure_ascii=True, separators=(",", ":"))
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(number, "a", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    return path


def read_ratings(folder: Path) -> Iterator[Rating | Located]:
    """Every rating under a folder, and a problem for each line that is none. What cannot be read is a problem too."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            yield Located(str(path), 1, 1, f"it cannot be read: {(error.strerror or str(error)).lower()}.", _LEAVE_OUT)
            continue
        for number, line in enumerate(lines, start=1):
            rating = _rating(line)
            yield rating or Located(str(path), number, 1, "the line is cut, changed, or no rating.", _LEAVE_OUT)


def _rating(line: bytes) -> Rating | None:
    try:
        told = json.loads(line)
        rating = Rating(**told)
    except (ValueError, TypeError, RecursionError):
        return None
    shapes = (str, int, str, str, bool)
    fits = all(type(value) is shape for value, shape in zip(rating, shapes, strict=True))
    return rating if fits and rating.says in SAYS else None
