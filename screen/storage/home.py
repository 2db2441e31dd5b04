"""The home of what is kept: a folder of this account for each kind."""

import os
import sys
from pathlib import Path


def kept_folder(kind: str, named: str | None) -> Path | None:
    """The folder that is `named`, else one of this kind where the system puts such data; None without a home."""
    if named:
        return Path(named).expanduser()
    own = own_folder("Application Support", "XDG_DATA_HOME", ".local/share")
    return own / kind if own else None


def own_folder(mac: str, variable: str, usual: str) -> Path | None:
    """The program's folder among those of one sort: by its name on macOS, by a variable, else by what is usual.

    None without a home. platformdirs would cost 15 ms a start.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "htscreen" if local else None
    if sys.platform == "darwin":
        return home / "Library" / mac / "htscreen"
    chosen = Path(os.environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else home / usual) / "htscreen"
