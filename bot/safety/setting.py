"""What a message is set in: now or the past, a case or a rule, a fact or an if."""

from __future__ import annotations

import re

_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

_NOW = re.compile(
    r"\b(?:now|tonight|today|this (?:morning|afternoon|evening|minute|second|lunchtime)|just"
    r"|(?:minutes?|mins?|seconds?|moments?|hours?|hour|hrs?) ago|at the moment|currently"
    r"|as we speak"
    r"|as i (?:type|write)|in front of me|immediate(?:ly)?|about to|on (?:his|her|their) way"
    r"|i am (?:with|on|sitting|outside)|i can (?:hear|see)|is here|are here"
    r"|still (?:in|gone|missing|there|outside)"
    r"|since (?:\d|last night|school|lunch)|scared to go|tomorrow|being taken|to be cut"
    r"|due to be)\b"
)
_ALL_IS_WELL = re.compile(
    r"\b"
    r"(?:(?:only|or|not|is it|i) just"
    r"|just "
    r"(?:about|because|us|crime|me|need|wonder\w*|want|asking|checking|over|under|before|after"
    r"|to (?:check|ask|say|be)))\b"
    r"|\b"
    r"(?:home|safe|fine|well|stable|better|ok|okay|happy|thriving|recovered|adopted"
    r"|deceased) now\b"
    r"|\bnow (?:home|safe|fine|well|stable|better|ok|recovered|\d|an adult|closed)\b"
    r"|\bwhat now\b"
)
_PAST = re.compile(
    r"\b(?:yesterday|last (?:week|month|year|term|summer|winter|spring|autumn|weekend|"
    + _DAYS
    + ")"
    r"|at the weekend|over the weekend|weeks? ago|months? ago|years? ago|days? ago"
    r"|decades? ago|previously"
    r"|historic\w*|used to|back in (?:\d|the \d|last|"
    + _MONTHS
    + r")|(?:19|20)\d\d|(?:in|since|from|of|during|by|on) (?:early |late |mid )?(?:"
    + _MONTHS
    + r"|may|the \d0s|\d0s)"
    r"|\d+(?:st|nd|rd|th)? (?:of )?(?:"
    + _MONTHS
    + r")|on (?:"
    + _DAYS
    + r")|in (?:summer|winter|spring|autumn)"
    r"|(?:is|are) (?:back )?(?:at|in) (?:school|nursery|foster care|care) now"
    r"|now (?:back )?(?:at|in) (?:school|foster care)|all safe"
    r"|(?:who|that) was (?:shaken|beaten|abused|hurt|starved|burned|stabbed|neglected)"
    r"|is at school now"
    r"|took an? \w+ in "
    r"(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)"
    r"|started (?:at|when)|recovered|recovering|survived|stable|convicted|sentenced|jailed"
    r"|prosecut\w+|pleaded|in the \w+(?:ties|ies)|late (?:father|mother|dad|mum)|from an adult"
    r"|was found safe|is safe|is fine|are fine"
    r"|lucky escape|stillb\w+|miscarr\w+|baby lost|lost the baby|discharged|died|dead|death"
    r"|deaths|dies|deceased|passed away|murdered|was killed|were killed|own life|hanged"
    r"|when (?:he|she|they|i) (?:was|were)|as a child|in childhood|survivor)\b"
)
_PHONE_DEAD = re.compile(
    r"\b(?:phone|line|battery|mobile) (?:is|goes|went|gone) dead\b"
    r"|\b(?:want|wants|wanted) to be dead\b|\bbetter off dead\b|\bdeath threats?\b"
    r"|\b(?:to|beat\w*|him|her|me|them) (?:to )?death\b"
)
_STILL_TO_COME = re.compile(
    r"\b"
    r"(?:fly|flies|flying|leaves?|leaving|going|go|booked|flights?|meeting|meets?|married"
    r"|marry|wedding|ceremony|taking|sending|will|due) "
    r"(?:\w+ ){0,4}on (?:" + _DAYS + r")\b"
)
_RULE = re.compile(
    r"\b"
r"(?:polic(?:y|ies)|procedures?|guidance|guidelines?|training|trainer|course|slides?"
r"|workshop|essay"
    r"|quiz|exam|scenario|case study|case studies|research|evidence base|statistics|law|legal"
r"|section \d+|act"
    r"|legislation|definition|define|template|poster|briefing|learning|lessons?"
    r"|reviews?(?! meeting)|inquiry|inquest|trial|court(?! order)|publish\w*|working together"
r"|hypothetical\w*|module|assignment"
    r"|examples?|findings|practice points|learn(?:ed|t)|signs of|responsibilit\w+|notif\w+"
r"|serious incident|sins?|sprs?|scrs?|lcsprs?|csprs?|criteria"
    r"|thresholds?|the panel|ofsted|duty to|webinar|podcast|leaflet|documentary|chapter|what counts"
    r"|near miss\w*|accused|allegations?|complain\w*|applies|whose is it|pathway|sources on"
r"|to read|short read|a report on|reading|dissertation|need to report|report it|reportable"
r"|in scope|deadline|timescales?|resources?|practice week|assembly|lesson plan|display"
r"|toolkit"
    r"|covered by|does (?:it|this|that) (?:count|meet)|i am new|strategy|audit|awareness"
r"|wording|acronyms?|yearly|annual)\b"
)  # fmt: skip
_ASKING = re.compile(
    r"\A(?:"
    r"(?:hi|hello|hey|morning|please|ok|so|and|also|but|just|wondering|urgent|question|query"
    r"|quick question|quick one|,) )*"
    r"(?:what|whats|who|whom|whose|which|when|where|why|how|is|are|does|do|did|can|could"
    r"|should|must|shall|will|at what|in what|by when|to whom|on what|for how|under what"
    r"|would|was|were|has|have|am|may|explain|tell me about|looking for|any|anything|find|show"
    r"|list|describe"
    r"|if|i am (?:writing|preparing|doing|looking (?:for|into|up)|researching)"
    r"|i need (?:the|a|an|to know)|examples|advice on"
    r"|guidance|whether|in the event|suppose|imagine|say)\b"
)
_GOES_ON_TO_TELL = re.compile(
    r"\A(?:(?:my|her|his|the|and|but|because) )*"
    r"(?:he|she|they|i|dad|mum|stepdad|father|mother|partner|boyfriend|ex|uncle|baby|child|boy"
    r"|girl|kids)"
    r" "
    r"(?:is|are|am|has (?:just|got|pulled|taken|locked)|wont|cant|keeps|will|says|stopped|begs"
    r"|smells)\b"
)
_ASKING_FOR_HELP = re.compile(
    r"\b"
    r"(?:what (?:do|should|can|shall|must) (?:i|we) do"
    r"(?: (?:now|next|first|please|about (?:it|this|her|him)))*"
    r"|what now"
    r"|who (?:do|should|can) (?:i|we) (?:call|ring|phone|contact|tell|speak to)"
    r"(?: (?:now|please|first))*"
    r"|can (?:someone|somebody|anyone|you) (?:please )?(?:help|come|send|advise)"
    r"(?: (?:me|us|please))*"
    r"|(?:please )?help(?: me| us)?(?: please)?|i do not know what to do|any advice"
    r"|is there (?:anyone|someone) (?:i|we) can \w+"
    r"|do (?:i|we) (?:call|ring|phone|dial) (?:999|the police|police|an ambulance|mash)"
    r"(?: now)?)"
    r"(?: ,)?(?= |$)"
)
_HELP_WITH_READING = re.compile(r"\bhelp (?:me |us )?(?:find|understand|with|to|decide|finding)\b")


def says_now(text: str) -> bool:
    """The text says that it speaks of this moment, this day, or of what comes next."""
    return bool(_NOW.search(_ALL_IS_WELL.sub("", text)))


def is_past(text: str) -> bool:
    """The text says that it speaks of the past, or of a death."""
    return bool(_PAST.search(_STILL_TO_COME.sub("", _PHONE_DEAD.sub("", text))))


def is_about_a_rule(text: str) -> bool:
    """The text speaks of rules, training, research, reviews or a process."""
    return bool(_RULE.search(text))


def told_part(sentence: str) -> str:
    """The sentence, or of one that asks something only what it goes on to tell after a comma.

    A call for help at this moment is not taken for asking.
    """
    if not _ASKING.match(_without_call_for_help(sentence)):
        return sentence
    _, _, after = sentence.partition(" , ")
    return after if _GOES_ON_TO_TELL.match(after) else ""


def _without_call_for_help(sentence: str) -> str:
    if _HELP_WITH_READING.search(sentence):
        return sentence
    return _ASKING_FOR_HELP.sub("", sentence).strip(" ,")
