"""Slips of the keys: a copy of a question with a typo in it, the same on every run."""

from __future__ import annotations

import random
import re
from zlib import crc32

NEIGHBOURS = {
    "a": "sqwz", "b": "vgn", "c": "xdv", "d": "sfec", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy",
    "i": "uok", "j": "hku", "k": "jli", "l": "ko", "m": "nj", "n": "bmh", "o": "ipl", "p": "ol",
    "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zsc",
    "y": "tuh", "z": "xa",
}  # fmt: skip
LONG_WORD = re.compile(r"[A-Za-z]{4,}")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def with_slips(question: str) -> str:
    """The question with one or two slips in words of more than three letters."""
    dice = random.Random(crc32(question.encode("utf-8", "surrogatepass")))  # noqa: S311  (no secret)
    for _ in range(dice.choice((1, 2))):
        words = list(LONG_WORD.finditer(question))
        if not words:
            return question
        word = dice.choice(words)
        question = question[: word.start()] + _slip(word[0], dice) + question[word.end() :]
    return question


def _slip(word: str, dice: random.Random) -> str:
    place = dice.randrange(1, len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    kind = dice.choice(("neighbour", "more", "less", "turned"))
    if kind == "neighbour":
        return before + dice.choice(NEIGHBOURS[letter.lower()]) + after
    if kind == "more":
        return before + dice.choice(ALPHABET) + letter + after
    if kind == "less":
        return before + after
    return before[:-1] + letter + before[-1] + after
