"""Keys by the ids of the rulebook, so that a test does not hang on digits or wording."""

from collections.abc import Mapping, Sequence

from screen.core.book import Book

Replies = Mapping[str, str | Sequence[str]]
"""What is typed at each item: a line, or several."""


def flat(text: str) -> str:
    """The text on one line, so that wrapping does not matter."""
    return " ".join(text.split())


def asked(book: Book, text: str) -> str | None:
    """The item that was put last in this text; None if there is none."""
    told = flat(text)
    places = {item.id: told.rfind(flat(item.text)) for item in book.rulebook.items}
    last = max(places, key=lambda name: (places[name], len(book.item[name].text)))
    return last if places[last] >= 0 else None


def digits(book: Book, item: str, *options: str) -> str:
    """The digits of these options of an item."""
    ids = [option.id for option in book.item[item].options]
    return "".join(str(ids.index(option) + 1) for option in options)


def reply_to(book: Book, item: str, replies: Replies) -> Sequence[str]:
    """What is typed at an item: as told; else nothing found, all conduct done, or the first option."""
    reply = replies.get(item)
    if reply is not None:
        return (reply,) if isinstance(reply, str) else reply
    declared = book.item[item]
    if declared.why_not == "yes":
        return (digits(book, item, *(option.id for option in declared.options)),)
    return ("0",) if declared.pick == "many" else ("1",)


def title(book: Book, disposition: str, place: str) -> str:
    """The title of a disposition at a place."""
    titles = book.rulebook.dispositions[book.rank[disposition]].titles
    return titles.get(place) or titles["any"]


def spoken(book: Book, item: str, language: str) -> list[str]:
    """What an item says to the person in a language."""
    phrases = (phrase[language] for phrase in book.item[item].say)
    return [phrase if isinstance(phrase, str) else phrase.text for phrase in phrases]
