"""Words of a text: lower case, one spelling, and their stems."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import Stemmer  # type: ignore[import-not-found]  # it has no types

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHORT = 5
END = "."  # stands after each text where the words of many stand in a row; it is no word
_WORD = re.compile(r"[a-z0-9]+")
_INSIDE_A_WORD = re.compile(r"'(?<=[a-z0-9]')(?:s(?![a-z0-9]|'[a-z])|(?=[a-z]))")
_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789\n"
_BETWEEN_WORDS = bytes(code if code in _LETTERS else ord(" ") for code in range(256))
_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "&": " and "})
_AMERICAN = (
    (re.compile(r"iz(e|ed|es|er|ers|ing|ation|ations)$"), r"is\1"),
    (re.compile(r"yz(e|ed|es|ing)$"), r"ys\1"),
    (re.compile(r"(behavi|col|hon|lab|neighb|fav|harb|rum)or"), r"\1our"),
    (re.compile(r"^(p|orthop)ediatr"), r"\1aediatr"),
    (re.compile(r"^(cent|met|lit)er(s?)$"), r"\1re\2"),
    (re.compile(r"(counsel|travel|label|cancel)(ed|ing|or|ors|er|ers)$"), r"\1l\2"),
    (re.compile(r"^(def|off|lic)ense"), r"\1ence"),
    (re.compile(r"^program(s?)$"), r"programme\1"),
    (re.compile(r"^hemo"), "haemo"),
    (re.compile(r"^anem"), "anaem"),
)
_PERHAPS_AMERICAN = re.compile(
    # Letters alone, so that most letters of a word are passed over at once.
    "iz|yz|vior|lor|nor|bor|vor|mor|pediat|center|meter|liter|led|ling|ler|ense|gram|hemo|anem"
)
_KEPT = frozenset({"size", "sized", "sizes", "prize", "prized", "seize", "seized"})
_STEMMER = Stemmer.Stemmer("english", 0)


def plain(text: str) -> str:
    """The text in lower case, without accents, with straight apostrophes."""
    if text.isascii():
        return text.replace("`", "'").replace("&", " and ").lower()
    straight = text.translate(_APOSTROPHES)
    folded = unicodedata.normalize("NFKD", straight)
    return "".join(mark for mark in folded if not unicodedata.combining(mark)).lower()


def words_of(text: str) -> list[str]:
    """The words of a text in order, as typed, without a possessive."""
    return _WORD.findall(_joined(plain(text)))


def words_of_all(texts: Iterable[str]) -> list[list[str]]:
    """The words of each of many texts, all read in one go."""
    return [line.split() for line in _bare(texts).splitlines()]


def words_in_a_row(texts: Iterable[str]) -> list[str]:
    """The words of many texts one after the other, with `END` after each text."""
    return _bare(texts).replace("\n", f" {END} ").split()


def british(word: str) -> str:
    """The British spelling of a word that was typed in American English."""
    if len(word) < SHORT or not _PERHAPS_AMERICAN.search(word) or word in _KEPT:
        return word
    for american, here in _AMERICAN:
        spelt, changed = american.subn(here, word)
        if changed:
            return spelt
    return word


def stem(word: str) -> str:
    """The stem that the forms of a word share, in British spelling."""
    return str(_STEMMER.stemWord(british(word)))


def stems_of(words: Sequence[str]) -> list[str]:
    """The stem of each of many words."""
    return list(_STEMMER.stemWords([british(word) for word in words]))


def _bare(texts: Iterable[str]) -> str:
    """A line for each text, with nothing in it but words and spaces."""
    lines = "".join([_ascii(text).replace("\n", " ") + "\n" for text in texts])
    return _joined(plain(lines)).encode("ascii").translate(_BETWEEN_WORDS).decode("ascii")


def _ascii(text: str) -> str:
    return text if text.isascii() else plain(text).encode("ascii", "replace").decode("ascii")


def _joined(plain_text: str) -> str:
    """A plain text without possessives and without the apostrophes inside words."""
    return _INSIDE_A_WORD.sub("", plain_text) if "'" in plain_text else plain_text
