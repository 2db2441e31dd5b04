"""The ledger: links are added to a folder's chain, one window at a time, and what a crash left is put right first."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from screen.storage.records.chain import CHAIN, CHAIN_LOCK, SEALED, SETUP, START, Line, Link, line_of, lines_of
from screen.storage.records.disk import PART, forget, open_file, read_file, rename, save_new, write_at
from screen.storage.records.drafts import ASIDE, find_drafts
from screen.storage.records.locks import WAIT, forget_lock, hold

AGE, TORN = ".age", ".torn"
NEXT = f"setup{PART}"
"""A set-up that the chain does not have yet."""
_TAIL = 64 * 1024
"""Bytes at the end of a chain that mostly hold its last lines."""


class Head(NamedTuple):
    """The last line of a chain: its number and its hash."""

    number: int
    digest: bytes


def read_chain(folder: Path) -> tuple[tuple[Line, ...], bytes]:
    """All lines of the folder's chain, and what a crash left unfinished behind them. Raises OSError."""
    try:
        return lines_of(read_file(folder / CHAIN))
    except FileNotFoundError:
        return (), b""


def head_of(lines: tuple[Line, ...]) -> Head | None:
    """The head of these lines; None if there are none. A line that cannot be read counts as the next number."""
    for back, line in enumerate(reversed(lines)):
        if line.link is not None:
            return Head(line.link.number + back, lines[-1].digest)
    return Head(len(lines) - 1, lines[-1].digest) if lines else None


@contextmanager
def holding(folder: Path, name: str, *, thorough: bool = False) -> "Iterator[None]":
    """The chain, for this window alone, with what a crash left put right. Raises InUse, OSError.

    `name` is a free name, for a piece that has to be set aside. `thorough`: look at all there is, and not only where
    something points to a crash, which takes as long as the chain is.
    """
    with hold(folder / CHAIN_LOCK, WAIT):
        if thorough or _is_left(folder):
            _mend(folder, name)
        yield


def add(folder: Path, make: Callable[[int, str], Link]) -> Head:
    """Add the link that is made for its number and the hash before; the chain is held.

    Raises OSError; then there is none, unless the disk took back neither the line nor its beginning: see `is_named`.
    """
    path = folder / CHAIN
    size, tail = _tail(folder)
    head = head_of(lines_of(tail)[0])
    number, previous = (0, START) if head is None else (head.number + 1, head.digest.hex())
    line = line_of(make(number, previous))
    if not path.exists():
        save_new(path, line)
        return Head(number, sha256(line[:-1]).digest())
    try:
        write_at(path, size, line)
    except OSError:
        with suppress(OSError):  # what cannot be cut off now is set aside by the next window that holds the chain
            write_at(path, size, b"")
        raise
    return Head(number, sha256(line[:-1]).digest())


def read_head(folder: Path) -> Head | None:
    """The head of the folder's chain; None without one. Raises OSError."""
    return head_of(lines_of(_tail(folder)[1])[0])


def _tail(folder: Path) -> tuple[int, bytes]:
    """The size of the chain, and its last lines, whole ones; as many as it takes for one of them to be readable."""
    try:
        with open_file(folder / CHAIN) as file:
            size, many = file.seek(0, os.SEEK_END), _TAIL
            while True:
                file.seek(max(0, size - many))
                tail = file.read()
                if many >= size:
                    return size, tail
                tail = tail[tail.find(b"\n") + 1 :]
                if any(line.link for line in lines_of(tail)[0]):
                    return size, tail
                many *= 4
    except FileNotFoundError:
        return 0, b""


def _is_left(folder: Path) -> bool:
    """Whether something points to a crash: a line without its end, or a part that was not given its name."""
    size, tail = _tail(folder)
    return (size > 0 and not tail.endswith(b"\n")) or any(folder.glob(f"*{PART}"))


def is_named(folder: Path, name: str) -> bool:
    """Whether one of the last lines of the chain names this file; if that cannot be read, it may."""
    try:
        return any(line.link is not None and line.link.file == name for line in lines_of(_tail(folder)[1])[0])
    except OSError:
        return True


def _mend(folder: Path, name: str) -> None:
    """Put right what a crash between two steps left. Raises OSError.

    The beginning of a line is set aside; what the chain says was sealed gets its name, and its draft goes once the
    record is there; a set-up that the chain has gets its name. A part that no line names goes, since its draft is
    there; where a line cannot be read, it is set aside.
    """
    lines, torn = read_chain(folder)
    if torn:
        save_new(folder / f"{name}{TORN}", torn)
        write_at(folder / CHAIN, sum(len(line.raw) + 1 for line in lines), b"")
    links = [line.link for line in lines if line.link is not None]
    sealed = {link.file: link for link in links if link.kind == SEALED}
    for part in folder.glob(f"*{PART}"):
        link = sealed.get(part.with_suffix(AGE).name)
        if part.name == NEXT:
            _name_setup(folder, links)
        elif link is not None and state_of(folder, link) == "waiting":
            rename(part, folder / link.file)
        elif link is None and lines and len(links) == len(lines):
            forget(part)
        else:
            rename(part, part.with_suffix(ASIDE))
    named = {link.reference: link for link in sealed.values()}
    for found in find_drafts(folder):
        link = named.get(found.opening.reference) if found.opening else None
        if link is None or state_of(folder, link) != "whole":
            continue
        if found.is_whole:
            forget(found.path)
        else:
            rename(found.path, found.path.with_suffix(ASIDE))
        forget_lock(found.path)


def _name_setup(folder: Path, links: list[Link]) -> None:
    """Give a new set-up its name if the chain has it; else it was never finished, and goes."""
    told = [link.sha256 for link in links if link.kind == SETUP]
    if told[-1:] == [sha256(read_file(folder / NEXT)).hexdigest()]:
        rename(folder / NEXT, folder / NEXT.replace(PART, ".json"))
    else:
        forget(folder / NEXT)


def state_of(folder: Path, link: Link) -> Literal["whole", "waiting", "gone", "replaced"]:
    """How the file of a sealed record is: as it was sealed; so, and not given its name yet; gone; or another."""
    states: dict[str, Literal["whole", "waiting"]] = {AGE: "whole", PART: "waiting"}
    for suffix, state in states.items():
        try:
            is_same = sha256(read_file((folder / link.file).with_suffix(suffix))).hexdigest() == link.sha256
        except FileNotFoundError:
            continue
        except OSError:
            is_same = False
        return state if is_same else "replaced"
    return "gone"
