"""What is no case of the reader's: a case that is made up, that is feared, or that was in the news."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from bot.own_area import OWN_AREA, with_own_area

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MADE_UP = re.compile(
    r"^(?:(?:ok|so|hi|hello|and|but|now|right|well|question|hypothetical question|,|:) )*"
    r"(?:suppose|supposing|imagine|imagining|let us (?:say|pretend|imagine|suppose|assume)"
    r"|lets (?:say|pretend|imagine|suppose|assume)"
    r"|let's (?:say|pretend|imagine|suppose|assume)"
    r"|say (?:a|an|our|the|that|there|one|we|some)\b|(?:put|take|take up) the case\b"
    r"|if i had\b|picture this|picture (?:a|an)|pretend"
    r"|what if|assuming|assume|given a|consider (?:a|an|this)|take (?:a|an)\b(?! look)"
    r"|should (?:a|an|one|any|the|our) [^?]{1,60}\b"
    r"(?:die|be (?:killed|hurt|injured|harmed|found|seriously|badly))\b"
    r"|were (?:a|an|one|any|the|our) [^?]{1,60} to\b"
    r"|had (?:a|an|the|our) [^?]{1,60}\b(?:died|been)\b"
    r"|would (?:a|an)\b|(?:what|who|whom|when|how|where|which)\b.{0,40}\bwould\b.{0,60}\bif\b"
    r"|would (?:it|we|you|that|this|they)\b.{0,60}\bif (?:a|an|our|my|the|one|he|she|they)\b"
    r"|(?:let me give you|here is|consider|think of|try this) "
    r"|(?:if|when|whenever|where) (?:one of )?(?:a|an|my|our|some|someone|somebody|any|the)\b"
    r"(?!.{0,80}\b(?:yesterday|last night|this morning)\b))"
    r"|^g\.$"
    r"|\b"
    r"(?:hypothetical\w*|what if (?:a|an|our|my|the|one|he|she|it|they)|in theory"
    r"|theoretically|for (?:example|instance)|e\.? ?g\b|thought experiment|made up|made it up"
    r"|fictional|fictitious|invented|mock|role ?play|tabletop|exercise"
    r"|for "
    r"(?:training|a training|my training|the training|teaching|a workshop|a course"
    r"|an assignment|my essay)"
    r"|let us say|lets say|let's say|in the event (?:of|that)|scenario|vignette|worked example"
    r"|quiz|practice question|exam question)\b"
)
_IN_THE_NEWS = re.compile(
    r"\b(?:on|in|from|saw|watched|watching|read|reading) (?:it |this )?(?:on |in |about )?"
    r"(?:the )?"
    r"(?:news|newspapers?|papers?|guardian|bbc|itv|sky|telly|television|tv|daily mail"
    r"|headlines|documentary|podcast|book)\b"
    r"|\b(?:i|we) (?:was |were |have |just )?(?:read|reading|saw) (?:that|about|of|in|on)\b"
    r"|^read (?:that|about)\b"
    r"|\bin the (?:\w+ ){1,3}case\b|\bthe (?:famous|well known|infamous|notorious|tragic) \w+"
    r"|\b(?:did|does|has|have|should|must|would) "
    r"(?:they\b"
    r"|"
    r"(?!i\b|we\b|to\b|not\b|been\b|it\b|this\b|that\b|he\b|she\b|you\b|the\b|a\b|an\b|our\b"
    rf"|my\b|anyone\b|someone\b|suspect\w*\b|{OWN_AREA}\b)\w+"
    r"(?: council)?(?: \w+)?) "
    r"(?:notify|notified|report it|do a|hold a|held a|carry out|tell ofsted|review)\b"
    r"|\bwho (?:notified|reported|reviewed)\b"
    r"|\bwas (?:it|that|this|he|she) (?:ever )?(?:notified|reported|reviewed)\b"
    r"|\bwhy (?:was|were|did)\b[^?]{0,80}\b"
    r"(?:not prevented|not saved|die|not stopped|killed)\b"
)
_WAS_THAT = re.compile(
    r"^(?:is|are|would|does|do) (?:a|an) [^,]{3,90} (?:a|an|count as a) "
    r"(?:sin|spr|serious incident|notif\w+)\b"
    r"|\bwas (?:that|it|this) (?:ever )?(?:a |an |classed as |treated as )?"
    r"(?:notifiable|notified|sin|spr|serious incident|reviewed|reported)\b"
    r"|\bthe (?:\w+ )?(?:case|one|story|incident|murder|killing|death) "
    rf"(?:in|from|up in|over in) (?!{OWN_AREA})\w+ (?:where|when|in which|with)\b"
    r"|\bdid the (?:council|police|la|local authority) (?:notify|report)\b"
)
_LONG_AGO = re.compile(
    r"\b"
    r"(?:died|dead|killed|murdered|shot|stabbed|starved|drowned|injured|hurt|beaten|harmed"
    r"|death)\b[^.,;?!]{0,60}\b"
    r"(?:in (?:(?:19\d\d|20[01]\d|202[0-4])|the (?:\d0s|nineties|eighties|seventies))"
    r"|(?:\d{2}|ten|many|several) years ago|decades ago)\b"
)
_OURS = re.compile(r"\b(?:we|our|my|now|today|yesterday|tonight|this)\b")


@lru_cache(maxsize=4)
def _known_case(public_names: frozenset[str]) -> re.Pattern[str]:
    """The names under which cases are known in the country, in the spelling of this package."""
    spelt = {name.casefold().replace("-", " ") for name in public_names}
    plain = {
        "".join(one for one in normalize("NFKD", name) if not combining(one)) for name in spelt
    }
    names = sorted(spelt | plain, key=lambda name: (-len(name), name))
    return re.compile(
        r"\b"
        rf"(?:{''.join(f'{re.escape(name)}|' for name in names)}southport"
        r"|child [a-z]\b(?! (?:died|is|was|has))|child q|baby p)\b"
    )


def is_no_case(
    sentences: Sequence[str], area: str = "", public_names: Collection[str] = ()
) -> bool:
    """The message supposes a case, or speaks of one that is known from elsewhere or long ago."""
    sentences = with_own_area(sentences, area)
    if any(_MADE_UP.search(one) or _IN_THE_NEWS.search(one) for one in sentences):
        return True
    known_case = _known_case(frozenset(public_names))
    if any(known_case.search(one) for one in sentences):
        return True
    if any(_OURS.search(one) for one in sentences):
        return False
    return any(_LONG_AGO.search(one) or _WAS_THAT.search(one) for one in sentences)
