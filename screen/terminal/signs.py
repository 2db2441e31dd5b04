"""Signs: each is kept only past its marking rule, its ordinary reasons and the swap question."""

from typing import TYPE_CHECKING

from screen.core.booth import is_fit
from screen.core.screening import Answer, Sign
from screen.terminal.wording import speech, title_of

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.indicator import Indicator
    from screen.core.walk import Question
    from screen.terminal.console import Console

MOST = 9
"""As many finds as there are digits."""

NOT_HERE = "not shown at the booth"


def kept_signs(console: "Console", book: "Book", question: "Question", answer: Answer) -> Answer | None:
    """The answer with only the signs that stood a second look; None if the officer wants to answer anew."""
    ticked = [(digit, option) for digit, option in question.options if option.shows and option.id in answer.picked]
    if not ticked:
        return answer
    booth = question.stage.booth == "yes"
    for digit, option in ticked:
        for name in option.shows:
            show_rule(console, book.indicator[name], f"{digit} ", booth=booth)
    ask_swap(console, book, booth=booth)
    digits = {str(digit): option.id for digit, option in ticked}
    names = " or ".join(digits)
    while True:
        typed = console.read(f"y keeps, {names} takes it back, b answers anew > ").strip().lower()
        if typed == "y":
            return answer
        if typed == "b":
            return None
        back = set(typed.replace(" ", "").replace(",", ""))
        if back and back <= digits.keys():
            gone = {digits[each] for each in back}
            console.write("Taken back.")
            return answer._replace(picked=tuple(each for each in answer.picked if each not in gone))
        console.write(f"Type y to keep, {names} to take back, or b.")


def show_rule(console: "Console", indicator: "Indicator", label: str, *, booth: bool) -> None:
    """An indicator's title, when to mark it and when not, and its ordinary reasons; at the booth in few lines."""
    console.write(title_of(indicator, booth=booth), label, " " * len(label))
    for name, text in (
        ("mark if", indicator.mark_if),
        ("not if", None if booth else indicator.not_if),
        ("ordinary", "; ".join(indicator.innocent)),
    ):
        if text:
            console.write(text if not booth or is_fit(text) else NOT_HERE, f"   {name}: ", "     ")


def show_asking(console: "Console", book: "Book", indicator: "Indicator", language: str) -> None:
    """What to look for and what to ask, for one indicator; not for the booth."""
    if indicator.looks_like:
        console.write(indicator.looks_like, "   look for: ", "     ")
    for line in speech(book, indicator.questions, language):
        console.write(line, "   ask: ", "     ")


def ask_swap(console: "Console", book: "Book", *, booth: bool) -> None:
    """The marking rule and the swap question, in the rulebook's words; at the booth in words that can stand there."""
    safe = book.rulebook.safeguards
    for text in (safe.marking, safe.swap_booth if booth else safe.swap):
        if text:
            console.write(text, "  ", "  ")


def search_sign(console: "Console", book: "Book", question: "Question", words: str, language: str) -> Sign | None:
    """A sign out of turn: searched by words, looked at twice; None if there is none or it is not kept."""
    booth = question.stage.booth == "yes"
    words = words or console.read("Sign, in a word or two > ").strip()
    found = find(book, words)
    if not words or not found:
        console.write("Nothing found by these words. Try one word of the sign.")
        return None
    for digit, indicator in enumerate(found, start=1):
        console.write(title_of(indicator, booth=booth), f"  {digit} ", "    ")
    typed = console.read("Number, or Enter for none > ").strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= len(found):
        console.write("None kept.")
        return None
    chosen = found[int(typed) - 1]
    show_rule(console, chosen, "  ", booth=booth)
    if not booth:
        show_asking(console, book, chosen, language)
    ask_swap(console, book, booth=booth)
    match console.read("y keeps it, u could not tell, Enter leaves it > ").strip().lower():
        case "y":
            return Sign(chosen.id)
        case "u":
            return Sign(chosen.id, "could-not-tell")
        case _:
            console.write("None kept.")
            return None


def find(book: "Book", words: str) -> "tuple[Indicator, ...]":
    """The indicators that have every word in their text, those with it in the title first; at most nine."""
    wanted = words.lower().split()
    ranked = []
    for place, indicator in enumerate(book.rulebook.indicators):
        title = f"{indicator.id} {indicator.title}".lower()
        text = " ".join((title, indicator.looks_like or "", indicator.mark_if or "")).lower()
        if wanted and all(word in text for word in wanted):
            ranked.append((not all(word in title for word in wanted), place, indicator))
    return tuple(indicator for _, _, indicator in sorted(ranked, key=lambda each: each[:2])[:MOST])
