"""Words that would tell a learner what is true before anything was done, each kind with its reason."""

import re

_OUTCOME = "suspicious suspicion suspect suspected trap harmless innocent guilty clean genuine legitimate legit rescue"
_CRIME = """
trafficker trafficking trafficked smuggler pimp slave slavery servitude captor abuser abused criminal culprit
exploited exploiter exploitation exploitative forced coerced coercion fraud abducted kidnapped
"""
_LIE = "fake faked forged sham bogus liar coached rehearsed deceived deceitful dishonest cheated"
_FEELING = """
frightened scared afraid fearful terrified panicked fear terror nervous nervously anxious anxiously uneasy tense worried
distressed upset sad miserable depressed ashamed embarrassed guilty angry furious submissive intimidated cowed timid
confused desperate unhappy happy relaxed confident
"""
"""How somebody feels is read into them, by one officer so and by the next otherwise: no two weigh the same look."""

_REFERRED = "referral refer referred consult false-alarm clearance cleared"

TELLING: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (why, re.compile(rf"\b(?:{'|'.join(words.split())})\b".replace("-", "[ -]"), re.IGNORECASE))
    for why, words in (
        ("it judges", _OUTCOME),
        ("it names the crime, or who commits it", _CRIME),
        ("it says that somebody lies", _LIE),
        ("it says where it leads", _REFERRED),
        ("it reads a feeling into a look", _FEELING),
    )
)
"""Why a word tells, and the words. What is seen is told; what it comes to is for the learner to find."""
