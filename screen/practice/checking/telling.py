"""Words that would tell a learner what is true before anything was done, each kind with its reason."""

import re

_OUTCOME = "suspicious suspicion suspect suspected trap harmless innocent guilty clean genuine legitimate legit rescue"
_CRIME = """
trafficker trafficking trafficked smuggler pimp slave slavery servitude captor abuser abused criminal culprit
exploited exploiter exploitation exploitative forced coerced coercion fraud abducted kidnapped
"""
_LIE = "fake faked forged sham bogus liar coached rehearsed deceived deceitful dishonest cheated"
_REFERRED = "referral refer referred consult false-alarm clearance cleared"

TELLING: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (why, re.compile(rf"\b(?:{'|'.join(words.split())})\b".replace("-", "[ -]"), re.IGNORECASE))
    for why, words in (
        ("it judges", _OUTCOME),
        ("it names the crime, or who commits it", _CRIME),
        ("it says that somebody lies", _LIE),
        ("it says where it leads", _REFERRED),
    )
)
"""Why a word tells, and the words. What is seen is told; what it comes to is for the learner to find."""
