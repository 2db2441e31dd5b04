"""Checks that a full rulebook, one whose register lists published signs, says all that an officer needs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.indicator import Phrase
    from screen.core.shape.rulebook import Rulebook

_NEEDED = ("mark_if", "not_if", "strength", "grade", "sources", "innocent", "questions")


def check_complete(book: "Rulebook") -> Iterator[Problem]:
    """An indicator says when to mark it and when not, how strong it is and why, its sources, reasons and questions."""
    for number, each in enumerate(book.indicators if book.register_.items else ()):
        for key in _NEEDED:
            if not getattr(each, key):
                fault = f"the indicator `{each.id}` has no `{key}`."
                yield Problem(("indicators", number), fault, f"Write `{key}`.")


def check_grades(book: "Rulebook") -> Iterator[Problem]:
    """A strength said to be ILO's is the one that ILO gives; a context sign is weak."""
    for number, each in enumerate(book.indicators if book.register_.items else ()):
        grade = each.grade
        if grade is not None and grade.source == "ilo" and grade.ilo != each.strength:
            fault = f"the grade of `{each.id}` is said to be ILO's, which is {grade.ilo}, not {each.strength}."
            yield Problem(("indicators", number, "grade"), fault, "Write `source: editorial`, with the reason.")
        if each.group == "context" and each.strength not in {"weak", None}:
            fault = f"the context sign `{each.id}` is graded {each.strength}; context is weak."
            yield Problem(("indicators", number, "strength"), fault, "Write `weak`.")


def check_phrases(book: "Rulebook") -> Iterator[Problem]:
    """What is said to the person stands in every required language: plain in the first, with review state in others."""
    if book.register_.items:
        for number, each in enumerate(book.indicators):
            yield from _phrases(book, ("indicators", number, "questions"), each.questions)
        for number, item in enumerate(book.items):
            yield from _phrases(book, ("items", number, "say"), item.say)


def _phrases(book: "Rulebook", place: Place, phrases: "tuple[Phrase, ...]") -> Iterator[Problem]:
    first = book.languages[0].id
    for number, phrase in enumerate(phrases):
        here = (*place, number)
        for language in book.languages:
            text = phrase.get(language.id)
            if text is None and language.required == "no":
                continue
            if text is None:
                yield Problem(here, f"this is not said in {language.name}.", f"Write `{language.id}`.")
            elif language.id == first and not isinstance(text, str):
                fault = f"{language.name} is the book's first language, and this is written as a translation."
                yield Problem((*here, first), fault, "Write the text alone.")
            elif language.id != first and isinstance(text, str):
                fault = f"nothing says whether this {language.name} text was reviewed."
                yield Problem((*here, language.id), fault, "Write it as {text: ..., review: unreviewed}.")


CHECKS = (check_complete, check_grades, check_phrases)
