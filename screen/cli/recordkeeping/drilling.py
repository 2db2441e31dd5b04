"""Drilling: whether what is sealed here can be opened by those who hold the keys, tried before it matters.

A test record holds a secret. Whoever opens it tells the words that the secret makes with the key that opened it; so
the laptop knows not only that it was opened, but by which key.
"""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND
from screen.cli.recordkeeping.found import place_at, unreadable
from screen.cli.recordkeeping.keys import identities_at
from screen.cli.reference import file_name
from screen.core.codewords import bytes_of, words_of
from screen.core.problem import Refused
from screen.storage.records.age import Damaged, Locked, fingerprint, recipient_of, seal, unseal
from screen.storage.records.disk import read_file, save_new
from screen.storage.records.ledger import holding
from screen.storage.records.locks import InUse
from screen.storage.records.setup import save_setup
from screen.terminal.console import Closed, Hidden, calmly, open_console

if TYPE_CHECKING:
    from screen.cli.recordkeeping.keeping import Place
    from screen.terminal.console import Console

HEAD = b"htscreen drill "
TYPE = "The eight words that it shows (Enter: not now) > "


def drill_at(path: Path | None, file: Path | None, keys: tuple[Path, ...], *, plain: bool) -> int:
    """Make a test record, or open one; the exit code. Raises Refused, KeyboardInterrupt."""
    console = open_console(plain=plain)
    try:
        if file is not None:
            return _open(console, file, keys)
        place = place_at(path)
        return _open_here(console, place, keys) if keys else _hand_over(console, place)
    except Closed:
        console.write("Left.")
        return FOUND


def _open(console: "Console", file: Path, keys: tuple[Path, ...]) -> int:
    """On the machine with the key: open the test record, and tell the words."""
    if not keys:
        raise Refused(file, "a test record is opened with a key.", "Name it: --identity FILE")
    for identity in identities_at(console, keys):
        try:
            told = unseal(read_file(file), [identity])
        except OSError as error:
            raise unreadable(file, error) from error
        except Damaged:
            raise Refused(file, "it is cut or changed, or no age file.", "Copy it again from the laptop.") from None
        except Locked:
            continue
        if not told.startswith(HEAD):
            raise Refused(file, "it is no test record.", "Name the file that htscreen records drill wrote.")
        console.write("It opens. Type these words on the laptop:")
        console.write(_words(told, recipient_of(identity)), "  ", "  ")
        return 0
    raise Refused(file, "the key does not open it.", "Look whether the laptop is set up for this key.")


def _open_here(console: "Console", place: "Place", keys: tuple[Path, ...]) -> int:
    """Where key and set-up are on one machine: seal and open at once."""
    identities = identities_at(console, keys)
    told = HEAD + secrets.token_bytes(16)
    message, opened = seal(told, place.setup.recipients), list[str]()
    for identity in identities:
        try:
            if unseal(message, [identity]) == told:
                opened.append(recipient_of(identity))
        except Locked:
            console.write(f"The key {words_of(fingerprint(recipient_of(identity)))} does not open it.", "", "  ")
    return _drilled(console, place, tuple(opened))


def _hand_over(console: "Console", place: "Place") -> int:
    """On the laptop: write a test record, and ask for the words that its opening showed."""
    told, file = HEAD + secrets.token_bytes(16), Path(f"drill-{secrets.token_hex(4)}.age")
    try:
        save_new(file, seal(told, place.setup.recipients))
    except OSError as error:
        fault = f"it cannot be written: {(error.strerror or str(error)).lower()}."
        raise Refused(file, fault, "Go to another folder.") from error
    console.write("Leave this window open until you have the words.")
    console.write(f"Take {file} to the machine with a key. There: htscreen records drill {file} --identity KEY")
    while True:
        try:
            typed = calmly(console, TYPE, "Leave this window open.").strip()
            given = bytes_of(typed) if typed else b""
        except Hidden:
            continue
        except ValueError as error:
            console.write(f"{str(error)[0].upper()}{str(error)[1:]}")
            continue
        if not given:
            file.unlink(missing_ok=True)
            console.write("Not tried. The test record is of no use any more: the next drill makes another.")
            return FOUND
        right = tuple(each for each in place.setup.recipients if _secret(told, each).startswith(given))
        if right:
            file.unlink(missing_ok=True)
            return _drilled(console, place, right)
        console.write("These are not the words of this test record.")


def _drilled(console: "Console", place: "Place", opened: tuple[str, ...]) -> int:
    """Remember which keys opened it, and say which did not yet."""
    setup = place.setup
    tried = tuple(each for each in setup.recipients if each in {*setup.drilled, *opened})
    try:
        with holding(place.folder, file_name()):
            save_setup(place.folder, setup._replace(drilled=tried), file_name())
    except (OSError, InUse) as error:
        raise unreadable(place.folder, error) from error
    for recipient in setup.recipients:
        before = "tried before" if recipient in tried else "not tried"
        how = "opens what is sealed here" if recipient in opened else before
        console.write(f"{words_of(fingerprint(recipient))}: {how}.", "", "  ")
    return 0 if opened else FOUND


def _secret(told: bytes, recipient: str) -> bytes:
    return sha256(told + recipient.encode()).digest()


def _words(told: bytes, recipient: str) -> str:
    return words_of(_secret(told, recipient))
