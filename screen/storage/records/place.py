"""The place of records: which folder it is, and whether it is this account's alone."""

import os
import stat
from pathlib import Path

from screen.core.problem import Refused
from screen.storage.home import kept_folder

_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def records_folder() -> Path | None:
    """HTSCREEN_RECORDS, else a folder in this account's home; None where there is none."""
    return kept_folder("records", os.environ.get("HTSCREEN_RECORDS"))


def check_place(folder: Path) -> None:
    """Raise Refused unless the folder, which is there, is this account's alone. On Windows nothing can be told so."""
    found = folder.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise Refused(folder, "a symbolic link stands in place of the folder.", "Name the folder itself.")
    if not stat.S_ISDIR(found.st_mode):
        raise Refused(folder, "it is no folder.", "Name a folder.")
    if not hasattr(os, "geteuid"):
        return
    if found.st_uid not in (os.geteuid(), 0):
        raise Refused(folder, "the folder belongs to another account.", "Name a folder of this account.")
    if found.st_mode & _OTHERS:
        raise Refused(folder, "others can write to the folder.", f"Make it yours alone: chmod 700 '{folder}'")
    for above in folder.absolute().parents:
        mode = above.stat().st_mode
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            remedy = f"Name another folder, or: chmod o-w '{above}'"
            raise Refused(folder, f"anyone can put another folder in its place, by way of {above}.", remedy)
