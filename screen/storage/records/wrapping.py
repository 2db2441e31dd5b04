"""Wrapping: a new identity is wrapped by a PIN while the officer reads the first question.

That takes a second or more, on purpose, and the library lets nothing else run meanwhile: no key, and no hiding. So
another process does it, which is told the PIN through a pipe.
"""

import sys
from contextlib import suppress
from threading import Timer

DELAY = 0.05
"""Seconds that the first question has for itself."""

_WRAP = """
import sys, pyrage
identity, pin = sys.stdin.buffer.read().split(b"\\0", 1)
sys.stdout.buffer.write(pyrage.passphrase.encrypt(identity, pin.decode()))
"""


class Wrapping:
    """An identity being wrapped."""

    def __init__(self, pin: str) -> None:
        self._identity, self._wrapped = "", b""
        self._timer = Timer(DELAY, self._wrap, (pin,))
        self._timer.daemon = True
        self._timer.start()

    @property
    def is_ready(self) -> bool:
        """Whether it is wrapped already."""
        return bool(self._wrapped)

    def result(self) -> tuple[str, bytes]:
        """The identity, and how it is wrapped, once it is. Raises OSError if it cannot be."""
        self._timer.join()
        if not self._wrapped:
            raise OSError("the PIN cannot lock it")
        return self._identity, self._wrapped

    def _wrap(self, pin: str) -> None:
        with suppress(Exception):  # whatever it is, `result` tells it to who waits
            from screen.storage.records.age import generate, wrap  # noqa: PLC0415 - the first question comes before it

            self._identity = generate()
            self._wrapped = wrapped_apart(self._identity, pin) or wrap(self._identity.encode(), pin)


def wrapped_apart(identity: str, pin: str) -> bytes:
    """The identity, wrapped by another process; nothing if none can be started, as in a frozen program."""
    import subprocess  # noqa: PLC0415 - as above

    from screen.storage.records.age import ENCRYPTED  # noqa: PLC0415

    command = (sys.executable, "-P", "-c", _WRAP)
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    typed = identity.encode() + b"\0" + pin.encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            command, input=typed, capture_output=True, check=False, start_new_session=True, creationflags=flags
        )
    except (OSError, ValueError):
        return b""
    return done.stdout if done.returncode == 0 and done.stdout.startswith(ENCRYPTED) else b""
