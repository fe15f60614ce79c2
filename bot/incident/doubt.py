"""Doubt and denial around a word: what is not sure is no fact, what is plainly denied is one."""

from __future__ import annotations

import re
from enum import StrEnum


class Said(StrEnum):
    """How a thing is said."""

    SO = "so"
    NOT_SO = "not so"
    UNKNOWN = "unknown"
    DOUBTED = "doubted"


_CLAUSE = re.compile(r"[,:()]| - | but | although | though | however ")
_ADDED_DOUBT = re.compile(
    r"^ ?"
    r"(?:i think|we think|i believe|we believe|i suppose|i guess|as far as|so far as"
    r"|apparently|probably|maybe|possibly|perhaps|not sure|unsure"
    r"|(?:i|we) (?:am|are) not sure|allegedly|or so|afaik|or was|but not|tbc|to be confirmed"
    r"|not confirmed|unconfirmed|that is not|i would have to|i'd have to|need to check"
    r"|do not quote|could be wrong|not 100|not certain|or not|is what)"
)
_UNKNOWN = re.compile(
    r"\b"
    r"(?:not (?:yet )?(?:sure|clear|certain|known|confirmed)|unsure|unclear|unknown"
    r"|do not (?:yet )?(?:know|think)|does not (?:know|think)|no idea|can not tell|cannot tell"
    r"|can not (?:be )?rule[d]?(?: \w+)? out|not (?:been )?ruled out|can not rule"
    r"|have not (?:been able to )?check\w*)\b"
)
_DOUBT = re.compile(
    r"\b"
    r"(?:whether|has not been checked|not checked|find out|think|thinks|thought|believe"
    r"|believes|believed|maybe|may|might|possibl[ey]|could|probabl[ey]|presumabl[ey]|perhaps"
    r"|apparently|seems?|appears?|assume\w*|suppose\w*|guess"
    r"|says?|said|told|claims?|claimed|reckons?|doubt\w*|as far as|afaik"
    r"|to (?:our|my) knowledge|asking|asks|query|queries|considered|considering|planned"
    r"|planning|proposed|going to|"
    r"waiting|awaiting|should (?:be|have)|likely|allegedly|supposedly|check|checking|rumour\w*"
    r"|heard|if|or|almost|nearly|about to|due to|applied|application|pending|edge|brink"
    r"|hope\w*|would|used to|previous\w*|"
    r"former\w*|formerly|once|until|years? ago|in the past|ever|had been|ex|before"
    r"|no longer sure|wrongly|mistaken\w*|wondering|visit\w*|requested|refused|offered"
    r"|never clear)\b"
)
_NOT = re.compile(r"\b(?:not|never|no|neither|nor|non|without|no longer|none|nobody)\b")

