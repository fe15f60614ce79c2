"""Lists of words that come from others: English words, given names, surnames."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def english_words() -> frozenset[str]:
    """Common English words, without most of their endings."""
    return _listed("privacy", "english_words.txt")


@cache
def given_names() -> frozenset[str]:
    """Given names of many cultures, in small letters and without accents."""
    return _listed("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Surnames of many cultures, in small letters and without accents."""
    return _listed("surnames.txt")


def _listed(*path: str) -> frozenset[str]:
    lines = files("bot").joinpath(*path).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
