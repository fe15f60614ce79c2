"""What a message is for: to find a review, a rule or a route, or to tell that somebody is unsafe."""

from __future__ import annotations

import re

from bot.own_area import OWN_AREA

_LEARNING = re.compile(
    r"\b"
    r"(?:"
    rf"(?:local|national|{OWN_AREA}|published|real|short|other|any|similar|old|recent|a|the|which"
    r"|need|with) "
    r"(?:\w+ )?(?:cases?(?! where)|reports?(?! (?:of|that))|papers?|reviews?|summar(?:y|ies))"
    r"|cases? (?:i|we|about|on|of|with|where|involving|like|that|for|to|in)"
    r"|reports? (?:on|about|i|we|where)"
    r"|(?:cases?|reports?|papers?|sessions?|supervision|reviews?)$"
    r"|(?:running|preparing|planning|leading|writing|delivering|doing) "
    r"(?:a|an|some|my|the|our) (?:\w+ )?"
    r"(?:session|talk|workshop|event|supervision|paper|briefing|seminar|lecture|presentation)"
    r"|supervision on"
    r"|(?:the|that) (?:\w+ )?"
    r"(?:(?:one|ones|report|case|review|story) (?:on|about|with|where|in which|from the)"
    r"|(?:girl|boy|baby|lad|child|family|one) (?:who was|who died|who were|in which))"
    r"|not the (?:\w+ ){0,3}one|the (?:doncaster|hackney|\w+ search) \w+"
    r"|(?:books?|film|series|podcast|article|news) (?:on|about)"
    r"|(?:short|own|local|national|charitys|published) (?:\w+ )?"
    r"(?:paper|work|summary|sheet|list|case)"
    r"|read about|papers? on|the numbers on|what happened there|the thing that|the one that"
    r"|not (?:the|a|domestic|\w+) (?:\w+ ){0,4}, the "
    r"(?:one|girl|boy|baby|\w+ (?:paper|report|one))"
    r"|evidence (?:on|about|of)|national (?:evidence|panel|review|report)"
    r"|(?<!are )(?<!is )looking for "
    r"(?:a|an|any\w*|something|the|some|local|cases?|reports?|reading|examples)"
    r"|(?:anything|something|stuff|bits|info|information|material|more|everything) "
    r"(?:on|about)"
    rf"|brows(?:e|ing)|the most recent|own case|local (?:one|example)|has {OWN_AREA} had"
    r"|have you (?:got|had)|do you have)\b"
)
# What is asked of a library, whatever else the message says and whenever it is for.
_TO_TEACH_WITH = re.compile(
    r"\b"
    r"(?:"
    r"(?:running|preparing|planning|leading|writing|delivering|chairing|designing|building"
    r"|putting together) "
    r"(?:a|an|some|my|the|our|for|next|tomorrows|this) (?:\w+ ){0,3}"
    r"(?:sessions?|talk|workshops?|events?|supervision|papers?|seminars?|lectures?"
    r"|presentations?|days?|training|assembly|course|lesson)"
    r"|digests?|short papers?|two sides|two pager|one pager|handouts?|needs assessment"
    r"|national (?:experts?|study|picture|evidence|report|review)"
    r"|(?:england|uk|national) studies|nationally|what do (?:the )?cases (?:teach|say|tell)"
    r"|should (?:staff|we|people) learn"
    r"|(?:case|report|review|example|summary) (?:\w+ ){0,2}(?:i|we) can (?:use|read|show)"
    r"|titles such as|team day)\b"
)
_ROUTE = re.compile(
    r"\b"
    r"(?:whose|whom|which|whether|is (?:he|she|it|that) covered|has that"
    r"|(?:do you know|tell me) where|what is the (?:term|word|name|number|deadline)"
    r"|what "
    r"(?:team|council|borough|area|authority|partnership|agency|desk|form|service|line|number"
    r"|page|body|one|of you|kind|category|school)"
    r"|who "
    r"(?:sees|leads|decides|tells|gets|has to|needs|must|is told|will|would|deals|takes|owns"
    r"|picks|notifies|refers|reports|to)"
    r"|who (?:do|should|must|can|does) (?:i|we|you|one|a \w+) "
    r"(?:tell|inform|notify|report|refer|contact|speak|write|send|ask|go)"
    r"|where (?:to|do|does|should) (?:\w+ )?(?:refer|report|send|go|it|this|that)|refer or not"
    r"|report or not|or just|or is (?:it|that|this)"
    r"|(?:what|how) (?:do|must|should) (?:we|i) (?:need to|have to|notify|report|send)"
    r"|(?:do|should|must|need) (?:we|i|they|you) (?:to )?"
    r"(?:need|have|also|still|notify|report|refer|tell|send|write)"
    r"|first do what|need telling|one for (?:us|you|the|cdop|lado|a)|land on|ok for reporting"
    r"|enough (?:for|to)"
    r"|(?:does|would|could|might|should|isnt|is|did|do) "
    r"(?:it|this|that|these|those|they|the one) "
    r"(?:still |also |then |be |even |really |not |a |an |the |that )*"
    r"(?:count|qualify|meet|matter|rank|rate|go|fall|apply|serious|grave|harm|abuse|neglect"
    r"|mistreatment|sar|bad|kind|sort|reportable|notifiable|accident|police|one|my|our|your"
    r"|for|in|have|make|mean|change)"
    r"|is not that|for the purposes of|in your sense|is that|what does that mean"
    r"|still (?:ranks?|counts?)|near miss|known to us|lives? (?:here|there|in \w+)"
    r"|placed (?:in|by|there|out)|another (?:borough|area|council)|out of area|visiting from"
    r"|on (?:file|our caseload)|tell (?:ofsted|the panel|the inspectors|the partnership)"
    r"|i would like to know)\b"
    # a clause that turns verb and subject round, or begins with a word that asks
    r"|, (?:(?:so|and|but|or) )?"
    r"(?:(?:is|are|was|were|do|does|did|can|could|may|should|would|will|has|have) "
    r"(?:he|she|it|they|we|i|that|this|there)"
    r"|what|which|how|where|when|who|why) "
)
_CALL_FOR_HELP = re.compile(
    r"\bwho (?:do|should|can) (?:i|we) (?:call|ring|phone|dial)\b(?! about)"
    r"|\bwhat (?:do|should) (?:i|we) do\b"
)
_HAPPENED = re.compile(
    r"(?<!being )(?<!getting )\b"
    r"(?:(?:badly|seriously|critically|severely|gravely|very|life threatening) "
    r"(?:hurt|injur\w+|harmed|burn\w+|ill|beaten|wounded|assaulted)"
    r"|"
    r"(?:hurt|injured|stabbed|attacked|harmed|slashed|knifed|shot|assaulted|beaten|killed"
    r"|drowned|lost|poisoned) "
    r"(?:by|in|after|at|while|there|when|because|with|himself|herself|on holiday)"
    r"|fell (?:off|from|out)|drowned|left (?:disabled|blind|with (?:scars|permanent|brain))"
    r"|paralysed|brain damage\w*|(?:was|were|have|has) been (?:stabbed|hurt|injured|shot)"
    r"|lost (?:the |her |his )?(?:sight|at)|she lost it|was seen"
    r"|had (?:said|told|been|taken|left|posted)|he (?:kicked|pushed|punched) her$"
    r"|tried to (?:end|kill|hang)"
    r"|was (?:hurt|stabbed|attacked|beaten|burned|found|searched|injured|assaulted)"
    r"|went missing|gave birth|remains of|no heartbeat|stamped on her|in (?:hospital|custody)"
    r"|stopped talking|he meant it|an accident|just (?:could not|couldnt) go on|alive but)\b"
)
_BEING_CARED_FOR = re.compile(
    r"\b"
    r"(?:icu|picu|itu|intensive care|ventilat\w+|life support|surgeons?|operat(?:ed|ion)"
    r"|resuscitated|grafts?|critical care|critically ill"
    r"|police (?:are|were|have) (?:with|dealing|there|on|already|involved|taken|arrested)"
    r"|arrested|(?:has|have) been charged"
    r"|in hospital (?:with|after|now|and (?:stable|safe|police)))\b"
)
_OVER = re.compile(
    r"(?<!be )(?<!being )(?<!get )\bkilled\b|^or "
    r"|\b"
    r"(?:no injur\w+(?! but)|pulled through|no (?:concerns|abuse)|unhurt|nobody (?:was )?hurt"
    r"|perfectly (?:well|healthy|fine)|spat it out|tried to end (?:his|her|their) life"
    r"|did not wake up|found (?:on the|hanging|cold|in the (?:river|canal|water))|as an adult"
    r"|not someone under|grown (?:man|woman) with|surgeon is|for ever|caught it at"
    r"|(?:knifed|stabbed|shot|beaten|hurt|injured|starved) after)\b"
)
_A_KIND = re.compile(
    r"(?:^|\b(?:about|on|of|involving|and|or) )(?:\w+ )?"
    r"(?:children|kids|teenagers|teens|boys|girls|babies|toddlers|infants|parents|mothers"
    r"|fathers|adults|families|young people|people|pupils|groups|staff)"
    r" "
    r"(?:who|whose|that|killed|abusing|abused|dying|missing (?:from|in)|hurt by|and their|with"
    r"|exploit\w+|groomed|sold|carrying|harmed)\b"
    r"|^(?:(?:a|the|that|black|young|teenage) )*"
    r"(?:baby|child|girl|boy|infant|toddler|teenager|lad|family|mother|schoolgirl) "
    r"(?:who|that) (?:was|were|swallowed|drowned|\w+ed)\b"
    r"|^(?:\w+ing) (?:parents|mothers|fathers|carers|the child|children)\b"
    r"|\bgangs? (?:exploit\w+|using)\b"
)
_BY_ROLE = re.compile(
    r"\b"
    r"(?:teachers?|teaching assistant|ta|coach|volunteer|colleague|agency \w+|professional"
    r"|staff member|member of staff|youth worker|support worker|escort|driver|imam|priest"
    r"|vicar|leader)\b"
    r"(?: at [\w ]{2,25})?(?: ,)?(?: a)?(?: child| girl| boy| pupil)? (?:who )?"
    r"(?:says (?:he|she) (?:touched|hit|hurt)"
    r"|(?:has |have |had |has been |was |is )?"
    r"(?:slapped|hit|hurt|harmed|hits|smacked|kicked|pushed|grabbed|touched|messaging|messages"
    r"|texting|suspected|turned up drunk|accused|sent))\b"
)
_AS_IT_IS = re.compile(
    r"\b"
    r"(?:he|she|they|dad|mum|stepdad|stepmum|father|mother|man|men|boy|girl|child|baby|ex"
    r"|partner|boyfriend|uncle|lad|kids?|old|parents?|grandma|gran|nan|grandad|carer|brother"
    r"|sister|pupil|son|daughter|resident|excluded|toddler)"
    r" "
    r"(?:(?:is|are) "
    r"(?!,"
    r"|"
    r"(?:at|in|back|now|looked|fine|safe|well|home|alive|killed|placed|perfectly|healthy"
    r"|being (?:looked|cared|treated))\b)"
    r"|(?:has|have) (?:just |pulled|got|locked|taken|gone|come|run|turned)|wont|cant|keeps"
    r"|will (?!walk|be (?:fine|ok|well|told|asked)|have|need|recover)"
    r"|says (?:he|she|they|mum|dad))"
)
_TITLE = re.compile(
    r"(?:(?:the|on|about|and|or|teen|teenage|child|knife|young|people|local|case) )*"
    r"(?:suicidal|suicide|trap (?:house|line)s?|cuckoo\w*|county lines|self harm\w*|overdos\w*"
    r"|abscond\w*|seizures?|choking|grooming|hostage|disclosures?|stabb\w+|bleeding|kidnap\w*"
    r"|missing (?:children|child|girls?|boys?)|domestic (?:abuse|violence))"
    r"(?: (?:teen\w*|young people|children|child|girls?|boys?|learning))?"
)
_CONTRAST = re.compile(
    r"not (?:the|a|an|their|our|his|her|only|domestic|excluded|ours|looked|someone|under|new)\b"
)
_OFF_TOPIC = re.compile(
    r"\b(?:stupid|rubbish|useless) (?:bot|thing|machine|computer|robot)\b"
    r"|\b(?:this|you|the) (?:\w+ )?(?:bot|chatbot|website)\b|\bwhat (?:do|should|can) i type\b"
    r"|\bshut up\b(?! \w+ ?(?:baby|child))|\b(?:baby|girls?|boys?) names?\b"
    r"|\bchild (?:benefit|maintenance|support|minding)\b"
    r"|\b"
    r"(?:homework|careers? advice|consent letter|passport form|potty|weaning|chicken ?pox"
    r"|has a (?:cough|cold)|after (?:the |my |our )?divorce|kill time)\b"
)
_AGAINST_ME = re.compile(
    r"\b"
    r"(?:hits?|hurts?|hitting|hurting|touch(?:es|ed|ing)?|rapes?|raped|beats?|beating|kills?"
    r"|kill|chok\w+|strangl\w+|threatens?|locks?|locked|makes|makes|follow\w*|found|sends?"
    r"|come for|coming for) "
    r"(?:me|us)\b"
    r"|\bi am (?:scared|frightened|afraid|alone|hiding|locked|going to)\b|\bmyself\b"
)

