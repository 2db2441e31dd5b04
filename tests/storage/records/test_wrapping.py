"""Wrapping: another process does it, this one if that cannot be, and a failure is told where it is waited for."""

import subprocess
import sys

import pyrage
import pytest

from screen.storage.records import wrapping
from screen.storage.records.age import unwrap
from screen.storage.records.wrapping import Wrapping, wrapped_apart
from tests.storage.records import quick

IDENTITY = "AGE-SECRET-KEY-1SOMETHING"
PIN = "p\u00efn 47 11"


def test_another_process_wraps_for_real_and_the_pin_is_no_argument_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = subprocess.run

    def run(*given: object, **named: object) -> object:
        calls.append((given, {name: value for name, value in named.items() if name != "input"}))
        return real(*given, **named)  # type: ignore[call-overload] # as it was called

    monkeypatch.setattr(subprocess, "run", run)
    wrapped = wrapped_apart(IDENTITY, PIN)
    monkeypatch.undo()
    assert pyrage.passphrase.decrypt(wrapped, PIN) == IDENTITY.encode()
    assert PIN not in str(calls)
    assert IDENTITY not in str(calls)


@pytest.mark.parametrize("command", ["/no/such/program", sys.executable + "x", ""])
def test_where_no_process_can_be_started_this_one_wraps(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(sys, "executable", command)
    assert wrapped_apart(IDENTITY, PIN) == b""
    identity, wrapped = Wrapping(PIN).result()
    assert wrapped.startswith(quick.HEAD)
    assert unwrap(wrapped, PIN) == identity.encode()


def test_a_program_that_is_no_python_wraps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/echo")
    assert wrapped_apart(IDENTITY, PIN) == b""


def test_a_failure_is_told_to_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(wrapping, "wrapped_apart", fail)
    waiting = Wrapping(PIN)
    with pytest.raises(OSError, match="PIN"):
        waiting.result()
    assert not waiting.is_ready
