"""Bytes into text that may be parsed: UTF-8, of a bounded size, without invisible characters."""

import codecs
import re

from screen.core.problem import Located, Unreadable

LARGEST = 1024 * 1024
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, line ends that no editor counts, halves of pairs: none of them belongs in a text to be read."""

_MOST = 20
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def decoded(text: bytes, name: str) -> str:
    """The text of a file, without its byte order mark. Raises Unreadable if it may not be parsed."""
    if len(text) > LARGEST:
        fault = Located(name, 1, 1, "the file is larger than 1 MiB.", "Split it, or take out what is no part of it.")
        raise Unreadable((fault,))
    text = text.removeprefix(codecs.BOM_UTF8)
    try:
        words = text.decode()
    except UnicodeDecodeError as error:
        raise Unreadable((_not_utf8(text, error.start, name),)) from error
    if problems := tuple(_invisible(words, name))[:_MOST]:
        raise Unreadable(problems)
    return _with_whole_characters(words)


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column of the character at that index, both from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _not_utf8(text: bytes, start: int, name: str) -> Located:
    before = text[:start].decode()
    fault = f"byte {start + 1} of the file, 0x{text[start]:02x}, is not UTF-8."
    return Located(name, *position(before, len(before)), fault, "Save the file with the encoding UTF-8.")


def _invisible(text: str, name: str) -> list[Located]:
    remedy = "Delete it; type the line again if you cannot see it."
    return [
        Located(name, *position(text, found.start()), f"an invisible character, U+{ord(found[0]):04X}.", remedy)
        for found, _ in zip(INVISIBLE.finditer(text), range(_MOST), strict=False)
    ]


def _with_whole_characters(text: str) -> str:
    r"""JSON escapes a character above U+FFFF as two halves, `\ud83d\ude00`, which YAML's scanner refuses."""
    if not text.lstrip().startswith(("{", "[")):
        return text
    return _ESCAPE.sub(_whole, text)


def _whole(escape: re.Match[str]) -> str:
    high, low = escape.groups()
    if high is None:
        return escape[0]
    point = 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00
    return f"\\U{point:08X}"