_TOLD_TO_ME = re.compile(
    r"\b"
    r"(?:child|kid|boy|girl|lad|pupil|student|patient|client|resident|year old|young person"
    r"|delegates|mum|dad|mother|father|he|she) "
    r"(?:has |have )?(?:just )?told me\b"
)


def asks_for_learning(text: str) -> bool:
    """The text looks for a review, a report or something to teach with, or names a kind of case."""
    return bool(
        _LEARNING.search(text)
        or is_to_teach_with(text)
        or _A_KIND.search(text)
        or _TITLE.fullmatch(text)
        or _CONTRAST.match(text)
        or _OFF_TOPIC.search(text)
    )


def is_to_teach_with(text: str) -> bool:
    """The text wants something to read or to teach with, so that no day named in it is now."""
    return bool(_TO_TEACH_WITH.search(text))


def asks_for_a_route(text: str) -> bool:
    """The text asks whose it is, whom to tell or whether it counts: not for help at once."""
    return bool(_ROUTE.search(_CALL_FOR_HELP.sub("", text)))


def tells_of_it_as_it_is(sentence: str) -> bool:
    """The sentence tells what somebody does or will do, not what was done or could be."""
    return bool(_AS_IT_IS.search(sentence))


def has_happened(text: str) -> bool:
    """The harm in the text is told as done."""
    return bool(_HAPPENED.search(text))


def is_in_hand(text: str) -> bool:
    """Doctors or the police have the child, or it is a colleague's conduct that is reported."""
    return bool(_BEING_CARED_FOR.search(text) or _OVER.search(text) or _BY_ROLE.search(text))


def is_against_the_writer(text: str) -> bool:
    """The text is written by somebody who is being hurt or is afraid."""
    return bool(_AGAINST_ME.search(text))


def was_told_to_the_writer(text: str) -> bool:
    """Somebody has told the writer of it."""
    return bool(_TOLD_TO_ME.search(text))
