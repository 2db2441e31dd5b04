"""`assess` alone on the shipped rulebook, beside the reading of the same evidence by a plain loop."""

import statistics
import time
from collections.abc import Callable

from ratio import report, rounds

from screen.cli.opening import open_book
from screen.core.assessment import assess
from screen.core.evidence import fold
from screen.core.screening import Known, Screening, Sign


def microseconds(work: Callable[[], object]) -> float:
    """The median time of one call."""
    times = []
    for _ in range(rounds()):
        start = time.perf_counter()
        for _ in range(200):
            work()
        times.append((time.perf_counter() - start) / 200 * 1e6)
    return statistics.median(times)


if __name__ == "__main__":
    book = open_book()
    for name, signs in (
        ("nothing noted", ()),
        ("one weak sign", ("lives-at-work",)),
        ("two telling facts", ("documents-held", "debt-to-controller")),
        ("every sign", tuple(book.bit)),
    ):
        evidence = fold(book, Screening((Known("age", "adult"), *(Sign(each) for each in signs))))
        baseline = microseconds(lambda: [each for each in book.rulebook.indicators if each.strength == "strong"])
        took = microseconds(lambda evidence=evidence: assess(book, evidence))  # type: ignore[misc]
        print(f"{name}: {took:.0f} us, {took / baseline:.1f} times one pass over the indicators")
        report(f"assess, {name}", took, 200, "us")
