"""`htscreen advise`, from outside: a file of answers in, the advice out, by stable keys and ids."""

import json
from typing import Any

import pytest

from screen.core.book import Book
from tests.program import Done, Program
from tests.terminal.keys import title

CASE = """\
facts: {age: adult, place: secondary, interpreter: could-not-tell, spoken-alone: declined}
indicators: {documents-held: present, threatened: absent, debt-to-controller: could-not-tell, job-switched: declined}
"""
SHAPE: dict[str, type | tuple[type, ...]] = {
    "edition": str, "rulebook_sha256": str, "disposition": str, "lowest": str, "highest": str, "settled": bool,
    "present": list, "counts": dict, "clusters": list, "groups_present": list, "rules": list, "rests_on": list,
    "next_up": (dict, type(None)), "conditions": dict, "outcomes": list, "duties": list, "could_change": list,
    "not_asked": list, "could_not_tell": list, "declined": list, "warnings": list,
}  # fmt: skip


def advise(program: Program, answers: str, *arguments: str) -> dict[str, Any]:
    """The advice for these answers, as a program reads it."""
    done = program.run("advise", "--answers", "-", "--json", *arguments, typed=answers)
    assert done.code == 0, done.err
    return dict(json.loads(done.out))


def refused(program: Program, answers: str, *arguments: str) -> Done:
    """How a call ends that has to be refused."""
    done = program.run("advise", "--answers", "-", *arguments, typed=answers)
    assert done.code == 2
    assert done.out == ""
    assert "Traceback" not in done.err
    return done


@pytest.mark.parametrize("answers", ["{}", CASE, "facts: {danger-now: 'yes'}"])
def test_every_key_of_the_contract_is_there_and_of_its_type(program: Program, book: Book, answers: str) -> None:
    advice = advise(program, answers)
    assert advice.keys() >= SHAPE.keys()
    assert [key for key, kind in SHAPE.items() if not isinstance(advice[key], kind)] == []
    ranks = [book.rank[advice[key]] for key in ("lowest", "disposition", "highest")]
    assert ranks == sorted(ranks)
    ids = {key: advice[key] for key in ("present", "not_asked", "could_not_tell", "declined")}
    assert all(name in book.bit for names in ids.values() for name in names)
    assert set(advice["conditions"].values()) <= {"held", "not-held", "open"}
    assert advice["conditions"].keys() == book.rulebook.conditions.keys()
    assert set(advice["could_change"]) <= set(book.staged)


def test_the_parts_within_have_their_keys(program: Program, book: Book) -> None:
    advice = advise(program, CASE + "reasons: {spoken-alone: the van was full}\n")
    assert advice["counts"]["coercion"].keys() == {"indicators", "clusters"}
    assert advice["clusters"] == ["papers"]
    assert advice["groups_present"] == ["coercion"]
    assert all(rule.keys() >= {"id", "disposition", "because", "sources"} for rule in advice["rules"])
    assert advice["rests_on"] == [["documents-held"]]
    assert advice["next_up"].keys() >= {"disposition", "in_words", "fewest"}
    assert advice["next_up"]["disposition"] == "refer"
    assert len(advice["rulebook_sha256"]) == 64
    assert advice["edition"] == book.rulebook.edition


def test_unknown_states_are_never_merged(program: Program) -> None:
    advice = advise(program, CASE)
    assert advice["present"] == ["documents-held"]
    assert advice["could_not_tell"] == ["debt-to-controller"]
    assert advice["declined"] == ["job-switched"]
    assert not {"documents-held", "threatened", "debt-to-controller", "job-switched"} & set(advice["not_asked"])


def test_json_and_yaml_and_a_file_and_standard_input_are_one(program: Program) -> None:
    as_json = json.dumps({"facts": {"age": "adult"}, "indicators": {"documents-held": "present"}})
    as_yaml = "facts: {age: adult}\nindicators: {documents-held: present}\n"
    (program.home / "given.json").write_text(as_json, "utf-8")
    (program.home / "given.yaml").write_text(as_yaml, "utf-8")
    outs = [program.run("advise", "--answers", name, "--json").out for name in ("given.json", "given.yaml")]
    outs += [program.run("advise", "--answers", "-", "--json", typed=text).out for text in (as_json, as_yaml)]
    assert len(set(outs)) == 1


def test_items_and_signs_given_directly_give_the_same_advice(program: Program) -> None:
    at = ("--at", "2026-11-22T14:05")
    by_items = advise(
        program,
        "answers: {now: [], age: adult, with-whom: employer, papers: kept, answered: went-on, look: [injury],"
        " journey: declined, concern: some}",
        *at,
    )
    directly = advise(
        program,
        "facts: {danger-now: 'no', disclosure: none, age: adult, accompanied: employer-or-agent, papers-with: kept,"
        " officer-concern: some}\nindicators: {documents-held: present, companion-speaks: present,"
        " injury-unexplained: present, destination-unknown: declined, host-unknown: declined,"
        " job-implausible: declined}",
        *at,
    )
    for key in ("disposition", "present", "counts", "clusters", "rules", "rests_on", "next_up", "declined", "duties"):
        assert by_items[key] == directly[key], key


