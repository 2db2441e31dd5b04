"""The outlook: which items could still change the advice."""

from typing import TYPE_CHECKING

from screen.core.branch import Answered, is_open, world_of
from screen.core.mention import leaves, mentions
from screen.core.truth import World, compile_test

if TYPE_CHECKING:
    from screen.core.assessment import Assessment, Worlds
    from screen.core.book import Book
    from screen.core.evidence import Evidence
    from screen.core.screening import Screening


def askable(book: "Book", screening: "Screening", evidence: "Evidence") -> tuple[str, ...]:
    """The items not answered yet whose branch and stage are not closed for good, in rulebook order.

    None, while the book is not to be run.
    """
    not_run = book.rulebook.do_not_run_when
    if not_run is not None and compile_test(book, not_run)(world_of(book, evidence.answered)):
        return ()
    fixed = {fact: value for fact, value in evidence.values.items() if fact not in evidence.may_rise}
    may_be = Answered(book.everything & ~evidence.absent, fixed, evidence.reasons)
    staged = {
        item for stage in book.rulebook.stages if is_open(book, f"stage:{stage.id}", may_be) for item in stage.items
    }
    answered = screening.answers
    return tuple(
        item.id
        for item in book.rulebook.items
        if item.id in staged
        and (item.id not in answered or book.asks_again(answered[item.id]))
        and is_open(book, item.id, may_be)
    )


def could_change(book: "Book", screening: "Screening", assessment: "Assessment") -> tuple[str, ...]:
    """The items that can still be asked and bear on a rule that could still raise or lower the disposition.

    None left out that could change it; one may be named that bears on it only together with what is ruled out.
    """
    evidence, three = assessment.evidence, assessment.worlds
    items = askable(book, screening, evidence)
    open_ = three.most.present & ~three.standing.present
    learnable = 0
    for item in items:
        learnable |= book.finds[item] & open_
    facts = {fact for item in items for fact in book.reach[item] if _is_open(book.place[fact], three)}
    twofold = any(len(book.reach[item].keys() & facts) + bool(book.finds[item] & learnable) > 1 for item in items)
    signs, turning = _bearing(book, assessment, learnable, facts, twofold=twofold)
    return tuple(
        item for item in items if book.finds[item] & learnable & signs or turning & book.reach[item].keys() & facts
    )


def _is_open(place: int, three: "Worlds") -> bool:
    """A fact is open if it, or its missing reason, may turn out otherwise, or if it stands so for want of an answer."""
    level, silent = three.standing.levels[place], three.least.unreasoned ^ three.most.unreasoned
    return three.most.levels[place] > level or level > 0 or silent >> place & 1 == 1


def _bearing(
    book: "Book", assessment: "Assessment", learnable: int, facts: set[str], *, twofold: bool
) -> tuple[int, set[str]]:
    """The indicators and facts on which the rules turn that could still raise the disposition, or let it fall.

    `twofold`: one answer could do two things, such as find a sign and lower a fact that stood for want of an answer.
    Then what holds now may come to hold no more before a rule does, and a rule that does not hold may come to carry
    the disposition, so that the facts of both count too.
    """
    three = assessment.worlds
    standing, current = three.standing, book.rank[assessment.disposition]
    tops = [_top(book, standing, most, learnable, facts) for _, most in three.bounds]
    signs, turning, may_fall = 0, set[str](), book.rank[assessment.lowest] < current
    for ready in book.rules:
        held = ready.test(standing)
        if ready.rank < current or not (held or any(ready.test(top) for top in tops)):
            continue
        if ready.rank > current:
            for leaf in leaves(book, ready.rule.when):
                spoken, is_missing = mentions(book, leaf), not compile_test(book, leaf)(standing)
                signs |= spoken.indicators if is_missing else 0
                turning |= spoken.facts if is_missing or twofold or leaf.kind == "is" else frozenset()
        elif may_fall and (held or twofold) and not all(ready.test(least) for least, _ in three.bounds):
            turning |= mentions(book, ready.rule.when).facts
    return signs, turning


def _top(book: "Book", standing: World, most: World, learnable: int, facts: set[str]) -> World:
    """The world with all that can still be learned at its most."""
    levels = tuple(
        most.levels[place] if fact in facts else standing.levels[place] for fact, place in book.place.items()
    )
    return World(standing.present | learnable, levels, most.unreasoned, most.passed)
