"""Which files make a rulebook, and their bytes. Imports neither YAML nor pydantic: every start comes through here."""

from pathlib import Path

from screen.core.problem import Located, Unreadable

RULES = "rules.yaml"
INDICATORS = "indicators"
SOURCES = f"{INDICATORS}/sources.yaml"

_LARGEST_READ = 1024 * 1024 + 1
"""One byte more than may be parsed: enough to know that a file is too large, without reading all of it."""


def files_of(path: Path) -> dict[str, Path]:
    """The files of a rulebook, by their name inside it, in order: a folder's, or the one file.

    A `.yml` file counts, so that it is seen and refused instead of silently left out. Raises Unreadable if nothing is
    there.
    """
    try:
        return _files(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _files(path: Path) -> dict[str, Path]:
    if not path.exists():
        raise _missing(path)
    if not path.is_dir():
        return {path.name: path}
    if not (path / RULES).exists():
        remedy = f"Rename rules.yml to {RULES}." if (path / "rules.yml").exists() else "A rulebook's folder holds one."
        raise _missing(path / RULES, remedy)
    entries = sorted((path / INDICATORS).iterdir()) if (path / INDICATORS).is_dir() else []
    names = [entry.name for entry in entries if entry.suffix in {".yaml", ".yml"} and not entry.name.startswith(".")]
    return {RULES: path / RULES} | {f"{INDICATORS}/{name}": path / INDICATORS / name for name in names}


def root_of(path: Path) -> Path:
    """The folder that the names of a rulebook's files start from."""
    return path if path.is_dir() else path.parent


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; of one that is too large, enough to tell. Raises Unreadable if there are none to be had."""
    try:
        if path.is_dir():
            fault = Located(str(path), 1, 1, "a folder stands where a file is wanted.", "Name a file.")
            raise Unreadable((fault,))
        with path.open("rb") as file:
            return file.read(_LARGEST_READ)
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(path, error) from error


def _missing(path: Path, remedy: str = "Look at the path.") -> Unreadable:
    return Unreadable((Located(str(path), 1, 1, "there is no such file.", remedy),))


def _unreadable(path: Path, error: Exception) -> Unreadable:
    reason = getattr(error, "strerror", None) or str(error)
    fault = f"the file cannot be read: {reason.lower()}."
    return Unreadable((Located(str(path), 1, 1, fault, "Look at its permissions and its path."),))
