"""From an answer to the next item, assessment included: the shipped rulebook, and made ones of up to 2,000 signs."""

import statistics
import time
from datetime import UTC, datetime
from itertools import pairwise

from ratio import report, rounds

from screen.cli.opening import open_book
from screen.core.book import Book
from screen.core.screening import Answer, Screening
from screen.core.shape.rulebook import Rulebook
from screen.core.walk import Question, walk

SIZES = (125, 250, 500, 1000, 2000)


def milliseconds(book: Book) -> float:
    """The median time from an answer to the next question, over whole walks with something found now and then."""
    asked: list[float] = []

    def ask(question: Question) -> Answer:
        asked.append(time.perf_counter())
        many = question.item.pick == "many"
        found = (question.options[0][1].id,) if not many or question.number % 7 == 0 else ()
        if question.item.id == "next-step":
            found = ("secondary",)
        return Answer(question.item.id, found)

    gaps: list[float] = []
    for _ in range(rounds() if len(book.bit) < max(SIZES) else 2):
        asked.clear()
        walk(book, ask, lambda *_: None, lambda _: None, lambda: datetime.now(UTC), Screening())
        gaps += [(after - before) * 1000 for before, after in pairwise(asked)]
    return statistics.median(gaps)


def made(size: int) -> Book:
    """A rulebook of that many indicators, five to an item and to a cluster, with rules that count them."""
    signs = [
        {"id": f"s{n}", "group": "force" if n % 2 else "fraud", "cluster": f"c{n // 5}", "title": f"Sign {n}",
         "strength": ("strong", "medium", "weak")[n % 3]}
        for n in range(size)
    ]  # fmt: skip
    items = [
        {"id": f"i{n}", "text": "Seen?", "pick": "many",
         "options": [{"id": f"o{k}", "label": "This", "shows": [f"s{n * 5 + k}"]} for k in range(5)]}
        for n in range(size // 5)
    ]  # fmt: skip
    rules = [
        {"id": f"r{n}", "disposition": "high", "because": "They come together.", "sources": ["ours"],
         "when": {"at_least": size + n, "of": "clusters", "where": {"strength": ["strong", "medium"]}}}
        for n in range(10)
    ]  # fmt: skip
    return Book(
        Rulebook.model_validate(
            {
                "edition": "1",
                "title": "Made",
                "groups": [{"id": "force", "title": "Force", "means": "yes"}, {"id": "fraud", "title": "Fraud"}],
                "strengths": ["strong", "medium", "weak"],
                "dispositions": [{"id": "low"}, {"id": "high"}],
                "stages": [{"id": "one", "title": "One", "items": [item["id"] for item in items]}],
                "items": items,
                "rules": rules,
                "indicators": signs,
            }
        )
    )


if __name__ == "__main__":
    report("answer to next item, shipped rulebook", milliseconds(open_book()), 5, "ms")
    figures = {size: milliseconds(made(size)) for size in SIZES}
    for size, figure in figures.items():
        print(f"{size} indicators: {figure:.2f} ms, {figure / size * 1000:.2f} us an indicator")
    smallest, largest = SIZES[0], SIZES[-1]
    # A set of 2,000 signs is an int of 32 machine words, one of 125 of two: a step costs a little more, not 16 times.
    growth = (figures[largest] / figures[smallest]) / (largest / smallest)
    report(f"growth from {smallest} to {largest} indicators, 1 is linear", growth, 2)
