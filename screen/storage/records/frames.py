"""Frames: pieces of bytes behind one another in a file, each found and checked by itself.

A frame is a mark, a kind, the length of the piece, eight bytes of the SHA-256 of these and the piece, and the piece.
Damage shows without any key, and does not reach the next frame.
"""

from hashlib import sha256
from typing import NamedTuple

_MARK = b"HTS"
_KIND = len(_MARK)
_LENGTH = _KIND + 1
_SUM = _LENGTH + 4
_PIECE = _SUM + 8


_SPARE = 1024 * 1024
"""Bytes that may be looked at in vain: a file made to be slow is not read to its end."""


class Frame(NamedTuple):
    """A piece, and of which kind it is: one byte."""

    kind: bytes
    piece: bytes


class Frames(NamedTuple):
    """What is undamaged, in its order, and whether that is all there is."""

    frames: tuple[Frame, ...]
    is_whole: bool


def framed(kind: bytes, piece: bytes) -> bytes:
    """The frame as bytes."""
    head = _MARK + kind + len(piece).to_bytes(4, "big")
    return head + sha256(head + piece).digest()[:8] + piece


def unframed(content: bytes) -> Frames:
    """Every frame in the content; what is none of them is passed over."""
    found, place, is_whole, budget = list[Frame](), 0, True, 4 * len(content) + _SPARE
    while place < len(content) and budget > 0:
        end = place + _PIECE + int.from_bytes(content[place + _LENGTH : place + _SUM], "big")
        kind, piece = content[place + _KIND : place + _LENGTH], content[place + _PIECE : end]
        if content[place : place + _KIND] == _MARK and framed(kind, piece) == content[place:end]:
            found.append(Frame(kind, piece))
            place = end
            continue
        is_whole = False
        budget -= len(piece)
        place = content.find(_MARK, place + 1)
        if place < 0:
            break
    return Frames(tuple(found), is_whole)
