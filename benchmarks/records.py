"""Records: an answer on the disk before the next prompt, what they add to the first item, 10,000 of them looked at."""

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from ratio import HTSCREEN, ROOT, report, rounds, settled_environment

from screen.cli.opening import open_book
from screen.core.encounter import Opening, Person
from screen.core.screening import Answer, Screening
from screen.core.walk import Question, walk
from screen.storage.records.age import generate, recipient_of
from screen.storage.records.draft import Draft
from screen.storage.records.sealing import Wanted, seal_record, set_up
from screen.storage.records.setup import Setup

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MANY = 10_000


def answer_to_prompt(folder: Path) -> float:
    """Milliseconds from an answer to the next question, with the answer on the disk in between; the median."""
    book, asked = open_book(), list[float]()
    draft = Draft(folder / "a.draft", Opening("A", NOW, "1", "0"), generate(), b"wrapped before the first question")

    def ask(question: Question) -> Answer:
        asked.append(time.perf_counter())
        many = question.item.pick == "many"
        found = (question.options[0][1].id,) if not many or question.number % 7 == 0 else ()
        return Answer(question.item.id, ("secondary",) if question.item.id == "next-step" else found)

    def keep(screening: Screening) -> None:
        draft.keep((Person(NOW, screening),))

    gaps = list[float]()
    for _ in range(rounds()):
        asked.clear()
        walk(book, ask, lambda *_: None, keep, lambda: NOW, Screening())
        gaps += [(after - before) * 1000 for before, after in pairwise(asked)]
    draft.finish()
    return statistics.median(gaps)


def keeping(folder: Path) -> float:
    """Milliseconds to keep one answer; the median over whole screenings."""
    took = list[float]()
    for number in range(rounds()):
        draft = Draft(folder / f"k{number}.draft", Opening("A", NOW, "1", "0"), generate(), b"wrapped")
        screening = Screening()
        for each in range(30):
            screening = screening.add(Answer(f"item-{each}", ("an-option",), stage="secondary", at=NOW))
            start = time.perf_counter()
            draft.keep((Person(NOW, screening),))
            took.append((time.perf_counter() - start) * 1000)
        draft.finish()
    return statistics.median(took)


def bare_append(folder: Path) -> float:
    """Milliseconds to append a kilobyte to a file and wait for the disk; the median."""
    took, path = list[float](), folder / "bare"
    for _ in range(30 * rounds()):
        start = time.perf_counter()
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(number, b"x" * 1024)
        os.fsync(number)
        os.close(number)
        took.append((time.perf_counter() - start) * 1000)
    path.unlink()
    return statistics.median(took)


def until_first_item(environment: dict[str, str], typed: tuple[bytes, ...]) -> float:
    """Milliseconds of the program from exec to the first item, without those in which it waits for the PIN."""
    start = time.perf_counter()
    child, screen = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execve(HTSCREEN[0], list(HTSCREEN), environment)
    seen, waited = b"", 0.0
    for prompt, line in enumerate((*typed, None)):
        while seen.count(b"> ") <= prompt:
            select.select([screen], [], [], 10)
            seen += os.read(screen, 65536)
        if line is not None:
            pause = time.perf_counter()
            time.sleep(0.05)  # an officer types
            os.write(screen, line + b"\n")
            waited += time.perf_counter() - pause
    took = time.perf_counter() - start - waited
    os.kill(child, 9)
    os.close(screen)
    os.waitpid(child, 0)
    return took * 1000


def first_item(folder: Path) -> tuple[float, float]:
    """Medians of the first item where records are set up, and where they are not, in turn."""
    plain = settled_environment()
    pairs = [
        (until_first_item({**plain, "HTSCREEN_RECORDS": str(folder)}, (b"4711", b"")), until_first_item(plain, ()))
        for _ in range(rounds())
    ]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def seconds(environment: dict[str, str], *arguments: str) -> float:
    """Seconds of one call; the best of three."""
    took = list[float]()
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run((*HTSCREEN, *arguments), env=environment, cwd=ROOT, capture_output=True, check=True)
        took.append(time.perf_counter() - start)
    return min(took)


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        folder = Path(name) / "records"
        recipients = (recipient_of(generate()), recipient_of(generate()))
        set_up(folder, Setup(recipients, drilled=recipients), "part", NOW)
        kept, bare = keeping(folder), bare_append(folder)
        print(f"an answer kept {kept:.2f} ms, a bare kilobyte appended {bare:.2f} ms, both with fsync")
        report("an answer kept, against a bare append", kept / bare, 3)
        report("an answer on the disk to the next prompt", answer_to_prompt(folder), 10, "ms")
        ours, plain = first_item(folder)
        print(f"first item {ours:.0f} ms with records, {plain:.0f} ms without")
        report("what records add to the first item", ours - plain, 5, "ms")
        many = MANY if "--smoke" not in sys.argv else MANY // 10
        for number in range(many):
            wanted = Wanted(f"R{number}", f"r{number}", NOW, lambda _, previous, __: previous.encode() * 120)
            seal_record(folder, wanted, None)
        environment = {**settled_environment(), "HTSCREEN_RECORDS": str(folder)}
        report(f"{many} records verified", seconds(environment, "records", "verify"), 5, "s")
        report(f"{many} records listed", seconds(environment, "records", "list"), 1, "s")


if __name__ == "__main__":
    main()
