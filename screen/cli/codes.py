"""Exit codes, by who can mend it. A disposition is never an exit code."""

FOUND = 1
"""Nobody yet: a check found something to look at."""

USAGE = 2
"""Whoever called."""

RULEBOOK = 3
"""The author of the rulebook."""

RECORDS = 4
"""Whoever looks after the records folder."""

BUG = 70
"""Whoever looks after the program."""

INTERRUPTED = 130
"""Nobody: Ctrl-C."""


class Interrupted(Exception):  # noqa: N818 - no error: somebody has left
    """Ctrl-C, where there is more to say than that nothing is kept: the words are its own."""
