"""A draft: an encounter on the disk as it goes. Each answer is a message of its own, to an identity that a PIN wraps.

A file of frames: the opening and the wrapped identity, each twice; how a person's screening stands, after each answer;
and at the end how many of these there are, which every answer moves on. So a cut by accident shows wherever it is.
"""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from screen.core.written import written
from screen.storage.records.age import recipient_of, seal
from screen.storage.records.disk import forget, save_new, write_at
from screen.storage.records.frames import framed
from screen.storage.records.locks import LOCK, forget_lock, hold

if TYPE_CHECKING:
    from filelock import FileLock

    from screen.core.encounter import Opening, Party

FORMAT = 1
"""Raise it when the way a draft is written changes."""

OPENING, KEY, ANSWERS, END = b"O", b"K", b"A", b"E"
"""The kinds of frame. The opening is in clear, and says nothing of anybody."""

SUFFIX = ".draft"


class Draft:
    """One draft that is being written, by this window alone. `kept`: what of the encounter is on the disk."""

    def __init__(self, path: Path, opening: "Opening", identity: str, wrapped: bytes) -> None:
        piece = json.dumps({"format": FORMAT, **written(opening)}).encode("utf-8")
        self.path, self.opening = path, opening
        self.identity, self.wrapped = identity, wrapped
        self.kept: Party = ()
        self._head = (framed(OPENING, piece) + framed(KEY, wrapped)) * 2
        self._recipient = recipient_of(identity)
        self._count = self._end = 0
        self._lock: FileLock | None = None

    def go_on(self, kept: "Party", count: int, end: int, lock: "FileLock") -> "Draft":
        """The same, as it was found on the disk: what it keeps, in how many frames, and where the last one ends."""
        self.kept, self._count, self._end, self._lock = kept, count, end, lock
        return self

    def keep(self, party: "Party") -> None:
        """Put on the disk what has changed since it was kept last.

        Raises InUse, OSError; the next call then puts all there.
        """
        if self._lock is None:
            self._lock = hold(self.path.with_suffix(LOCK))
        size = self.path.stat().st_size if self.path.exists() else -1
        is_there = self._end > 0 and size >= self._end
        kept, count, end = (self.kept, self._count, self._end) if is_there else ((), 0, len(self._head))
        changed = [number for number, person in enumerate(party) if kept[number : number + 1] != (person,)]
        body = b""
        for number in changed:
            count += 1
            body += framed(ANSWERS, self._message(number, count, party))
        tail = framed(END, str(count).encode())
        if is_there:
            write_at(self.path, end, body + tail)
        else:
            self._end = 0  # until all of it is written again
            whole = self._head + body + tail
            if size < 0:
                save_new(self.path, whole)
            else:  # what a write left that failed, or a file that came back cut: this window holds its lock
                write_at(self.path, 0, whole)
        self.kept, self._count, self._end = party, count, end + len(body)

    def _message(self, number: int, count: int, party: "Party") -> bytes:
        told = {"opening": written(self.opening), "number": count, "person": number, **written(party[number])}
        return seal(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), [self._recipient])

    def finish(self) -> None:
        """Forget the draft: what it kept is elsewhere. Raises OSError."""
        forget(self.path)
        self.leave()

    def leave(self) -> None:
        """Let another window go on with it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if not os.path.exists(self.path):  # noqa: PTH110 - which a folder without rights makes no fault
            forget_lock(self.path)
