"""The place of records: which folder it is, and whether it is this account's alone."""

import os
import stat
from pathlib import Path

from screen.core.problem import Refused
from screen.storage.home import kept_folder

WHOLE = "Name the whole path."
WHOLE_OF_OURS = "Name a folder in this account's home."
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def records_folder() -> Path | None:
    """HTSCREEN_RECORDS, else a folder in this account's home; None where there is none. Raises Refused."""
    named = os.environ.get("HTSCREEN_RECORDS")
    try:
        folder = kept_folder("records", named)
    except RuntimeError:
        raise Refused(f"HTSCREEN_RECORDS {named}", "there is no such home.", WHOLE) from None
    if named and folder is not None and not folder.is_absolute():
        raise Refused(f"HTSCREEN_RECORDS {named}", "it would be another folder wherever you are.", WHOLE)
    return folder


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
        remedy = f"Name another folder; or, if it is for records alone: chmod 700 '{folder}'"
        raise Refused(folder, "others can write to the folder.", remedy)
    for above in {*folder.absolute().parents, *folder.resolve().parents}:
        if _is_others(above.stat()):
            raise Refused(folder, f"others can put another folder in its place, by way of {above}.", WHOLE_OF_OURS)


def _is_others(found: os.stat_result) -> bool:
    """Whether another account can rename what is in a folder."""
    if found.st_uid not in (os.geteuid(), 0):
        return True
    if found.st_mode & stat.S_ISVTX:
        return False
    by_group = found.st_mode & stat.S_IWGRP and found.st_gid not in (os.getegid(), 0)
    return bool(found.st_mode & stat.S_IWOTH or by_group)
