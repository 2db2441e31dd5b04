"""The phrase card: what is said to the person, for the person to read: a sheet for each language and stage.

What is asked in private stands on another sheet than what is asked at the booth, where somebody may read along.
"""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.booth import is_fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.shape.indicator import Phrase, Translation
    from screen.core.shape.interview import Stage
    from screen.core.shape.rulebook import Language

NOTHING = "This rulebook has nothing to say to the person, so there is no phrase card."


class Said(NamedTuple):
    """A phrase with its number, the same in every language. `meaning`: in the officer's language, if it is another."""

    number: int
    text: str
    language: str
    meaning: str


class PhraseSheet(NamedTuple):
    """What is said in one stage, in one language. `notices` are for the officer, in the officer's language, `first`."""

    language: str
    name: str
    first: str
    title: str
    notices: tuple[str, ...]
    said: tuple[Said, ...]


def phrase_sheets(book: "Book", language: str | None = None) -> tuple[PhraseSheet, ...]:
    """The sheets of every language of the rulebook, or of this one alone; none if nothing is said."""
    return tuple(
        _sheet(book, spoken, stage, phrases)
        for spoken in book.rulebook.languages
        if language in (None, spoken.id)
        for stage, phrases in _staged(book)
    )


def _staged(book: "Book") -> "Iterator[tuple[Stage, dict[int, Phrase]]]":
    """Each stage that says something, with its phrases by number; what was said in an earlier one is not told again."""
    told: list[Phrase] = []
    for stage in book.rulebook.stages:
        phrases: dict[int, Phrase] = {}
        for phrase in (each for item in stage.items for each in book.item[item].say):
            if phrase not in told and _may_be_read(phrase):
                told.append(phrase)
                phrases[len(told)] = phrase
        if phrases:
            yield stage, phrases


def _may_be_read(phrase: "Phrase") -> bool:
    """Whether it gives nothing away, in no language, to whoever else sees the sheet."""
    return all(is_fit(_text(each)) for each in phrase.values())


def _text(said: "str | Translation") -> str:
    return said if isinstance(said, str) else said.text


def _sheet(book: "Book", language: "Language", stage: "Stage", phrases: "dict[int, Phrase]") -> PhraseSheet:
    first = book.rulebook.languages[0].id
    spoken = {number: phrase[language.id] for number, phrase in phrases.items() if language.id in phrase}
    unreviewed = [n for n, said in spoken.items() if not isinstance(said, str) and said.review == "unreviewed"]
    notices = (
        f"{language.name}: {language.notice}." if language.notice else "",
        _of("Translation unreviewed", unreviewed, phrases),
        _of("Not translated", [number for number in phrases if number not in spoken], phrases),
    )
    said = (
        Said(
            number,
            _text(spoken.get(number, phrase[first])),
            language.id if number in spoken else first,
            _text(phrase[first]) if number in spoken and language.id != first else "",
        )
        for number, phrase in phrases.items()
    )
    return PhraseSheet(language.id, language.name, first, stage.title, tuple(filter(None, notices)), tuple(said))


def _of(what: str, numbers: list[int], among: "Iterable[int]") -> str:
    """Of which phrases it holds: of all, or of these numbers."""
    if not numbers:
        return ""
    return f"{what}: {'all' if numbers == list(among) else ', '.join(map(str, numbers))}."
