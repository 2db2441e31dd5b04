"""The home of what is kept: a folder of this account for each kind."""

import os
import sys
from pathlib import Path


def kept_folder(kind: str, named: str | None) -> Path | None:
    """The folder that is `named`, else one of this kind where the system puts such data; None without a home."""
    if named:
        return Path(named).expanduser()
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "htscreen" / kind if local else None
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "htscreen" / kind
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (chosen if chosen.is_absolute() else home / ".local" / "share") / "htscreen" / kind
