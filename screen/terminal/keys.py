"""Keys: one typed line as an answer to a question, a wish, or a slip that says what to do."""

import re
from typing import TYPE_CHECKING, NamedTuple

from screen.core.screening import Answer

if TYPE_CHECKING:
    from collections.abc import Container

    from screen.core.walk import Question

KEYS: dict[str, str] = {
    "b": "back",
    "?": "why this is asked, its source, when to mark",
    "s": "a sign out of turn",
    "t": "a note",
    "l": "the person's language",
    "a": "the advice so far",
    "h": "hide at once",
    "x": "take the last sign back",
    "p": "next person, same encounter",
    "q": "leave",
}
_TOKEN = re.compile(r"u?\d|[,; ]+")


class Slip(NamedTuple):
    """A line that is no answer here, in words that say what would be."""

    words: str


class Typed(NamedTuple):
    """A key, and what was typed behind it (`?3`, `s passport`)."""

    key: str
    rest: str


def parse(line: str, question: "Question", extra: "Container[str]" = ()) -> Answer | Typed | Slip:  # noqa: PLR0911 - a return for each kind of line
    """What the line means for this question. Empty is never an answer, and blank is never *no*.

    `extra`: further keys, behind which a number may stand.
    """
    text = line.strip().lower()
    item = question.item
    if not text:
        return Slip("Nothing typed. A number answers; ? tells what else you can press.")
    if text in ("u", "d"):
        return Answer(item.id, state="could-not-tell" if text == "u" else "declined")
    if text == "k" and question.before is not None:
        return question.before
    if text in KEYS or re.match(r"\?|[st] ", text) or (text[0] in extra and re.fullmatch(r".\s*\d*", text)):
        return Typed(text[0], line.strip()[1:].strip())
    if text == "0":
        if item.pick == "many" or any(option.shows for option in item.options):
            return Answer(item.id)
        return Slip("0 is looked, none: there is nothing to look for here. u is could not tell.")
    if re.fullmatch(f"(?:{_TOKEN.pattern})+", text):
        return _numbers(text, question)
    return Slip(f"{line.strip()[:20]!r} is not one of the answers here. Type a number, or ? for the keys.")


def is_key(text: str, extra: "Container[str]" = ()) -> bool:
    """Whether this line, typed where words are wanted, may have been meant as a key or as the number of an answer."""
    key = text.strip().lower()
    return len(key) == 1 or re.fullmatch(r"u\d|\?\d*", key) is not None or (key[0] in extra and key[1:].isdecimal())


def _numbers(text: str, question: "Question") -> Answer | Slip:
    shown = {str(digit): option.id for digit, option in question.options}
    tokens = [token for token in _TOKEN.findall(text) if token.strip(",; ")]
    strange = [token[-1] for token in tokens if token[-1] not in shown]
    if strange:
        return Slip(f"{strange[0]} is not one of the numbers here: {' '.join(shown)}.")
    picked = tuple(dict.fromkeys(shown[token] for token in tokens if token[0] != "u"))
    unsure = tuple(dict.fromkeys(shown[token[1]] for token in tokens if token[0] == "u"))
    if set(picked) & set(unsure):
        return Slip("One number cannot be both yes and could not tell. Type it once.")
    if question.item.pick == "one" and len(picked) + len(unsure) > 1:
        return Slip("Only one of these. Type one number.")
    return Answer(question.item.id, picked, unsure)
