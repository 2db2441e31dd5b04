"""Each card of a scenario as a section of the page."""

from typing import TYPE_CHECKING

from screen.reports.markup import element, section
from screen.reports.practice.cards import handout as paper
from screen.reports.practice.cards import key as keys
from screen.reports.practice.cards import role as roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.reports.markup import Element, Section
    from screen.reports.practice.cards.handout import Handout
    from screen.reports.practice.cards.key import Found, KeyCard
    from screen.reports.practice.cards.role import Asked, RoleCard

ONE_SHEET = ((5_500, "size-11"), (6_100, "size-10-5"), (6_600, "size-10"), (7_050, "size-9-5"), (7_500, "size-9"))
"""Up to how many letters a role card stays one sheet when it is set in that size."""

TWO_SHEETS = ((8_400, "size-12"), (10_100, "size-11"), (12_000, "size-10"), (13_000, "size-9-5"))
"""The same for two sheets: on the second there is room for a larger size again. A longer card goes on at the least."""

LONG_KEY = 5_000
"""The same for a key."""

RESERVED = "Not for learners"


def role_section(card: "RoleCard", name: str) -> "Section":
    """The role card."""
    return section(
        name, f"card play role {_sized(card)}",
        (f"{roles.ROLE}: {card.title} ({card.id})",), (RESERVED,),
        element("p", element("b", f"You play {card.person}."),
                f" With you: {card.companion}." if card.companion else "", class_="who"),
        element("p", card.role),
        element("p", element("b", f"{paper.SEE}: "), " ".join(card.seen)),
        element("p", roles.HOW, " ", roles.FACILITATE, class_="soft"),
        element(
            "div",
            *_asked(roles.QUESTIONS, card.questions),
            *_asked(roles.MOVES, card.moves),
            *(_texts(roles.ALERT, [card.alerted]) if card.alerted else ()),
            *_others(card),
            class_="columns",
        ),
    )  # fmt: skip


def _sized(card: "RoleCard") -> str:
    """The largest size that the card leaves room for, and whether it is one sheet."""
    letters = len(card.role) + sum(len(line) for line in card.seen)
    letters += sum(_size(each) for each in (*card.questions, *card.moves, *card.others))
    one = next((f"{size} one" for most, size in ONE_SHEET if letters <= most), None)
    return one or next((size for most, size in TWO_SHEETS if letters <= most), "size-9")


def _size(asked: "Asked") -> int:
    """How much room it takes, in letters; a line begun counts as some."""
    return 20 + len(asked.text) + sum(20 + len(f"{each.when}{each.shows}") for each in asked.replies)


def _asked(head: str, asked: "tuple[Asked, ...]") -> "Iterator[Element]":
    if asked:
        yield element("h3", head)
        yield element("ul", *(_replies(each) for each in asked), class_="replies")


def _replies(asked: "Asked") -> "Element":
    alone = len(asked.replies) == 1
    replies = (
        element(
            "li",
            element("span", str(each.number), class_="digit"),
            element("span", None if alone and each.when == roles.FROM_START else _when(each.when),
                    each.shows, f" ({'; '.join(each.notes)})" if each.notes else ""),
        )
        for each in asked.replies
    )  # fmt: skip
    return element("li", element("h4", asked.text), element("ol", *replies), class_="alone" if alone else None)


def _when(when: str) -> "Element":
    return element("span", f"{when} - ", class_="when")


def _others(card: "RoleCard") -> "Iterator[Element]":
    if card.others:
        yield element("h3", roles.ELSE)
        yield element("p", roles.ELSE_HOW, class_="soft lead")
        told = (element("li", element("b", each.text), f" {each.replies[0].shows} ") for each in card.others)
        yield element("ul", *told, class_="plain")


def handout_section(card: "Handout", name: str) -> "Section":
    """The hand-out."""
    blank = element("div", class_="write", aria_hidden="true")
    return section(
        name, "card play handout", (card.title,), (card.lane,),
        element("p", card.brief, class_="who"),
        element("h3", paper.SEE),
        element("ul", *(element("li", line) for line in card.seen), class_="seen"),
        element("p", element("b", f"{paper.SCREEN} {card.person}."),
                f" {paper.WITH}: {card.companion}." if card.companion else "", class_="who"),
        *_texts(paper.RULES, card.rules),
        element("h3", paper.NOTES),
        element("p", paper.NO_NAME, class_="soft"),
        *[blank] * paper.LINES,
        element("h3", paper.OWN),
        element("ul", *(element("li", each) for each in card.advice), class_="ring"),
        element("p", f"{paper.SURE}: ", element("b", "1  2  3  4  5")),
    )  # fmt: skip


def key_section(card: "KeyCard", name: str) -> "Section":
    """The key."""
    letters = sum(len(str(each)) for each in card)
    steps = (
        element("li", element("span", str(number), class_="digit"),
                element("span", "do" if step.is_move else "ask", class_="kind"), element("span", step.text))
        for number, step in enumerate(card.path, start=1)
    )  # fmt: skip
    return section(
        name, f"card play key{' long' if letters > LONG_KEY else ''}",
        (f"{keys.KEY}: {card.title} ({card.id})",), (RESERVED,),
        element("p", f"{card.truth[:1].upper()}{card.truth[1:]}.", class_="who"),
        element(
            "div",
            *_texts(f"{keys.ADVICE}: {card.disposition}", card.because, empty=True),
            element("h3", keys.PATH),
            element("ol", *steps, class_="steps"),
            *_found(card.findings),
            *_texts(keys.ORDINARY, (f"{each.title}: {each.reason}" for each in card.ordinary)),
            *_texts(keys.DUTIES, card.duties),
            *_texts(keys.FIRST, [card.contact] if card.contact else []),
            *_texts(keys.REASONS, card.reasons),
            *_texts(keys.FORBIDDEN, card.forbidden),
            *_texts(keys.TEACHING, card.teaching),
            class_="columns",
        ),
    )  # fmt: skip


def _found(findings: "tuple[Found, ...]") -> "Iterator[Element]":
    yield element("h3", keys.FINDINGS)
    if not findings:
        yield element("p", keys.NONE)
        return
    told = (element("li", element("b", each.title), f" Mark if: {each.mark_if} ({each.sources})") for each in findings)
    yield element("ul", *told)


def _texts(head: str, texts: "Iterable[str]", *, empty: bool = False) -> "Iterator[Element]":
    """A heading and a list under it; nothing where there is nothing to list, unless the heading says enough."""
    listed = tuple(texts)
    if listed or empty:
        yield element("h3", head)
    if listed:
        yield element("ul", *(element("li", text) for text in listed))
