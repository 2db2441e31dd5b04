"""Many windows at once: no record is lost, the chain does not fork, nobody waits long."""

import os
import time
from pathlib import Path

from screen.storage.records.age import unseal
from screen.storage.records.drafts import find_drafts, found_at
from screen.storage.records.ledger import read_chain
from screen.storage.records.opened import resume_draft
from tests.storage.records.made import KEYS, PIN, begun, growing, made, sealed
from tests.storage.records.test_chain import faults

WINDOWS, EACH = 4, 250
PARTIES = growing()
LONGEST = 1.0
"""Seconds that any officer may have to wait for the others."""


def window(folder: Path, number: int, slowest: Path) -> None:
    """One window: encounter after encounter, begun, left, gone on with, and sealed."""
    longest = 0.0
    for encounter in range(EACH):
        name = f"w{number}-{encounter}"
        draft = begun(folder, name.upper(), name=name)
        draft.keep(PARTIES[0])
        draft.leave()
        draft, _ = resume_draft(found_at(draft.path), PIN, f"{name}-again")
        draft.keep(PARTIES[1])
        start = time.monotonic()
        sealed(folder, draft, PARTIES[1], reference=name.upper(), name=f"r{name}")
        longest = max(longest, time.monotonic() - start)
    slowest.write_text(str(longest), "utf-8")


def test_a_thousand_records_by_four_windows_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    made(folder)
    children = []
    for number in range(WINDOWS):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                window(folder, number, tmp_path / f"slowest-{number}")
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * WINDOWS
    lines, torn = read_chain(folder)
    links = [line.link for line in lines if line.link and line.link.kind == "sealed"]
    assert (len(links), torn) == (WINDOWS * EACH, b"")
    assert [link.number for link in links] == list(range(1, WINDOWS * EACH + 1))
    assert {link.reference for link in links} == {f"W{n}-{m}" for n in range(WINDOWS) for m in range(EACH)}
    assert faults(folder) == []
    assert find_drafts(folder) == ()
    assert list(folder.glob("*.lock")) == [folder / "chain.lock"]
    for link in links:
        assert unseal((folder / link.file).read_bytes(), KEYS[:1]).endswith(link.previous.encode())
    waits = [float((tmp_path / f"slowest-{number}").read_text("utf-8")) for number in range(WINDOWS)]
    assert max(waits) < LONGEST, "no timing of speed: a bound on starving"