def test_nothing_is_open_and_nothing_noted(program: Program, book: Book) -> None:
    advice = advise(program, "{}")
    assert (advice["disposition"], advice["lowest"], advice["highest"]) == (
        "nothing-noted",
        "nothing-noted",
        "refer-now",
    )
    assert advice["settled"] is False
    assert advice["not_asked"] == list(book.bit)


def test_an_empty_list_is_looked_and_none_found(program: Program) -> None:
    looked = advise(program, "answers: {owe: []}")
    assert "debt-to-controller" not in looked["not_asked"]
    assert looked["present"] == []


@pytest.mark.parametrize("state", ["could-not-tell", "declined"])
def test_an_item_or_a_fact_may_be_unanswered(program: Program, state: str) -> None:
    assert "debt-to-controller" in advise(program, f"answers: {{owe: {state}}}")[state.replace("-", "_")]
    assert advise(program, f"facts: {{age: {state}}}")["conditions"]["age-not-adult"] == "held"


def test_a_disposition_is_never_an_exit_code(program: Program) -> None:
    assert advise(program, "facts: {danger-now: 'yes'}")["disposition"] == "refer-now"


def test_a_missing_written_reason_is_a_warning_and_a_given_one_is_none(program: Program) -> None:
    missing = program.run("advise", "--answers", "-", typed="facts: {officer-concern: strong}")
    assert missing.code == 0
    assert missing.err.startswith("warning: officer-concern")
    assert advise(program, "facts: {officer-concern: strong}")["warnings"] != []
    reason = "reasons: {officer-concern: wept when he came near}"
    assert advise(program, f"facts: {{officer-concern: strong}}\n{reason}")["warnings"] == []


def test_an_answer_behind_a_closed_branch_is_a_warning_and_is_not_counted(program: Program) -> None:
    advice = advise(program, "answers: {age: adult, with-whom: alone, answered: went-on}")
    assert advice["present"] == []
    assert any("answered" in warning for warning in advice["warnings"])


UNKNOWN = {
    "facts: {agee: adult}": "age",
    "facts: {age: adultt}": "adult",
    "indicators: {document-held: present}": "documents-held",
    "indicators: {documents-held: presnt}": "present",
    "answers: {paper: kept}": "papers",
    "answers: {papers: keptt}": "kept",
    "reasons: {officer-concer: x}": "officer-concern",
    "fact: {age: adult}": "facts",
}


@pytest.mark.parametrize(("answers", "nearest"), UNKNOWN.items())
def test_an_unknown_id_is_refused_with_its_place_and_the_nearest(program: Program, answers: str, nearest: str) -> None:
    done = refused(program, answers)
    assert done.err.startswith("standard input:1:")
    assert nearest in done.err
    assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "answers",
    ["", "[]", "facts", "facts: [", "answers: {papers: [kept, own-hand]}", "answers: {age: []}", "a: 1\na: 2",
     "facts: {age: 14}", "facts: {danger-now: yes, danger-now: no}", "\t", "&a [*a]", "facts: {age: adult}\x00"],
)  # fmt: skip
def test_a_faulty_file_is_refused_in_plain_words(program: Program, answers: str) -> None:
    assert refused(program, answers).err.startswith("standard input:")


def test_all_that_is_wrong_is_said_at_once(program: Program) -> None:
    done = refused(program, "facts: {agee: adult}\nindicators: {document-held: present}\nanswers: {paper: kept}\n")
    assert [line.split(":")[1] for line in done.err.splitlines()] == ["1", "2", "3"]


def test_a_file_that_is_not_there_is_a_matter_of_usage(program: Program) -> None:
    done = program.run("advise", "--answers", "nowhere.yaml")
    assert (done.code, done.out) == (2, "")
    assert "nowhere.yaml" in done.err
    assert program.run("advise").code == 2


def test_at_sets_the_clock_of_the_duties(program: Program) -> None:
    child = (
        "facts: {age: 14-17, unaccompanied: unknown, disclosure: asks-for-help}\nindicators: {minor-afraid: present}\n"
    )
    advice = advise(program, child, "--at", "2026-11-22T14:05+00:00")
    ends = {duty["id"]: duty["ends"] for duty in advice["duties"]}
    assert all(duty.keys() >= {"id", "to", "within", "ends", "source"} for duty in advice["duties"])
    assert ends["hhs-minor-notice"].startswith("2026-11-23T14:05")
    assert ends["uac-screening"].startswith("2026-11-24T14:05")
    assert ends["uac-transfer"].startswith("2026-11-25T14:05")
    assert ends["bring-to-investigators"].startswith("2026-11-22T14:05")
    assert ends["crime-victim-services"] is None


@pytest.mark.parametrize("at", ["yesterday", "2026-13-01", "14:05", ""])
def test_a_time_that_is_none_is_a_matter_of_usage(program: Program, at: str) -> None:
    assert "--at" in refused(program, "{}", "--at", at).err


def test_in_words_it_is_the_two_pages(program: Program, book: Book) -> None:
    done = program.run("advise", "--answers", "-", typed=CASE)
    assert done.code == 0
    assert done.out.startswith(f"advice: {title(book, 'consult', 'secondary')}\n")
    assert book.indicator["documents-held"].title in done.out


def test_json_is_ascii_and_alone_on_standard_output(program: Program) -> None:
    done = program.run("advise", "--answers", "-", "--json", typed=CASE, encoding="ascii")
    assert done.out.isascii()
    assert done.err == ""
