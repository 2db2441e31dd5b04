"""The folder of what may be lost: it makes the next start quicker and is never needed."""

import os
import sys
from pathlib import Path

from screen.storage.home import own_folder

KEPT = 8
"""As many compiled rulebooks stay in the cache, the newest."""


def cache_folder() -> Path | None:
    """The folder in this account's home; None where there is none."""
    own = own_folder("Caches", "XDG_CACHE_HOME", ".cache")
    return own / "cache" if own and sys.platform == "win32" else own


def save_cached(path: Path, text: str) -> None:
    """Write the file whole or not at all. A disk that refuses is no fault: nobody waits for this file."""
    import tempfile  # noqa: PLC0415 - dear to import, and needed only when a rulebook has changed

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    except OSError:
        return
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(path)
        for old in sorted(path.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)[:-KEPT]:
            _forget(old)
    except OSError:
        _forget(Path(name))


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
