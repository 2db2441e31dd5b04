"""Checks of a played key: the rulebook leads where it says, and whoever plays it does nothing wrong."""

from typing import TYPE_CHECKING

from screen.core.given import missing_reasons
from screen.core.problem import Problem
from screen.core.shape.attempt import Step
from screen.practice.found import found_at, reasoned_in
from screen.practice.keyed import BEGAN
from screen.practice.scene import done_in, reply_of
from screen.practice.score import outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.shape.pack import Marks
    from screen.practice.checking.keying import Played


def check_reasons(each: "Played") -> "Iterator[Problem]":
    """Where the rulebook asks for a written reason the key has it, and it has none for which nobody asks."""
    book, evidence = each.scene.book, each.keyed.assessment.evidence
    for name in missing_reasons(book, evidence):
        yield Problem(("key",), f"a written reason of `{name}` is missing.", f"Write `{name}` under `reasons`.")
    asking = reasoned_in(each.scene, each.keyed)
    for name in each.scene.scenario.key.reasons:
        if name not in asking:
            yield Problem(("key", "reasons", name), f"nobody asks for a reason of `{name}` here.", "Delete it.")


def check_judged(each: "Played") -> "Iterator[Problem]":
    """The key judges no item otherwise than what shows there is marked."""
    for place, step in enumerate(each.keyed.steps):
        judged = each.scene.scenario.key.judged.get(step.id) if step.does == "answer" else None
        reply = None if judged is None else reply_of(each.scene, step.id, done_in(each.scene, each.keyed.steps[:place]))
        if judged is not None and reply is not None and _listed(judged) != _listed(reply.reveal.marks):
            own, shown = (", ".join(sorted(_listed(marks))) or "none" for marks in (judged, reply.reveal.marks))
            fault = f"the key enters `{own}` at `{step.id}`, and what shows there is marked `{shown}`."
            yield Problem(("key", "judged", step.id), fault, "Delete it, or mend what shows.")


def _listed(marks: "Marks") -> frozenset[str]:
    return frozenset({marks} if isinstance(marks, str) else marks)


def check_truth(each: "Played") -> "Iterator[Problem]":
    """Exploitation leads to where other help is told, whom the law protects above nothing noted, others no referral."""
    book, reached, truth = each.scene.book, each.keyed.assessment.disposition, each.scene.scenario.truth
    ladder = [told.id for told in book.rulebook.dispositions]
    helps = next((name for name in ladder if book.opens_routes(name)), ladder[0])
    least = {"exploitation": helps, "protection": ladder[1] if ladder[1:] else ladder[0]}.get(truth, ladder[0])
    if book.rank[reached] < book.rank[least]:
        fault = f"the truth is `{truth}`, and the key leads to `{reached}` only."
        yield Problem(("key", "disposition"), fault, f"Let what shows lead to `{least}` at least, or mend the truth.")
    if truth in ("nothing", "other-need") and _refers(each):
        fault = f"the truth is `{truth}`, and the key leads to `{reached}`: a clean traveller is referred."
        yield Problem(("key", "disposition"), fault, "Mend the marks, or the truth: `protection` is what the law asks.")


def _refers(each: "Played") -> bool:
    book = each.scene.book
    return book.rulebook.dispositions[book.rank[each.keyed.assessment.disposition]].stops != "never"


def check_ordinary_findings(each: "Played") -> "Iterator[Problem]":
    """Where there is exploitation, no ordinary reason stands for a sign that the key finds."""
    for name in each.scene.scenario.ordinary if each.scene.scenario.truth == "exploitation" else ():
        if name in each.keyed.findings:
            fault = f"`{name}` is found by the key, and an ordinary reason for it is said to be true."
            yield Problem(("ordinary", name), fault, "Delete the reason, or mend the marks.")


def check_disposition(each: "Played") -> "Iterator[Problem]":
    """The rulebook leads the key's own answers where the key says."""
    said, reached = each.scene.scenario.key.disposition, each.keyed.assessment
    if said != reached.disposition:
        rules = [f"`{rule.id}`" for rule in reached.rules if rule.disposition == reached.disposition]
        by = f", by {', '.join(rules)}" if rules else ""
        fault = f"the key says `{said}`, the rulebook `{reached.disposition}`{by}."
        yield Problem(("key", "disposition"), fault, "Mend the marks, or the key.")


