"""The check that no sign rests on nationality, ethnicity, religion, gender, a gap in age, or looks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.speech import fact_text, item_text, labels, said, sign
from screen.core.problem import Problem

if TYPE_CHECKING:
    from screen.core.checks.speech import Speech
    from screen.core.shape.rulebook import Rulebook

_ORIGINS = """
nationality nationalities foreign foreigner immigrant migrant alien native
race racial racially ethnic ethnicity ethnicities tribe tribal caste indigenous biracial mixed-race gypsy gypsies roma
accent complexion skinned skin-colour skin-color dark-skin white-person black-person brown-person asian-person
white-people black-people brown-people white-child black-child brown-child people-of-colour people-of-color non-white
religion religious religiously faith belief sect pray prayer praying church mosque synagogue
muslim moslem islam islamic christian catholic protestant orthodox jew jewish hindu buddhist sikh mormon amish
hijab niqab burqa burka veil veiled headscarf headscarves turban
"""
"""A hyphen stands for a blank too; each word may have a plural's ending."""

_GENDER_AND_AGE = """
gender man men woman women male female boy girl lady ladies gentleman gentlemen girlfriend boyfriend
masculine feminine effeminate transgender transsexual trans gay lesbian homosexual bisexual queer same-sex opposite-sex
older younger elderly young youthful middle-aged age-gap age-difference difference-in-age gap-in-age half-their-age
"""

_LOOKS = """
attractive unattractive beautiful ugly handsome good-looking look-unlike looks-unlike look-different looks-different
appearance facial hairstyle beard bearded makeup make-up tattoo tattooed obese skinny eye-contact
provocative provocatively scantily
"""

_WORN = """
hair clothes clothing clothed dress dressed wears wearing outfit
"""
"""No clue, and yet things of which a story may tell."""

_PEOPLES = """
Afghan Afghanistan Africa African Albania Albanian Algeria Algerian America American Angola Angolan Arab Arabic
Argentina Argentine Armenia Armenian Asia Asian Bangladesh Bangladeshi Belarus Belarusian Bolivia Bolivian Brazil
Brazilian British Bulgaria Bulgarian Burma Burmese Cambodia Cambodian Cameroon Canada Canadian Caribbean Caucasian
China Chinese Colombia Colombian Congo Congolese Costa-Rica Costa-Rican Cuba Cuban Dominican Ecuador Ecuadorian Egypt
Egyptian El-Salvador Eritrea Eritrean Ethiopia Ethiopian Europe European Filipina Filipino French Georgian German
Ghana Ghanaian Guatemala Guatemalan Guyana Haiti Haitian Hispanic Honduran Honduras Hungarian Hungary India Indian
Indonesia Indonesian Iran Iranian Iraq Iraqi Israeli Italian Jamaica Jamaican Japan Japanese Kazakh Kazakhstan Kenya
Kenyan Korea Korean Kosovo Kurd Kurdish Laos Laotian Latin-America Latina Latino Lebanese Lebanon Liberia Liberian
Malaysia Malaysian Mali Malian Maya Mayan Mexican Mexico Moldova Moldovan Mongolia Mongolian Moroccan Morocco Nepal
Nepalese Nepali Nicaragua Nicaraguan Nigeria Nigerian Pakistan Pakistani Palestinian Panama Paraguay Peru Peruvian
Philippines Poland Polish Portugal Portuguese Romania Romanian Russia Russian Rwanda Rwandan Salvadoran Saudi Senegal
Senegalese Serb Serbia Serbian Sierra-Leone Slav Slavic Somali Somalia Spaniard Spanish Sri-Lanka Sri-Lankan Sudan
Sudanese Syria Syrian Tajik Tajikistan Tanzania Tanzanian Thai Thailand Tibet Tibetan Turk Turkish Uganda Ugandan
Ukraine Ukrainian Uruguay Uzbek Uzbekistan Venezuela Venezuelan Vietnam Vietnamese Yemen Yemeni Zimbabwe Zimbabwean
"""
"""The same, with their capital: china is not China."""


def _any_of(words: str, flags: int = 0) -> "re.Pattern[str]":
    either = "|".join(words.split()).replace("-", "[ -]")
    return re.compile(rf"\b(?:{either})(?:e?s)?\b", flags)


ORIGINS = _any_of(_ORIGINS, re.IGNORECASE)
"""Words of origin, colour and faith."""

LOOKS = _any_of(_LOOKS, re.IGNORECASE)
"""Words of how somebody looks."""

PEOPLES = _any_of(_PEOPLES)
"""Real peoples and countries."""

_PROFILING = (ORIGINS, _any_of(_GENDER_AND_AGE + _WORN, re.IGNORECASE), LOOKS, PEOPLES)


def words_of(patterns: "tuple[re.Pattern[str], ...]", text: str) -> tuple[str, ...]:
    """The words of a text that are of these, quoted, each once."""
    return tuple(dict.fromkeys(f"`{match[0]}`" for pattern in patterns for match in pattern.finditer(text)))


def check_profiling(book: "Rulebook") -> Iterator[Problem]:
    """No word of nationality, ethnicity, religion, gender, a gap in age or looks stands where a sign is told.

    `not_if`, `innocent` and `why` may have them, for they take suspicion away; where a sign, a fact or an option needs
    one, its author writes why under `allowed`.
    """
    for number, each in enumerate(book.indicators):
        if each.allowed is None:
            yield from _found(sign(number, each, "title", "booth_title", "looks_like", "mark_if"))
    for number, item in enumerate(book.items):
        yield from _found(item_text(number, item))
        yield from _found(labels(number, item, allowed=False))
        yield from _found(said(number, item))
    for number, fact in enumerate(book.facts):
        if fact.allowed is None:
            yield from _found(fact_text(number, fact))


def _found(speech: "Speech") -> Iterator[Problem]:
    for place, text in speech:
        if words := words_of(_PROFILING, text):
            fault = f"a sign may not rest on who a person is or how they look: {', '.join(words)}."
            yield Problem(place, fault, "Say what is done or told, or write under `allowed` why the word is needed.")


CHECKS = (check_profiling,)
