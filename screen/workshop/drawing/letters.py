"""Letters of a poster: how wide a text can be in any usual sans-serif, and where its lines break."""

import unicodedata

_WIDTHS = (
    (0.29, "ijlI'"),
    (0.33, " .,:;/\\|"),
    (0.36, "f-"),
    (0.41, "rt!()[]"),
    (0.47, 'J"'),
    (0.53, "sz?`*_"),
    (0.56, "c"),
    (0.60, "kvxyFTYL"),
    (0.70, "ABEKPRSVXZ"),
    (0.78, "CDGHNOQU&"),
    (0.84, "w#+<=>~^$"),
    (0.99, "mMW%@"),
)
"""By size: those of DejaVu Sans, or a little more. No usual sans-serif that a browser falls back to is wider."""

_WIDTH = {letter: width for width, letters in _WIDTHS for letter in letters}
_USUAL, _STRANGE, _WIDE, _BOLD = 0.635, 0.90, 1.05, 1.12


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is at most."""
    return sum(map(_letter, text)) * size * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    if letter.isascii():
        return _WIDTH.get(letter, _USUAL)
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    bare = unicodedata.normalize("NFD", letter)[0]
    return _letter(bare) if bare.isascii() else _STRANGE


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit; a word with no room on a line of its own is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        if not lines[-1]:
            lines.pop()
        lines += _cut(word, room, size, bold=bold)
    return lines


def _cut(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word in parts that fit; at least one letter each."""
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, size, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts
