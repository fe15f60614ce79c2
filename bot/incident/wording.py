"""A message made ready for reading: one spelling, numbers as digits, and only what is told of the child."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 4096
_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_NUMBER = re.compile(
    rf"\b(?:twenty[ -](?P<unit>one|two|three|four|five)|(?P<word>{'|'.join(_UNITS)}))\b"
    r"(?! of us| of them)"
)
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"['\u2019\u2018`]", "'"),
        (r"\b(is|was|are|were|has|have|had|did|does|do|could|would|should|must)n'?t\b", r"\1 not"),
        (r"\b(?:cannot|can'?t)\b", "can not"),
        (r"\b(he|she|it|that|there|who|what)'s\b", r"\1 is"),
        (r"\b(they|we|you)'re\b", r"\1 are"),
        (r"\b(i|we|they|you)'ve\b", r"\1 have"),
        (r"\bi'?m\b", "i am"),
        (r"-", " "),
        (
            (
                r"(\d) ?"
                r"(?:y/o|y\.o\.?|yo|yrs? old|yrs? o|year olds?|years olds?|years? of age|yrs? of age)\b"
            ),
            r"\1 year old",
        ),
        (r"(\d)(?:yrs?|y)\b", r"\1 year"),
        (r"(\d) ?(?:mths?|mos?|months?) ?olds?\b|(\d) ?m/o\b|(\d) ?mo\b", r"\1\2\3 month old"),
        (r"(\d) ?(?:wks?|weeks?) ?olds?\b", r"\1 week old"),
        (r"(\d) ?days? olds?\b", r"\1 day old"),
        (r"\b(?:s\.? ?|section )20\b", "sectiontwenty"),
        (r"\bfoetus\b", "fetus"),
        (r"\bnon accidental injur(?:y|ies)\b|\bn\.?a\.?i\.?\b", "nai"),
        (r"\bsafeguarding practice reviews?\b", "spr"),
        (
            (
                r"\b(placed|living|lives|lived|stays|staying|is|was) with "
                r"(?:(?:her|his|their|a|our|some) )?foster (?:carers?|parents?|family)\b"
            ),
            r"\1 in foster care",
        ),
    )
)
_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;\n]?")
_CHILD = (
    r"(?:baby|babies|child|children|son|daughter|toddler|infant|newborn|boy|girl|kids?"
    r"|(?:\d{1,2} (?:year|month|week|day)s? old)|\d{1,2} (?:year|month|week|day)s?\b)"
)
OTHERS = (
    r"(?:mum|mom|mother|dad|father|parent|stepdad|stepmum|stepfather|stepmother|step father"
    r"|step mother|step dad|sibling|brother|sister|twin|friend|mate|cousin|aunt"
    r"|uncle|nan|nana|gran|grandma|grandmother|grandad|grandfather|grandparent|boyfriend"
    r"|girlfriend|partner|neighbour|carer"
    r"|husband|wife|classmate|teacher|social worker|colleague|(?<=the )suspect|perpetrator"
    r"|attacker|driver|half brother|half sister)"
)
_AGED = r"(?:,? ?(?:aged |age |\()?\d{1,2}\)?,?)?"
_OWNER = re.compile(
    r"\b"
    r"(?:"
    rf"(?:a|the|his|her|my|our|their|\d{{1,2}} year old|teen|teenage|young"
    rf"|foster) ){{0,3}}{OTHERS}'?s "
    rf"(?={_CHILD})"
)
_OWN_CHILD_OF = re.compile(
    r"\b((?:baby|child|son|daughter|toddler|infant|newborn)) of (?:a|an|the|our|my) "
    r"(?:\w+ ){0,6}?(?:care leaver|mum|mother|parents?|woman|teenager|client|couple|girl)\b"
)
_OTHER_PERSON = re.compile(
    r"\b"
    r"(?:"
    r"(?:a|an|the|his|her|my|our|their|another|older|younger|elder|big|little|best|foster|step"
    rf"|half|teen|teenage|young|close|whose|baby|twin|\d{{1,2}} year old) ){{0,4}}"
    rf"{OTHERS}s?\b(?! (?:by|of)\b){_AGED}"
    rf"(?:(?!\b(?:her|his|their|the|a|an|our|now|himself|herself|of) {_CHILD}).){{0,200}}?"
    rf"(?=\b(?:her|his|their|the|a|an|our|now the|now|of) {_CHILD}|[,;.?!:]|\bbut\b|\bdo we\b"
    r"|\bdoes (?:it|this)\b|\bis (?:it|this)\b|\bnotif|$)"
)
_FRIEND_OF = re.compile(
    rf"\b(?:a |the )?(?:close |best )?(?:{OTHERS}) of (?:our|the|a|my|his|her|this) "
    rf"((?:\w+ ){{0,4}})(?:[^,.?!;]{{0,160}})"
)
_DOER = re.compile(
    r"(?<!miss )\b(?:by|with) (?:a|an|another|his|her|their|two|three|some|older|\d) ?"
    r"(?:\d{1,2} year olds?"
    r"|(?:\w+ ){0,3}"
    r"(?:youths?|man|men|boys?|girls?|gang|teenagers?|lads?|pupils?|child|adult"
    r"|care leaver))\b[^,.?!;]{0,60}"
)
_TOLD_BY_OTHERS = re.compile(
    r"\b"
    r"(?:"
    r"(?:a|an|the|his|her|my|our|their|another|older|younger|best|foster|step|half|close"
    rf"|birth) ){{0,3}}"
    rf"(?:{OTHERS}|family|caller|ex|paper|papers|school|blog)s? (?:\w+ ){{0,2}}?"
    r"(?:says?|said|saying|insists?|insisted|claims?|claimed|reckons?|thinks?|believes?"
    r"|reports|alleges?|alleged|swears|swore|told (?:us|me|police|staff|them)|is saying"
    r"|are saying|is adamant|maintains?)\b"
    r"(?! (?:goodbye|sorry|nothing))"
)
_RULE = re.compile(
    rf"^(?:can|could|may|do|does|should|would) (?:a|an|the) (?:\w+ )?{OTHERS}s?\b[^.?!;]*|"
    r"\b(?:notify|report|reported|review) (?:the |a |any )?"
    r"(?:deaths?|suicides?|harm) of\b[^.?!;]*"
    r"|^(?:does|do|would|can|will) (?:a|an|the) [\w ]{1,60} counts?\b[^.?!;]*"
    r"|\bis every\b[^.?!;]*"
    r"|^(?:is|are) (?:a|an|any) [\w ]{1,60}\b"
    r"(?:counted|covered|included|eligible|in scope)\b[^.?!;]*"
    r"|"
    r"^(?:does|do|would|will|is|are|can|could) (?:the |a |an )?"
    r"(?:deaths?|suicides?|harm|injur(?:y|ies)|stillbirths?|overdoses?|stabbings?"
    r"|unborn)\b[^.?!;]*"
    r"|"
    r"\b"
    r"(?:if|whether|when|whenever|once|in case|(?<!looked )after|every time|where|until|before"
    r"|unless|about what happens when)"
    r" "
    r"(?:a|an|any|another|children|child|someone|somebody|looked after|care|babies|young|kids"
    r"|pupils|we|you|one|there is|it|they|the child|the baby)\b"
    r"(?! (?:was|were)\b)[^.?!;]*"
    r"|\b(?:how many|any|every|each|all|no) (?:\w+ ){0,3}"
    r"(?:child|children|babies|baby|young people|young person|kids|leavers?|deaths?) "
    r"(?:who|that|die|dies|died|under|over|is|are|were|in)\b[^.?!;]*"
    r"|\b(?:looked after children|children|care leavers|babies|infants|young people) "
    r"(?:(?:who|that) (?:die|dies|are|have)|under|over|die|dies)\b[^.?!;]*"
)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in one spelling, each with the mark that ends it."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    for pattern, plain in _SPELLINGS[:9]:
        folded = pattern.sub(plain, folded)
    folded = _NUMBER.sub(_digits, folded)
    for pattern, plain in _SPELLINGS[9:]:
        folded = pattern.sub(plain, folded)
    found = (" ".join(one.split()) for one in _SENTENCE.findall(folded))
    return [sentence for sentence in found if sentence.strip(".?!; ")]


def _digits(found: re.Match[str]) -> str:
    if found["unit"]:
        return str(20 + _UNITS[found["unit"]])
    return str(_UNITS[found["word"]])


def without_rules(sentence: str) -> str:
    """The sentence without what is asked in general: "when a looked after child dies"."""
    return _RULE.sub(" ", sentence)


def about_the_child(sentence: str) -> str:
    """The sentence without what is told of somebody else: the mother, a sibling, a friend."""
    kept = _OWNER.sub("the ", _TOLD_BY_OTHERS.sub("it is said", sentence))
    kept = _OWN_CHILD_OF.sub(r"\1", kept)
    kept = _FRIEND_OF.sub(r"\1", kept)
    kept = _DOER.sub(" ", kept)
    return _OTHER_PERSON.sub(" ", kept)
