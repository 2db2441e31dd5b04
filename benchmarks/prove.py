"""`rulebook prove`: the shipped rulebook, and one of 500 indicators by the same rules, beside reading it."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from ratio import report, rounds

from screen.cli.opening import rulebook_path
from screen.core.book import Book
from screen.core.checks import check_book
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from screen.workshop.logic.solver import z3_solver
from screen.workshop.proving.proof import Line
from screen.workshop.proving.prove import prove
from screen.workshop.proving.sets import Smallest, smallest_sets

LARGE = 500


def seconds(work: Callable[[], object], times: int) -> float:
    """The median time of the work."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def proof(book: Book) -> tuple[list[Line], list[Smallest]]:
    """All that the command reckons."""
    return list(prove(book, z3_solver(10))), list(smallest_sets(book))


def grown(rulebook: Rulebook, size: int) -> Book:
    """The rulebook with its indicators and items again and again, each time in clusters of their own."""
    tree = rulebook.model_dump(by_alias=True, exclude_none=True)
    tree |= {"indicators": list(tree["indicators"]), "items": list(tree["items"])}
    signs, items = tuple(tree["indicators"]), tuple(tree["items"])
    for turn in range(1, size):
        if len(tree["indicators"]) >= size:
            break
        tree["indicators"] += [_again(each, turn) for each in signs]
        tree["items"] += [_asked_again(each, turn) for each in items]
        for stage in tree["stages"]:
            old = [name for name in stage["items"] if "." not in name]
            stage["items"] = [*stage["items"], *(f"{name}.{turn}" for name in old)]
    tree["indicators"] = tree["indicators"][:size]
    known = {each["id"] for each in tree["indicators"]}
    for item in tree["items"]:
        for option in item["options"]:
            option["shows"] = [name for name in option.get("shows", ()) if name in known]
    return Book(Rulebook.model_validate(tree))


def _again(sign: dict[str, Any], turn: int) -> dict[str, Any]:
    cluster = sign.get("cluster", sign["id"])
    return sign | {"id": f"{sign['id']}.{turn}", "cluster": f"{cluster}.{turn}"}


def _asked_again(item: dict[str, Any], turn: int) -> dict[str, Any]:
    options = [option | {"shows": [f"{name}.{turn}" for name in option.get("shows", ())]} for option in item["options"]]
    return item | {"id": f"{item['id']}.{turn}", "options": options}


if __name__ == "__main__":
    rulebook, _ = read_rulebook(rulebook_path(None), Rulebook, check_book)
    read = seconds(lambda: read_rulebook(rulebook_path(None), Rulebook, check_book), min(rounds(), 5))
    shipped, large = Book(rulebook), grown(rulebook, LARGE)
    took = seconds(lambda: proof(shipped), min(rounds(), 3))
    print(f"shipped, {len(shipped.bit)} indicators: {took:.1f} s, {took / read:.0f} times reading and checking it")
    report("prove, shipped rulebook", took, 10, "s")
    start = time.perf_counter()
    lines = list(prove(large, z3_solver(10)))
    smallest_sets(large)
    took = time.perf_counter() - start
    decided = sum(line.state != "not-decided" for line in lines)
    print(f"made, {len(large.bit)} indicators, {len(large.clusters)} clusters: {took:.1f} s, {took / read:.0f} times")
    print(f"  {decided} of {len(lines)} claims decided")
