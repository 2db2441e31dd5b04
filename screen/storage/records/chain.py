"""The chain: a file of lines, each with a number and the hash of the line before, so that a change shows.

A line is a link: the set-up, a sealed record, or what was purged. It names a record by its file and by the SHA-256 of
that, and says nothing of what is in it.
"""

import json
import re
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from screen.core.written import written
from screen.storage.sealed import sealed, unsealed

CHAIN, CHAIN_LOCK = "chain.jsonl", "chain.lock"
START = "0" * 64
"""What stands in the first line for the hash of the line before."""

_MOST = 2**53
_FILE = re.compile(r"[\w-]{1,64}\.age", re.ASCII)

SETUP, SEALED, PURGED = "setup", "sealed", "purged"
_LINK = "link"


class Link(NamedTuple):
    """One line. `previous`: SHA-256 of the line before it, without its end, in hexadecimal.

    Of a `sealed` record: its reference, file, that file's SHA-256 and size in bytes. `recipients`: who can open what is
    sealed from a set-up on; its `sha256` is that of its file as it then was. `purged`: the numbers of the records that
    were deleted on purpose.
    """

    number: int
    kind: str
    at: datetime
    previous: str
    reference: str = ""
    file: str = ""
    sha256: str = ""
    size: int = 0
    recipients: tuple[str, ...] = ()
    purged: tuple[int, ...] = ()


class Line(NamedTuple):
    """A line as it stands, its own hash, and the link in it; None if it cannot be read."""

    raw: bytes
    link: Link | None

    @property
    def digest(self) -> bytes:
        """The hash that the next line holds, and that a head code is made of."""
        return sha256(self.raw).digest()


def line_of(link: Link) -> bytes:
    """The link as a line, with its end."""
    return sealed(_LINK, written(link)).encode("utf-8")


def read_line(raw: bytes) -> Line:
    """The line and the link in it."""
    kind, value = unsealed(raw)
    try:
        return Line(raw, _link(json.loads(value)) if kind == _LINK else None)
    except (ValueError, TypeError, KeyError, RecursionError):
        return Line(raw, None)


def _link(told: dict[str, Any]) -> Link:
    """The link. Raises TypeError, ValueError, KeyError for what is none, as a newer program or a stranger may write."""
    link = Link(**told)
    link = link._replace(
        at=datetime.fromisoformat(told["at"]), recipients=tuple(link.recipients), purged=tuple(link.purged)
    )
    texts = (link.kind, link.previous, link.reference, link.file, link.sha256, *link.recipients)
    numbers = (link.number, link.size, *link.purged)
    if not all(type(each) is str for each in texts) or not all(type(each) is int for each in numbers):
        raise TypeError("a link of other kinds of values")
    if max(map(abs, numbers)) >= _MOST:
        raise ValueError("a number that counts nothing here")
    if link.at.tzinfo is None or not (_FILE.fullmatch(link.file) or not link.file):
        raise ValueError("a moment without its zone, or a file that leads elsewhere")
    return link


def lines_of(content: bytes) -> tuple[tuple[Line, ...], bytes]:
    """All lines, and what stands behind the last end of a line: the beginning of one that was never finished."""
    *whole, torn = content.split(b"\n")
    return tuple(map(read_line, whole)), torn
