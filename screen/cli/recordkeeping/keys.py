"""Keys: a new identity for whoever opens records, and the identities that are named to a command."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import USAGE
from screen.cli.unwritable import why_unwritable
from screen.core.codewords import COUNT, WORDS, words_of
from screen.core.problem import Refused
from screen.storage.records.age import fingerprint, generate, recipient_of
from screen.storage.records.identity import Wrong, read_identities, save_identity
from screen.terminal.console import Closed, Hidden, open_console
from screen.terminal.letters import printable
from screen.terminal.silence import silence

if TYPE_CHECKING:
    from screen.terminal.console import Console

LEAST = 12
"""Letters of a passphrase that somebody makes up."""

NEW = "Passphrase for the key (Enter: eight words are made for you) > "
AGAIN = "The same once more > "


def make_key(path: Path | None, *, plain: bool) -> int:
    """Write a new identity under a passphrase, and beside it who it is for; the exit code."""
    console = open_console(plain=plain)
    path = path or Path(f"htscreen-key-{secrets.token_hex(4)}.age")
    for each in (path, path.with_name(f"{path.name}.pub")):
        if why := why_unwritable(each):
            print(printable(why), file=sys.stderr)
            return USAGE
    try:
        passphrase = _new_passphrase(console)
        identity = generate()
        console.write("Locking the key takes a moment.")
        recipient = recipient_of(identity)
        public = save_identity(path, identity, recipient, passphrase)
    except Closed:
        console.write("Left. No key was made.")
        return USAGE
    except OSError as error:
        print(f"{path} cannot be written: {(error.strerror or str(error)).lower()}. Name another.", file=sys.stderr)
        return USAGE
    console.write(f"The key is in {path}. Keep it, and its passphrase apart from it, where the laptops are not.")
    console.write(f"Who seals for it needs {public}, which is no secret, or this line:")
    print(recipient)
    console.write(f"As words: {words_of(fingerprint(recipient))}", "", "  ")
    console.write(f"On each laptop: htscreen records setup --recipient {public} and one more --recipient.", "", "  ")
    return 0


def _new_passphrase(console: "Console") -> str:
    """A passphrase typed twice, or made and shown. Raises Closed, KeyboardInterrupt."""
    while True:
        try:
            typed = console.secret(NEW)
            if not typed:
                made = " ".join(secrets.choice(WORDS) for _ in range(COUNT))
                console.write(f"Write it down now, it is shown once: {made}", "", "  ")
                return made
            if len(typed) < LEAST:
                console.write(f"Too short: {LEAST} letters or more. Whoever has the file can try for years.")
            elif console.secret(AGAIN) == typed:
                return typed
            else:
                console.write("The two are not the same. Type it anew.")
        except Hidden:
            continue


def identities_at(console: "Console", paths: tuple[Path, ...]) -> tuple[str, ...]:
    """The identities in these files, with their passphrases asked for; a key that stays locked is left out.

    Raises Refused, Closed if none opens, KeyboardInterrupt.
    """
    found = tuple(identity for path in paths for identity in _identities(console, path))
    if paths and not found:
        raise Closed
    return found


def _identities(console: "Console", path: Path) -> tuple[str, ...]:
    """Those in one file; none if its passphrase is not to be had."""
    with silence(console.inp):
        while True:
            try:
                return read_identities(path, lambda: _passphrase(console, path))
            except Wrong:
                console.write("That passphrase does not open the key. Spaces count.")
            except _Skipped:
                return ()
            except (OSError, ValueError) as error:
                fault = f"it cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}."
                raise Refused(path, fault, "Name the file that htscreen records keygen wrote.") from error


class _Skipped(Exception):  # noqa: N818 - that is what the key is
    """No passphrase was given."""


def _passphrase(console: "Console", path: Path) -> str:
    while True:
        try:
            typed = console.secret(f"Passphrase of {path.name} (Enter: none) > ")
        except Hidden:
            continue
        if not typed:
            raise _Skipped
        console.write("One moment.")
        return typed
