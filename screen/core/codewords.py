"""Code words: a digest as words that can be read out, written down and compared; and back.

The words are our own: short, and such that none of them on a note says anything of the person it is about, as words of
the usual published lists would.
"""

COUNT = 8
"""Words of a code: 64 bits, which nobody who can only try comes up with twice."""

WORDS = """
    acorn almond amber anchor apple apron arch atlas autumn badge bagel balcony bamboo banjo barn basil basket beach
    bell bench berry bicycle birch biscuit blanket bloom boat bonnet book bottle branch bread breeze brick bridge
    broom brush bucket button cabin cactus candle canoe canvas carpet carrot castle cedar cello cement cereal chair
    chalk cherry chess chimney cinema circle citrus clay cliff clock cloud clover coast cobalt coconut coffee comet
    compass copper coral cotton cradle crayon cricket crystal cup curtain daisy dawn delta diamond dolphin domino
    door drum dune eagle east echo eleven elm ember engine falcon farm feather fern ferry fiddle field fig finch
    flint flower flute forest fork fossil fountain fox frost garden garlic geyser ginger glacier globe glove gold
    grain granite grape grass gravel guitar harbor harp hazel hedge helmet heron hill honey horizon hotel igloo
    indigo inlet island ivory jacket jade jasmine jigsaw kettle kiwi ladder lagoon lake lantern lark laurel lemon
    lettuce lilac lime linen lobster lotus magnet mango maple marble meadow meteor mint mirror moon mosaic mountain
    muffin museum napkin nectar needle nest nickel north nutmeg oak oasis oat ocean olive onion opal orange orbit
    orchid otter oven owl paddle palace panda paper parrot pasta peach pear pebble pencil pepper piano picnic pillow
    pine planet plum pocket pond poppy prairie puzzle quartz quilt radio rain raven ribbon rice river robin rocket
    rose ruby saddle salmon sand saturn scarf seven shell silver sky snow soap south spoon spring spruce squirrel
    star stone sugar summer sunset swan table teapot temple thimble tiger tomato
""".split()  # noqa: SIM905 - a list of 256 literals would be 256 lines
"""Eight bits each, no two with the same first four letters."""

_PLACE = {word: place for place, word in enumerate(WORDS)}


def words_of(digest: bytes) -> str:
    """The first bytes of a digest as words."""
    return " ".join(WORDS[byte] for byte in digest[:COUNT])


def head_code(number: int, digest: bytes) -> str:
    """What paper witnesses of a chain: the number of its last line, and the hash of that as words."""
    return f"{number} {words_of(digest)}"


def bytes_of(typed: str) -> bytes:
    """The bytes that typed words stand for; the first four letters of a word are enough. Raises ValueError."""
    words = typed.lower().replace(",", " ").replace("-", " ").split()
    if len(words) != COUNT:
        raise ValueError(f"a code has {COUNT} words, and here are {len(words)}. Type them all, in their order.")
    return bytes(map(_place, words))


def _place(word: str) -> int:
    if word in _PLACE:
        return _PLACE[word]
    short = [place for each, place in _PLACE.items() if each[:4] == word]
    if short:
        return short[0]
    from difflib import get_close_matches  # noqa: PLC0415 - dear to import, and only for a slip

    near = get_close_matches(word, WORDS, 1, 0.5)
    raise ValueError(f'there is no code word "{word}".' + (f" Nearest: {near[0]}." if near else ""))
