"""What has happened to the child, and whether abuse or neglect is known or suspected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.incident.doubt import (
    Said,
    clauses_of,
    how_said,
    is_of_another_time,
    is_plain,
    was_years_ago,
)
from bot.incident.subject import said_of_the_child
from bot.incident.wording import OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEAD = (
    r"(?:died|dead|dies|die|dying|deceased|passed away|killed|murdered|drowned|drown|drowning"
    r"|own life|lost (?:his|her|their) life|hanged|hung|fatal|fatally|death|suicide|perished)"
)
_DIED = re.compile(
    r"\b"
    r"(?:died|(?<!brain )dead(?! (?:end|line|body of))|deceased|passed away"
    r"|killed(?! (?:a|an|the|another|someone|somebody|two|three)\b)"
    r"|murdered(?! (?:a|the|another)\b)|drowned"
    r"|(?:took|taken|taking) (?:his|her|their) own (?:life|lives)"
    r"|lost (?:his|her|their) life|hanged (?:him|her|them)sel\w+|hung (?:him|her)self"
    r"|found (?:hanged|hanging)|fatally (?:injured|stabbed|shot|wounded|hurt|harmed)|stillborn"
    r"|still born|stillbirth|stabbed to death"
    r"|(?:suspected|apparent|completed) suicide|by suicide)\b"
)
_DEATH_OF = re.compile(
    r"\b"
    r"(?:suicide|deaths?|body"
    r"|fatal (?:\w+ )?(?:stabbing|shooting|overdose|injury|accident)) of "
    r"(?:(?!mum|mother|dad|father|parent|adult|man|his|her|their)\w+ ){0,5}?"
    r"(?:child|children|baby|boy|girl|lad|kid|infant|toddler|teen\w*|old"
    r"|young (?:person|man|woman)|pupil|student|client|leaver|twins?|newborn|resident|patient"
    r"|son|daughter|lac)\b"
    r"|\b(?:his|her|their|the child's|the baby's|the boy's|the girl's) death\b|\bbody was found\b"
)
_NO_DEATH = re.compile(
    r"\bdead "
    r"(?:tired|tight|set|line|end|keen|sure|certain|good|easy|hard|serious|simple|slow|weight"
    r"|in the water|against|body of|phone|battery|animal|bird|rat)\b"
    r"|\b(?:in|into|of|next to|beside|with|from|over) (?:a|the|his|her|their|its) "
    r"(?:own )?dead\b"
    r"|\bdead (?:father|mother|mum|dad|parent|brother|sister|dog|cat|man|woman|body)\b"
)
_ALIVE_OR_DEAD = re.compile(
    r"\b"
    r"(?:not (?:yet )?(?:sure|clear|certain|known|confirmed)|unsure|unclear|unknown|uncertain"
    r"|do not (?:yet )?know|does not know|no idea|no news|conflicting|can (?:not )?tell us"
    r"|can not (?:yet )?(?:say|tell)|(?:nobody|no one|no 1|none of us) (?:yet )?knows"
    r"|does anyone know|trying to (?:find out|establish)|waiting|still to hear"
    rf"|trying to find out|have not been told|not been told)\b[^,.;]{{0,40}}\b"
    rf"(?:if|whether|that|about)\b[^,.;]{{0,40}}\b"
    rf"(?:{_DEAD}|alive|survived|made it|pulled through|lived)\b"
    r"|\b(?:do not know|not sure|unclear|unknown|no idea|unsure)\b[^,.;]{0,30}\b"
    r"(?:dead or alive|alive or dead)\b"
)
_NOT_DEAD = re.compile(
    r"\b"
    r"(?:nearly|almost|narrowly|close to|could (?:well )?have|would (?:well )?have|might have"
    r"|may have|should have|can|could|may|might|will|would|going to|wants? to|about to"
    r"|tried to|attempt\w*|not expected to|expected to"
    r"|thought(?: \w+)?(?: (?:was|were|is|to be))?|believed|feared|presumed|fear|risk of"
    r"|threat\w*|not|never|nobody|no one|none|near|if|fake\w*|rumour\w*|think|says?|said)"
    rf" (?:(?!and |or |in |who |\d)\w+ ){{0,3}}?{_DEAD}\b|\bsuicide attempts?\b"
    rf"|\bsurvived\b.{{0,30}}|\bnear (?:death|drowning|fatal)\b|\bnon fatal\b|\bdead or alive\b"
    r"|\bdeath (?:threats?|review|certificate|notification form)\b|\bchild death\b(?! of)"
    r"|\bas a child death\b"
)
_SERIOUS = (
    r"(?:serious(?:ly)? (?:harm(?:ed)?|injur(?:ed|y|ies)|hurt|wounded|ill)"
    r"|(?:very )?severe(?:ly)? "
    r"(?:injur\w+|burn\w*|malnutrition|malnourished|brain \w+|neglect\w*|harm\w*)"
    r"|life (?:threatening|changing|limiting|altering)"
    r"|critical(?:ly)? (?:condition|ill|injured|hurt)|critical(?= in| after|,|\.|$|\?)"
    r"|life support"
    r"|intensive care|picu|nicu|icu|ventilat\w+|(?:in a|into a|induced) coma"
    r"|brain (?:damage|injury|injuries|bleed|haemorrhage|dead)|bleed on (?:the|his|her) brain"
    r"|subdural|fractured skull|skull fracture|paraly[sz]ed"
    r"|lost (?:a|an|his|her|the|one) (?:left |right )?"
    r"(?:leg|arm|eye|limb|sight|hand|foot|finger|hearing)"
    r"|fighting for (?:his|her|their) li\w+"
    r"|permanent(?:ly)? (?:damage|disab\w+|injur\w+|blind\w*|scarr\w+)|blinded|amputat\w+"
    r"|lasting (?:damage|harm|injury))"
)
_SERIOUS_HARM = re.compile(rf"\b{_SERIOUS}")
_MAYBE_SERIOUS = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|maybe)"
    r"(?! (?:easily |well |so easily )?(?:have|be|end|get|become)\b(?! been)"
    r"|(?: \w+)? easily) "
    rf"(?:\w+ ){{0,3}}{_SERIOUS}"
    r"|\b"
    r"(?:too early to (?:say|tell|know)|not (?:yet )?(?:sure|known|clear) (?:if|whether|how)"
    rf"|unclear (?:if|whether|how)|do not (?:yet )?know (?:if|whether|how))\b[^,.;]{{0,30}}\b"
    r"(?:serious\w*|bad\w*|severe\w*)\b"
)
_NOT_SERIOUS = re.compile(
    r"\b"
    r"(?:a near miss|near miss with|near miss (?:last|yesterday|today|on|at|this)|unharmed"
    r"|uninjured|unhurt|not (?:been )?(?:seriously|badly) (?:hurt|harmed|injured)"
    r"|no (?:serious )?(?:injuries|injury|lasting harm|lasting damage)"
    r"|(?:only )?minor injur\w+|harm (?:is|was) not serious)\b"
)
_NOT_SERIOUSLY = re.compile(
    r"\b"
    r"(?:not|never|no|without|nor|non|avoid\w*|risk of|could have been|nearly|almost"
    r"|was going to be) "
    rf"(?:\w+ ){{0,3}}?{_SERIOUS}"
)
_A_TERM = re.compile(
    r"\bserious harm (?:test|criteria|threshold|mean\w*|defin\w*)"
    r"|\b(?:what is|define|definition of|meaning of|count as|counts as) serious harm\b"
)

_ABUSE = (
    r"(?:abuse|abused|abusing|neglect|neglected|neglecting|nai|maltreat\w*|ill treat\w*"
    r"|shaking|shaken|exploit\w+|fii|fabricated or induced|cruelty|foul play|non accidental"
    r"|inflicted|starv\w+|poison\w+|smother\w+|csa|cse|cce|assault\w*)"
)
_SUSPECTED = re.compile(
    r"\b"
    r"(?:suspect|suspects|suspected|suspecting|suspicion of|suspicions of|suspicious of"
    r"|possible|query|probable|alleged|concerns? (?:about|of|re|that|around)|worried about"
    r"|worries about|signs of|indications of|consistent with|likely) "
    rf"(?:\w+ ){{0,6}}?{_ABUSE}\b"
    rf"|\? ?nai\b|\b{_ABUSE} (?:is |was |has been |being )?suspected\b"
    rf"|\b(?:charged|arrested) (?:with|for|on suspicion of) (?:\w+ ){{0,5}}"
    r"(?:murder|neglect|cruelty|assault|gbh|abus\w+|manslaughter|harm)\b"
)
_HARMS = (
    r"(?:abus\w+|neglect\w*|shak\w+|shook|beat\w*|hit|hitting|hurt\w*|kill\w*|harm\w*|rap\w+"
    r"|smother\w*|murder\w*|assault\w*|starv\w*|poison\w*|strangl\w*|burn\w*|cruelty|throwing"
    r"|manslaughter|drowning|suffocat\w*|punch\w*|kick\w*)"
)
_KNOWN = re.compile(
    r"\b"
    r"(?:admitted(?: to)?|admits(?: to)?|confessed(?: to)?|convicted(?: of)?"
    r"|guilty(?: of| to)?|sentenced(?: for)?|jailed for) "
    rf"(?:\w+ ){{0,4}}?{_HARMS}\b"
    rf"|\braped by (?:\w+ ){{0,4}}who (?:has been |was )?convicted\b"
    r"|\b(?:confirmed|established|proven|substantiated|known) (?:\w+ )?"
    r"(?:abuse|neglect|nai|maltreatment|exploitation)\b"
    r"|\b(?:abuse|neglect|nai|maltreatment) (?:is |was |has been |have been )(?:now )?"
    r"(?:confirmed|established|proven|substantiated|admitted|known)\b"
    r"|\b(?:was|were|been|being) (?:\w+ )?"
    r"(?:abused|starved|neglected|shaken|beaten to death|beaten|tortured) (?:to death )?by "
    rf"(?:his|her|their|the|a) (?:own )?(?:{OTHERS}|parents|family|carers)\b"
)
_NO_ABUSE = re.compile(
    r"\b"
    r"(?:no|not|never|nobody|no one|none|without|nor|neither|nothing|ruled out|rule out|do not"
    r"|does not|did not|no longer)\b"
)
_ABUSE_OPEN = re.compile(
    r"\b"
    r"(?:not sure|unsure|unclear|unknown|not (?:yet )?(?:known|clear|certain)"
    r"|do not (?:yet )?know|does not know|no idea|can not say"
    rf"|too (?:soon|early) to (?:say|tell|know))\b.{{0,40}}\b{_ABUSE}\b"
    rf"|\b{_ABUSE}\b.{{0,30}}\b"
    r"(?:can not be ruled out|can not rule|not (?:been )?ruled out|can not be excluded"
    r"|not excluded|not sure|unclear|unknown|is not (?:yet )?(?:known|clear))\b"
    rf"|\bcan not rule out\b.{{0,20}}\b{_ABUSE}\b"
)
_ASKED_ALL = re.compile(
    r"\b(?:every|all|each)\b(?: \w+){0,3} ?"
    r"(?:agenc\w+|partners?|services?|professionals?|organisations?)\b[^.;]{0,60}\b"
    r"(?:asked|checked|said|confirmed|spoken|contacted|agree\w*)\b"
    r"|\b(?:checked|asked|spoken|contacted|confirmed)\b[^.;]{0,30}\b(?:every|all|each)\b"
    r"(?: \w+){0,3} ?(?:agenc\w+|partners?|services?|professionals?|organisations?)\b"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|no agency|no professional)\b[^.;]{0,40}\b"
    r"(?:suspect\w*|know\w*|worr\w+|concern\w*)\b[^.;]{0,40}\b(?:abuse|neglect)\b"
)
_PREGNANT = re.compile(r"\bpregnan\w+\b|\bgiving birth\b|\bin labour\b")
_ASKS_ABOUT_SUSPECTING = re.compile(
    r"^ ?(?:is|does|if|are|must|can) "
    r"|\b(?:do|does|must|should|would|can|have|need|to) "
    r"(?:(?:we|i|you|one|they|anyone|have|need|only|to|be) ){0,9}(?:suspect|worry|worried)"
    r"|\b(?:whether|if|unless|asked|ask|asks|may or may not)\b"
)
_PAST = re.compile(r"\b(?:previous\w*|historic\w*|in the past|years ago|as a child|earlier)\b")


_STILL_ALIVE = re.compile(
    r"\b(?:alive|life support|ventilat\w+|intensive care|icu|picu|cut down|resuscitated|revived"
    r"|survived|fighting for (?:his|her|their) life|breathing again)\b"
)
_IN_SO_MANY_WORDS = re.compile(
    r"\b(?:died|dead|dies|passed away|deceased|killed|murdered|death)\b"
)
"""Hanging and drowning are told of the living too; these words are not."""


def read_outcome(sentences: Sequence[str]) -> str | None:
    """The option of the outcome question that the sentences clearly say, or None."""
    if any(_ALIVE_OR_DEAD.search(sentence) for sentence in sentences):
        return "unsure"
    said: set[str] = set()
    earlier = ""
    for sentence in sentences:
        for clause in clauses_of(_A_TERM.sub(" ", sentence)):
            said |= _outcomes(clause, earlier)
            earlier = f"{earlier} , {clause}"
    if _PREGNANT.search(earlier):
        said.discard("not_seriously_harmed")
    if "died" in said and _STILL_ALIVE.search(earlier) and not _IN_SO_MANY_WORDS.search(earlier):
        return None
    if "died" in said:
        return None if "not_seriously_harmed" in said else "died"
    if "possibly_seriously_harmed" in said:
        return "possibly_seriously_harmed"
    return said.pop() if len(said) == 1 else None


def _outcomes(clause: str, earlier: str) -> set[str]:
    if was_years_ago(clause):
        return set()
    said = _harms(clause, earlier)
    without = _NO_DEATH.sub(" ", _NOT_DEAD.sub(" ", clause))
    if _DEATH_OF.search(without) or _plainly(_DIED, without, earlier):
        said.add("died")
    return said


def _harms(clause: str, earlier: str) -> set[str]:
    said: set[str] = set()
    if is_of_another_time(clause):
        return said
    if _NOT_SERIOUS.search(clause):
        said.add("not_seriously_harmed")
    if _MAYBE_SERIOUS.search(clause):
        said.add("possibly_seriously_harmed")
    elif _plainly(_SERIOUS_HARM, _NOT_SERIOUSLY.sub(" ", clause), earlier):
        said.add("seriously_harmed")
    return said


def _plainly(thing: re.Pattern[str], clause: str, earlier: str) -> bool:
    """The thing is said, of the child, and neither denied nor feared nor only told."""
    return any(
        is_plain(clause, found, earlier) and said_of_the_child(clause[: found.start()], earlier)
        for found in thing.finditer(clause)
    )


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
    if _PAST.search(clause) or is_of_another_time(clause):
        return None
    if known and how_said(clause, known) is Said.SO:
        return "known"
    if suspected is None or _child_is_charged(clause, suspected):
        return None
    doubted = _NO_ABUSE.search(clause) or _ASKS_ABOUT_SUSPECTING.search(clause)
    return None if doubted else "suspected"


def _child_is_charged(clause: str, suspected: re.Match[str]) -> bool:
    """It is the child who is charged or arrested, which says nothing of what was done to the child."""
    charged = suspected.group().startswith(("charged", "arrested"))
    before = clause[: suspected.start()].strip()
    return charged and bool(before) and said_of_the_child(before)
