"""What an author wrote, quoted inside a sentence; and the word that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 40


def quoted(written: object) -> str:
    """The text between backticks: on one line, and cut where it is long."""
    text = " ".join(str(written).split()) if not isinstance(written, bool) else str(written).lower()
    return f"`{text}`" if len(text) <= _LONGEST else f"`{text[:_LONGEST]}...`"


def listed(words: Iterable[str]) -> str:
    """The words as a list to choose from."""
    return ", ".join(map(quoted, words))


def nearest(written: object, words: Iterable[str]) -> str | None:
    """The one of the words that was probably meant, if one is near."""
    return next(iter(get_close_matches(str(written), list(words), n=1)), None)
