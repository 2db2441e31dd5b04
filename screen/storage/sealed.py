"""A sealed line: a value of a kind as JSON in one line that bears the SHA-256 of it, so that damage shows."""

import json
from hashlib import sha256
from typing import Any

HEAD = b'{"sha256":"'
_HASHED = 64


def sealed(kind: str, value: dict[str, Any]) -> str:
    """The line, with its end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'{HEAD.decode()}{sha256(text.encode("utf-8")).hexdigest()}","{kind}":{text}}}\n'


def unsealed(line: bytes) -> tuple[str | None, bytes]:
    """The kind of a line and its value; None if it is cut, damaged, or another tool's."""
    told, start = line.rstrip(b"\r\n"), len(HEAD) + _HASHED
    kind, parted, value = told[start + 3 :].partition(b'":')
    if not (told.startswith(HEAD) and told[start : start + 3] == b'","' and parted and value.endswith(b"}")):
        return None, b""
    value = value[:-1]
    fits = sha256(value).hexdigest().encode() == told[len(HEAD) : start]
    return (kind.decode("utf-8", "replace"), value) if fits else (None, b"")


def says_kind(line: bytes, kind: str) -> bool:
    """Whether a line, be it damaged, was one of this kind."""
    return line[len(HEAD) + _HASHED :].startswith(f'","{kind}":'.encode())
