"""Writing: a new scenario from answers to a few prompts; what is not answered is left to be written."""

import re
from typing import TYPE_CHECKING, Literal

from screen.practice.keyed import keyed
from screen.practice.making.course import suggested
from screen.practice.making.skeleton import scenario_of
from screen.practice.making.sketch import Marked
from screen.practice.scene import Scene
from screen.reports.practice.telling import TRUTHS
from screen.terminal.keys import Slip
from screen.terminal.practice.author import LATER, Author
from screen.terminal.practice.deciding import callable_by_officers
from screen.terminal.practice.finding import ask_finds, moves_listed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from screen.core.book import Book
    from screen.core.shape.pack import Pack
    from screen.practice.making.sketch import Sketch
    from screen.terminal.console import Console

FORMS: tuple[Literal["labour", "sex"], ...] = ("labour", "sex")
PLACES: tuple[Literal["primary", "secondary"], ...] = ("primary", "secondary")
IDS = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
PERSONAL = ("age", "with-whom")
"""Items that every scenario says something of, where the rulebook has them."""


def write_sketch(
    console: "Console",
    book: "Book",
    pack: "Pack",
    start: "Sketch",
    taken: "Collection[str] | None",
    keep: "Callable[[Sketch], None]",
) -> "Sketch":
    """Ask for what the sketch does not say yet. Raises Closed, KeyboardInterrupt; `keep` has had all there was.

    `taken`: ids that other scenarios have; None where the id is known.
    """
    known = {field for field in start._fields if getattr(start, field) != getattr(type(start)(), field)}

    def dialogue(author: Author) -> None:
        author.say("Enter leaves a text for later | b back | h hide | q leave. Nothing entered is lost.")
        _ask_first(author, known, taken)
        _ask_truth(author)
        for item in PERSONAL:
            _ask_marked(author, book, pack, item)
        for item in _checked(author, book, pack):
            _ask_marked(author, book, pack, item)
        ask_finds(author, book, pack)
        _ask_moves(author, book, pack)
        _ask_contact(author, book, pack)

    return Author(console, start, keep).follow(dialogue)


def _ask_first(author: Author, known: "Collection[str]", taken: "Collection[str] | None") -> None:
    """What is read before anything is done."""
    if "title" not in known:
        author.tell(title=author.text(f"Title {LATER}", "What stands in the list. It gives nothing away."))
    if taken is not None:
        _ask_id(author, taken)
    if "pair" not in known:
        author.tell(level=author.choice("How hard?", ("easy", "middling", "hard"), "Number (Enter: 1)", 0) + 1)
        if "place" not in known:
            author.tell(place=PLACES[author.choice("Where does it begin?", PLACES, "Number (Enter: 1)", 0)])
        author.tell(lane=author.text(f"Lane and time, such as Coach lane, late afternoon {LATER}"))
        author.tell(brief=author.text(f"What the officer knows before the first look {LATER}"))
        _ask_seen(author)
        author.tell(person=author.text(f"Who is screened, such as the girl in the red jacket {LATER}"))
        author.tell(companion=author.text("Who is with them and could listen (Enter: nobody)") or None)


def _ask_id(author: Author, taken: "Collection[str]") -> None:
    """The id, which is the name of the file too."""
    usual = free_id(author.sketch.title, taken)
    author.tell(id=usual)

    def read(line: str) -> str | Slip:
        name = line.lower() or usual
        if not IDS.fullmatch(name):
            return Slip("Small letters, digits and hyphens, at most 60, such as late-coach.")
        return Slip(f"There is a scenario {name} already. Another.") if name in taken else name

    author.tell(id=author.ask(f"Id and name of the file, giving nothing away (Enter: {usual})", read))


def free_id(title: str, taken: "Collection[str]") -> str:
    """An id that is made of a title, and that no other scenario has."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower())[:40].strip("-") or "scene"
    return next(each for each in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


def _ask_seen(author: Author) -> None:
    """The first look, line by line."""
    author.say("The first look, line by line, without weighing it.")
    while line := author.text(f"Line {len(author.sketch.seen) + 1} (Enter: no more)"):
        author.tell(seen=(*author.sketch.seen, line))


def _ask_truth(author: Author) -> None:
    """What is true, and in which forms."""
    truths = tuple(TRUTHS)
    truth = truths[author.choice("What is true?", tuple(TRUTHS.values()))]
    author.tell(truth=truth, forms=())
    if truth == "exploitation":
        forms = author.choices("In which forms?", FORMS, "Numbers (Enter: 1)", (0,)) or (0,)
        author.tell(forms=tuple(FORMS[each] for each in sorted(forms)))


def _ask_marked(author: Author, book: "Book", pack: "Pack", item: str) -> None:
    """What is entered at an item from the start, and in which words it shows."""
    if item not in book.item or any(each.item == item for each in author.sketch.marked):
        return
    options, shared = book.item[item].options, pack.otherwise.get(item)
    ids = tuple(each.id for each in options)
    usual = ids.index(shared.marks) if shared is not None and shared.marks in ids else None
    empty = "" if usual is None or shared is None else f" (Enter: {usual + 1})"
    place = author.choice(book.item[item].text, tuple(each.label for each in options), f"Number{empty}", usual)
    fits = shared is not None and place == usual
    if fits and shared is not None:
        author.say(f"Without words of your own the pack's show: {shared.shows}")
    words = author.text(f"In which words it shows {'(Enter: these)' if fits else LATER}")
    author.tell(marked=(*author.sketch.marked, Marked(item, ids[place], words)))


def _checked(author: Author, book: "Book", pack: "Pack") -> tuple[str, ...]:
    """What the officer's own records say, of those of which this interview asks by now."""
    asked = keyed(Scene(book, pack, scenario_of(book, pack, author.sketch._replace(place="secondary")))).asked
    return tuple(item for item in asked if book.item[item].learned == "record" and item not in PERSONAL)


def _ask_moves(author: Author, book: "Book", pack: "Pack") -> None:
    """The moves that the key makes; those that something waits for are marked."""
    waited = tuple(move for each in author.sketch.finds for move in each.after)
    scene = Scene(book, pack, scenario_of(book, pack, author.sketch._replace(moves=())))
    hints, moves = suggested(scene, waited), moves_listed(pack)
    usual = tuple(place for place, move in enumerate(moves) if move.id in hints)
    texts = tuple(f"{'* ' if move.id in hints else ''}{move.text}" for move in moves)
    prompt = "Numbers, 0 for none (Enter: those with *)" if usual else "Numbers (Enter: none)"
    places = author.choices("What does a good officer do here?", texts, prompt, usual)
    author.tell(moves=tuple(moves[place].id for place in places))


def _ask_contact(author: Author, book: "Book", pack: "Pack") -> None:
    """Whom to tell first, where the rulebook leads to a referral."""
    usual, contacts = scenario_of(book, pack, author.sketch).key.contact, callable_by_officers(book)
    ids = [each.id for each in contacts]
    if usual in ids:
        titles, prompt = tuple(each.title for each in contacts), f"Number (Enter: {ids.index(usual) + 1})"
        author.tell(contact=ids[author.choice("Whom to tell first?", titles, prompt, ids.index(usual))])
