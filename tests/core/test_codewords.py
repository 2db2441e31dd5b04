"""Code words: what is read out comes back as the same bytes, and none of the words says anything of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.core.booth import is_fit
from screen.core.codewords import COUNT, WORDS, bytes_of, head_code, words_of

DIGESTS = st.binary(min_size=COUNT, max_size=32)


@given(DIGESTS)
def test_words_come_back_as_the_bytes_they_stand_for(digest: bytes) -> None:
    assert bytes_of(words_of(digest)) == digest[:COUNT]


@given(DIGESTS)
def test_case_commas_and_all_but_the_first_four_letters_do_not_matter(digest: bytes) -> None:
    words = words_of(digest).upper().split()
    assert bytes_of(", ".join(words)) == bytes_of("-".join(word[:4] for word in words)) == digest[:COUNT]


def test_every_byte_has_its_word_and_no_two_begin_alike() -> None:
    assert len(WORDS) == 256
    assert len({word[:4] for word in WORDS}) == 256
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 9 for word in WORDS)


def test_no_word_on_a_note_says_anything_of_the_person() -> None:
    harsh = "victim slave sex kill gun weapon prison jail guard hurt abuse border smuggle thief crime poor dirty black"
    assert not set(WORDS) & {*harsh.split(), "white", "race", "woman", "girl", "boy", "man"}
    assert not [word for word in WORDS if not is_fit(word)]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("acorn", "8 words"), ("acorn " * 9, "8 words"), ("acorn " * 7 + "acorm", "acorn"), ("acorn " * 7 + "zzz", "zzz")],
)
def test_a_slip_is_told_with_what_is_near(typed: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        bytes_of(typed)


def test_a_head_code_is_a_number_and_words() -> None:
    assert head_code(14, bytes(range(8))) == "14 " + " ".join(WORDS[:8])
