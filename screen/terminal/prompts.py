"""Prompts: a question is put, keys are read until there is an answer or a wish."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from screen.core.identifier import identifiers
from screen.core.screening import Answer, Entry, Note
from screen.core.standing import asks_reason
from screen.core.walk import Question, Wish
from screen.terminal.console import IN_MEMORY, Closed, Console, Hidden
from screen.terminal.explain import show_keys, show_why, show_writing
from screen.terminal.keys import KEYS, Slip, Typed, is_key, parse
from screen.terminal.question import Shown, show_opening, show_question
from screen.terminal.signs import kept_signs, search_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from screen.core.book import Book

WISHES = {"b": Wish.BACK, "x": Wish.TAKE_BACK, "a": Wish.ADVICE, "p": Wish.NEXT_PERSON}


class Instead(NamedTuple):
    """A line typed at a prompt within a question, and meant for the question itself."""

    line: str


class Extra(NamedTuple):
    """A key beyond the usual ones, or in place of one: its words in the list of keys, and what it does.

    `do` gets what was typed behind the key. A slip is said and keys are read on; at None the question is put again.
    `short`: its words below every question; "": it stands in the list alone.
    """

    words: str
    do: "Callable[[Question, str], Entry | Wish | Slip | Instead | None]"
    short: str = ""


NO_EXTRA: "Mapping[str, Extra]" = MappingProxyType({})


def nobody_knows(_: Question) -> None:
    """At the checkpoint nobody but the officer knows what was done."""


class Prompts:
    """Asks at one console. Remembers only the language the person is spoken to in, and what was told already.

    `keeps`: the answers are kept when the officer leaves. `kept` says so at a pause. `seals`: they can be sealed as
    they stand. `done`: the options of a question that are known to be done already. `waiting`: a line typed before the
    question was put, and meant for it.
    """

    def __init__(
        self,
        console: Console,
        book: "Book",
        *,
        keeps: bool = False,
        kept: str = IN_MEMORY,
        extra: "Mapping[str, Extra]" = NO_EXTRA,
        done: "Callable[[Question], Collection[str] | None]" = nobody_knows,
        of_about: bool = True,
    ) -> None:
        self.console = console
        self.book = book
        self.keeps = keeps
        self.kept = kept
        self.extra = extra
        self.done = done
        self.of_about = of_about
        self.waiting = ""
        self.seals = False
        self.language = book.rulebook.languages[0].id
        self.paused = False
        self.stage = ""
        self.told = self.keys_told = False

    def ask(self, question: Question) -> Entry | Wish:
        """The officer's reply to one question. Raises KeyboardInterrupt at the second Ctrl-C running."""
        while True:
            if question.stage.id != self.stage:
                show_opening(self.console, question)
            self.stage = question.stage.id
            show_question(self.console, self.book, question, self.shown(question))
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

    def shown(self, question: Question) -> Shown:
        """What is shown with the question: the keys in full at the first, then the few that are needed most."""
        first = not self.told
        keys = {key: each.words if first else each.short for key, each in self.extra.items() if key not in KEYS}
        words = {key: said for key, said in keys.items() if said}
        return Shown(self.language, first, words, self.done(question), self.of_about)

    def reply(self, question: Question) -> Entry | Wish | None:
        """An entry or a wish; None when the question is to be shown again."""
        while True:
            line, self.waiting = self.waiting or self.console.read("> "), ""
            typed = parse(line, question, self.extra)
            self.paused = False
            if isinstance(typed, Slip):
                self.console.write(typed.words)
            elif isinstance(typed, Answer):
                return self.completed(question, typed)
            elif (extra := self.extra.get(typed.key)) is not None:
                done = extra.do(question, typed.rest)
                if isinstance(done, Instead):
                    self.waiting = done.line
                elif isinstance(done, Slip):
                    self.console.write(done.words)
                else:
                    return done
            elif (wish := WISHES.get(typed.key)) is not None:
                return wish
            else:
                return self.turn(question, typed)

    def turn(self, question: Question, typed: Typed) -> Entry | Wish | None:
        """What the key asks for, out of the question's turn."""
        match typed.key:
            case "?":
                self.help(question, typed.rest)
            case "l":
                self.next_language()
            case "s":
                return search_sign(self.console, self.book, question, typed.rest, self.language)
            case "t":
                return self.note(typed.rest)
            case "q":
                return self.leaving()
        return None

    def help(self, question: Question, rest: str) -> None:
        """Why it is asked; the keys, which are long, at the first `?` and behind `??`."""
        if rest != "?":
            show_why(self.console, self.book, question, rest, self.language)
        if rest == "?" or not (rest or self.keys_told):
            show_keys(self.console, {key: each.words for key, each in self.extra.items()})
            self.keys_told = True
        elif not rest:
            self.console.write("?? lists the keys.")

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
        why_not = self.why_not(question, kept)
        return None if why_not is None else kept._replace(reasons=tuple(reasons), why_not=why_not)

    def why_not(self, question: Question, answer: Answer) -> str | None:
        """Why what was left unticked was not done; may be left open. None for `b`."""
        if question.item.why_not == "no" or answer.state != "answered":
            return ""
        done = {*answer.picked, *(self.done(question) or ())}
        left = [str(digit) for digit, option in question.options if option.id not in done]
        return self.written(f"Not done: {', '.join(left)}. Why? (Enter leaves it open)", empty=True) if left else ""

    def written(self, prompt: str, *, empty: bool = False, typed: str = "") -> str | None:
        """Words of the officer, `typed` already or now, questioned if they look like a key or an identifier.

        None for `b`.
        """
        if not typed:
            self.console.write(prompt)
        while True:
            text, typed = typed or self.console.read("> ").strip(), ""
            if text.lower() == "b":
                return None
            if not text and not empty:
                self.console.write("A few words are needed here, or b to go back.")
                continue
            if text in ("?", "??"):
                show_writing(self.console, empty=empty)
                self.console.write(prompt)
                continue
            kinds = identifiers(text)
            if not kinds and (not text or not is_key(text, self.extra)):
                return text
            if kinds:
                self.console.write(f"This looks like {' and '.join(kinds)}. The note needs none.")
            else:
                self.console.write(f"{text} looks like a key, and a few words are asked for here. b goes back.")
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

    def leaving(self) -> Wish | None:
        """Leaving, or where the answers can be sealed as they stand, the end page; None to go on."""
        if not self.seals:
            return Wish.LEAVE if self.is_sure() else None
        self.console.write(f"Leave? {self.kept} q again leaves, e goes to the end page, Enter goes on.")
        return {"q": Wish.LEAVE, "e": Wish.ENOUGH}.get(self.console.read("> ").strip().lower())

    def is_sure(self) -> bool:
        """Whether the officer means to leave: asked twice, since mostly nothing is kept."""
        self.console.write(f"Leave? {'' if self.keeps else 'Nothing is kept. '}q again leaves, Enter goes on.")
        return self.console.read("> ").strip().lower() == "q"
