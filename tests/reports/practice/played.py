"""Attempts for what is handed on: some as the key plays them through the real walk, others made of anything."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.shape.attempt import Attempt, Outcome, Step
from screen.practice.draw import opened
from screen.practice.keyed import keyed
from screen.practice.scene import Scene
from screen.practice.score import outcome_of
from screen.storage.scenarios import SCENARIOS, read_pack, read_scenario
from tests.conftest import ROOT

BEGAN = datetime(2026, 1, 1, 9, tzinfo=UTC)


def played(book: Book, name: str, advice: str, learner: str = "A1") -> Attempt:
    """A shipped scenario played as its key says, but with this advice at the end."""
    folder = ROOT / SCENARIOS
    scenario = read_scenario(folder / f"{name}.yaml").scenario
    scene = Scene(book, read_pack(folder)[0], opened(scenario))
    key = keyed(scene)
    contact = scenario.key.contact or ""
    last = Step(
        at=10 * len(key.steps), does="advice", id=advice, confidence=4, duties=key.duties, contact=contact
    )  # fmt: skip
    steps = (*key.steps, last)
    return Attempt(
        id=f"{learner}-{name}-{advice}", learner=learner, scenario=name, scenario_sha256="0" * 64,
        edition=book.rulebook.edition, rulebook_sha256="0" * 64, truth=scenario.truth, began=BEGAN.isoformat(),
        state="finished", outcome=outcome_of(scene, key, steps, BEGAN), steps=steps,
    )  # fmt: skip


def written() -> st.SearchStrategy[str]:
    """Anything that somebody may type, the dangerous among it."""
    return st.text(max_size=20) | st.sampled_from(
        [
            "=1+1",
            "+1",
            "-1",
            "@A1",
            "\t=1",
            "\r=1",
            "\n",
            "'=1",
            "a;=1",
            'a;"=1',
            'x"y',
            "a,b",
            "a\r\nb",
            "\0",
            "\u2028",
            "'",
        ]
    )


STEPS = st.builds(
    Step,
    at=st.integers(0, 10_000_000),
    does=st.sampled_from(["move", "look", "answer", "sign", "note", "back", "take-back", "advice"]),
    id=written(),
    reply=st.none() | st.integers(-1, 9),
    works=st.sampled_from(["yes", "no"]),
    counts=st.tuples(written()),
    picked=st.lists(written(), max_size=3).map(tuple),
    state=written(),
    reasons=st.dictionaries(written(), written(), max_size=2),
    text=written(),
    confidence=st.none() | st.integers(1, 5),
)

OUTCOMES = st.builds(
    Outcome,
    advice=written(),
    reached=written(),
    key=written(),
    confidence=st.integers(1, 5),
    found=st.lists(written(), max_size=3).map(tuple),
    missed=st.lists(written(), max_size=3).map(tuple),
    overcalled=st.lists(written(), max_size=3).map(tuple),
    conduct=st.dictionaries(written(), st.sampled_from(["done", "late", "missed", "broken", "avoided"]), max_size=4),
    parting=st.none() | st.tuples(written(), written()),
    private_after=st.none() | st.integers(0, 99),
    contact=st.sampled_from(["right", "wrong", "none"]),
)

ATTEMPTS = st.builds(
    Attempt,
    id=written(),
    learner=written(),
    scenario=written(),
    seed=st.none() | st.integers(),
    scenario_sha256=st.just("0" * 64),
    edition=written(),
    rulebook_sha256=st.just("0" * 64),
    truth=st.sampled_from(["nothing", "other-need", "protection", "exploitation"]),
    began=st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.timezones()).map(datetime.isoformat),  # noqa: DTZ001 - the zone is drawn
    state=st.just("finished"),
    group=written(),
    outcome=OUTCOMES,
    steps=st.lists(STEPS, max_size=4).map(tuple),
)
"""Attempts of anything at all: what an exporter is given was written on many laptops."""
