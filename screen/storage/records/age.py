"""age: the one file that encrypts and decrypts, through pyrage. What it writes, any program for age opens.

Keys and messages are texts and bytes. Who may open a message is a recipient, `age1...`; what opens it is an identity,
`AGE-SECRET-KEY-1...`, or a passphrase.
"""

import hashlib
from collections.abc import Sequence
from typing import cast

import pyrage

from screen.core.problem import Refused

ENCRYPTED = b"age-encryption.org/v1"
"""How every message begins."""

_ARMORED = b"-----BEGIN AGE ENCRYPTED FILE-----"
_NOT_FOR_IT = "No matching keys found"


class Locked(Exception):  # noqa: N818 - that is what the message stays
    """The key or the passphrase is another's."""


class Damaged(Exception):  # noqa: N818 - that is what the message is
    """The message is cut, changed, or none."""


def generate() -> str:
    """A new identity."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Who can open what this identity opens. Raises ValueError."""
    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as error:
        raise ValueError("this is no age identity") from error


def is_recipient(text: str) -> bool:
    """Whether the text is a recipient of the usual kind."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def fingerprint(recipient: str) -> bytes:
    """The digest by which people compare recipients."""
    return hashlib.sha256(recipient.encode()).digest()


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    """The content as a message that each of the recipients can open. Raises Refused if one is none."""
    try:
        return cast("bytes", pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(each) for each in recipients]))
    except pyrage.RecipientError:
        raise Refused(
            "setup.json", "one of its keys is none.", "Set records up again: htscreen records setup."
        ) from None


def unseal(message: bytes, identities: Sequence[str]) -> bytes:
    """The content of a message that one of the identities opens. Raises Locked, Damaged."""
    try:
        return cast("bytes", pyrage.decrypt(message, [pyrage.x25519.Identity.from_str(each) for each in identities]))
    except pyrage.IdentityError:
        raise Locked from None
    except pyrage.DecryptError as error:
        raise (Locked if str(error) == _NOT_FOR_IT else Damaged) from None


def wrap(content: bytes, passphrase: str) -> bytes:
    """The content as a message that the passphrase opens: a second or more, on purpose."""
    return cast("bytes", pyrage.passphrase.encrypt(content, passphrase))


def unwrap(message: bytes, passphrase: str) -> bytes:
    """The content of such a message. Raises Locked, which damage looks like too."""
    try:
        return cast("bytes", pyrage.passphrase.decrypt(message, passphrase))
    except pyrage.DecryptError:
        raise Locked from None


def is_locked(content: bytes) -> bool:
    """Whether a message is for a passphrase, as far as can be told; one that is armored may be."""
    return content.startswith(_ARMORED) or content[len(ENCRYPTED) :].lstrip().startswith(b"-> scrypt ")


def is_encrypted(content: bytes) -> bool:
    """Whether the content of a file is a message, be it armored."""
    return content.startswith((ENCRYPTED, _ARMORED))
