"""Each instrument is led through the real loop by an officer made of answers, and a few by the command itself."""

import json
import re
from datetime import timedelta

import pytest

from screen.cli.answering import result_for
from screen.core.screening import Answer
from screen.core.shape.answers import Answers
from screen.core.walk import Question
from screen.reports.document import document
from screen.reports.facts import result_of
from screen.reports.note import Encounter, case_note, markdown
from screen.terminal.page import advice_page, reasons_page
from tests.core.officer import Officer
from tests.instruments.instrument import HERE, NAMES, NOON, advised, instrument, path_of, told
from tests.program import Program
from tests.terminal.played import played

PEOPLE = ("first", "last", "every", "unknown")


class Person(Officer):
    """Always gives the first option, the last one, every one that may be given, or none but why there is no answer."""

    def __init__(self, says: str) -> None:
        super().__init__({})
        self.says = says

    def ask(self, question: Question) -> Answer:
        """The reply to a question."""
        self.questions.append(question)
        options, item = [option.id for _, option in question.options], question.item
        match self.says:
            case "unknown":
                return Answer(item.id, state="could-not-tell", reason="as told")
            case "every" if item.pick == "many":
                return Answer(item.id, tuple(options))
            case "last":
                return Answer(item.id, (options[-1],))
            case _:
                return Answer(item.id, (options[0],))


@pytest.mark.parametrize("says", PEOPLE)
@pytest.mark.parametrize("name", NAMES)
def test_an_instrument_is_walked_to_its_end_and_tells_its_result(name: str, says: str) -> None:
    book, person = instrument(name), Person(says)
    end = person.walk(book)
    assert end.wish is None
    assert len(person.asked) == len(set(person.asked)) > 0
    assert not end.assessment.withheld
    result = result_of(book, end.screening, person.clock)
    assert json.dumps(document(result, ""))
    pages = (*advice_page(result), *reasons_page(result, (), full=True))
    assert [line for line in pages if len(line) > 80] == []
    assert result.advice is not None


def test_the_worked_example_of_the_authors_page_is_this_very_qyit() -> None:
    page = (HERE.parent.parent / "docs" / "rulebook.md").read_text("utf-8")
    whole = page.split("### The whole file")[1].split("```yaml rulebook\n")[1].split("```")[0]
    head, _, rest = path_of("qyit").read_text("utf-8").partition("edition:")
    assert head.startswith("#")
    assert whole == f"edition:{rest}"


def test_every_instrument_stands_among_the_patterns_of_the_authors_page() -> None:
    page = (HERE.parent.parent / "docs" / "rulebook.md").read_text("utf-8")
    patterns = page.split("## Patterns of published instruments")[1].split("\n## ")[0]
    assert [name for name in NAMES if f"`{name}.yaml`" not in patterns] == []
    assert set(re.findall(r"`([\w-]+)\.yaml`", patterns)) == set(NAMES)


def test_an_outcome_is_told_in_words_once_it_is_decided_and_all_before() -> None:
    book, found = instrument("ilo-delphi-adult"), ["d4.hours", "d4.low-pay"]
    for signs, lead in ((dict.fromkeys(found, "present"), "Outcomes still possible: "), (None, "Outcome: ")):
        entries = signs or told("ilo-delphi-adult", found)
        result = result_for(book, Answers.model_validate({"indicators": entries}), NOON)
        page = "\n".join(reasons_page(result, (), full=True))
        text = markdown(case_note(result, Encounter("A", NOON, NOON), "", ""))
        assert lead in page
        assert lead in text
        assert ("Deceived" in page) is (signs is not None)
    nothing = result_for(instrument("raft"), Answers(), NOON)
    assert "Outcome" not in "\n".join(reasons_page(nothing, (), full=True))


def test_a_note_says_why_a_question_was_not_answered() -> None:
    answers = {"form": "taken", "scared": "declined", "threats": "no", "sex": "no", "lie": "no"}
    given = Answers.model_validate({"answers": answers, "reasons": {"scared": "began to weep"}})
    text = markdown(case_note(result_for(instrument("qyit"), given, NOON), Encounter("A", NOON, NOON), "", ""))
    assert "Reason: began to weep" in text


