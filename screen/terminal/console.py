"""The console: lines out, lines in, on any terminal, pipe or code page."""

import os
import sys
import textwrap
from io import StringIO
from typing import NamedTuple, TextIO

from screen.terminal.letters import printable

ROWS, COLUMNS = 24, 80
"""The smallest screen at a checkpoint; nothing is laid out wider, and no page is longer."""


class Closed(Exception):  # noqa: N818 - not an error: the input has ended, and that is leaving
    """The input is closed."""


class Hidden(Exception):  # noqa: N818 - no error either: the screen was cleared, and what stood on it is to be put again
    """The officer hid the screen, and has come back to it."""


class Console(NamedTuple):
    """Where lines go and come from.

    `plain`: label and value, no styles; `styled`: headings are bold; `clears`: the terminal can be cleared, which
    hiding needs even where nothing else may be styled.
    """

    out: TextIO
    inp: TextIO
    plain: bool
    styled: bool
    clears: bool = False

    @property
    def is_live(self) -> bool:
        """Whether a person sits at it, so that a pause makes sense."""
        return self.inp.isatty() and self.out.isatty()

    def write(self, text: str = "", indent: str = "", hang: str | None = None) -> None:
        """Write text as whole lines of at most 80 columns, wrapped, with further lines under `hang`."""
        for line in printable(text).split("\n"):
            self.out.write(wrapped(line, indent, hang) + "\n")

    def head(self, text: str) -> None:
        """Write a heading: bold where the terminal can, else as it is."""
        if not self.styled:
            self.write(text)
            return
        for line in wrapped(printable(text)).split("\n"):
            self.out.write(f"\x1b[1m{line}\x1b[0m\n")

    def read(self, prompt: str) -> str:
        """One line typed after the prompt, without its end. Raises Closed, KeyboardInterrupt.

        `h` hides the screen at whatever prompt it is typed; then raises Hidden once Enter was pressed.
        """
        line = self.line(prompt)
        if line.strip().lower() != "h":
            return line
        self.hide()
        self.line("Press Enter. ")
        raise Hidden

    def secret(self, prompt: str) -> str:
        """One line that is not shown as it is typed, whatever the output goes to. Raises as `read` does."""
        from screen.terminal.silence import silence  # noqa: PLC0415 - only where something is kept

        shown = self if self.out.isatty() or not self.inp.isatty() else self._replace(out=sys.stderr)
        with silence(self.inp):
            line = shown.line(prompt)
        if self.inp.isatty():
            shown.write()
        if line.strip().lower() == "h":
            self.hide()
            shown.line("Press Enter. ")
            raise Hidden
        return line

    def line(self, prompt: str) -> str:
        """One line typed after the prompt, whatever it is. Raises Closed, KeyboardInterrupt."""
        self.out.write(prompt)
        self.out.flush()
        line = self.inp.readline()
        if not self.inp.isatty():
            self.out.write("\n")
        if not line:
            raise Closed
        return line.rstrip("\r\n")

    def hide(self) -> None:
        """Clear the screen and what can be scrolled back to; without escape sequences, push it out of sight."""
        if sys.platform == "win32" and self.out.isatty():
            os.system("cls")  # noqa: S605, S607 - the one way to clear an old Windows console and its scrollback
        elif self.clears:
            self.out.write("\x1b[2J\x1b[3J\x1b[H")
        else:
            self.out.write("\n" * 2 * ROWS)
        self.out.flush()


IN_MEMORY = "Answers are kept in memory only."


def calmly(console: Console, prompt: str, kept: str = IN_MEMORY) -> str:
    """One line, past one Ctrl-C that says what is kept. Raises Closed, Hidden, KeyboardInterrupt at the second."""
    try:
        return console.read(prompt)
    except KeyboardInterrupt:
        console.write(f"\nPaused. {kept} Ctrl-C again leaves.")
        return console.read(prompt)


def wrapped(line: str, indent: str = "", hang: str | None = None) -> str:
    """One paragraph at 80 columns. Long words are broken, not lost."""
    if not line.strip():
        return ""
    hang = indent if hang is None else hang
    return textwrap.fill(line, COLUMNS - 1, initial_indent=indent, subsequent_indent=hang, break_on_hyphens=False)


def open_console(*, plain: bool = False) -> Console:
    """The console of this process. Plain if asked for, by ACCESSIBLE, on a dumb terminal, or when not a terminal."""
    sys.stdout, sys.stderr, sys.stdin = sys.stdout or StringIO(), sys.stderr or StringIO(), sys.stdin or StringIO()
    for stream in (sys.stdout, sys.stderr):
        _set(stream, "htscreen-fold")
    _set(sys.stdin, "replace")
    obeys = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    plain = plain or not obeys or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    styled = not plain and "NO_COLOR" not in os.environ and sys.platform != "win32"
    return Console(sys.stdout, sys.stdin, plain, styled, obeys)


def _set(stream: TextIO, errors: str) -> None:
    """What the encoding cannot say is folded. A stream that someone else put in place stays as it is."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=errors)
