"""What has happened to the child, and whether abuse or neglect is known or suspected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.incident.doubt import Said, clauses_of, how_said
from bot.incident.wording import OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEAD = r"(?:died|dead|dies|die|dying|deceased|passed away|killed|murdered|drowned|drown|drowning|own life|lost (?:his|her|their) life|hanged|hung|fatal|fatally|death|suicide|perished)"
_DIED = re.compile(
    r"\b(?:died|(?<!brain )dead(?! (?:end|line|body of))|deceased|passed away|killed(?! (?:a|an|the|another|someone|somebody|two|three)\b)|murdered(?! (?:a|the|another)\b)|drowned|(?:took|taken|taking) (?:his|her|their) own (?:life|lives)"
    r"|lost (?:his|her|their) life|hanged (?:him|her|them)sel\w+|hung (?:him|her)self|found (?:hanged|hanging)|fatal|fatally|stillborn|still born|stillbirth|stabbed to death"
    r"|(?:suspected|apparent|completed) suicide|suicide of|by suicide|death of|deaths of|(?:his|her|their|the child's|the baby's) death|body of|body was found)\b"
)
_NOT_DEAD = re.compile(
    rf"\b(?:nearly|almost|narrowly|close to|could (?:well )?have|would (?:well )?have|might have|may have|should have|can|could|may|might|will|would|going to|wants? to|about to|tried to|attempt\w*|not expected to|expected to|thought(?: \w+)?(?: (?:was|were|is|to be))?|believed|feared|presumed|fear|risk of|threat\w*|not|never|nobody|no one|none|near|if|fake\w*|rumour\w*|think|says?|said)"
    rf" (?:(?!and |or |in |who |\d)\w+ ){{0,3}}?{_DEAD}\b|\bsuicide attempts?\b|\bsurvived\b.{{0,30}}|\bnear (?:death|drowning|fatal)\b|\bnon fatal\b|\bdead or alive\b|\bdeath (?:threats?|review|certificate|notification form)\b|\bchild death\b(?! of)|\bas a child death\b"
)
_SERIOUS = (
    r"(?:serious(?:ly)? (?:harm(?:ed)?|injur(?:ed|y|ies)|hurt|wounded|ill)|(?:very )?severe(?:ly)? (?:injur\w+|burn\w*|malnutrition|malnourished|brain \w+|neglect\w*|harm\w*)|life (?:threatening|changing|limiting|altering)|critical(?:ly)? (?:condition|ill|injured|hurt)|critical(?= in| after|,|\.|$|\?)|life support"
    r"|intensive care|picu|nicu|icu|ventilat\w+|(?:in a|into a|induced) coma|brain (?:damage|injury|injuries|bleed|haemorrhage|dead)|bleed on (?:the|his|her) brain|subdural|fractured skull|skull fracture|paraly[sz]ed"
    r"|lost (?:a|an|his|her|the|one) (?:left |right )?(?:leg|arm|eye|limb|sight|hand|foot|finger|hearing)|fighting for (?:his|her|their) li\w+|permanent(?:ly)? (?:damage|disab\w+|injur\w+|blind\w*|scarr\w+)|blinded|amputat\w+|lasting (?:damage|harm|injury))"
)
_SERIOUS_HARM = re.compile(rf"\b{_SERIOUS}")
_MAYBE_SERIOUS = re.compile(
    rf"\b(?:may|might|could|possibly|perhaps|maybe) (?:\w+ ){{0,3}}{_SERIOUS}|\b(?:too early to (?:say|tell|know)|not (?:yet )?(?:sure|known|clear) (?:if|whether|how)|unclear (?:if|whether|how)|do not (?:yet )?know (?:if|whether|how))\b[^,.;]{{0,30}}\b(?:serious\w*|bad\w*|severe\w*)\b"
)
_NOT_SERIOUS = re.compile(
    r"\b(?:a near miss|near miss with|near miss (?:last|yesterday|today|on|at|this)|unharmed|uninjured|unhurt|not (?:been )?(?:seriously|badly) (?:hurt|harmed|injured)|no (?:serious )?(?:injuries|injury|lasting harm|lasting damage)|(?:only )?minor injur\w+|harm (?:is|was) not serious)\b"
)
_NOT_SERIOUSLY = re.compile(
    rf"\b(?:not|never|no|without|nor|non|avoid\w*|risk of|could have been|nearly|almost|was going to be) (?:\w+ ){{0,3}}?{_SERIOUS}"
)
_A_TERM = re.compile(
    r"\bserious harm (?:test|criteria|threshold|mean\w*|defin\w*)|\b(?:what is|define|definition of|meaning of|count as|counts as) serious harm\b"
)

_ABUSE = r"(?:abuse|abused|abusing|neglect|neglected|neglecting|nai|maltreat\w*|ill treat\w*|shaking|shaken|exploit\w+|fii|fabricated or induced|cruelty|foul play|non accidental|inflicted|starv\w+|poison\w+|smother\w+|csa|cse|cce|assault\w*)"
_SUSPECTED = re.compile(
    rf"\b(?:suspect|suspects|suspected|suspecting|suspicion of|suspicions of|suspicious of|possible|query|probable|alleged|concerns? (?:about|of|re|that|around)|worried about|worries about|signs of|indications of|consistent with|likely) (?:\w+ ){{0,6}}?{_ABUSE}\b"
    rf"|\?+ ?nai\b|\b{_ABUSE} (?:is |was |has been |being )?suspected\b|\b(?:charged|arrested) (?:with|for|on suspicion of) (?:\w+ ){{0,5}}(?:murder|neglect|cruelty|assault|gbh|abus\w+|manslaughter|harm)\b"
)
_HARMS = r"(?:abus\w+|neglect\w*|shak\w+|shook|beat\w*|hit|hitting|hurt\w*|kill\w*|harm\w*|rap\w+|smother\w*|murder\w*|assault\w*|starv\w*|poison\w*|strangl\w*|burn\w*|cruelty|throwing|manslaughter|drowning|suffocat\w*|punch\w*|kick\w*)"
_KNOWN = re.compile(
    rf"\b(?:admitted(?: to)?|admits(?: to)?|confessed(?: to)?|convicted(?: of)?|guilty(?: of| to)?|sentenced(?: for)?|jailed for) (?:\w+ ){{0,4}}?{_HARMS}\b"
    rf"|\braped by (?:\w+ ){{0,4}}who (?:has been |was )?convicted\b|\b(?:confirmed|established|proven|substantiated|known) (?:\w+ )?(?:abuse|neglect|nai|maltreatment|exploitation)\b|\b(?:abuse|neglect|nai|maltreatment) (?:is |was |has been |have been )(?:now )?(?:confirmed|established|proven|substantiated|admitted|known)\b"
    rf"|\b(?:was|were|been|being) (?:\w+ )?(?:abused|starved|neglected|shaken|beaten to death|beaten|tortured) (?:to death )?by (?:his|her|their|the|a) (?:own )?(?:{OTHERS}|parents|family|carers)\b"
)
_NO_ABUSE = re.compile(
    r"\b(?:no|not|never|nobody|no one|none|without|nor|neither|nothing|ruled out|rule out|do not|does not|did not|no longer)\b"
)
_ABUSE_OPEN = re.compile(
    rf"\b(?:not sure|unsure|unclear|unknown|not (?:yet )?(?:known|clear|certain)|do not (?:yet )?know|does not know|no idea|can not say|whether)\b.{{0,40}}\b{_ABUSE}\b"
    rf"|\b{_ABUSE}\b.{{0,30}}\b(?:can not be ruled out|can not rule|not (?:been )?ruled out|can not be excluded|not excluded|not sure|unclear|unknown|is not (?:yet )?(?:known|clear))\b|\bcan not rule out\b.{{0,20}}\b{_ABUSE}\b"
)
_ASKED_ALL = re.compile(
    r"\b(?:every|all|each)\b(?: \w+){0,3} ?(?:agenc\w+|partners?|services?|professionals?|organisations?)\b[^.;]{0,60}\b(?:asked|checked|said|confirmed|spoken|contacted|agree\w*)\b|\b(?:checked|asked|spoken|contacted|confirmed)\b[^.;]{0,30}\b(?:every|all|each)\b(?: \w+){0,3} ?(?:agenc\w+|partners?|services?|professionals?|organisations?)\b"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|no agency|no professional)\b[^.;]{0,40}\b(?:suspect\w*|know\w*|worr\w+|concern\w*)\b[^.;]{0,40}\b(?:abuse|neglect)\b"
)
_PAST = re.compile(r"\b(?:previous\w*|historic\w*|in the past|years ago|as a child|earlier)\b")


def read_outcome(sentences: Sequence[str]) -> str | None:
    """The option of the outcome question that the sentences clearly say, or None."""
    said: set[str] = set()
    for sentence in sentences:
        for clause in clauses_of(_A_TERM.sub(" ", sentence)):
            said |= _outcomes(clause)
    if "died" in said:
        return None if "not_seriously_harmed" in said else "died"
    if "possibly_seriously_harmed" in said:
        return "possibly_seriously_harmed"
    return said.pop() if len(said) == 1 else None


def _outcomes(clause: str) -> set[str]:
    said = set()
    if _DIED.search(_NOT_DEAD.sub(" ", clause)):
        said.add("died")
    if _NOT_SERIOUS.search(clause):
        said.add("not_seriously_harmed")
    if _MAYBE_SERIOUS.search(clause):
        said.add("possibly_seriously_harmed")
    elif _SERIOUS_HARM.search(_NOT_SERIOUSLY.sub(" ", clause)):
        said.add("seriously_harmed")
    return said


def read_abuse(sentences: Sequence[str]) -> str | None:
    """The option of the question about abuse or neglect that the sentences clearly say, or None."""
    text = " ".join(sentences)
    if _ASKED_ALL.search(text) and _NOBODY.search(text):
        return "not_known"
    found = {_abuse(clause) for sentence in sentences for clause in clauses_of(sentence)} - {None}
    for option in ("unsure", "known", "suspected"):
        if option in found:
            return option
    return None


def _abuse(clause: str) -> str | None:
    if _ABUSE_OPEN.search(clause):
        return "unsure"
    known, suspected = _KNOWN.search(clause), _SUSPECTED.search(clause)
    if _PAST.search(clause):
        return None
    if known and how_said(clause, known) is Said.SO:
        return "known"
    if (
        suspected
        and not _NO_ABUSE.search(clause)
        and not clause.lstrip().startswith(("is ", "does ", "if "))
    ):
        return "suspected"
    return None
