"""Prompts: a question is put, keys are read until there is an answer or a wish."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from screen.core.identifier import identifiers
from screen.core.screening import Answer, Entry, Note
from screen.core.standing import asks_reason
from screen.core.walk import Question, Wish
from screen.terminal.console import IN_MEMORY, Closed, Console, Hidden
from screen.terminal.explain import show_keys, show_why
from screen.terminal.keys import KEYS, Slip, Typed, parse
from screen.terminal.signs import kept_signs, search_sign
from screen.terminal.wording import speech

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from screen.core.book import Book

WISHES = {"b": Wish.BACK, "x": Wish.TAKE_BACK, "a": Wish.ADVICE, "p": Wish.NEXT_PERSON}


class Extra(NamedTuple):
    """A key beyond the usual ones, or in place of one: its words in the list of keys, and what it does.

    `do` gets what was typed behind the key. A slip is said and keys are read on; at None the question is put again.
    """

    words: str
    do: "Callable[[Question, str], Entry | Wish | Slip | None]"


NO_EXTRA: "Mapping[str, Extra]" = MappingProxyType({})


class Prompts:
    """Asks at one console. Remembers only the language the person is spoken to in, and what was told already.

    `keeps`: the answers are kept when the officer leaves. `kept` says so at a pause.
    """

    def __init__(
        self,
        console: Console,
        book: "Book",
        *,
        keeps: bool = False,
        kept: str = IN_MEMORY,
        extra: "Mapping[str, Extra]" = NO_EXTRA,
    ) -> None:
        self.console = console
        self.book = book
        self.keeps = keeps
        self.kept = kept
        self.extra = extra
        self.language = book.rulebook.languages[0].id
        self.paused = False
        self.stage = ""
        self.told = False

    def ask(self, question: Question) -> Entry | Wish:
        """The officer's reply to one question. Raises KeyboardInterrupt at the second Ctrl-C running."""
        while True:
            if question.stage.id != self.stage:
                show_opening(self.console, question)
            self.stage = question.stage.id
            keys = {key: each.words for key, each in self.extra.items() if key not in KEYS}
            show_question(self.console, self.book, question, self.language, first=not self.told, extra=keys)
            self.told = True
            try:
                reply = self.reply(question)
                self.paused = False
            except Closed:
                return Wish.LEAVE
            except Hidden:
                continue
            except KeyboardInterrupt:
                if self.paused:
                    raise
                self.paused = True
                self.console.write()
                self.console.write(f"Paused. {self.kept} Go on below; Ctrl-C again leaves.")
                continue
            if reply is not None:
                return reply

    def reply(self, question: Question) -> Entry | Wish | None:
        """An entry or a wish; None when the question is to be shown again."""
        while True:
            typed = parse(self.console.read("> "), question, self.extra)
            self.paused = False
            if isinstance(typed, Slip):
                self.console.write(typed.words)
            elif isinstance(typed, Answer):
                return self.completed(question, typed)
            elif (extra := self.extra.get(typed.key)) is not None:
                done = extra.do(question, typed.rest)
                if not isinstance(done, Slip):
                    return done
                self.console.write(done.words)
            elif (wish := WISHES.get(typed.key)) is not None:
                return wish
            else:
                return self.turn(question, typed)

    def turn(self, question: Question, typed: Typed) -> Entry | Wish | None:
        """What the key asks for, out of the question's turn."""
        match typed.key:
            case "?":
                show_why(self.console, self.book, question, typed.rest, self.language)
                if not typed.rest:
                    show_keys(self.console, {key: each.words for key, each in self.extra.items()})
            case "l":
                self.next_language()
            case "s":
                return search_sign(self.console, self.book, question, typed.rest, self.language)
            case "t":
                return self.note(typed.rest)
            case "q":
                return Wish.LEAVE if self.is_sure() else None
        return None

    def completed(self, question: Question, answer: Answer) -> Answer | None:
        """The answer with its signs looked at twice and its reasons written; None if the officer goes back on it."""
        kept = kept_signs(self.console, self.book, question, answer)
        if kept is None:
            return None
        reasons = []
        for option in question.item.options:
            for fact, value in option.sets.items():
                if option.id in kept.picked and value in self.book.fact[fact].reason:
                    text = self.written("Reason, in facts and words (no name, no number):")
                    if text is None:
                        return None
                    reasons.append((fact, text))
        if asks_reason(question.item, kept):
            text = self.written("Why not answered? In facts and words (no name, no number):")
            if text is None:
                return None
            kept = kept._replace(reason=text)
        return kept._replace(reasons=tuple(reasons), why_not=self.why_not(question, kept))

    def why_not(self, question: Question, answer: Answer) -> str:
        """Why what was left unticked was not done; may be left open."""
        left = [str(digit) for digit, option in question.options if option.id not in answer.picked]
        if question.item.why_not == "no" or not left or answer.state != "answered":
            return ""
        prompt = f"Not done: {', '.join(left)}. Why? (Enter leaves it open)"
        return self.written(prompt, empty=True) or ""

    def written(self, prompt: str, *, empty: bool = False, typed: str = "") -> str | None:
        """Words of the officer, `typed` already or now, questioned if they look like an identifier; None for `b`."""
        if not typed:
            self.console.write(prompt)
        while True:
            text, typed = typed or self.console.read("> ").strip(), ""
            if text.lower() == "b":
                return None
            if not text and not empty:
                self.console.write("A few words are needed here, or b to go back.")
                continue
            kinds = identifiers(text)
            if not kinds:
                return text
            self.console.write(f"This looks like {' and '.join(kinds)}. The note needs none.")
            if self.console.read("y keeps it as it is, Enter writes it anew > ").strip().lower() == "y":
                return text
            self.console.write(prompt)

    def note(self, text: str) -> Entry | None:
        """A note, from behind the key or from a line of its own."""
        kept = self.written("Note, in facts and words (Enter alone: none):", empty=True, typed=text)
        if not kept:
            return None
        self.console.write("Noted.")
        return Note(kept)

    def next_language(self) -> None:
        """Go to the next language that the rulebook speaks to the person in."""
        languages = self.book.rulebook.languages
        place = next(n for n, language in enumerate(languages) if language.id == self.language)
        language = languages[(place + 1) % len(languages)]
        self.language = language.id
        self.console.write(f"Language: {language.name}" + (f" ({language.notice})" if language.notice else ""))

    def is_sure(self) -> bool:
        """Whether the officer means to leave: asked twice, since mostly nothing is kept."""
        self.console.write(f"Leave? {'' if self.keeps else 'Nothing is kept. '}q again leaves, Enter goes on.")
        return self.console.read("> ").strip().lower() == "q"