def check_found(each: "Played") -> "Iterator[Problem]":
    """Every finding of the key can be found out, and is found at a step of its path."""
    key, book = each.scene.scenario.key, each.scene.book
    for number, name in enumerate(key.findings):
        at = [item for item in found_at(each.scene, each.keyed, name) if item in key.path]
        if name not in each.keyed.findings:
            told = _telling(each, name)
            why = f"only after other steps, at {', '.join(f'`{item}`' for item in told)}" if told else "nowhere"
            fault = f"nobody on the key's path can find out `{name}`: it shows {why}."
            yield Problem(("key", "findings", number), fault, "Let it show, or put what it waits for into the path.")
        elif not at:
            where = ", ".join(f"`{item}`" for item in found_at(each.scene, each.keyed, name))
            fault = f"`{name}` is found at {where}, which is not in the path."
            yield Problem(("key", "findings", number), fault, "Put the item into the path.")
    for name in book.ids(book.mask(each.keyed.findings) & ~book.mask(key.findings)):
        fault = f"the marks on the key's path find `{name}`, and the key does not say so."
        yield Problem(("key", "findings"), fault, "Add it, or mend the marks.")


def _telling(each: "Played", name: str) -> tuple[str, ...]:
    """The items at which the scenario lets it show."""
    items = each.scene.book.item
    return tuple(
        item
        for item, told in each.scene.scenario.reveals.items()
        for shows in [{option.id for option in items[item].options if name in option.shows}]
        if any(
            name in one.signs or shows & ({one.marks} if isinstance(one.marks, str) else {*one.marks}) for one in told
        )
    )


def check_duties(each: "Played") -> "Iterator[Problem]":
    """The duties of the key are those that the rulebook owes."""
    said, owed = each.scene.scenario.key.duties, each.keyed.duties
    for number, name in enumerate(said):
        if name not in owed:
            yield Problem(("key", "duties", number), f"the rulebook does not owe `{name}` here.", "Delete it.")
    for name in owed:
        if name not in said:
            yield Problem(("key", "duties" if said else "disposition"), f"the rulebook owes `{name}` too.", "Add it.")


def check_contact(each: "Played") -> "Iterator[Problem]":
    """A key that refers says whom to tell first: somebody whom an officer calls."""
    book, reached, told = each.scene.book, each.keyed.assessment.disposition, each.scene.scenario.key.contact
    if _refers(each) and told is None:
        yield Problem(("key",), f"`{reached}` is a referral, and no `contact` is told first.", "Write `contact`.")
    if any(contact.id == told and contact.for_ == "traveller" for contact in book.rulebook.contacts):
        fault = f"`{told}` is for travellers, and no officer can name it."
        yield Problem(("key", "contact"), fault, "Name one that is for officers.")


def check_itself(each: "Played") -> "Iterator[Problem]":
    """Whoever plays the key does all that it requires, in its order, and nothing that it forbids."""
    key = each.scene.scenario.key
    advice = Step(at=10 * len(each.keyed.steps), does="advice", id=key.disposition, confidence=5,
                  contact=key.contact or "", duties=key.duties)  # fmt: skip
    outcome = outcome_of(each.scene, each.keyed, (*each.keyed.steps, advice), BEGAN)
    for move, conduct in outcome.conduct.items():
        if conduct not in ("done", "avoided"):
            fault = f"whoever plays the key has `{move}` {conduct}."
            yield Problem(_in_path(key.path, move), fault, "Mend its place in the path, or `orders`.")
    if outcome.parting is not None:
        due, made = (f"`{name}`" if name else "the end" for name in outcome.parting)
        fault = f"the key parts from itself: {due} is due, and {made} comes."
        yield Problem(_in_path(key.path, outcome.parting.due), fault, "Mend the path, or `orders`.")


def _in_path(path: tuple[str, ...], name: str) -> "tuple[str | int, ...]":
    return ("key", "path", path.index(name)) if name in path else ("key",)


CHECKS = (
    check_reasons, check_contact, check_disposition, check_truth, check_ordinary_findings, check_judged, check_found,
    check_duties,
)  # fmt: skip

LAST = (check_itself,)
"""What is asked of a key with which nothing else is wrong."""

TURNED = (check_reasons, check_contact, check_truth, check_judged)
"""What is asked of a turn's key, which leads where the rulebook says."""
