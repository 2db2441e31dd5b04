"""Statements: each is as the specification of xAPI 1.0.3 wants it, and the schema that says so refuses others."""

import json
from copy import deepcopy
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from screen.core.book import Book
from screen.core.shape.attempt import Attempt
from screen.core.shape.mapping import MappedLearner, TrainerMapping
from screen.reports.practice.statements import (
    ROOT,
    Teller,
    is_dated,
    is_iri,
    lines_of,
    quoted,
    registration_of,
    rooted,
    statements,
)
from tests.practice.made import made_attempt
from tests.reports.practice.played import ATTEMPTS, played
from tests.reports.practice.xapi import VALIDATOR, Statement, faults

TELLER = Teller(ROOT, registration_of("Class 3"), "Class 3", TrainerMapping())
VERBS = "http://adlnet.gov/expapi/verbs/"

WHOLE: Statement = {
    "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
    "actor": {
        "objectType": "Group",
        "name": "Team",
        "account": {"homePage": "https://example.com/", "name": "team"},
        "member": [{"openid": "https://jo.example.org/"}, {"mbox_sha1sum": "e" * 40, "objectType": "Agent"}],
    },
    "verb": {"id": f"{VERBS}attended", "display": {"en-GB": "attended", "de": "nahm teil"}},
    "object": {
        "id": "https://example.com/quiz/1",
        "definition": {
            "name": {"en": "Quiz"},
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "moreInfo": "https://example.com/quiz",
            "interactionType": "choice",
            "correctResponsesPattern": ["a[,]b"],
            "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b"}],
            "extensions": {"https://example.com/x": {"deep": [None, 1]}},
        },
    },
    "result": {
        "score": {"scaled": -0.5, "raw": 5, "min": 0, "max": 10},
        "success": True,
        "completion": False,
        "response": "a[,]b",
        "duration": "P3Y1M29DT4H35M59.14S",
        "extensions": {"urn:example:x": None},
    },
    "context": {
        "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
        "instructor": {"mbox": "mailto:jo@example.com"},
        "team": {"objectType": "Group", "member": [{"mbox": "mailto:al@example.com"}]},
        "contextActivities": {"parent": [{"id": "urn:a"}], "category": {"id": "urn:b", "objectType": "Activity"}},
        "revision": "2",
        "platform": "P",
        "language": "es-419",
        "statement": {"objectType": "StatementRef", "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"},
        "extensions": {"https://example.com/y": 1},
    },
    "timestamp": "2013-05-18T05:32:34.804+00:00",
    "stored": "2013-05-18T05:32:34.804Z",
    "authority": {"objectType": "Agent", "account": {"homePage": "https://example.com/", "name": "anonymous"}},
    "version": "1.0.0",
    "attachments": [
        {"usageType": "urn:c", "display": {"en": "C"}, "contentType": "text/plain", "length": 3, "sha2": "a" * 64}
    ],
}
"""A statement with every property that there is."""


def changed(path: str, value: Any) -> Statement:  # noqa: ANN401 - anything that may be written
    """The whole statement with one thing in it put otherwise; `...`: taken out."""
    told = deepcopy(WHOLE)
    *way, last = (int(key) if key.isdigit() else key for key in path.split("."))
    part: Any = told
    for key in way:
        part = part[key]
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return told


