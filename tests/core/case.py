"""Cases as a rulebook author reads them: what is known and seen, and where it leads."""

from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml

from screen.core.screening import UNANSWERED, Answer, Entry, Known, Screening, Sign

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One case; `rules` and `duties` are looked at only where they are given, `duties` exactly."""

    name: str
    disposition: str
    facts: dict[str, str]
    indicators: dict[str, str]
    reasons: dict[str, str]
    answers: dict[str, str | list[str]]
    rules: tuple[str, ...]
    duties: tuple[str, ...] | None


def read_cases(*names: str) -> list[Case]:
    """The cases of these files of tests/core/cases."""
    texts = [(CASES / name).read_text("utf-8") for name in names]
    return [_case(entry) for text in texts for entry in yaml.load(text, yaml.BaseLoader)]  # noqa: S506 - all stays text


def _case(entry: dict[str, Any]) -> Case:
    unknown = entry.keys() - {"name", "disposition", "facts", "indicators", "reasons", "answers", "rules", "duties"}
    if unknown:
        raise ValueError(f"{entry['name']}: {sorted(unknown)} is no key of a case")
    signs = entry.get("indicators", [])
    return Case(
        entry["name"],
        entry["disposition"],
        entry.get("facts", {}),
        signs if isinstance(signs, dict) else dict.fromkeys(signs, "present"),
        entry.get("reasons", {}),
        entry.get("answers", {}),
        tuple(entry.get("rules", ())),
        tuple(entry["duties"]) if "duties" in entry else None,
    )


def screening_of(case: Case) -> Screening:
    """The screening that a case describes."""
    facts = [Known(fact, value, case.reasons.get(fact, "")) for fact, value in case.facts.items()]
    signs = [Sign(indicator, cast("Any", state)) for indicator, state in case.indicators.items()]
    answers = [answer_of(item, told, case.reasons) for item, told in case.answers.items()]
    return Screening(tuple[Entry, ...]((*facts, *signs, *answers)))


def answer_of(item: str, told: str | list[str], reasons: dict[str, str] | None = None) -> Answer:
    """An answer as a case writes it: an option, some options, none of them ([]), or why there is no answer."""
    if told in UNANSWERED:
        return Answer(item, state=cast("Any", told))
    written = tuple((reasons or {}).items())
    return Answer(item, (told,) if isinstance(told, str) else tuple(told), reasons=written)
