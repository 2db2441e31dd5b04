"""Frames: whatever is cut or changed shows, and reaches no other frame."""

from hypothesis import given
from hypothesis import strategies as st

from screen.storage.records.frames import Frame, framed, unframed

FRAMES = st.lists(st.builds(Frame, st.binary(min_size=1, max_size=1), st.binary(max_size=60)), min_size=1, max_size=5)


def joined(frames: list[Frame]) -> bytes:
    return b"".join(framed(*frame) for frame in frames)


@given(FRAMES)
def test_what_is_written_is_read(frames: list[Frame]) -> None:
    assert unframed(joined(frames)) == (tuple(frames), True)


@given(FRAMES, st.data())
def test_a_bit_that_is_turned_costs_one_frame_and_shows(frames: list[Frame], data: st.DataObject) -> None:
    content = bytearray(joined(frames))
    place = data.draw(st.integers(0, len(content) * 8 - 1))
    content[place // 8] ^= 1 << place % 8
    found = unframed(bytes(content))
    assert not found.is_whole
    ends = [len(joined(frames[: n + 1])) for n in range(len(frames))]
    hit = next(n for n, end in enumerate(ends) if place // 8 < end)
    assert found.frames == (*frames[:hit], *frames[hit + 1 :])


@given(FRAMES, st.binary(min_size=1, max_size=30))
def test_what_is_no_frame_is_passed_over(frames: list[Frame], junk: bytes) -> None:
    for content in (junk + joined(frames), joined(frames) + junk, joined(frames[:1]) + junk + joined(frames[1:])):
        found = unframed(content)
        assert found == (tuple(frames), False)
