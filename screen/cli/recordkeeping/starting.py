"""Starting: whether what an officer enters is kept, asked before the first question."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from screen.core.problem import Refused
from screen.storage.records.place import records_folder
from screen.terminal.console import Hidden

if TYPE_CHECKING:
    from screen.cli.recordkeeping.keeping import Bench, Keeping, Place
    from screen.storage.records.draft import Draft
    from screen.terminal.console import Console

ASKED = "Your PIN (Enter: memory only, ? why) > "
AGAIN = "The same once more (Enter: no) > "
SHORTEST = 4
WHY = (
    "Four letters or digits or more, of your own choice, for this screening alone. What you enter is locked with it on "
    "this laptop, so that you can go on after a crash: htscreen records resume asks for it. Nobody can tell it to you "
    "again. Someone with time can try all short PINs, so a few words are better. Enter alone: nothing is kept."
)


def place_at_start(console: "Console") -> "Place | None":
    """The records folder, if one is set up and nothing stands against it; what does is said, and stops nothing."""
    try:
        folder = records_folder()
        if folder is None or not (os.path.lexists(folder) or os.environ.get("HTSCREEN_RECORDS")):
            return None
        return _place(console, folder)
    except (Refused, OSError) as error:
        console.write(f"Records are left out. {error}")
        return None


def _place(console: "Console", folder: Path) -> "Place | None":
    from screen.cli.recordkeeping.keeping import Place
    from screen.storage.records.setup import read_setup

    if find_spec("pyrage") is None or find_spec("filelock") is None:
        console.write("Records are left out: what encrypts is not installed. pip install '.[records]' mends that.")
        return None
    setup = read_setup(folder)
    if setup is None:
        console.write(f"Records are left out. {folder}: no records are kept here.")
        return None
    os.scandir(folder).close()
    return Place(folder, setup)


def keeping_at_start(bench: "Bench", sha256: str, reference: str) -> "Keeping | None":
    """What keeps the screening that begins now; None if the officer wants none. Raises Closed, KeyboardInterrupt."""
    from screen.cli.recordkeeping.keeping import Keeping
    from screen.cli.reference import file_name
    from screen.core.encounter import Opening

    folder = bench.place.folder
    if any(each.name.endswith((".draft", ".expired", ".expiring")) for each in os.scandir(folder)):
        from screen.cli.recordkeeping.telling import tell_drafts

        tell_drafts(bench.console, bench.place, bench.now(), unfinished=True)
    if not bench.place.setup.drilled:
        bench.console.write("Nobody has tried yet whether what is sealed can be opened: htscreen records drill")
    pin = ask_pin(bench.console)
    if not pin:
        return None
    from screen.storage.records.wrapping import Wrapping

    wrapping, began = Wrapping(pin), bench.now()
    opening = Opening(reference, began, bench.book.rulebook.edition, sha256)

    def begin() -> "Draft":
        try:
            from screen.storage.records.draft import SUFFIX, Draft
        except ImportError:
            raise OSError("what encrypts is installed, and does not work") from None
        if not wrapping.is_ready:
            bench.console.write("One moment, this once: your PIN is being made hard to guess.")
        return Draft(folder / f"{file_name()}{SUFFIX}", opening, *wrapping.result())

    return Keeping(bench, opening, begin, None)


def ask_pin(console: "Console") -> str:
    """A PIN for a new draft; "" for none. Raises Closed, KeyboardInterrupt."""
    while True:
        try:
            pin = console.secret(ASKED)
            if not pin:
                return ""
            if why := _unfit(pin):
                console.write(why)
            elif (again := console.secret(AGAIN)) in ("", pin):
                return pin
            elif again:
                console.write("The two are not the same. Type it anew.")
        except Hidden:
            continue


def _unfit(pin: str) -> str:
    """Why this is no PIN, and what to do; "" if it is one."""
    if pin == "?":
        return WHY
    if len(pin.strip()) < SHORTEST:
        return f"A PIN has {SHORTEST} letters or digits or more."
    return "" if pin.isprintable() else "A PIN has letters, digits, marks and spaces alone. Type it anew."
