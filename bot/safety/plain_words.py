"""A message in plain words: one spelling, short forms written out, slips of the keys put right."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from rapidfuzz.distance import OSA

_WE_ARE = re.compile(r"\bwe['\u2019`]re\b")
_AGES = re.compile(r"(\d) ?(?:yo|y/o|yrs? old|yr old)\b")
_UNITS = re.compile(r"(\d)(mths?|months?|mo|wks?|weeks?|yrs?|years?|days?|y|m)\b")
_IDIOMS = re.compile(
    r"\b"
    r"(?:dying (?:to|for a)|(?:is|are|s) killing (?:me|us)\b"
    r"|kill (?:this|the|my|our) "
    r"(?:proposal|idea|plan|form|mood|time|vibe|meeting|project|deal|budget)"
    r"|beating (?:the|our|all) (?:target|deadline|clock|odds|drum|traffic|record|average)s?"
    r"|(?:driving|drives) (?:me|us) (?:mad|crazy|up the wall|nuts|insane)"
    r"|hit (?:with|by) (?:a )?(?:lots?|loads|wave|deluge|cuts|referrals|emails)"
    r"|hit (?:the|our|my) (?:target|deadline|buttons?|key|roof)s?"
    r"|stuck (?:on|at|with|in) (?:the |this |my |a )?(?:\w+ )?"
    r"(?:question|form|page|screen|step|point|section|login|loop|meetings?|traffic|queue"
    r"|report|word)"
    r"|lost (?:my|the|our) (?:\w+ )?"
    r"(?:login|password|form|link|page|place|file|paperwork|notes|badge|laptop|job|temper"
    r"|thread|way|email)"
    r"|drowning in|drowned in (?:emails|paper\w*|work)|burnt out|burned out|burn out"
    r"|snowed under|shot down|shooting for|long shot|fire ?walls?|fired|deadlines?|dead ?line"
    r"|sick of|sick leave|sick pay|off sick"
    r"|in danger of (?:missing|losing|running|being late|not)"
    r"|struggling with (?:the|this|my) (?:form|question|wording|report|system)"
    r"|jump(?:ing)? (?:to|into|in|on) (?:the )?"
    r"(?:conclusions?|section|page|end|call|meeting|question)"
    r"|attack (?:the|this) (?:problem|task|backlog)|hang on|hang about|hanging over"
    r"|bite the bullet|blood pressure"
    r"|worried (?:about|that) (?:the |my |our |this )?(?:\w+ )?"
    r"(?:quality|deadline|report|form|inspection|audit|wording|spelling|data|process"
    r"|timescale\w*|delay)"
    r"|scared (?:of|about) (?:the |my |our )?"
    r"(?:inspection|ofsted|interview|computer|form|exam|meeting|system)"
    r"|killer (?:question|app)|knock on effect|beat around|crash course"
    r"|crashed (?:on me|again)|system (?:has )?crashed|fell (?:behind|through|short|apart)"
    r"|shooting (?:off|the breeze)|choked up|bleeding (?:heart|edge)"
    r"|on (?:fire watch|the ropes)|hot (?:desk|topic|potato)|cold case|gone cold|on fire with"
    r"|laptop is on fire|trial and error)\b"
)
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
    "dv": "domestic violence", "chld": "child", "nipper": "child", "nippers": "children", "littlun": "child", "littluns": "children", "tot": "toddler", "tots": "toddlers", "youngster": "child", "youngsters": "children", "tween": "child", "schoolgirl": "girl", "schoolboy": "boy", "nt": "not", "brething": "breathing", "movin": "moving", "nite": "night", "yin": "one", "bby": "baby", "babby": "baby", "bab": "baby", "bairn": "child", "bairns": "children", "wean": "child",
    "weans": "children", "wee": "little", "naebody": "nobody", "noone": "nobody", "greetin": "crying", "breathin": "breathing",
    "wakin": "waking", "bleedin": "bleeding", "hittin": "hitting", "screamin": "screaming", "cryin": "crying", "wid": "with",
    "lil": "little", "gurl": "girl", "hosp": "hospital", "ambo": "ambulance", "mths": "months", "mth": "month", "mo": "month",
    "yrs": "years", "yob": "year old", "r": "are", "hv": "health visitor", "n": "and", "nxt": "next", "tmrw": "tomorrow", "2moro": "tomorrow",
    "msg": "message", "msgd": "messaged", "txt": "text", "txted": "texted", "txtd": "texted", "pic": "picture", "pics": "pictures", "vid": "video", "mins": "minutes", "sos": "sos",
    "couldnt": "could not", "aint": "is not", "dunno": "do not know", "gotta": "has to", "lemme": "let me", "cos": "because", "bro": "brother", "sis": "sister", "shouldnt": "should not", "wouldnt": "would not", "dont": "do not",
}  # fmt: skip

_PEOPLE_WITH_IS = frozenset({
    "dads", "mums", "fathers", "mothers", "stepdads", "uncles", "brothers", "boyfriends", "partners", "babys",
    "childs", "kids", "ex", "exs", "boys", "girls", "teens", "pupils", "somebodys", "neighbours", "husbands",
})  # fmt: skip

_WHERE_OR_HOW = frozenset({"outside", "here", "downstairs", "upstairs", "drunk", "high", "gone"})

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
    "knifed", "sharing", "seizures", "hunting", "mission", "breaching", "breeding", "sitting", "fitting", "must", "trust", "adjust",
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
        _APOSTROPHES.sub(
            "",
            _AGES.sub(
                r"\1 year old",
                _WE_ARE.sub("we are", _UNITS.sub(r"\1 \2", _IDIOMS.sub(" ", folded))),
            ),
        )
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
    if token in _PEOPLE_WITH_IS and (following.endswith("ing") or following in _WHERE_OR_HOW):
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