def show_opening(console: Console, question: Question) -> None:
    """What a stage opens with."""
    for line in question.stage.opening:
        console.write(line, "* " if not console.plain else "", "  ")


def show_question(
    console: Console,
    book: "Book",
    question: Question,
    language: str,
    *,
    first: bool,
    extra: "Mapping[str, str]" = MappingProxyType({}),
) -> None:
    """One item with its numbered options, in lines that only ever follow one another; `extra` keys and their words."""
    item = question.item
    of = f"question {question.number} of about {question.number + question.left}"
    console.write()
    if console.plain:
        console.write(f"stage: {question.stage.title}. {of}")
        console.write(f"item: {item.text}")
    else:
        console.write(f"{question.stage.title} - {of}")
        console.head(item.text)
    for line in speech(book, item.say, language):
        console.write(line, "say: " if console.plain else "  Say: ", "     " if console.plain else "       ")
    for digit, option in question.options:
        label = f"option {digit}: " if console.plain else f"  {digit} "
        console.write(option.label, label, " " * len(label))
    console.write(_hint(question, extra, first=first), "keys: " if console.plain else "  ", "  ")


def _hint(question: Question, extra: "Mapping[str, str]", *, first: bool) -> str:
    item, digits = question.item, [digit for digit, _ in question.options]
    several = ""
    if item.pick == "many" and digits[1:]:
        several = f"several: {digits[0]}{digits[-1]} or {digits[0]} {digits[-1]}"
    before = ""
    if question.before is not None:
        numbers = [str(digit) for digit, option in question.options if option.id in question.before.picked]
        said = question.before.state if question.before.state != "answered" else " ".join(numbers) or "0"
        before = f"k keeps what you had: {said.replace('-', ' ')}"
    rest = "u could not tell, d declined | b back, ? keys, h hide" if first else "u d b ? h"
    if extra:
        new = ", ".join(f"{key} {words}" for key, words in extra.items()) if first else " ".join(extra)
        rest = f"{new} | {rest}"
    return " | ".join(part for part in (several, "0 looked, none" if item.pick == "many" else "", before, rest) if part)
