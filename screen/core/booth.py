"""The booth: what may not stand on a screen or a form that the person can read there (policy: never tip off)."""

import re

BOOTH_WORDS = re.compile(
    r"\b(traffick\w*|victim\w*|sex\w*|prostitut\w*|slave\w*|enslave\w*|tráfico|trata|víctima\w*|sexo|sexual\w*)\b",
    re.IGNORECASE,
)


def is_fit(text: str) -> bool:
    """Whether a text can stand on a screen at the booth."""
    return BOOTH_WORDS.search(text) is None
