"""A real terminal of 80 columns by 24 rows, with an officer's keys, and everything that was ever written to it."""

import re
import sys
from types import TracebackType
from typing import Self

import pexpect
import pyte

from screen.core.book import Book
from tests.program import Program
from tests.terminal.keys import Replies, asked, reply_to

ROWS, COLUMNS = 24, 80
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_WAITING = re.compile(rb"(?:> |Press Enter\. )\Z")


class Live:
    """The program in a terminal. Each method that types waits until the program waits again."""

    command: tuple[str, ...] = ("-m", "screen")

    before: tuple[str, ...] = ()
    """What stands before the command."""

    def __init__(self, program: Program, *arguments: str, **environment: str) -> None:
        self.screen = pyte.HistoryScreen(COLUMNS, ROWS, history=10_000)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        command = [*self.before, sys.executable, "-W", "error", *self.command, *arguments]
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(ROWS, COLUMNS),
            env=program.environment(**environment),
            cwd=str(program.home),
            timeout=15,
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.01
        self.text = ""

    def __enter__(self) -> Self:
        self.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.child.close(force=True)

    def _take(self) -> str:
        after = self.child.after if isinstance(self.child.after, bytes) else b""
        taken = (self.child.before or b"") + after
        self.raw += taken
        self.stream.feed(taken)
        self.text = _ESCAPE.sub("", taken.decode()).replace("\r", "")
        return self.text

    def wait(self) -> str:
        """What is written until the program waits for keys."""
        self.child.expect(_WAITING)
        return self._take()

    def type(self, *lines: str) -> str:
        """Type lines, one at a time; what is written after the last."""
        for line in lines:
            self.child.sendline(line)
            self.wait()
        return self.text

    def walk(self, book: Book, replies: Replies | None = None, until: str = "") -> list[str]:
        """Answer what is asked, up to the item `until` or to the end page; the items asked."""
        items = []
        while (item := asked(book, self.text)) is not None and item != until:
            items.append(item)
            self.type(*reply_to(book, item, replies or {}))
        return items

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.child.sendintr()

    def end(self) -> int:
        """Wait for the program to end; its exit code."""
        self.child.expect(pexpect.EOF)
        self._take()
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    @property
    def scrolled(self) -> str:
        """What can be scrolled back to."""
        return "\n".join("".join(line[column].data for column in range(COLUMNS)) for line in self.screen.history.top)

    @property
    def lines(self) -> list[str]:
        """Every line ever written, without styles."""
        return _ESCAPE.sub("", self.raw.decode()).replace("\r", "").split("\n")
