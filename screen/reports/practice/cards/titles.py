"""Titles: what a disposition is called on the screen, which says it otherwise from place to place."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.core.book import Book

ANY = "any"
"""Stands for every place of which a disposition says nothing of its own."""


def titled(book: "Book", disposition: str, ended: str = "") -> str:
    """Its title furthest from the booth, as the own advice is asked for; and at the place where it `ended`."""
    places = tuple(book.fact["place"].values) if "place" in book.fact else ()
    titles = book.rulebook.dispositions[book.rank[disposition]].titles
    usual = disposition.replace("-", " ").upper()
    title = next((titles[place] for place in (*reversed(places), ANY) if place in titles), usual)
    there = titles.get(ended, titles.get(ANY, title))
    return title if ended not in places or there == title else f"{title} (at {ended}: {there})"
