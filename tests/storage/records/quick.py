"""A quick way to wrap, for tests that begin many drafts: the real one takes a second or more, on purpose.

It is no encryption, and stands in for pyrage's passphrases alone; all messages are real age.
"""

from collections.abc import Callable
from hashlib import sha256, shake_256

import pyrage

HEAD = b"age-encryption.org/v1\n-> scrypt quick\n"


def encrypt(content: bytes, passphrase: str) -> bytes:
    """The content, for this passphrase."""
    mask = shake_256(passphrase.encode()).digest(len(content))
    hidden = bytes(a ^ b for a, b in zip(content, mask, strict=True))
    return HEAD + sha256(passphrase.encode() + content).digest() + hidden


def decrypt(message: bytes, passphrase: str) -> bytes:
    """The content. Raises pyrage's DecryptError for another passphrase."""
    digest, hidden = message[len(HEAD) : len(HEAD) + 32], message[len(HEAD) + 32 :]
    mask = shake_256(passphrase.encode()).digest(len(hidden))
    content = bytes(a ^ b for a, b in zip(hidden, mask, strict=True))
    if not message.startswith(HEAD) or sha256(passphrase.encode() + content).digest() != digest:
        raise pyrage.DecryptError("Decryption failed")
    return content


def quicken(put: Callable[[object, str, object], None] = setattr) -> None:
    """Put it in place in this process; `put` may be one that takes it back, as `monkeypatch.setattr`."""
    put(pyrage.passphrase, "encrypt", encrypt)
    put(pyrage.passphrase, "decrypt", decrypt)
