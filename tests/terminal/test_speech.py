"""What is said to the person: in plain words, in every language, and another language needs no code."""

import re
from pathlib import Path

import pyphen
import yaml

from screen.core.book import Book
from tests.conftest import ROOT
from tests.program import Program
from tests.terminal.keys import flat
from tests.terminal.live import Live

GRADE = 6.0
_HYPHENS = pyphen.Pyphen(lang="en_US")


def syllables(word: str) -> int:
    """At least one; by the breaks of a dictionary, with a vowel group more where it knows none."""
    return max(len(_HYPHENS.positions(word)) + 1, 1)


def grade(text: str) -> float:
    """The US school grade of a text, by Flesch and Kincaid."""
    sentences = max(len(re.findall(r"[.?!]+", text)), 1)
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def phrases(book: Book) -> list[tuple[str, dict[str, object]]]:
    """Everything that is said to the person, with the item or indicator it belongs to."""
    owners = (*((item.id, item.say) for item in book.rulebook.items),
              *((sign.id, sign.questions) for sign in book.rulebook.indicators))  # fmt: skip
    return [(owner, dict(phrase)) for owner, said in owners for phrase in said]


def test_the_measure_tells_easy_from_hard() -> None:
    assert grade("Where are you going? Who will meet you?") < 3
    assert grade("Please elucidate the circumstances surrounding your employment recruitment arrangements.") > 12


def test_a_sixth_grader_can_follow_every_question(book: Book) -> None:
    said = [(owner, str(phrase["en"])) for owner, phrase in phrases(book)]
    assert len(said) > 60
    assert [(owner, text, round(grade(text), 1)) for owner, text in said if grade(text) > GRADE] == []


def test_nobody_is_called_a_victim_nor_asked_of_the_law(book: Book) -> None:
    for owner, phrase in phrases(book):
        for text in (str(phrase["en"]), getattr(phrase["es"], "text", "")):
            assert not re.search(r"victim|traffick|víctima|trata\b|tráfico", text, re.IGNORECASE), owner


def test_everything_is_said_in_every_language_and_what_nobody_signed_is_marked(book: Book) -> None:
    for owner, phrase in phrases(book):
        for language in book.rulebook.languages[1:]:
            told = phrase[language.id]
            assert getattr(told, "text", ""), owner
            assert getattr(told, "review", "") == "unreviewed" or getattr(told, "by", None), owner


def test_every_indicator_has_a_question(book: Book) -> None:
    assert [sign.id for sign in book.rulebook.indicators if not sign.questions] == []


def with_french(folder: Path) -> Path:
    """A copy of the shipped rulebook that speaks French too."""
    (folder / "indicators").mkdir(parents=True)
    for path in (ROOT / "rules.yaml", *(ROOT / "indicators").glob("*.yaml")):
        content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts and nothing else
        for entry in (*content.get("items", ()), *content.get("indicators", ())):
            for phrase in (*entry.get("say", ()), *entry.get("questions", ())):
                phrase["fr"] = {"text": f"En français : {entry['id']} ?", "review": "unreviewed"}
        if "languages" in content:
            content["languages"].append({"id": "fr", "name": "Français"})
        text = yaml.dump(content, allow_unicode=True, sort_keys=False, default_style='"')
        text = re.sub(r'"(at_least|clusters)": "(\d+)"', r'"\1": \2', text)
        (folder / path.relative_to(ROOT)).write_text(text, "utf-8")
    return folder


def test_another_language_is_a_matter_of_the_rulebook_alone(program: Program, book: Book, tmp_path: Path) -> None:
    folder = with_french(tmp_path / "french")
    checked = program.run("rulebook", "check", "--rulebook", str(folder))
    assert checked.code == 0, checked.err
    with Live(program, "--rulebook", str(folder)) as live:
        live.walk(book, until="papers")
        live.type("l", "l")
        assert "Français" in live.text
        assert "En français : papers ? [translation unreviewed]" in flat(live.text)
        live.type("l")
        assert "En français" not in live.text
    ascii_only = program.run("--rulebook", str(folder), typed="0\n1\n1\nl\nl\n", encoding="ascii")
    assert "En francais : papers ?" in flat(ascii_only.out)
