"""Names that people bear: one list of given names and one of surnames, for whoever tells names from words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

RATHER_WORDS = frozenset({
    "angel", "archer", "august", "autumn", "brandy", "charity", "chase", "cherry", "coral", "crystal", "destiny",
    "don", "drew", "duke", "earl", "ebony", "favour", "gene", "gift", "grant", "guy", "harmony", "hunter", "jet",
    "junior", "kit", "lance", "lavender", "lucky", "mate", "melody", "mercy", "miller", "nova", "ocean", "parker",
    "pat", "patience", "peace", "pearl", "petal", "piper", "precious", "prince", "promise", "prudence", "raven",
    "reed", "reef", "rocky", "rod", "said", "sapphire", "serenity", "sky", "star", "sue", "sunny", "tiger",
    "trinity", "urban", "valentine", "ward", "wolf", "woody",
})  # fmt: skip
"""Given names that are words more often than names."""


@cache
def given_names() -> frozenset[str]:
    """Given names of many cultures, in small letters and without accents."""
    return _listed("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Surnames of many cultures, in small letters and without accents."""
    return _listed("surnames.txt")


def _listed(name: str) -> frozenset[str]:
    lines = (files("bot") / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