_FEARED = re.compile(
    r"\b"
    r"(?:dread\w*|warn\w*|bound to|sooner or later|end(?:s|ing)? up|word on the street|word is"
    r"|gossip\w*|posted|posts|snapchat|whatsapp|insta\w*|afraid|fear\w*|worr\w+"
    r"|concern(?:ed|s)?|scared|frightened|anxious|likely|unlikely|risk|danger|threat\w*|lucky"
    r"|luckily not|could|may|might|will|would|shall|should|going to|go to|about to|expect\w*"
    r"|in case|if|whether|unless|until|before|or else|lest|next time|one day|matter of time"
    r"|(?:almost|nearly)(?! \d)|narrowly|close to|tried|trying|attempt\w*|wants?|wanted"
    r"|wish\w*|hop(?:e|es|ed|ing)|prevent\w*|avoid\w*|stop(?:ped)?|sav(?:e|ed)"
    r"|rumou?rs?|alleg\w+|claim\w*|reckons?|insists?|swears?|thinks?|thought|believ\w+"
    r"|suspect\w*(?! (?:\w+ ){0,2}(?:abuse|neglect|harm|shaking|nai|exploitation|suicide))"
    r"|presum\w+|assum\w+|suppos\w+|guess|apparently|supposedly|according to|facebook|online"
    r"|tweet\w*|the news|newspaper|blog|(?:the )?paper says"
    r"|says?|said|saying|told|tells|heard|hear|hears|reads?|reported that|messages?|texted"
    r"|shouted|joked|lied|dream\w*|film|story|game|pretend\w*)\b"
)
_WHO_KNOWS = re.compile(
    r"\b"
    r"(?:police|hospital|ambulance|paramedics?|coroner|doctors?|consultant|ward|a and e|a&e"
    r"|a & e|registrar|ed|lead nurse) "
    r"(?:\w+ ){0,4}?(?:says?|said|told|tells|reported|think) "
    r"(?:(?:us|me|that|he|she|they|the|a|our|to) ){0,4}"
    r"|\b(?:i|we) (?:\w+ ){0,3}?(?:been )?(?:told|heard|hear) "
    r"(?:this morning|today|last night|yesterday|by (?:police|the hospital|the police))?"
    r"(?: that)?"
    r"|\bsorry to say\b|\bsad to say\b|\breported dead by\b"
)
_DENIED = re.compile(
    r"\b"
    r"(?:no one|nobody|no|not|never|none|nothing|neither|nor|without|did not|no longer|isn't"
    r"|isnt|hasn't|hasnt|anyone|anybody|any)\b"
    r"(?! "
    r"(?:known|looked|in (?:foster )?care|a care|in school|in education|seen|open"
    r"|on (?:roll|a plan|any plan)|registered|allocated|ours|from|local|living|previously"
    r"|concerns?|history|known to|breathing))"
)
_YEARS_AGO = re.compile(
    r"\b"
    r"(?:years? ago|decades? ago|last year|the year before|in (?:19|20)\d\d"
    r"|(?:until|since|before|during|back in|of) (?:19|20)\d\d|long ago|in the past"
    r"|once before)\b"
)
_OF_ANOTHER_TIME = re.compile(
    r"\b"
    r"(?:previous\w*|historic\w*|at birth|since birth|from birth"
    r"|as (?:a|an) "
    r"(?:baby|(?<!count as a )(?<!counts as a )child|toddler|infant|newborn|small child)"
    r"|already (?:had|was)|at (?:age )?\d{1,2} (?:days?|weeks?|months?|years?)(?: old)?"
    r"|had (?:a|an) (?:\w+ ){1,3}(?:at|aged|when)|long standing"
    r"|life limiting (?:condition|illness)"
    r"|when (?:he|she|they) (?:was|were) "
    r"(?:\d|little|small|young|born|a baby|a toddler|an infant|a newborn|tiny)"
    r"|when (?:little|small|young)|in infancy|a while back|born with|earlier in life"
    r"|used to)\b"
)
_DOUBTED_AFTER = re.compile(
    r"^(?: \w+){0,4} "
    r"(?:(?:he|she|they|mum|dad|gran) (?:reckons?|says?|claims?|thinks?|said|claimed)"
    r"|so (?:he|she|they) says?|apparently|allegedly|supposedly|i think|we think|possibly"
    r"|maybe|perhaps|not sure|unconfirmed|not confirmed|or not|according to|i believe"
    r"|we believe|in theory|in the (?:film|story|book|game))[^\w]*$"
)
_OPENS_A_DOUBT = re.compile(
    r"\b(?:says|said|claims?|alleges?|rumour|facebook|whether|if|that) , ?$"
    r"|\baccording to [^,]{1,30} , ?$"
)
_ASKS_WHETHER = re.compile(
    r"^ ?(?:and |so |or |but )?(?:has|have|had|is|was|are|were|did|does) "
    r"(?:he|she|they|it|the|a|an|our|this|that|anyone|any|someone)\b"
)


def is_of_another_time(clause: str) -> bool:
    """The clause speaks of what was years ago, or has been so since birth."""
    return bool(_YEARS_AGO.search(clause) or _OF_ANOTHER_TIME.search(clause))


def was_years_ago(clause: str) -> bool:
    """The clause speaks of years ago."""
    return bool(_YEARS_AGO.search(clause))


def is_plain(clause: str, thing: re.Match[str], earlier: str = "") -> bool:
    """The thing is told as having happened: not denied, feared, asked, or passed on by others."""
    before = _WHO_KNOWS.sub(" ", clause[: thing.start()])
    if _FEARED.search(before) or _DENIED.search(before):
        return False
    after = clause[thing.end() :]
    if _ASKS_WHETHER.match(clause) and (after.rstrip().endswith("?") or "?" in after):
        return False
    return not _DOUBTED_AFTER.search(after) and not _OPENS_A_DOUBT.search(earlier[-40:])


def clauses_of(sentence: str) -> list[str]:
    """The clauses of a sentence; a doubt that is added after a comma stays with what it doubts."""
    clauses: list[str] = []
    for clause in _CLAUSE.split(sentence):
        if clauses and _ADDED_DOUBT.match(clause.strip()):
            clauses[-1] = f"{clauses[-1]} {clause}"
        else:
            clauses.append(clause)
    return clauses


def how_said(
    clause: str, thing: re.Match[str], ways_of_denying: re.Pattern[str] | None = None
) -> Said:
    """How a clause says the thing that was found in it."""
    if _UNKNOWN.search(clause):
        return Said.UNKNOWN
    denied = ways_of_denying.search(clause) if ways_of_denying else None
    without = clause[: denied.start()] + clause[denied.end() :] if denied else clause
    without = without.replace(thing.group(), " ")
    if _DOUBT.search(without) or (clause.rstrip().endswith("?") and _asks(clause)):
        return Said.DOUBTED
    if denied:
        return Said.NOT_SO
    return Said.DOUBTED if _NOT.search(clause[: thing.start()]) else Said.SO


def _asks(clause: str) -> bool:
    return bool(
        re.match(
            r" ?(?:and |so |or )?(?:is|was|are|were|has|had|does|did) "
            r"(?:he|she|they|this child|the child|it)\b",
            clause,
        )
    )