def test_the_schema_is_one_and_takes_a_statement_with_everything_and_one_with_the_least() -> None:
    VALIDATOR.check_schema(VALIDATOR.schema)
    assert faults(WHOLE) == []
    least = {"id": WHOLE["id"], "actor": {"mbox": "mailto:a@b"}, "verb": {"id": "urn:v"}, "object": {"id": "urn:o"}}
    assert faults(least) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("object", {"objectType": "StatementRef", "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}),
        ("object", {"objectType": "Agent", "mbox": "mailto:a@b"}),
        ("object", {"objectType": "SubStatement", "actor": {"mbox": "mailto:a@b"}, "verb": {"id": "urn:v"},
                    "object": {"id": "urn:o"}}),
    ],
)  # fmt: skip
def test_an_object_may_be_another_thing_where_the_context_does_not_speak_of_an_activity(path: str, value: Any) -> None:  # noqa: ANN401 - any object
    told = changed(path, value)
    assert faults(told) != []
    del told["context"]["revision"]
    assert faults(told) != []
    del told["context"]["platform"]
    assert faults(told) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "6690e6c9-3ef0-4ed3-8b37"),
        ("id", "{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}"),
        ("id", ...),
        ("actor", ...),
        ("verb", ...),
        ("object", ...),
        ("actor", {"objectType": "Agent", "name": "Nobody"}),
        ("actor", {"mbox": "mailto:a@b", "openid": "urn:x"}),
        ("actor", {"mbox": "a@b"}),
        ("actor", {"account": {"name": "x"}}),
        ("actor", {"account": {"homePage": "example.com", "name": "x"}}),
        ("actor", {"account": {"homePage": "https://example.com", "name": 7}}),
        ("actor", {"mbox": "mailto:a@b", "age": 7}),
        ("actor", {"objectType": "Group", "name": "Nobody"}),
        ("actor", {"objectType": "agent", "mbox": "mailto:a@b"}),
        ("actor.member.0", {"objectType": "Group", "mbox": "mailto:a@b"}),
        ("verb.id", "answered"),
        ("verb.id", ""),
        ("verb.id", "http://adlnet.gov/expapi verbs"),
        ("verb.display", "answered"),
        ("verb.display", {"english language": "answered"}),
        ("verb.tense", "past"),
        ("object.id", "blue-band"),
        ("object.objectType", "activity"),
        ("object.objectType", "StatementRef"),
        ("object.definition.type", "question"),
        ("object.definition.interactionType", "multiple"),
        ("object.definition.interactionType", ...),
        ("object.definition.interactionType", "likert"),
        ("object.definition.choices", [{"description": {"en": "A"}}]),
        ("object.definition.extensions", {"stage": 1}),
        ("result.score.scaled", 2),
        ("result.score.scaled", "0.5"),
        ("result.score.raw", 11),
        ("result.score.min", 10),
        ("result.score.percent", 50),
        ("result.success", "yes"),
        ("result.completion", 1),
        ("result.response", 7),
        ("result.response", None),
        ("result.duration", "10 s"),
        ("result.duration", "PT"),
        ("result.duration", "P4W1D"),
        ("result.duration", 10),
        ("result.extensions", {"confidence": 4}),
        ("context.registration", "class 3"),
        ("context.contextActivities.course", [{"id": "urn:a"}]),
        ("context.contextActivities.parent", ["urn:a"]),
        ("context.contextActivities.parent", [{"definition": {}}]),
        ("context.language", "a language"),
        ("context.team", {"mbox": "mailto:a@b"}),
        ("context.statement", {"id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}),
        ("context.room", "4"),
        ("timestamp", "2013-05-18T05:32:34"),
        ("timestamp", "2013-05-18"),
        ("timestamp", "2013-13-18T05:32:34Z"),
        ("timestamp", 1368855154),
        ("version", "2.0.0"),
        ("attachments.0.sha2", ...),
        ("notes", "more"),
        ("Result", {}),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_specification_forbids(path: str, value: Any) -> None:  # noqa: ANN401 - anything
    assert faults(changed(path, value)) != []


def test_a_class_that_played_the_shipped_scenarios_is_told_in_statements_that_fit(book: Book) -> None:
    for name in ("blue-band", "red-band"):
        for advice in ("nothing-noted", "refer"):
            attempt = played(book, name, advice)
            told = list(statements(TELLER, attempt))
            assert [fault for each in told for fault in faults(each)] == []
            verbs = [each["verb"]["id"].removeprefix(VERBS) for each in told]
            assert attempt.outcome is not None
            last = "passed" if attempt.outcome.key == advice else "failed"
            assert verbs == ["answered"] * len(attempt.steps) + ["completed", last]
            assert len({each["id"] for each in told}) == len(told)
            assert {each["context"]["registration"] for each in told} == {TELLER.registration}


def test_the_verb_of_the_end_and_its_score_say_what_the_outcome_says(book: Book) -> None:
    *_, own, whole, end = statements(TELLER, played(book, "red-band", "refer"))
    assert (own["result"]["response"], own["result"]["success"]) == ("refer", True)
    assert whole["result"]["completion"] is True
    assert end["result"]["success"] is True
    assert end["result"]["score"]["scaled"] == 1
    *_, end = statements(TELLER, played(book, "red-band", "nothing-noted"))
    assert (end["result"]["success"], end["result"]["score"]["scaled"] < 1) == (False, True)


def test_each_choice_stands_under_its_scenario_and_its_class_at_its_own_moment(book: Book) -> None:
    attempt = played(book, "blue-band", "refer")
    for step, told in zip(attempt.steps, statements(TELLER, attempt), strict=False):
        where = told["context"]["contextActivities"]
        assert [each["id"] for each in where["parent"]] == [f"{ROOT}scenarios/blue-band"]
        assert [each["id"] for each in where["grouping"]] == [f"{ROOT}classes/{TELLER.registration}"]
        assert told["timestamp"] == f"2026-01-01T09:{step.at // 60:02}:{step.at % 60:02}.000Z"
        assert told["object"]["id"].startswith(f"{ROOT}scenarios/blue-band/{step.does}")
        if step.does == "answer":
            assert told["result"]["response"] == "[,]".join(step.picked)


@given(attempt=ATTEMPTS)
def test_whatever_stands_in_an_attempt_its_statements_fit(attempt: Attempt) -> None:
    lines = list(lines_of(TELLER, attempt))
    assert len(lines) == len(attempt.steps) + 2
    assert all(line.isascii() and line.count("\n") == 1 and line.endswith("\n") for line in lines)
    assert [fault for line in lines for fault in faults(json.loads(line))] == []
    assert lines == list(lines_of(TELLER, attempt))


def test_two_attempts_share_no_statement_and_what_is_said_of_one_changes_no_id() -> None:
    first, second = made_attempt("a", 1), made_attempt("a", 2)
    ids = [{each["id"] for each in statements(TELLER, attempt)} for attempt in (first, second)]
    assert ids[0].isdisjoint(ids[1])
    other = TELLER._replace(root="urn:x:", registration=registration_of("Other"))
    assert {each["id"] for each in statements(other, first)} == ids[0]


@pytest.mark.parametrize(
    ("person", "actor"),
    [
        ({}, {"account": {"homePage": ROOT, "name": "A1"}}),
        ({"name": "Jo Doe"}, {"account": {"homePage": ROOT, "name": "A1"}, "name": "Jo Doe"}),
        ({"id": "77"}, {"account": {"homePage": "https://learn.example.org/", "name": "77"}}),
        ({"id": "77", "mbox": "jo@example.org"}, {"mbox": "mailto:jo@example.org"}),
    ],
)
def test_a_learner_is_a_pseudonym_unless_a_trainer_says_who_it_is(
    person: dict[str, str], actor: dict[str, Any]
) -> None:
    mapping = TrainerMapping(people={"A1": MappedLearner(**person)}, home_page="https://learn.example.org/")
    told = [next(statements(TELLER._replace(mapping=mapping), made_attempt(learner=who))) for who in ("A1", "B2")]
    assert [each["actor"] for each in told] == [
        {"objectType": "Agent", **actor},
        {"objectType": "Agent", "account": {"homePage": ROOT, "name": "B2"}},
    ]
    assert [faults(each) for each in told] == [[], []]


def test_a_registration_is_the_same_each_time_and_another_for_another_class() -> None:
    assert registration_of("A") == registration_of("A") == str(UUID(registration_of("A")))
    assert registration_of("A") != registration_of("B")


@pytest.mark.parametrize(
    "began", ["", "yesterday", "2026-01-01T09:00:00", "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"]
)
def test_an_attempt_that_began_at_no_moment_is_not_dated(began: str) -> None:
    assert not is_dated(made_attempt().model_copy(update={"began": began}))
    assert is_dated(made_attempt())


@pytest.mark.parametrize(
    ("text", "right"),
    [("https://a.example/x/", True), ("urn:x:", True), ("a.example", False), ("https://a b/", False), ("", False)],
)
def test_a_root_is_an_iri_and_ends_so_that_a_name_can_follow(text: str, *, right: bool) -> None:
    assert is_iri(text) is right
    assert not right or rooted(text) == text
    assert rooted("https://a.example") == "https://a.example/"


def test_a_part_of_an_iri_is_quoted_as_the_standard_says() -> None:
    assert quoted("a b/ü~-._=") == "a%20b%2F%C3%BC~-._%3D"
