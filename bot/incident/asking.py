"""What a message about an incident asks: a decision, something else, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DECISION = re.compile(
    r"\b(?:meets?|met|meeting|fits?|reach\w*|hit|hits) (?:the |our |any |spr |sin )*"
    r"(?:criteria|criterion|threshold)"
    r"|\bcriteria\b ?(?:met)?\??$|\bcriteria for\b|\bthreshold (?:for|met)"
    r"|\b(?:is|was|would|could|does|will) (?:it|this|that|he|she|they)(?: \w+){0,3}? "
    r"(?:a |an |as a |be )?"
    r"(?:notifiable|covered|count(?! as (?:a|an|our|one) )|serious incident|sin|spr|incident|needs? (?:notif|report)"
    r"|need (?:to be )?(?:notif|report|review)|go to|have to be)"
    r"|\b(?:is|was|would|are) (?:it|this|that) (?:a|an) (?:serious incident|sin|spr|notif\w+)"
    r"|\bnotifiable\b|\bserious incident ?\??$|\bserious incident for\b"
    r"|\bis it (?:a )?serious incident\b|\bsin(?: required| needed)?\s*\??$|\bspr\s*\??$"
    r"|\bsin for\b"
    r"|\b(?:does|has|have|must|should|need) (?:it|this|that|the death)\b.{0,60}\b"
    r"(?:notif\w+|report\w*|panel|review\w*)"
    r"|\bdoes (?:it|this|he|she) count\b(?! as (?:a|an|our|one) )|\bdoes (?:it|this|that) meet\b"
)
_NOTIFYING = re.compile(
    r"\b"
    r"(?:do|should|must|shall|can|need|have|had|needs|required|meant|supposed"
    r"|ought)\b.{0,40}\b"
    r"(?:notif\w+|report\b|tell ofsted|sins?\b|sprs?\b|csprs?\b|lcspr\b|rapid review"
    r"|serious incident|panel)"
    r"|\b(?:notify|report|notification|refer it|rapid review)(?: \w+){0,3} ?\?+$"
    r"|\b(?:notification|rapid review|report|notifying|review|sin|spr) (?:is |be )?"
    r"(?:needed|required|necessary)"
    r"|\bis a (?:notification|rapid review|review|spr|sin)\b.{0,20}\b(?:needed|required|due)"
    r"|\bdo we notify\b|\bnotify\s*\??$|\bshould (?:there|this|it) (?:be|have been)\b"
)
_SPECIFIC = re.compile(
    r"\b"
    r"(?:how (?:long|quick\w*|soon|many|do|does|to|can|should|is|are|the|it|this)|by when"
    r"|(?:someone|anyone|anybody|somebody)(?: \w+){0,3} (?:we|i)"
    r"|when (?:do|does|must|should|is|are|will)"
    r"|which (?:form|duty|review|council|duties|agency|document)"
    r"|what "
    r"(?:form|is|are|does|did|happens|happened|support|learning|age|counts|forms|helps?"
    r"|training)"
    r"|who (?:notif\w+|we|i|to|in|else|needs|has|sits|decides|chairs|is|do|does|should|can|must|tells|leads|writes|pays)"
    r"|where (?:do|can|is|are)|explain|why|whom|whose|which (?:team|board|one))\b"
)
_LEARNING = re.compile(
    r"\b"
    r"(?:reviews? (?:about|of|on|where|with|in which|involving|into|are|that|covering)"
    r"|reviews about"
    r"|(?:is|are|were) there (?:a |any |an )?(?:\w+ )?"
    r"(?:reviews?|lessons?|learning|cases?|research|similar|scrs?|sprs?)"
    r"|any (?:\w+ )?(?:reviews?|lessons?|learning|research|similar|cases)|lessons?"
    r"|learn(?:ed|ing|t)?\b|training|research|polic(?:y|ies)|which reviews?"
    r"|what did (?:we|the)|statistics|template|definition"
    r"|(?:baby eva|child [a-z]|sara sharif|star hobson) (?:review|spr|scr)"
    r"|in the [\w ]{1,30} review|similar (?:cases|reviews)|read about|serious case reviews"
    r"|case reviews?|essay|scenario|case study|for my course|how many"
    r"|(?:died|harmed|injured) review$|are those)\b"
)
_HELP = re.compile(
    r"\bwhat (?:do|should|must|can) (?:i|we) do\b|\bwhat (?:now|next)\b"
    r"|\bwhat happens (?:now|next)\b|\bwhat are (?:my|our) (?:next )?(?:steps|duties)\b"
)
_ONE_CASE = re.compile(
    r"\b"
    r"(?:my|our|we|i|us|(?:he|she) (?:was|is|had|has|died)|last night|yesterday|today"
    r"|this (?:morning|afternoon|evening|week)|tonight|overnight"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at the weekend|last (?:week|month|\w+day)"
    r"|\d+ (?:days?|hours?|weeks?) ago|just now)\b"
)
_DO_WE = re.compile(
    r"\b(?:do|does|did|should|must|can|shall|would|could|have|are|will|need|may|ought) "
    r"(?:we|i|us)\b"
)
_AGED = re.compile(r"\b\d{1,2} (?:year|month|week|day) old\b|\baged? \d")
_SHORT_REPORT = 6
_HARM = re.compile(
    r"\b"
    r"(?:stabb\w+|shot|overdose\w*|od'?d|suicid\w+|self harm\w*|near miss|nearly died"
    r"|almost died|could have died|would have died|injur\w+|hurt|bruis\w+|burn\w*|attacked"
    r"|raped|assaulted|beaten|harmed|broken|broke|fractur\w+|hospital|fell|collapsed|drown\w*"
    r"|abus\w+|neglect\w*|survived|not dead|incident|saw|witnessed|murdered|thought was dead"
    r"|thought (?:he|she) was dead|died|killed|crash\w*|scratches|drunk|dead|die|dies|death"
    r"|deaths|touched|bitten|swallowed|kill|starv\w+|alive|missing|exploit\w+|groomed"
    r"|strangled|hanged|hit|bit|poison\w+|suffocat\w+|harm|survive|brain|critical\w*|damage"
    r"|injury)\b"
)


def asks_whether_criteria_are_met(sentences: Sequence[str]) -> bool:
    """The message asks whether the criteria are met, in so many words."""
    return any(_DECISION.search(sentence) for sentence in sentences)


def asks_for_a_decision(sentences: Sequence[str]) -> bool:
    """The message asks whether this must be notified or reviewed."""
    return any(
        _DECISION.search(sentence)
        or any(
            _NOTIFYING.search(part) and not _SPECIFIC.search(part) for part in sentence.split(",")
        )
        for sentence in sentences
    )


def asks_something_else(sentences: Sequence[str], *, everywhere: bool = False) -> bool:
    """The message asks for learning, or (not `everywhere`) for a date, a person, a form or a rule."""
    if any(_LEARNING.search(sentence) for sentence in sentences):
        return True
    if everywhere:
        return False
    return any(
        (_SPECIFIC.search(without) or without.endswith("?"))
        for without in (
            _HELP.sub("", sentence).strip(" ,?") + "?" * _still_asks(sentence)
            for sentence in sentences
        )
    )


def _still_asks(sentence: str) -> bool:
    return sentence.endswith("?") and not _HELP.search(sentence)


def tells_of_one_case(sentences: Sequence[str]) -> bool:
    """The message tells of one case: the writer's own, at a time, or with a call for help."""
    return any(
        _ONE_CASE.search(_DO_WE.sub("", sentence)) or _HELP.search(sentence)
        for sentence in sentences
    )


def tells_an_age(sentences: Sequence[str]) -> bool:
    """The message is more than a few words and gives an age as a number."""
    text = " ".join(sentences)
    return len(text.split()) >= _SHORT_REPORT and bool(_AGED.search(text))


def tells_of_harm(sentences: Sequence[str]) -> bool:
    """The message tells of a harm, a near miss or a death."""
    return any(_HARM.search(sentence) for sentence in sentences)
