"""Keeping: where an attempt goes while it is played and once it is finished; without a folder, memory alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.core.problem import Located
from screen.storage.attempts import file_of, forget_open, read_attempts, read_open, save_attempt, save_open
from screen.terminal.console import Closed, Hidden, calmly

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt
    from screen.terminal.console import Console

ANOTHER = "Another folder for the result (Enter: it is not kept) > "


def finished_by(folder: Path | None, learner: str) -> "tuple[Attempt, ...]":
    """What the learner has finished, the first first. What cannot be read is passed over."""
    if folder is None or not file_of(folder, learner).is_file():
        return ()
    found = read_attempts(file_of(folder, learner))
    mine = (each for each in found if not isinstance(each, Located) and each.learner == learner)
    return tuple(sorted(mine, key=lambda each: (each.moment, each.id)))


def _unwritable(folder: Path, error: OSError | ValueError) -> str:
    """Why nothing can be written to a folder."""
    is_file = isinstance(error, FileExistsError | NotADirectoryError)
    why = "it is a file" if is_file else (getattr(error, "strerror", None) or str(error)).lower()
    return f"{folder} cannot be written: {why}."


class Keeping:
    """The folder of a learner's attempts, until it fails. `folder` is None where nothing is to be kept."""

    def __init__(self, console: "Console", folder: Path | None) -> None:
        self.console, self.folder = console, folder
        self.failed = False

    def keep(self, attempt: "Attempt") -> bool:
        """Keep an attempt that is not finished; whether it is kept. A folder that fails is told once."""
        if self.folder is None or self.failed:
            return False
        try:
            save_open(self.folder, attempt)
        except OSError as error:
            self.failed = True
            self.console.write(_unwritable(self.folder, error))
            self.console.write("Go on: the attempt stays in memory. At the end you can name another folder.")
        return not self.failed

    def finish(self, attempt: "Attempt") -> str:
        """Keep a finished attempt, elsewhere if the folder fails; a sentence that says where."""
        folder = self.folder
        while folder is not None:
            try:
                path = save_attempt(folder, attempt)
            except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
                self.console.write(_unwritable(folder, error))
                folder = self._another()
                continue
            self._forget(attempt)
            return f"The result is kept in {path}."
        return "Nothing was kept."

    def _another(self) -> Path | None:
        """Another folder, if the learner names one."""
        while True:
            try:
                typed = calmly(self.console, ANOTHER, "The result is in memory only.").strip()
            except Hidden:
                continue
            except Closed:
                return None
            return Path(typed).expanduser() if typed else None

    def _forget(self, attempt: "Attempt") -> None:
        """What was left open of the same scenario before is done with."""
        if self.folder is None:
            return
        for old in read_open(self.folder, attempt.learner):
            if old.id == attempt.id or (old.scenario == attempt.scenario and old.seed == attempt.seed):
                try:
                    forget_open(self.folder, old)
                except OSError:
                    continue
