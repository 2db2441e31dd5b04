"""Resuming: an officer goes on with a draft exactly where it was left."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import FOUND
from screen.cli.noting import around_here
from screen.cli.opening import now
from screen.cli.recordkeeping.editions import book_for
from screen.cli.recordkeeping.found import drafts_in, place_at, unreadable
from screen.cli.recordkeeping.keeping import Bench, Keeping
from screen.cli.recordkeeping.telling import tell_drafts
from screen.cli.recordkeeping.unlocking import unlock
from screen.cli.reference import file_name, plain_of
from screen.cli.screening import desk_of, lead
from screen.core.problem import Refused
from screen.storage.records.disk import rename
from screen.storage.records.draft import SUFFIX, Draft
from screen.storage.records.drafts import EXPIRED
from screen.storage.records.locks import InUse, is_free
from screen.storage.records.opened import resume_draft
from screen.terminal.console import Closed, Hidden, calmly, open_console

if TYPE_CHECKING:
    from screen.cli.recordkeeping.keeping import Place
    from screen.core.encounter import Opening, Party
    from screen.storage.records.drafts import Found
    from screen.terminal.console import Console


def resume_at(name: str | None, path: Path | None, *, rulebook: Path | None, plain: bool) -> int:
    """Go on with a draft; the exit code. Raises Refused, Unreadable, KeyboardInterrupt, Interrupted."""
    console, place = open_console(plain=plain), place_at(path, mends=True)
    tell_drafts(console, place, now())
    try:
        found = _chosen(console, place, name)
        if found is None:
            console.write("There is no draft to go on with.")
            return FOUND
        _resume(console, place, found, rulebook)
    except Closed:
        console.write("Left. The draft stays as it is.")
    return 0


def _chosen(console: "Console", place: "Place", name: str | None) -> "Found | None":
    """The draft that is named, or that the officer picks; None if there is none. Raises Refused, Closed."""
    drafts = drafts_in(place.folder)
    if name is not None:
        named = next((each for each in drafts if plain_of(each.name) == plain_of(name)), None)
        if named is None:
            raise Refused(name, "no draft has this reference.", "htscreen records resume lists all there are.")
        if not is_free(named.path):
            raise Refused(name, "it is open in another window.", "Go on there, or close that window.")
        return named
    free = [each for each in drafts if is_free(each.path)]
    return _picked(console, free) if free else None


def _picked(console: "Console", drafts: "list[Found]") -> "Found":
    if not drafts[1:]:
        console.write(f"The draft {drafts[0].name}, {_began(drafts[0])}.")
        return drafts[0]
    for number, each in enumerate(drafts, start=1):
        console.write(f"{number} {each.name}, {_began(each)}")
    while True:
        try:
            typed = calmly(console, "Which one (Enter: 1, q leave) > ", "The drafts stay as they are.").strip().lower()
        except Hidden:
            continue
        if typed == "q":
            raise Closed
        picked = int(typed[:9] or "1") if (typed or "1").isdecimal() else 0
        if 1 <= picked <= len(drafts):
            return drafts[picked - 1]
        console.write(f"Type a number from 1 to {len(drafts)}.")


def _began(draft: "Found") -> str:
    began = f"begun {draft.opening.began:%Y-%m-%d %H:%M}" if draft.opening else "damaged"
    return f"{began}, expired" if draft.is_expired else began


def _resume(console: "Console", place: "Place", found: "Found", rulebook: Path | None) -> None:
    try:
        draft, opened = unlock(console, lambda pin: resume_draft(found, pin, file_name()))
    except (OSError, InUse) as error:
        raise unreadable(found.path, error) from error
    if not opened.is_whole:
        console.write("A piece of it was cut or changed, and is set aside. What is whole is kept.")
    fitted = book_for(console, opened.opening, opened.party, rulebook)
    if fitted.opening != opened.opening:
        draft = _begun_anew(place, draft, fitted.opening, fitted.party)
    bench = Bench(console, place, fitted.book, now, around_here)
    keeping = Keeping(bench, fitted.opening, lambda: draft, draft)
    keeping.people = len(fitted.party)
    desk = desk_of(console, fitted.book, fitted.opening.sha256)
    lead(desk._replace(keeper=keeping, save=keeping.save), fitted.party)


def _begun_anew(place: "Place", old: Draft, opening: "Opening", party: "Party") -> Draft:
    """The draft under another edition of the rulebook, in place of the old one."""
    draft = Draft(place.folder / f"{file_name()}{SUFFIX}", opening, old.identity, old.wrapped)
    try:
        draft.keep(party)
        rename(old.path, old.path.with_suffix(EXPIRED))
        old.leave()
    except (OSError, InUse) as error:
        raise unreadable(place.folder, error) from error
    return draft
