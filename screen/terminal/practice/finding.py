"""Finding: which signs are there, and which only look so; each with its words and the moves after which it shows."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.making.sketch import Find
from screen.terminal.keys import Slip
from screen.terminal.practice.author import LATER
from screen.terminal.signs import MOST, find

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.interview import Item, Option
    from screen.core.shape.pack import Move, Pack
    from screen.terminal.practice.author import Author


class Choice(NamedTuple):
    """A sign, or an answer that is none; in words, and at which items it can be found by which option."""

    title: str
    sign: str
    places: "tuple[tuple[Item, Option], ...]"


def ask_finds(author: "Author", book: "Book", pack: "Pack") -> None:
    """The words of what is known to show, then what else does, then what only looks so."""
    for number, each in enumerate(author.sketch.finds):
        if not each.words:
            author.say()
            author.say(f"{each.title}:")
            _ask_shown(author, book, pack, number)
    author.say()
    author.say("Which signs are there, and what else is to be found out? Each is searched by its words.")
    while (choice := _ask_choice(author, book, "there")) is not None:
        _ask_place(author, choice)
        _ask_shown(author, book, pack, len(author.sketch.finds) - 1)
    author.say()
    author.say("What looks like a sign here, and has an ordinary reason?")
    while (choice := _ask_choice(author, book, "ordinary")) is not None:
        _ask_place(author, choice, ordinary=_reason_of(book, choice.sign))
        _ask_ordinary(author, book, pack)


def choices_of(book: "Book", words: str, *, signs_alone: bool = False) -> tuple[Choice, ...]:
    """Signs, then answers that show none, that have every word in their texts; at most nine."""
    asked = dict.fromkeys(item for stage in book.rulebook.stages for item in stage.items)
    items = [book.item[name] for name in asked]
    options = [(item, each) for item in items for each in item.options]
    found = [
        Choice(sign.title, sign.id, tuple(each for each in options if sign.id in each[1].shows))
        for sign in find(book, words)
    ]
    wanted = words.lower().split()
    for item in items if wanted and not signs_alone else ():
        for option in item.options if item.learned != "judged" else ():
            text = f"{item.text} {option.label}".lower()
            if not option.shows and option.sets and all(word in text for word in wanted):
                found.append(Choice(f"{item.text} - {option.label}", "", ((item, option),)))
    return tuple(each for each in found if each.places)[:MOST]


def moves_listed(pack: "Pack") -> "tuple[Move, ...]":
    """The moves that a key can make, in the order of their words, as learners have them."""
    fit = (move for move in pack.moves if move.kind == "do" and move.noticed is None)
    return tuple(sorted(fit, key=lambda move: move.text.lower()))


def _ask_choice(author: "Author", book: "Book", kind: str) -> Choice | None:
    """One of what is found by words; None if there is no more."""
    while True:
        signs_alone = kind == "ordinary"

        def read(line: str, signs_alone: bool = signs_alone) -> tuple[Choice, ...] | Slip:  # noqa: FBT001 - bound where it is made
            found = choices_of(book, line, signs_alone=signs_alone)
            return found if found or not line else Slip("Nothing found by these words. Try one word of the sign.")

        found = author.ask("Sign, in a word or two (Enter: no more)", read)
        if not found:
            return None
        place = author.choice("Which?", tuple(each.title for each in found), "Number, Enter for none", -1)
        if place >= 0:
            return found[place]


def _ask_place(author: "Author", choice: Choice, ordinary: str | None = None) -> None:
    """At which item it shows; one is added to what is found."""
    places, place = choice.places, 0
    if len(places) > 1:
        texts = tuple(f"{item.text} - {option.label}" for item, option in places)
        place = author.choice("Where does it show?", texts, "Number (Enter: 1)", 0)
    item, option = places[place]
    told = "" if ordinary is not None else option.id
    author.tell(finds=(*author.sketch.finds, Find(item.id, told, choice.title, sign=choice.sign, ordinary=ordinary)))


def _ask_shown(author: "Author", book: "Book", pack: "Pack", number: int) -> None:
    """In which words it shows, after which moves, and what shows before them."""
    _change(author, number, words=author.text(f"In which words it shows, or what is said {LATER}"))
    moves = _in_time(book, pack, author.sketch.finds[number].item)
    places = author.choices("After which moves?", tuple(each.text for each in moves), "Numbers (Enter: from the start)")
    _change(author, number, after=tuple(moves[place].id for place in sorted(places)))
    if places:
        _change(author, number, before=author.text(f"What shows before that {LATER}"))


def _ask_ordinary(author: "Author", book: "Book", pack: "Pack") -> None:
    """The ordinary reason, what is entered instead of the sign, and how it shows."""
    number = len(author.sketch.finds) - 1
    usual, item = author.sketch.finds[number].ordinary, book.item[author.sketch.finds[number].item]
    reason = author.text("The ordinary reason" + (f" (Enter: {usual})" if usual else f" {LATER}"))
    _change(author, number, ordinary=reason or usual or "")
    if item.pick == "one":
        options = tuple(each for each in item.options if not each.shows)
        place = author.choice("What is entered then?", tuple(each.label for each in options), f"Number {LATER}", -1)
        _change(author, number, option=options[place].id if place >= 0 else "")
    _ask_shown(author, book, pack, number)


def _change(author: "Author", number: int, **changed: object) -> None:
    """One of what is found, with this said."""
    finds = author.sketch.finds
    mine = finds[number]._replace(**changed)  # type: ignore[arg-type]  # the fields are named at each call
    author.tell(finds=(*finds[:number], mine, *finds[number + 1 :]))


def _reason_of(book: "Book", sign: str) -> str:
    """The rulebook's first ordinary reason; "" if it has none."""
    return next(iter(book.indicator[sign].innocent), "")


def _in_time(book: "Book", pack: "Pack", item: str) -> "tuple[Move, ...]":
    """The moves that can be made before this item is asked for the last time."""
    stages = [stage.id for stage in book.rulebook.stages]
    last = max(number for number, stage in enumerate(book.rulebook.stages) if item in stage.items)
    return tuple(move for move in moves_listed(pack) if not move.stages or {*move.stages} & {*stages[: last + 1]})
