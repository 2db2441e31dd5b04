"""What YAML's scanner finds wrong, in words an author can act on."""

from screen.core.problem import Located

_TAB = ("a tab indents this line.", "Indent with spaces: YAML allows no tabs there.")
_UNKNOWN = ("this is not YAML: {problem}.", "Look at the indentation, the quotes and the colons here.")

_WORDS = (
    (
        "mapping values are not allowed",
        ("a colon stands where no key can stand.", "Put the text in quotes, or indent the line as its neighbours are."),
    ),
    (
        "could not find expected ':'",
        ("this line is neither `key: value` nor part of a text.", "Write the colon, or indent the line."),
    ),
    ("unexpected end of stream", ("a quotation mark opens here and is never closed.", "Close it.")),
    ("unexpected document separator", ("a quotation mark opens here and is never closed.", "Close it.")),
    ("cannot start any token", ("a word cannot begin with `{character}`.", "Put the text in quotes.")),
    (
        "expected ',' or",
        ("a bracket opens at line {opened} and is not closed.", "Close it, and put commas between its entries."),
    ),
    ("expected key", ("this line does not line up with the keys above it.", "Indent it as the other keys are.")),
    ("<block end>", ("this line does not line up with those above it.", "Indent it as its neighbours are.")),
    (
        "expected '-' indicator",
        ("this line does not line up with the list entries above it.", "Begin it with `- `, or indent it."),
    ),
    (
        "escape character",
        ("a backslash in double quotes begins no known sign.", "Write it twice, or use single quotes."),
    ),
)
_AT_OPENING = ("unexpected end of stream", "unexpected document separator", "could not find expected ':'")


def syntax_problem(error: Exception, text: str, name: str) -> Located:
    """The one problem at which the scanner gave up."""
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    opened, at = _mark(error, "context_mark"), _mark(error, "problem_mark")
    line, column = (opened or at if any(part in problem for part in _AT_OPENING) else at or opened) or (0, 0)
    lines = text.split("\n")
    row = min(line, len(lines) - 1)
    fault, remedy = _words(problem, lines[row], column)
    character = lines[row][column : column + 1]
    fault = fault.format(problem=problem, character=character, opened=(opened or at or (0, 0))[0] + 1)
    return Located(name, row + 1, column + 1, fault, remedy)


def _words(problem: str, line: str, column: int) -> tuple[str, str]:
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation or line[column : column + 1] == "\t":
        return _TAB
    return next((words for part, words in _WORDS if part in problem), _UNKNOWN)


def _mark(error: Exception, which: str) -> tuple[int, int] | None:
    mark = getattr(error, which, None)
    return (mark.line, mark.column) if mark else None
