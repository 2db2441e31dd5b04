"""Letters: text made fit for any terminal, whatever its encoding and whoever wrote the text."""

import codecs
import unicodedata

_PLAIN = str.maketrans(
    {
        "¿": "", "¡": "", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'",
        "–": "-", "—": "-", "‑": "-", "…": "...", "•": "*", "·": "*", "×": "x", "→": "->", "✓": "x",
        "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "œ": "oe",
        "Œ": "OE", "ı": "i", "§": "section ", "€": "EUR", "\u00a0": " ", "─": "-", "━": "-", "│": "|", "┃": "|",
    }
)  # fmt: skip


def folded(text: str) -> str:
    """The text in ASCII: accents dropped, marks replaced, what has no likeness named by its number. Never "?"."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.translate(_PLAIN)) if not unicodedata.combining(letter)
    )
    return "".join(letter if letter.isascii() else f"\\u{ord(letter):04x}" for letter in bare)


def _fold_error(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return folded(error.object[error.start : error.end]), error.end


codecs.register_error("htscreen-fold", _fold_error)


def printable(text: str) -> str:
    """The text with every character that could steer a terminal or reorder a line shown as its number.

    Officer text and rulebook text are data: an escape sequence in them is printed, not obeyed.
    """
    return "".join(letter if letter == "\n" or _is_shown(letter) else f"\\x{ord(letter):02x}" for letter in text)


def _is_shown(letter: str) -> bool:
    """Letters, marks and spaces; no control, no direction override, no lone surrogate, no line separator."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
