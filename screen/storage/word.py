"""What a word means that stands without quotes, by YAML 1.2: nearly always itself."""

import re
from types import MappingProxyType

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_MEANINGS = MappingProxyType(
    dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
    | dict.fromkeys(("null", "Null", "NULL", "~", ""), None)
)


def meant(word: str) -> str | int | bool | None:
    """The truth value, nothing, or the whole number it names; else the text itself.

    `yes`, `off`, `12:30`, `1_000`, `08` and `2026-11-22` stay text, and so does 2026.11, which is an edition.
    """
    return int(word) if _WHOLE.fullmatch(word) else _MEANINGS.get(word, word)
