"""Attempts on the disk: one file of JSON Lines a learner, and one file for each attempt that is still open.

A finished attempt is two lines: the attempt with its outcome, and its steps; each bears the SHA-256 of its own value.
"""

import os
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from screen.core.problem import Located
from screen.core.shape.attempt import Attempt
from screen.storage.attempted import ATTEMPT, STEPS, TRY_AGAIN, Refuse, attempts_in
from screen.storage.home import kept_folder
from screen.storage.sealed import sealed, unsealed

SUFFIX = ".jsonl"


def practice_folder() -> Path | None:
    """The folder where attempts are kept: HTSCREEN_PRACTICE, else in this account's home; None where there is none."""
    return kept_folder("practice", os.environ.get("HTSCREEN_PRACTICE"))


def file_of(folder: Path, learner: str) -> Path:
    """The file of a learner's finished attempts. Its name tells nobody who that is."""
    return folder / f"practice-{sha256(learner.encode()).hexdigest()[:12]}{SUFFIX}"


def save_attempt(folder: Path, attempt: Attempt) -> Path:
    """Append a finished attempt to its learner's file, and forget that it was open. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = file_of(folder, attempt.learner)
    told = attempt.model_dump(mode="json", exclude_defaults=True)
    steps = told.pop("steps", [])
    lines = sealed(ATTEMPT, told) + sealed(STEPS, {"of": attempt.id, "steps": steps})
    if _is_torn(path):
        lines = "\n" + lines
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(number, "ab") as file:
        file.write(lines.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    _open_file(folder, attempt).unlink(missing_ok=True)
    return path


def _is_torn(path: Path) -> bool:
    """Whether the file ends within a line, as after a loss of power: what follows must not be glued to that."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            return file.read(1) not in (b"", b"\n")
    except FileNotFoundError:
        return False


def save_open(folder: Path, attempt: Attempt) -> None:
    """Keep an attempt that is not finished, whole or as it was before. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _open_file(folder, attempt)
    part = path.with_suffix(".part")
    text = sealed(ATTEMPT, attempt.model_dump(mode="json", exclude_defaults=True))
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    part.replace(path)


def read_open(folder: Path, learner: str) -> tuple[Attempt, ...]:
    """The learner's attempts that are still open, the one begun last first. What cannot be read is passed over."""
    found = []
    for path in sorted(folder.glob("open-*.json")) if folder.is_dir() else ():
        try:
            kind, value = unsealed(path.read_bytes())
            attempt = Attempt.model_validate_json(value)
        except (OSError, ValidationError):
            continue
        if kind == ATTEMPT and attempt.learner == learner:
            found.append(attempt)
    return tuple(sorted(found, key=lambda each: each.moment, reverse=True))


def forget_open(folder: Path, attempt: Attempt) -> None:
    """Forget an attempt that is not to be gone on with. Raises OSError."""
    _open_file(folder, attempt).unlink(missing_ok=True)


def _open_file(folder: Path, attempt: Attempt) -> Path:
    return folder / f"open-{sha256(attempt.id.encode()).hexdigest()[:12]}.json"


def read_attempts(folder: Path, *, steps: bool = False, refuse: Refuse = lambda _: None) -> Iterator[Attempt | Located]:
    """Every finished attempt under a folder, one after another, and a problem for each line that is set aside.

    Without `steps` an attempt comes without its steps, which makes a class quick to read. A folder within the folder is
    read too. What stands twice is told once a file, and counted once. A file that cannot be read is a problem too.
    An attempt that `refuse` has something against is set aside for that; so is one whose steps are lost.
    """
    seen: dict[str, str] = {}
    paths, problems = _files_in(folder) if folder.is_dir() else ([folder], [])
    yield from problems
    for path in paths:
        if is_open(path):
            yield unfinished(path)
            continue
        if path.exists() and not path.is_file():
            yield Located(str(path), 1, 1, "it is no file.", "Name a file, or a folder of files.")
            continue
        doubles = Counter[str]()
        try:
            with path.open("rb") as file:
                yield from attempts_in(file, str(path), seen, doubles, refuse, steps=steps)
        except OSError as error:
            yield Located(str(path), 1, 1, f"it cannot be read: {(error.strerror or str(error)).lower()}.", TRY_AGAIN)
        for other, many in doubles.items():
            fault = f"{many} of its attempts {'stand' if many > 1 else 'stands'} in {other} too."
            yield Located(str(path), 1, 1, fault, "Each is counted once.", warning=True)


def _files_in(folder: Path) -> tuple[list[Path], list[Located]]:
    """The learners' files under a folder, and a problem for each folder in it that cannot be looked into."""
    shut = list[OSError]()
    found = [
        Path(root, name)
        for root, _, names in os.walk(folder, onerror=shut.append)
        for name in names
        if name.endswith(SUFFIX)
    ]
    remedy = "Give this account the right to read it; the rest is counted."
    problems = [
        Located(str(each.filename), 1, 1, f"the folder cannot be read: {(each.strerror or str(each)).lower()}.", remedy)
        for each in shut
    ]
    return sorted(found), problems


def is_open(path: Path) -> bool:
    """Whether by its name this is the file of an attempt that was left open."""
    return path.name.startswith("open-") and path.suffix == ".json" and path.is_file()


def unfinished(path: Path) -> Located:
    """What is told of such a file."""
    return Located(str(path), 1, 1, "the attempt is not finished.", "Let the learner finish it.", warning=True)
