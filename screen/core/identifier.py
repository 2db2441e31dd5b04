"""Identifiers: what in a note looks as if it named someone, so that it is questioned before it is kept."""

import re

_KINDS = (
    ("an e-mail address", re.compile(r"\b[\w.+-]+@[\w-]+\.\w+")),
    ("an A-number", re.compile(r"\bA[ #-]?\d{3}[ -]?\d{3}[ -]?\d{2,3}\b", re.IGNORECASE)),
    (
        "a phone number",
        re.compile(r"(?<![\w:])(?=(?:\D{0,2}\d){7})\+?\(?\d{1,4}\)?(?:[ .-]{0,2}\(?\d{2,4}\)?){2,4}(?![\w:])"),
    ),
    ("a document number", re.compile(r"\b(?:[A-Z]{1,3}\d{6,9}|\d{7,9})[A-Z0-9<]*\b", re.IGNORECASE)),
    ("a birth date", re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})\b")),
)


def identifiers(text: str) -> tuple[str, ...]:
    """What the text seems to hold of a passport, A-number, phone, e-mail or birth date. Times of day are left alone."""
    return tuple(kind for kind, pattern in _KINDS if pattern.search(text))
