"""Identity files: the secret half of a key, locked by a passphrase as `age -p` does it, or bare as by `age-keygen`."""

from collections.abc import Callable
from pathlib import Path

from screen.core.problem import Refused
from screen.storage.records.age import (
    ENCRYPTED,
    Locked,
    is_encrypted,
    is_locked,
    is_recipient,
    recipient_of,
    unwrap,
    wrap,
)
from screen.storage.records.disk import read_file, save_new

SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how every such key begins
_MOST = 1024 * 1024


class Wrong(Exception):  # noqa: N818 - that is what the passphrase is
    """The passphrase does not open the file."""


def save_identity(path: Path, identity: str, recipient: str, passphrase: str) -> Path:
    """Write the identity, locked, to a new file, and who it is for beside it; where that is. Raises OSError."""
    public = path.with_name(f"{path.name}.pub")
    text = f"# public key: {recipient}\n{identity}\n"
    save_new(path, wrap(text.encode(), passphrase))
    save_new(public, f"{recipient}\n".encode())
    return public


def read_identities(path: Path, passphrase: Callable[[], str]) -> tuple[str, ...]:
    """The identities in a file; the passphrase is asked for if it is locked. Raises Wrong, Refused, OSError."""
    content = read_file(path)
    if is_encrypted(content) and not is_locked(content):
        raise Refused(path, "it is something sealed, and no key.", "Name the file that htscreen records keygen wrote.")
    if is_encrypted(content):
        try:
            content = unwrap(content, passphrase())
        except Locked:
            raise Wrong from None
    found = tuple(line for line in _lines(content) if line.startswith(SECRET))
    try:
        for identity in found:
            recipient_of(identity)
    except ValueError:
        found = ()
    if not found:
        raise Refused(path, "there is no age identity in it.", "Name the file that htscreen records keygen wrote.")
    return found


def recipient_in(named: str) -> str:
    """The recipient that is named: itself, or the one in a file of this name. Raises ValueError, which says why not."""
    text = named.strip()
    if not text.startswith(("age1", SECRET)):
        try:
            lines = _lines(read_file(Path(named).expanduser()))
        except (OSError, ValueError, RuntimeError):
            raise ValueError(f"{named} is no recipient, age1..., and no file that can be read") from None
        if lines[:1] == [ENCRYPTED.decode()]:
            raise ValueError(f"{named} is the locked key. Name its public half, {named}.pub")
        if lines[1:]:
            raise ValueError(f"{named} holds {len(lines)} lines. Name a file with one key, and each key by itself")
        text = next(iter(lines), "")
    if text.startswith(SECRET):
        raise ValueError("this is the secret half of a key. It stays where it is; the public half begins with age1")
    if not is_recipient(text):
        what = text[:80] if text == named.strip() else f"what {named} holds"
        raise ValueError(f"{what} is no age recipient of the usual kind. Copy all of it, from age1 on")
    return text


def _lines(content: bytes) -> list[str]:
    """The lines that say something, without remarks."""
    text = content[:_MOST].decode("utf-8", "replace").lstrip("\ufeff")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
