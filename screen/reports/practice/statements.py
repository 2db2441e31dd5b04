"""Statements: an attempt as xAPI 1.0.3 tells it, one statement a choice and two for the whole."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from screen.practice.classroom.mark import moment_of
from screen.practice.points import points_of
from screen.reports.practice.columns import is_right, seconds_of

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt, Outcome, Step
    from screen.core.shape.mapping import TrainerMapping

Part = dict[str, Any]

ROOT = "https://htscreen.example/practice/"
"""Under which activities and extensions are named if nobody says otherwise. No one can own a name in `.example`."""

_OURS = uuid5(NAMESPACE_URL, ROOT)
_VERBS = "http://adlnet.gov/expapi/verbs/"
_TYPES = "http://adlnet.gov/expapi/activities/"
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]+")
_INTERACTIONS = {"answer": "choice", "sign": "choice", "advice": "choice", "note": "long-fill-in"}
_ONE_OF_A_KIND = ("note", "back", "take-back", "advice")
_NO_RESULT = {"at", "does", "id", "text"}


class Teller(NamedTuple):
    """How statements are told: under which root, by which registration, and of whom."""

    root: str
    registration: str
    group: str
    mapping: "TrainerMapping"


def is_iri(text: str) -> bool:
    """Whether this can be the beginning of an IRI: it has a scheme, and nothing that an IRI may not hold."""
    return _IRI.fullmatch(text) is not None


def rooted(root: str) -> str:
    """The root, so ended that a name can follow it."""
    return root if root[-1] in "/#:" else f"{root}/"


def registration_of(name: str) -> str:
    """The registration of a class by its name, the same each time."""
    return str(uuid5(_OURS, f"class/{name}"))


def is_dated(attempt: "Attempt") -> bool:
    """Whether it says at which moment it began, in its zone, and all its steps have a date."""
    last = max((step.at for step in attempt.steps), default=0)
    try:
        moment_of(attempt).astimezone(UTC)
        (moment_of(attempt) + timedelta(seconds=last)).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return True


def lines_of(teller: Teller, attempt: "Attempt") -> Iterator[str]:
    """The statements of a finished attempt that is dated, as JSON Lines.

    They are in ASCII, so that no reader finds the end of a line inside a text.
    """
    for statement in statements(teller, attempt):
        yield json.dumps(statement, separators=(",", ":")) + "\n"


def statements(teller: Teller, attempt: "Attempt") -> Iterator[Part]:
    """`answered` for every step, then `completed`, then `passed` or `failed`."""
    outcome, began = attempt.outcome, moment_of(attempt)
    if outcome is None:
        return
    actor, right = actor_of(teller.root, teller.mapping, attempt.learner), is_right(outcome)
    within = {"actor": actor, "context": _context(teller, attempt, whole=False)}
    before = 0
    for number, step in enumerate(attempt.steps, start=1):
        taken, before = max(0, step.at - before), step.at
        told = _named(attempt, f"step-{number}", "answered", began + timedelta(seconds=step.at))
        yield told | within | _answered(teller, attempt, step, taken, right=right)
    seconds = seconds_of(attempt)
    ended = began + timedelta(seconds=seconds or 0)
    lasted = {} if seconds is None else {"duration": f"PT{seconds}S"}
    within = {"actor": actor, "context": _context(teller, attempt, whole=True), "object": _scenario(teller, attempt)}
    done = {"completion": True, **lasted, "extensions": _extended(teller, _plain(outcome))}
    yield _named(attempt, "completed", "completed", ended) | within | {"result": done}
    points = points_of(outcome)
    score = {"scaled": points.share, "raw": points.right, "min": 0, "max": points.of}
    passed = {"score": score, "success": right, "completion": True, **lasted}
    yield _named(attempt, "result", "passed" if right else "failed", ended) | within | {"result": passed}


def actor_of(root: str, mapping: "TrainerMapping", learner: str) -> Part:
    """The learner: an account under the pseudonym, unless the trainer has written who that is."""
    person = mapping.people.get(learner)
    account = {"homePage": mapping.home_page if person and person.id and mapping.home_page else root,
               "name": person.id if person and person.id else learner}  # fmt: skip
    named = {"name": person.name} if person and person.name else {}
    known = {"mbox": f"mailto:{person.mbox}"} if person and person.mbox else {"account": account}
    return {"objectType": "Agent", **named, **known}


def _named(attempt: "Attempt", part: str, verb: str, at: datetime) -> Part:
    """What was done when. The id is made from the attempt's own, so that a store takes each statement once."""
    return {
        "id": str(uuid5(_OURS, f"{part}/{attempt.id}")),
        "verb": {"id": f"{_VERBS}{verb}", "display": {"en": verb}},
        "timestamp": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def _answered(teller: Teller, attempt: "Attempt", step: "Step", taken: int, *, right: bool) -> Part:
    """What a choice was about, and what was chosen. The own advice is the one choice that is right or wrong."""
    response = _response(step)
    more = {key: value for key, value in _plain(step).items() if key not in _NO_RESULT}
    result: Part = {"duration": f"PT{taken}S"}
    if response is not None:
        result["response"] = response
    if step.does == "advice":
        result["success"] = right
    if more:
        result["extensions"] = _extended(teller, more)
    name = f"{attempt.scenario}: {step.does} {_about(step)}".rstrip()
    kind = {"interactionType": _INTERACTIONS.get(step.does, "other")}
    activity = _activity(f"{_place(teller, attempt)}/{_path(step)}", name, "cmi.interaction", kind)
    return {"object": activity, "result": result}


def _response(step: "Step") -> str | None:
    match step.does:
        case "answer":
            return "[,]".join(step.picked)
        case "sign":
            return step.state
        case "advice":
            return step.id
        case "note":
            return step.text
        case "move":
            return step.works
    return None if step.reply is None else str(step.reply)


def _about(step: "Step") -> str:
    return "" if step.does in _ONE_OF_A_KIND else step.id


def _path(step: "Step") -> str:
    return "/".join(quoted(part) for part in (step.does, _about(step)) if part)


def _context(teller: Teller, attempt: "Attempt", *, whole: bool) -> Part:
    """The class, the scenario above a choice, and what was played. The whole attempt also says how it was played."""
    group = _activity(f"{teller.root}classes/{teller.registration}", teller.group or "Class", "course", {})
    parent = {} if whole else {"parent": [_scenario(teller, attempt)]}
    known = {"attempt": attempt.id}
    if whole:
        kept = ("seed", "truth", "facilitated", "scenario_sha256", "rulebook_sha256")
        told = {key: getattr(attempt, key) for key in kept} | {"constants": teller.mapping.constants}
        known |= {key: value for key, value in told.items() if value not in (None, {})}
    return {
        "registration": teller.registration,
        "contextActivities": parent | {"grouping": [group]},
        "revision": attempt.edition,
        "platform": "htscreen",
        "extensions": _extended(teller, known),
    }


def _scenario(teller: Teller, attempt: "Attempt") -> Part:
    return _activity(_place(teller, attempt), attempt.scenario, "simulation", {})


def _place(teller: Teller, attempt: "Attempt") -> str:
    return f"{teller.root}scenarios/{quoted(attempt.scenario)}"


def _activity(iri: str, name: str, kind: str, more: Part) -> Part:
    return {
        "objectType": "Activity",
        "id": iri,
        "definition": {"name": {"en": name}, "type": f"{_TYPES}{kind}", **more},
    }


def _extended(teller: Teller, told: Mapping[str, object]) -> Part:
    """Each thing under an IRI of its own."""
    return {f"{teller.root}extensions/{key}": value for key, value in told.items()}


def _plain(value: "Step | Outcome") -> Part:
    return value.model_dump(mode="json", exclude_defaults=True)


def quoted(text: str) -> str:
    """The text as a part of an IRI: by RFC 3986 everything but letters, digits and - . _ ~ as numbers."""
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in text.encode("utf-8"))
