"""Of whom a thing is said: the child, somebody else, an animal, a telephone."""

from __future__ import annotations

import re

_CHILD_WORD = (
    r"(?:child|children|baby|babies|boys?|girls?|lads?|lass|kids?|infant|newborn|neonate"
    r"|toddler|teens?|teenagers?|youth|yp"
    r"|young (?:person|people|man|woman|lady|one|adult|mum|mother|dad|father|parent)"
    r"|pupils?|students?|client|patient|resident|leavers?|lac|cla|son|daughter|twins?|triplets"
    r"|he|she|they|him|her|them|both|old|olds|victims?|male|female"
    r"|passenger|person|asylum seeker|uasc|\d (?:years?|months?|weeks?|days?)|little one|stillborn)"
)
_OTHER_WORD = (
    r"(?:adult|adults|adult (?:resident|client|patient)|men|man|woman|women|mum|mother|mothers"
    r"|mums|dad|dads|father|fathers|parent|parents|lodger|landlord|carer|carers|officer"
    r"|paramedic|worker"
    r"|teacher|nurse|doctor|visitor|colleague|neighbour|uncle|aunt|cousin|friend|friends|mate"
    r"|nan|gran|grandmother|grandfather|brother|sister|sibling"
    r"|partner|boyfriend|girlfriend|driver|suspect|attacker|perpetrator|stranger|pensioner"
    r"|soldier|dog|cat|puppy|kitten|pet|horse|pony|rabbit|hamster|fish|bird|phone|battery"
    r"|laptop|line|car"
    r"|people|passers by|staff|i|we|you)"
)
_CHILD_END = re.compile(rf"\b{_CHILD_WORD}$")
_WHOM_THE_CHILD_MET = re.compile(
    r"(?:^|\b(?:and|but|that) )(?:the|a|an|one|two) "
    rf"(?:(?!in\b|at\b|on\b|of\b|with\b|to\b|from\b|by\b)\w+ +){{1,3}}(?:whom )?"
    rf"(?:our|the|a|an|this|my) (?:\w+ ){{0,3}}{_CHILD_WORD}$"
    r"|\b(?:man|woman|driver|person|adult|officer|people) (?:he|she|they)$"
)
_MENTION = re.compile(rf"\b(?:(?P<child>{_CHILD_WORD})|(?P<other>{_OTHER_WORD}))\b")
_ADULT_END = re.compile(
    r"\b(?:adult|elderly|(?<!year )(?<!month )old|middle aged) "
    r"(?:resident|client|patient|person|male|female|victims?|couple)$"
    r"|\b"
    r"(?:boyfriend|girlfriend|friend|mate|mum|mother|dad|father|lodger|carer|driver|suspect"
    r"|attacker|officer) of "
    r"(?:\w+ ){0,4}\w+$"
)
_ON_THE_WAY = re.compile(
    r"(?: |^)"
    r"(?:himself|herself|themselves|has|have|had|was|were|is|are|been|being|be|got|get|gets"
    r"|just|sadly|now|later|since|also|who|that|which|we|tragically|both|all|again|not|age"
    r"|aged|did"
    r"|today|yesterday|tonight|overnight|night|morning|afternoon|evening|weekend|week|last"
    r"|this|last night|shot|hit|hurt|beaten|thrown|fallen|fell|run over|run|over|found|hung"
    r"|lost|left|lying|dead|alive|critical(?:ly)?"
    r"|very|so|too|still|already|once|a|an|the|his|her|their|in|on|with|from|suffering"
    r"|sustained|suffered|requiring|needing|dies|ill|sick|sent|took|taken|went|came|struck"
    r"|badly|severe|multiple"
    r"|\w+ly|\w{2,}(?<!hundr)(?<!kindr)ed|pending|following|home|under|post|\d{1,2}|unwell"
    r"|\w+'\w+|of|at|by|for|to|subject|known|placed|open|well|allocated|about|nearly|interim"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:i|we) (?:work|worked|support|supported|know|see)(?: with)?|who i|who we)$"
)
_PHRASE = re.compile(
    r"(?: |^)"
    r"(?:in|at|on|by|from|after|near|under|with|for|of|to|into|off|during|over|through|as"
    r"|about|per|beside|inside|outside|via|against|around|behind|between|within|out of)"
    r"(?: (?!has\b|was\b|is\b|had\b|have\b|who\b|that\b)[\w'&/]+){1,4}$"
)
_AGED_ADULT = re.compile(
    r"^ ?"
    r"((?:(?:care experienced|a|an|the|our|one|unfortunately|sadly) +){0,6}"
    r"(?:\d{1,2} year old +)?)"
    r"(?:man|woman)\b(?= of \d| aged| \d|.{0,30}$)"
)
_STEPS = 24


def names_another(text: str) -> bool:
    """Somebody who is not the child is named."""
    return any(found["other"] for found in _MENTION.finditer(text))


_NEAR = 200
"""How many letters back the subject of a clause is looked for."""


def said_of_the_child(before: str, earlier: str = "") -> bool:
    """What follows `before` in a clause is said of the child, or of nobody who is named.

    Args:
        before: the clause up to the thing that is said.
        earlier: the clauses before it in the same message.
    """
    before, earlier = before[-_NEAR:], earlier[-_NEAR:]
    rest = _walk_back(_AGED_ADULT.sub(r"\1 person", before.rstrip()))
    if rest == "":
        return _last_is_child(earlier)
    if _ADULT_END.search(rest) or _WHOM_THE_CHILD_MET.search(rest):
        return False
    if _CHILD_END.search(rest):
        return True
    if re.search(r"(?:^|\b)(?:and|but|or|then)$", rest):
        return _last_is_child(f"{earlier} {rest}")
    return False


def _walk_back(text: str) -> str:
    """The text as far as the word of whom something is said."""
    rest = text.strip(" -\"'")
    for _ in range(_STEPS):
        if not rest or _CHILD_END.search(rest):
            return rest
        shorter = _ON_THE_WAY.sub("", rest).rstrip(" -\"'")
        if shorter == rest:
            shorter = _PHRASE.sub("", rest).rstrip(" -\"'")
        if shorter == rest:
            return rest
        rest = shorter
    return rest


def _last_is_child(text: str) -> bool:
    """The last who is named is the child; or nothing is told at all."""
    named = [found.lastgroup for found in _MENTION.finditer(text)]
    return named[-1] == "child" if named else not text.strip(" ,")
