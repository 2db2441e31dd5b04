"""A fault of a rulebook as a value: where it stands, what is wrong, what to do."""

from typing import NamedTuple

Place = tuple[str | int, ...]
"""Keys and indexes from the root of the book: `("rules", 3, "when")`."""


class Problem(NamedTuple):
    """A fault at a place in the book, before anyone knows the file. `fault` and `remedy` are whole sentences."""

    place: Place
    fault: str
    remedy: str
    warning: bool = False


class Located(NamedTuple):
    """A fault in a file, as its author sees it. Lines and columns count from 1.

    `place` is where it stands in the book; empty for a fault of a file as such.
    """

    file: str
    line: int
    column: int
    fault: str
    remedy: str
    warning: bool = False
    place: Place = ()

    def __str__(self) -> str:
        """`file:line:column: fault remedy`, on one line."""
        word = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}:{self.column}: {word}{self.fault} {self.remedy}"


class Unreadable(Exception):  # noqa: N818 - it is what the file is; "error" would say nothing more
    """A book or a file that cannot be used, with every problem found in it."""

    def __init__(self, problems: tuple[Located, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """One problem a line."""
        return "\n".join(map(str, self.problems))


class Refused(Exception):  # noqa: N818 - it is what becomes of the folder or the file
    """A records folder, or a file of it, that cannot be used: where, what is wrong, and what to do."""

    def __init__(self, where: object, fault: str, remedy: str) -> None:
        super().__init__(f"{where}: {fault} {remedy}")
