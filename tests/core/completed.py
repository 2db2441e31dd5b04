"""Screenings completed: what is open in them, turned out in every way that it could."""

from collections.abc import Iterator
from itertools import combinations, product

from screen.core.book import Book
from screen.core.evidence import fold
from screen.core.screening import UNANSWERED, Entry, Known, Screening, Sign
from tests.core.little import NOW


def completions(book: Book, screening: Screening) -> Iterator[tuple[Entry, ...]]:
    """Every way in which what is open could turn out: signs either way, facts at each value, reason written or not."""
    evidence, default = fold(book, screening), book.rulebook.unanswered
    open_signs = [
        each.id
        for each in book.rulebook.indicators
        if evidence.not_asked & book.bit[each.id]
        or (
            (evidence.could_not_tell | evidence.declined) & book.bit[each.id] and (each.unanswered or default) == "open"
        )
    ]
    open_facts = [
        fact
        for fact in book.rulebook.facts
        if (value := evidence.values.get(fact.id)) is None or (fact.unanswered == "open" and value in UNANSWERED)
    ]
    for size in range(len(open_signs) + 1):
        for signs in combinations(open_signs, size):
            for values in product(*([*fact.values] for fact in open_facts)):
                for reason in ("as told", ""):
                    facts = zip(open_facts, values, strict=True)
                    known = (Known(fact.id, value, reason, NOW) for fact, value in facts)
                    others = (Sign(name, "absent", NOW) for name in open_signs if name not in signs)
                    yield (*(Sign(name, "present", NOW) for name in signs), *others, *known)