def test_every_disposition_of_an_instrument_has_its_words() -> None:
    for name in NAMES:
        dispositions = instrument(name).rulebook.dispositions
        assert all("any" in each.words and "any" in each.titles for each in dispositions), name


def test_every_instrument_says_where_it_comes_from_and_what_of_it_is_ours() -> None:
    for name in NAMES:
        head = path_of(name).read_text("utf-8").split("\nedition:")[0]
        assert all(line.startswith("#") for line in head.splitlines()), name
        assert head.startswith("# INVENTED.") or all(f"# {word}: " in head for word in ("Source", "Confidence", "Ours"))
    assert len(list(HERE.glob("*.yaml"))) == 15


def test_a_skip_at_the_console_asks_why_and_takes_words_for_it() -> None:
    shown = played(instrument("qyit"), "1", "u", "", "wept", "2", "d", "b", "2", "2", "", "n", "", "q")
    assert shown.count("Why not answered?") == 2
    assert "A few words are needed here" in shown
    assert "NO YES" in shown


def test_no_result_is_shown_before_there_is_one() -> None:
    shown = played(instrument("qyit"), "1", "1", "y", "a", "w")
    assert "NO RESULT YET" in shown
    assert "POSITIVE" not in shown
    assert "One yes is enough" not in shown
    assert "POSITIVE" in played(instrument("qyit"), "1", "1", "y", "2", "2", "2", "")


QYIT = "answers: {form: taken, scared: 'no', threats: 'no', sex: 'yes', lie: declined}\n"
CHILD = """\
facts: {custody: taken, country: neighbouring, not-trafficked: met, no-risk: met, can-decide: met}
reasons: {not-trafficked: told so, no-risk: told so, can-decide: told so}
learned: {custody: "%s"}
"""


def advise(program: Program, name: str, answers: str, *arguments: str) -> dict[str, object]:
    """What the command prints for these answers."""
    at = ("--at", NOON.isoformat())
    given = ("advise", "--answers", "-", "--json", "--rulebook", str(path_of(name)))
    done = program.run(*given, *at, *arguments, typed=answers)
    assert done.code == 0, done.err
    return dict(json.loads(done.out))


def test_the_command_gives_what_the_tables_were_held_against(program: Program) -> None:
    printed = advise(program, "ilo-delphi-adult", "indicators: [d1.job, d1.pay, d4.hours, d4.low-pay]")
    here = advised("ilo-delphi-adult", indicators=["d1.job", "d1.pay", "d4.hours", "d4.low-pay"])
    assert {**printed, "rulebook_sha256": ""} == here
    assert printed["outcomes"] == ["deceived-and-exploited", "trafficked-for-forced-labour"]


def test_the_command_withholds_a_result_until_a_skip_has_its_reason(program: Program) -> None:
    assert advise(program, "qyit", QYIT)["disposition"] is None
    reasoned = advise(program, "qyit", f"{QYIT}reasons: {{lie: would not say}}\n")
    assert (reasoned["disposition"], reasoned["warnings"]) == ("positive", [])


@pytest.mark.parametrize(("hours", "reached"), [(47, "keep-screening-or-transfer-early"), (48, "transfer-hhs")])
def test_the_command_takes_when_it_was_learned(program: Program, hours: int, reached: str) -> None:
    learned = (NOON - timedelta(hours=hours)).isoformat()
    assert advise(program, "uac-1232", CHILD % learned)["disposition"] == reached


def test_the_command_refuses_a_time_to_come_and_what_is_no_time(program: Program) -> None:
    given = ("advise", "--answers", "-", "--rulebook", str(path_of("uac-1232")), "--at", NOON.isoformat())
    for time, fault in (("2026-11-23", "after the moment"), ("soon", "not a time")):
        done = program.run(*given, typed=CHILD % time)
        assert done.code == 2
        assert done.err.startswith("standard input:3:11: ")
        assert fault in done.err
