"""Cells: lines of CSV that come back as they went, and of which no spreadsheet makes a formula."""

import csv
import re

BOM = "\ufeff"
"""Before the first line: without it Excel takes UTF-8 for the letters of an old code page."""

_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
"""What a formula begins with. Some spreadsheets take the wide signs of East Asia for the narrow ones."""

_BEGINS = re.compile(rf"(^'*)(?=[{_SIGNS}\t\r\n\0])|([;,\t\r\n][\"']*)(?=[{_SIGNS}])")
"""Where a formula could begin: at the head of a value, and inside it where another spreadsheet splits the line."""


class _Handed:
    """Gives back what a writer of CSV would put into a file."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Handed(), lineterminator="\r\n")


def line_of(values: "tuple[object, ...] | list[object]") -> str:
    """One line by RFC 4180. A list is its values with `;` between them, None is empty."""
    line: str = _WRITER.writerow([harmless(_text_of(value)) for value in values])
    return line


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for the beginning of a formula."""
    return _BEGINS.sub(r"\g<0>'", text)


def _text_of(value: object) -> str:
    if isinstance(value, tuple | list):
        return ";".join(map(str, value))
    return "" if value is None else str(value)
