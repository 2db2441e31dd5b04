"""Attempts on the disk: one file of JSON Lines a learner, and one file for each attempt that is still open.

A finished attempt is two lines: the attempt with its outcome, and its steps; each bears the SHA-256 of its own value.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from screen.core.problem import Located
from screen.core.shape.attempt import Attempt, Step
from screen.core.shape.condition import Frozen

SUFFIX = ".jsonl"
_HEAD = '{"sha256":"'
_ATTEMPT, _STEPS = '","attempt":', '","steps":'
_HASHED = 64
_LONGEST = 4 * 1024 * 1024
_TRY_AGAIN = "Copy the file from the laptop again; the rest is counted."

Refuse = Callable[[Attempt], tuple[str, str] | None]
"""What says why an attempt is set aside, and what to do; None if it counts."""


def practice_folder() -> Path | None:
    """The folder where attempts are kept: HTSCREEN_PRACTICE, else in this account's home; None where there is none."""
    if named := os.environ.get("HTSCREEN_PRACTICE"):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "htscreen" / "practice" if local else None
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "htscreen" / "practice"
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (chosen if chosen.is_absolute() else home / ".local" / "share") / "htscreen" / "practice"


def file_of(folder: Path, learner: str) -> Path:
    """The file of a learner's finished attempts. Its name tells nobody who that is."""
    return folder / f"practice-{sha256(learner.encode()).hexdigest()[:12]}{SUFFIX}"


def save_attempt(folder: Path, attempt: Attempt) -> Path:
    """Append a finished attempt to its learner's file, and forget that it was open. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = file_of(folder, attempt.learner)
    told = attempt.model_dump(mode="json", exclude_defaults=True)
    steps = told.pop("steps", [])
    lines = _line(_ATTEMPT, told) + _line(_STEPS, {"of": attempt.id, "steps": steps})
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(number, "ab") as file:
        file.write(lines.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    _open_file(folder, attempt).unlink(missing_ok=True)
    return path


def save_open(folder: Path, attempt: Attempt) -> None:
    """Keep an attempt that is not finished, whole or as it was before. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _open_file(folder, attempt)
    part = path.with_suffix(".part")
    text = attempt.model_dump_json(exclude_defaults=True)
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    part.replace(path)


def read_open(folder: Path, learner: str) -> tuple[Attempt, ...]:
    """The learner's attempts that are still open, the one begun last first. What cannot be read is passed over."""
    found = []
    for path in sorted(folder.glob("open-*.json")) if folder.is_dir() else ():
        try:
            attempt = Attempt.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue
        if attempt.learner == learner:
            found.append(attempt)
    return tuple(sorted(found, key=lambda each: each.began, reverse=True))


def forget_open(folder: Path, attempt: Attempt) -> None:
    """Forget an attempt that is not to be gone on with. Raises OSError."""
    _open_file(folder, attempt).unlink(missing_ok=True)


def _open_file(folder: Path, attempt: Attempt) -> Path:
    return folder / f"open-{sha256(attempt.id.encode()).hexdigest()[:12]}.json"


def _line(kind: str, value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{_HEAD}{sha256(text.encode('utf-8')).hexdigest()}{kind}{text}}}\n"


def read_attempts(folder: Path, *, steps: bool = False, refuse: Refuse = lambda _: None) -> Iterator[Attempt | Located]:
    """Every finished attempt under a folder, one after another, and a problem for each line that is set aside.

    Without `steps` an attempt comes without its steps, which makes a class quick to read. A folder within the folder is
    read too. What stands twice is told once a file, and counted once. A file that cannot be read is a problem too.
    An attempt that `refuse` has something against is set aside for that.
    """
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else (folder,):
        doubles = Counter[str]()
        try:
            with path.open("rb") as file:
                yield from _in_file(_lines(file), str(path), seen, doubles, refuse, steps=steps)
        except OSError as error:
            yield Located(str(path), 1, 1, f"it cannot be read: {(error.strerror or str(error)).lower()}.", _TRY_AGAIN)
        for other, many in doubles.items():
            fault = f"{many} of its attempts {'stand' if many > 1 else 'stands'} in {other} too."
            yield Located(str(path), 1, 1, fault, "Each is counted once.", warning=True)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is far too long only its beginning, so that no file fills the memory."""
    while line := file.readline(_LONGEST):
        whole = line
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST)
        yield whole


def _in_file(
    lines: Iterable[bytes], name: str, seen: dict[str, str], doubles: Counter[str], refuse: Refuse, *, steps: bool
) -> Iterator[Attempt | Located]:
    """What stands in one file; `seen` says in which file each attempt stood first, `doubles` counts those."""
    waiting: Attempt | None = None
    number = 0
    for number, line in enumerate(lines, start=1):
        kind, value = _checked(line)
        if kind == _STEPS:
            if waiting is not None:
                yield _with_steps(waiting, value) if steps else waiting
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting, read = None, _read(kind, value, name, number)
        if isinstance(read, Located):
            yield read
            if number == 1 and not line.startswith(_HEAD.encode()):
                return  # another tool's file, of which one line is enough
        elif read.id in seen:
            doubles[seen[read.id]] += 1
        else:
            seen[read.id], why = name, refuse(read)
            if why is None:
                waiting = read
            else:
                yield Located(name, number, 1, *why)
    if waiting is not None:
        yield waiting
    if number == 0:
        yield Located(name, 1, 1, "it is empty.", _TRY_AGAIN)


def _with_steps(attempt: Attempt, value: bytes) -> Attempt:
    """The attempt with its steps, if they are its own; else without."""
    try:
        course = _Course.model_validate_json(value)
    except ValidationError:
        return attempt
    return attempt.model_copy(update={"steps": course.steps}) if course.of == attempt.id else attempt


class _Course(Frozen):
    """The second line of an attempt."""

    of: str
    steps: tuple[Step, ...]


def _checked(line: bytes) -> tuple[str | None, bytes]:
    """What kind of line it is, and its value; None if it is cut, damaged, or another tool's."""
    told, start = line.rstrip(b"\r\n"), len(_HEAD) + _HASHED
    if not (told.startswith(_HEAD.encode()) and told.endswith(b"}")):
        return None, b""
    for kind in (_ATTEMPT, _STEPS):
        end = start + len(kind)
        if told[start:end] == kind.encode():
            value = told[end:-1]
            fits = sha256(value).hexdigest().encode() == told[len(_HEAD) : start]
            return (kind, value) if fits else (None, b"")
    return None, b""


def _read(kind: str | None, value: bytes, name: str, number: int) -> Attempt | Located:
    if kind is None:
        return Located(name, number, 1, "the line is cut, changed, or another tool's, and is set aside.", _TRY_AGAIN)
    try:
        attempt = Attempt.model_validate_json(value)
    except ValidationError:
        return Located(name, number, 1, "it is of another version of the program.", "Update the older of the two.")
    if attempt.outcome is None:
        return Located(name, number, 1, "the attempt is not finished.", "Leave it out.")
    return attempt
