"""Silence: what is typed is not shown, until it is over."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def silence(inp: TextIO) -> Iterator[None]:
    """Show nothing of what is typed at a terminal. What was typed before, and was shown, is dropped.

    A program that is suspended would be shown it, so Ctrl-Z is a letter meanwhile. Where the input is no terminal there
    is nothing to hide. On Windows a console is asked in its own way.
    """
    if inp is not sys.stdin or not inp.isatty():
        yield
        return
    if sys.platform == "win32":
        with _windows():
            yield
        return
    import termios  # noqa: PLC0415 - not on Windows

    before, number = termios.tcgetattr(inp.fileno()), inp.fileno()
    silent = list(before)
    silent[3] &= ~termios.ECHO
    silent[6] = [b"\0" if place == termios.VSUSP else letter for place, letter in enumerate(before[6])]
    was_shown = before[3] & termios.ECHO
    termios.tcsetattr(number, termios.TCSAFLUSH if was_shown else termios.TCSADRAIN, silent)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


@contextmanager
def _windows() -> Iterator[None]:
    """The same on Windows, where the echo is a mode of the console."""
    import ctypes  # noqa: PLC0415 - only on Windows

    kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()  # type: ignore[attr-defined] # Windows alone has it
    handle = kernel.GetStdHandle(-10)
    kernel.GetConsoleMode(handle, ctypes.byref(mode))
    kernel.SetConsoleMode(handle, mode.value & ~4)
    try:
        yield
    finally:
        kernel.SetConsoleMode(handle, mode.value)
