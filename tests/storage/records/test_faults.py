"""A crash or a failing disk at every call that touches it: no answer that was accepted is lost, no record is half."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from screen.core.problem import Refused
from screen.storage.records import disk
from screen.storage.records.age import unseal
from screen.storage.records.drafts import find_drafts, found_at
from screen.storage.records.ledger import holding, read_chain
from screen.storage.records.locks import InUse
from screen.storage.records.opened import read_draft, resume_draft
from screen.storage.records.purging import old_in, purge
from screen.storage.records.setup import is_ours, read_setup
from tests.storage.records.faulty import ACCESS, FULL, IO, ROFS, Shim, in_child, kill, kill_half, struck
from tests.storage.records.made import KEYS, NOON, PIN, begun, growing, made, sealed
from tests.storage.records.test_chain import faults

PARTIES = growing(2)
SEALED = len(PARTIES) + 1
"""How far a whole encounter comes: every answer, and the seal."""


@contextmanager
def looking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at the disk as it is, past the shim."""
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", os)
        yield


def encounter(folder: Path) -> Callable[[Callable[[int], object]], object]:
    """An encounter from its first answer to its seal, that tells each time what was accepted."""

    def work(accept: Callable[[int], object]) -> None:
        draft = begun(folder)
        for number, party in enumerate(PARTIES, start=1):
            draft.keep(party)
            accept(number)
        sealed(folder, draft, PARTIES[-1])
        accept(SEALED)

    return work


def answers(folder: Path) -> int:
    """How many answers the draft of the folder keeps."""
    (found,) = find_drafts(folder)
    opened = read_draft(found, PIN)
    return PARTIES.index(opened.party) + 1


def outcome(folder: Path) -> str:
    """What became of an encounter, once the next window has put right what was left: sealed, draft, or nothing.

    Fails if it is both, or half of one.
    """
    with holding(folder, "mended", thorough=True):
        pass
    assert faults(folder) == []
    records, drafts = sorted(folder.glob("*.age")), find_drafts(folder)
    named = [line.link.file for line in read_chain(folder)[0] if line.link and line.link.kind == "sealed"]
    assert [path.name for path in records] == named
    for path in records:
        assert unseal(path.read_bytes(), KEYS[:1]).startswith(b"[6, 6] of 1 ")
    assert len(records) + len(drafts) <= 1
    return "sealed" if records else "draft" if drafts else "nothing"


@pytest.mark.parametrize("strike", [kill, kill_half], ids=["before the call", "in the middle of a write"])
def test_killed_at_every_call_that_touches_the_disk_it_loses_nothing(
    tmp_path: Path, strike: Callable[[str, tuple[Any, ...]], None]
) -> None:
    for at in count(1):
        folder = tmp_path / str(at)
        made(folder)
        accepted, killed = in_child(encounter(folder), Shim(at, strike))
        became = outcome(folder)
        if became == "draft":
            kept = 0
            with suppress(Exception):  # killed within its very first write, nothing was accepted
                kept = answers(folder)
            assert kept >= accepted, f"call {at}"
            assert accepted < SEALED
            if kept:
                draft, opened = resume_draft(find_drafts(folder)[0], PIN, "again")
                for party in PARTIES[kept:]:
                    draft.keep(party)
                sealed(folder, draft, PARTIES[-1])
                assert outcome(folder) == "sealed", f"call {at}: it goes on to its end"
                assert opened.party == PARTIES[kept - 1]
        else:
            assert became == ("sealed" if accepted >= len(PARTIES) else "nothing"), f"call {at}"
            assert became == "sealed" or accepted == 0
        if not killed:
            assert at > 60, "every call was struck"
            break


@pytest.mark.parametrize("strike", [FULL, IO, ROFS, ACCESS], ids=["full", "input/output", "read-only", "no rights"])
def test_an_error_at_every_call_is_raised_and_the_next_try_keeps_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strike: Callable[[str, tuple[Any, ...]], None]
) -> None:
    for at in count(1):
        folder = tmp_path / str(at)
        made(folder)
        draft, raised = begun(folder), 0
        shim = struck(monkeypatch, Shim(at, strike))
        for party in PARTIES:
            try:
                draft.keep(party)
            except OSError:
                raised += 1
                continue
            with looking(monkeypatch):
                assert read_draft(found_at(draft.path), PIN).party == party
        try:
            sealed(folder, draft, PARTIES[-1])
        except (OSError, Refused):
            raised += 1
            with looking(monkeypatch):
                assert draft.kept != PARTIES[-1] or answers(folder) == len(PARTIES), "its draft is there"
            sealed(folder, draft, PARTIES[-1], name="r2")
        monkeypatch.setattr(disk, "os", os)
        draft.leave()
        assert outcome(folder) == "sealed"
        if shim.count < at:
            assert raised == 0
            break


def is_free(folder: Path) -> bool:
    """Whether the folder can be set up as one that nobody has set up."""
    try:
        return read_setup(folder) is None
    except Refused:
        return False


