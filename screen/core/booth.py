"""The booth: what may not stand on a screen or a form that the person can read there (policy: never tip off)."""

import re

BOOTH_WORDS = re.compile(
    r"traffick\w*|victim\w*|prostitut\w*"
    r"|\b(?:sex|sexual\w*|\w*slave\w*|sexo|sexuales|esclav\w*|víctimas?|trata de personas|tráfico de personas)\b",
    re.IGNORECASE,
)
"""In the languages of the shipped book: English, and what of Spanish is spelt otherwise."""


def is_fit(text: str) -> bool:
    """Whether a text can stand on a screen at the booth."""
    return BOOTH_WORDS.search(text) is None
