"""A message in plain words: one spelling, short forms written out, slips of the keys put right."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from rapidfuzz.distance import OSA

_WE_ARE = re.compile(r"\bwe['\u2019`]re\b")
_AGES = re.compile(r"(\d) ?(?:yo|y/o|yrs? old|yr old)\b")
_APOSTROPHES = re.compile(r"['\u2018\u2019`\u00b4]")
_TOKENS = re.compile(r"[a-z0-9]+|[.?!;,\n]")
_ENDS = frozenset(".?!;\n")
_LONGEST = 4096

_WRITTEN_OUT = {
    "hes": "he is", "shes": "she is", "theyre": "they are", "im": "i am", "ive": "i have", "hed": "he had",
    "theres": "there is", "thats": "that is", "whos": "who is", "someones": "someone is", "isnt": "is not",
    "arent": "are not", "cannot": "cant", "gonna": "going to", "wanna": "wants to", "hell": "he will",
    "shell": "she will", "theyll": "they will", "itll": "it will", "plz": "please", "pls": "please",
    "rn": "right now", "u": "you", "yr": "year", "yo": "year old", "w": "with", "hasnt": "has not",
    "havent": "have not", "didnt": "did not", "doesnt": "does not", "wont": "wont", "bf": "boyfriend",
    "gf": "girlfriend", "od": "overdose", "oded": "overdosed", "mom": "mum", "mam": "mum", "mummy": "mum",
    "daddy": "dad", "stepdad": "stepdad", "stepfather": "stepdad", "weve": "we have", "youve": "you have",
    "theyve": "they have", "atm": "at the moment", "whats": "what is", "hows": "how is", "wheres": "where is",
    "dv": "domestic violence", "shouldnt": "should not", "wouldnt": "would not", "dont": "do not",
}  # fmt: skip

_PEOPLE_WITH_IS = frozenset({
    "dads", "mums", "fathers", "mothers", "stepdads", "uncles", "brothers", "boyfriends", "partners", "babys",
    "childs", "kids", "ex", "exs", "boys", "girls", "teens", "pupils", "somebodys", "neighbours", "husbands",
})  # fmt: skip

# Words on which danger hangs, so that a slip in them must not hide it.
_KEY_WORDS = (
    "abused", "abusing", "abuse", "attacked", "attacking", "battering", "beating", "bleeding", "breathing",
    "bruise", "bruises", "choking", "collapsed", "cutting", "danger", "disclosed", "disclosure", "disclosing",
    "frightened", "hitting", "hurting", "kicking", "killing", "knife", "machete", "missing", "molested",
    "overdose", "overdosed", "punched", "punching", "raped", "raping", "scared", "screaming", "seizure",
    "shaking", "smothering", "stabbed", "stabbing", "stepdad", "strangling", "strangled", "strangles",
    "suicidal", "swallowed", "tablets", "terrified", "threatened", "threatening", "threatens", "touches",
    "touched", "touching", "unconscious", "unresponsive", "absconded", "barricaded", "kidnapped", "abducted",
    "emergency", "immediate", "just", "tonight",
)  # fmt: skip

# Words one slip away from those above that mean something else.
_OTHER_WORDS = frozenset({
    "sharing", "seizures", "hunting", "mission", "breaching", "breeding", "sitting", "fitting", "must", "trust", "adjust",
    "torches", "torched", "knight", "dander", "ranger", "manger", "killings", "bruised", "scarred", "soared",
    "scored", "staring", "shaming", "shaving", "spitting", "bearing", "boating", "beaming", "cutting",
    "kicking", "picking", "choosing", "tables", "tablet", "unite", "disclose", "disclosures",
    "discloses", "abuses", "abuser", "amuse", "touch", "hinting", "putting", "bleeping", "attack", "attacks",
    "threaten", "threats", "strangle", "missions", "messing", "raged", "raving", "rating", "racing", "raising",
    "scares", "share", "stared", "secured", "screening", "streaming", "punish", "punches", "jus", "overdoses",
    "stabbings", "battery", "bettering", "beatings", "hitting", "kissing", "rapid", "paced", "jest", "jut",
})  # fmt: skip

_SHORTEST_SLIP = 5
_LONG = 9


def _by_first_letter() -> dict[str, tuple[str, ...]]:
    letters: dict[str, list[str]] = defaultdict(list)
    for word in _KEY_WORDS:
        letters[word[0]].append(word)
    return {letter: tuple(words) for letter, words in letters.items()}


_KEYS = frozenset(_KEY_WORDS)
_BY_LETTER = _by_first_letter()
_SWAPPED = {
    "jsut": "just",
    "juts": "just",
    "jus": "just",
    "agian": "again",
    "tonite": "tonight",
    "2nite": "tonight",
}


def plain_sentences(text: str) -> list[str]:
    """The sentences of a text, folded, with short forms written out and key words put right."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold()
    tokens = _TOKENS.findall(
        _APOSTROPHES.sub("", _AGES.sub(r"\1 year old", _WE_ARE.sub("we are", folded)))
    )
    sentences: list[list[str]] = [[]]
    for position, token in enumerate(tokens):
        if token in _ENDS:
            sentences.append([])
            continue
        following = tokens[position + 1] if position + 1 < len(tokens) else ""
        sentences[-1].append(_plain(token, following))
    return [" ".join(words) for words in sentences if words]


def _plain(token: str, following: str) -> str:
    if token in _WRITTEN_OUT:
        return _WRITTEN_OUT[token]
    if token in _PEOPLE_WITH_IS and following.endswith("ing"):
        return f"{token.removesuffix('s')} is"
    return _SWAPPED.get(token) or _put_right(token)


def _put_right(token: str) -> str:
    """The key word that a token is one slip of the keys away from (two in a long word)."""
    if len(token) < _SHORTEST_SLIP or token in _KEYS or token in _OTHER_WORDS:
        return token
    for word in _BY_LETTER.get(token[0], ()):
        slips = 2 if len(word) >= _LONG and len(token) >= _LONG - 1 else 1
        if abs(len(word) - len(token)) <= slips and (
            OSA.distance(token, word, score_cutoff=slips) <= slips
        ):
            return word
    return token