def test_killed_at_every_call_of_a_set_up_the_folder_can_be_set_up(tmp_path: Path) -> None:
    for strike in (kill, kill_half):
        for at in count(1):
            folder = tmp_path / f"{strike.__name__}{at}"
            _, killed = in_child(lambda _, folder=folder: made(folder), Shim(at, strike))  # type: ignore[misc]
            assert is_free(folder) or is_ours(folder), "so the command takes it"
            made(folder)
            assert read_setup(folder) is not None
            assert faults(folder) == []
            if not killed:
                break


def test_killed_at_every_call_of_a_purge_nothing_is_amiss_afterwards(tmp_path: Path) -> None:
    for at in count(1):
        folder = tmp_path / str(at)
        made(folder)
        for number in range(3):
            sealed(folder, None, PARTIES[number], reference=f"R{number}", name=f"r{number}")
        links = [line.link for line in read_chain(folder)[0] if line.link]
        old = old_in(folder, links, NOON, 0, 0)
        _, killed = in_child(lambda _, folder=folder, old=old: purge(folder, old, "p", NOON), Shim(at, kill_half))  # type: ignore[misc]
        links = [line.link for line in read_chain(folder)[0] if line.link]
        purge(folder, old_in(folder, links, NOON, 0, 0), "p", NOON)
        assert faults(folder) == []
        assert list(folder.glob("*.age")) == []
        if not killed:
            break


def test_a_folder_that_is_taken_away_raises_and_one_that_comes_back_gets_all(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    made(folder)
    draft = begun(folder)
    draft.keep(PARTIES[3])
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="No such file"):
        draft.keep(PARTIES[4])
    (tmp_path / "elsewhere").rename(folder)
    draft.keep(PARTIES[8])
    assert read_draft(found_at(draft.path), PIN).party == PARTIES[8]


def test_a_full_disk_that_is_really_full(tmp_path: Path) -> None:
    """The system itself refuses: no file of the child may grow beyond a few kilobytes."""
    import resource  # noqa: PLC0415 - not on Windows
    import signal  # noqa: PLC0415

    folder = tmp_path / "records"
    made(folder)
    reached = tmp_path / "reached"

    def work(_: Callable[[int], object]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        draft, refused = begun(folder), list[int]()
        for number, party in enumerate(PARTIES, start=1):
            try:
                draft.keep(party)
            except OSError:
                refused.append(number)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert refused
        kept = read_draft(found_at(draft.path), PIN).party
        assert kept == PARTIES[refused[0] - 2]
        draft.keep(PARTIES[-1])
        assert read_draft(found_at(draft.path), PIN).party == PARTIES[-1]
        reached.touch()

    in_child(work, Shim(0, kill))
    assert reached.exists()


def test_the_lock_of_a_window_that_was_killed_is_free_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    made(folder)
    in_child(encounter(folder), Shim(20, kill))
    (found,) = find_drafts(folder)
    draft, _ = resume_draft(found, PIN, "b")
    with pytest.raises(InUse):
        resume_draft(found, PIN, "c")
    draft.leave()


def calls_of(monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> list[str]:
    """The calls that a piece of work makes on the disk, in their order; of a folder `fsync` says so."""
    calls = list[str]()

    class Watch:
        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `os` has
            real = getattr(os, name)
            if name not in ("write", "fsync", "replace", "unlink"):
                return real

            def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401
                is_folder = name == "fsync" and Path(f"/proc/self/fd/{given[0]}").is_dir()
                calls.append("folder" if is_folder else name)
                return real(*given, **named)

            return call

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", Watch())
        work()
    return calls


def test_what_is_written_lasts_before_anything_builds_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "records"
    made(folder)
    draft = begun(folder)
    assert calls_of(monkeypatch, lambda: draft.keep(PARTIES[0])) == ["write", "fsync", "folder"]
    assert calls_of(monkeypatch, lambda: draft.keep(PARTIES[1])) == ["write", "fsync"]
    record, line, forgotten, named = (
        ["write", "fsync", "folder"],
        ["write", "fsync"],
        ["unlink", "folder"],
        [
            "replace",
            "folder",
        ],
    )
    assert calls_of(monkeypatch, lambda: sealed(folder, draft, PARTIES[1])) == [*record, *line, *forgotten, *named]


def test_two_calls_that_fail_at_the_seal_lose_neither_draft_nor_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for first in range(1, 30):
        folder = tmp_path / str(first)
        made(folder)
        draft = begun(folder)
        draft.keep(PARTIES[5])

        class Failing(Shim):
            def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as Shim
                if self.count >= self.at and name in ("ftruncate", "lseek"):
                    raise OSError(5, "still failing")
                return super().__getattr__(name)

        with monkeypatch.context() as patch, suppress(OSError, Refused):
            patch.setattr(disk, "os", Failing(first, IO))
            sealed(folder, draft, PARTIES[5])
        draft.leave()
        with holding(folder, "mended", thorough=True):
            pass
        kept = [found for found in find_drafts(folder) if read_draft(found, PIN).party == PARTIES[5]]
        assert kept or any(folder.glob("*.age")), f"call {first}"
        assert "missing" not in faults(folder)
