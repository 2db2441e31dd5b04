"""References: what a note or a record is called, which says nothing of anybody."""

import os

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are misread on paper."""


def reference() -> str:
    """Eight random letters, so that nothing about the encounter shows in a file name: `K7Q2-MX4D`."""
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in os.urandom(8))
    return f"{letters[:4]}-{letters[4:]}"


def plain_of(ref: str) -> str:
    """A reference as it is compared: however it is typed."""
    return ref.upper().replace("-", "").strip()


def note_name(ref: str) -> str:
    """The file name of a note: whoever made up the reference cannot lead out of the folder by it."""
    return f"note-{''.join(each for each in ref if each.isalnum() or each == '-')[:40]}.md"


def file_name() -> str:
    """A name for a file that says nothing either, and that no other has."""
    return os.urandom(8).hex()
