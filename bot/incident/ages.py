"""The age of the child, when a sentence says it clearly."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.incident.subject import names_another, said_of_the_child

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_AGES = 20
"""A message with more ages than this says none clearly."""
_NOUN = (
    r"(?:boy|girl|child|children|lad|lass|person|client|pupil|male|female|lac|cla|teen"
    r"|teenager|kid|son|daughter|yp|student|baby|infant|man|woman"
    r"|patient|resident|leaver|himself|herself|youth|toddler|twins|both)"
)
_AGE = re.compile(
    r"(?P<roughly>\b"
    r"(?:about|around|approx\w*|roughly|maybe|probably|possibly|perhaps|nearly|almost"
    r"|thought to be|under|over|at least|younger than|older than|up to|turns?|be|turning|c"
    r"|circa|would be|would have been|supposedly|may be|might be|could be|before|until|since"
    r"|from|by) "
    r"(?:the |his |her |a )?)?"
    rf"(?:(?P<old>\d{{1,2}})(?: ?(?P<or>or|and|to|/) ?(?P<other>\d{{1,2}}))? "
    r"(?P<unit>year|month|week|day) old"
    rf"|\b(?:aged?|age of|age is|age was) (?P<aged>\d{{1,2}})"
    rf"(?: ?(?:or|and|to|/) ?(?P<aged_other>\d{{1,2}}))?"
    r"(?: ?(?P<aged_unit>years?|months?|weeks?|days?|mths?|wks?))?\b"
    rf"|\b{_NOUN}(?:,| of| who was| is| was|:)? ?\(?(?P<noun>\d{{1,2}})"
    rf"(?: ?(?:or|and|to|/) ?(?P<noun_other>\d{{1,2}}))?"
    r"(?: (?P<noun_unit>years?|months?|weeks?|days?|yrs?))?\)?(?= |,|\.|\?|$|\))"
    r"(?! "
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|times|ago|others?|children|siblings"
    r"|agencies|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|of))"
    r"|\b(?:he|she|they) (?:was|were|is|are|had just turned|just turned) "
    rf"(?:just |only |still )?(?P<was>\d{{1,2}})(?: or (?P<was_other>\d{{1,2}}))?"
    r"(?= when|,|\.| and| but|$|\?| years|;| at)(?! (?:months?|weeks?|days?))"
    rf"|\b(?:turned) (?P<turned>\d{{1,2}}) when\b"
    rf"|, ?(?P<comma>\d{{1,2}})(?: (?P<comma_unit>months?|weeks?|days?|years?))?(?=,)"
    rf"|\b(?P<lead>\d{{1,2}}) (?:year )?(?:girl|boy|lad|female|male)\b)"
)
_SMALL = re.compile(
    r"\b(?:baby|infant|newborn|new born|toddler|neonate)\b"
    r"(?! (?:eva|p|n|m|victoria|unit|sitter|group|clinic|bump|brother|sister))"
)
_BY_AGE = re.compile(
    r"\b(?:with|had|has|expecting|pregnant with|looking after|given birth to) "
    r"(?:a|her|his|their|another|the) (?:\w+ )?(?:baby|infant|toddler|newborn)\b"
)
_NOT_BORN = re.compile(
    r"\b(?:unborn|stillborn|still born|stillbirth|still birth|fetus|in utero)\b"
)
_SIGN_OF_LIFE = re.compile(
    r"\b(?:sign|signs) of life\b|\bborn alive\b"
    r"|\b(?:maybe|may|might|possibly|not sure|unclear|or)\b.{0,40}\bstill ?born\b"
    r"|\bnot (?:a )?still ?born\b"
)
_NOT_KNOWN = re.compile(
    r"\bage (?:is |was )?"
    r"(?:not (?:yet )?(?:known|certain|clear|sure)|unknown|unclear|uncertain|disputed)\b"
    r"|\b(?:not sure|unsure|do not know|not certain|unclear|no idea) (?:of |about )?"
    r"(?:how old|(?:the|his|her|their|what) age)\b"
)
# An age that is of another time, of a thing, or of somebody who is only named.
_ELSEWHEN = re.compile(
    r"(?<!died )(?<!dead )(?<!killed )(?<!murdered )(?<!injured )(?<!harmed )(?<!hurt )"
    r"(?<!stabbed )(?<!shot )\bwhen (?:he|she|they|it) (?:was|were|had just turned|turned) "
    r"(?:only |just |about |aged )?\d{1,2}\b(?: (?:years?|months?|weeks?|days?)(?: old)?)?"
    r"|\b(?:she|he|they) (?:was|were) (?:only |just )?\d{1,2} when "
    r"(?:it|this|the abuse|the neglect|things|we) (?:began|started|first|all)"
    r"|\b(?:since|until|till|before) (?:he|she|they) (?:was|were) (?:only |just )?\d{1,2}\b"
    r"(?: (?:years?|months?|weeks?|days?)(?: old)?)?"
    r"|\b(?:since|from|until|before) (?:the |an? )?(?:age of|age|aged)? ?\d{1,2}\b"
    r"(?: (?:years?|months?|weeks?|days?)(?: old)?)?(?: (?:to|until|and) \d{1,2})?"
    r"|\b(?:into|in|to|of|entered) (?:foster )?care(?: order)? (?:at|aged|age|when) \d{1,2}\b"
    r"|\b(?:abuse|abused|neglect|neglected|adopted|raped|began|started|removed|happened|harm) "
    r"(?:\w+ ){0,2}(?:at|aged|age|from) \d{1,2}\b"
    r"|\b(?:years?|yrs?|yr) \d{1,2}\b|\by ?\d{1,2}\b"
    r"|\b\d{1,3}(?: year| month| week| day| hour)? old "
    r"(?:reports?|referrals?|plans?|assessments?|incidents?|cases?|bruis\w+|injur\w+"
    r"|fractures?|burns?|scars?|notes?|news|dogs?|cats?|pupp(?:y|ies)|pets?|cars?|phones?"
    r"|houses?|care orders?|files?|emails?|tablets?|pills?|medication|sofa|cot|pram|milk|rule"
    r"|policy|law|allegations?|disclosure|concerns?|complaint|photos?|video)\b"
    r"|\b"
    r"(?:reports?|referrals?|plans?|assessments?|incidents?|case|bruises?|injury|injuries"
    r"|fractures?|burns?|scars?|notes?|tablets|pills|medicines?|order|dog|cat|puppy|pet|car"
    r"|phone|house|cot|milk|file|email|news|concern|allegation|disclosure|photo|video|it) "
    r"(?:is|are|was|were) (?:about |only |just )?\d{1,3} "
    r"(?:years?|months?|weeks?|days?|hours?) ?(?:old)?"
    r"|\b\d{1,4}(?:\.\d+)? ?"
    r"(?:kgs?|kilos?|stones?|lbs?|pounds?|grams?|mgs?|mls?|cms?|mm|metres?|meters?|miles?|km"
    r"|feet|foot|ft|inch\w*|litres?|units?|tablets?|pills?|paracetamols?|percent|per cent"
    r"|times|stitches|agencies|minutes|mins|hours|hrs|pm|am|st\b|nd\b|rd\b|th\b|degrees"
    r"|storeys?|floors?|friends|others|people|men|lads|youths|professionals|visits|calls"
    r"|referrals|of us)\b"
    r"|\b"
    r"(?:number|no|no\.|flat|house|room|ward|bed|bus|route|page|section|chapter|paragraph"
    r"|class|form|size|level|stage|grade|band|category|version|part|unit|tier|day|junction"
    r"|platform|gate|floor|question|point|priority) \d{1,4}\b"
    r"|\b\d{1,2} (?:years?|months?|weeks?|days?) "
    r"(?:ago|later|earlier|before|after|in|into|on|of|pregnant|gestation|premature|prem|early"
    r"|overdue|since|without|until|from)\b"
    r"|\b(?:after|for|within|in|every|past|last|over|open) "
    r"(?:the |the last |the past )?\d{1,3} (?:years?|months?|weeks?|days?)\b(?! old)"
    r"|\b"
    r"(?:leaves|leaving|left(?: behind)?|has|have|had|with|and|expecting|raising|bringing up) "
    r"(?:a|an|her|his|their|two|three|one|\d) ?(?:\w+ )?\d{1,2} (?:year|month|week|day) old "
    r"(?:son|daughter|child|children|brother|sister|sibling|siblings|twin|cousin|niece|nephew"
    r"|partner|boyfriend|girlfriend|baby)\b"
    r"|\b(?:siblings?|brothers?|sisters?|others|cousins?)(?: are| is| were|:| aged|,)? ?\(?"
    r"(?:aged )?\d{1,2}(?:(?:, ?| and | & )\d{1,2}){1,20}\)?"
    r"|\b(?:his|her|their) (?:\w+ )?\d{1,2} year old\b(?! (?:self|body|son|daughter))"
)
_OF_TWO = re.compile(
    r"\b(?:older|younger|elder|oldest|eldest|youngest|other|middle) "
    r"(?:one|child|boy|girl|twin|kid|lad|brother|sister|sibling|baby|of)\b"
    r"|\bone of (?:them|the (?:two|three|twins|children|boys|girls))\b"
    r"|\b(?:was|were|be) (?:only )?\d{1,2} at (?:the|that) time\b"
)
_TURNED = re.compile(r"\b(?:just |has |had |have )?turn(?:ed|s) \d{1,2}\b(?! when)")
_NOW = re.compile(
    r"\b(?:now (?:aged )?(?P<before>\d{1,2})|(?:is |aged |are )(?P<after>\d{1,2}) now)\b"
    r"(?! (?:weeks?|months?|days?|hours?|people|agencies|children))"
)
_IS_WELL = re.compile(
    r"\b(?:baby|infant|newborn|toddler)(?: (?:is|was|are|has been|were))? (?:\w+ ){0,3}"
    r"(?:fine|ok|okay|well|safe|unharmed|unhurt|healthy|alive|survived|not hurt|all right"
    r"|alright|thriving)\b"
)
_PREGNANT = re.compile(r"\bpregnan\w+\b|\bgiving birth\b|\bin labour\b|\bchildbirth\b")
_A_NAME = 1
_ADULT, _CARE_ENDS, _SIXTEEN, _OLDEST_MONTHS = 18, 25, 16, 24


def read_age(sentences: Sequence[str]) -> str | None:
    """The option of the age question that the sentences clearly say, or None."""
    text = " . ".join(sentences)
    if _NOT_KNOWN.search(text):
        return "unsure"
    if _NOT_BORN.search(text):
        return None if _SIGN_OF_LIFE.search(text) else "unborn"
    if _OF_TWO.search(text) or _TURNED.search(text):
        return None
    if any(one.isdigit() for one in text):
        text = _ELSEWHEN.sub(" ", text)
    now = {_option(int(one["before"] or one["after"]), "year") for one in _NOW.finditer(text)}
    text = _NOW.sub(" ", text)
    ages = list(islice(_AGE.finditer(text), MOST_AGES + 1))
    if len(ages) > MOST_AGES:
        return None
    found = [_options(one) for one in ages if _is_the_childs(one, text)]
    if any(options is None for options in found):
        return None
    said = {option for options in found if options is not None for option in options} | now
    if not _PREGNANT.search(text) and _SMALL.search(_BY_AGE.sub(" ", _IS_WELL.sub(" ", text))):
        said.add("0-15")
    return said.pop() if len(said) == 1 else None


def _is_the_childs(found: re.Match[str], text: str) -> bool:
    """An age after a name or a role is the child's only where the child, or a name alone, is meant."""
    if found["comma"] is None and found["aged"] is None:
        return True
    before = text[: found.start()].rpartition(".")[2].strip(" ,(")
    if len(before.split()) <= _A_NAME:
        return not names_another(before)
    return said_of_the_child(before.rpartition(",")[2], before.rpartition(",")[0])


def _options(found: re.Match[str]) -> frozenset[str] | None:
    """The options of an age; None when it is said only roughly."""
    if found["roughly"]:
        return None
    for way in ("old", "aged", "noun", "was", "turned", "comma", "lead"):
        if found[way] is None:
            continue
        groups = found.groupdict()
        unit = groups.get("unit" if way == "old" else f"{way}_unit") or "year"
        other = groups.get("other" if way == "old" else f"{way}_other")
        numbers = [int(number) for number in (found[way], other) if number]
        return frozenset(_option(number, unit) for number in numbers)
    return frozenset()


def _option(number: int, unit: str) -> str:
    if not unit.startswith("y"):
        return "0-15"
    if number < _SIXTEEN:
        return "0-15"
    if number < _ADULT:
        return "16-17"
    return "18-24" if number < _CARE_ENDS else "25+"
