"""Checks that everything cites what stands in the register, and the register its own sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named, unknown
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook


def check_citations(book: "Rulebook") -> Iterator[Problem]:
    """Every source that is cited stands in the register, if the book has one."""
    known = {each.id: key for key in ("sources", "items", "references") for each in getattr(book.register_, key)}
    for place, cited in _cited(book) if known else ():
        for here, name in named(place, cited):
            yield from unknown(here, "source, item or reference of the register", name, known)


def _cited(book: "Rulebook") -> Iterator[tuple[Place, tuple[str, ...]]]:
    for key in ("indicators", "items", "rules", "routes", "conduct", "explanations"):
        for number, each in enumerate(getattr(book, key)):
            yield (key, number, "sources"), each.sources


def check_sources(book: "Rulebook") -> Iterator[Problem]:
    """Every item and reference of the register names a source that stands there too."""
    sources = [source.id for source in book.register_.sources]
    for key in ("items", "references"):
        for number, each in enumerate(getattr(book.register_, key)):
            yield from unknown(("register", key, number, "source"), "source of the register", each.source, sources)


CHECKS = (check_citations, check_sources)
