"""Hints of danger about a person in the present: violence, a weapon or fear; or any two.

The patterns of `present_danger` know how danger is usually told. This is for the telling that
nobody foresaw: a child, here, and things that do not belong together.
"""

from __future__ import annotations

import re

_PERSON = re.compile(
    r"\b(?:child|children|kids?|boys?|girls?|baby|toddler|infant|newborn|teen|teenager|lads?|lass|pupil|student|daughter|son|sister|brother"
    r"|niece|nephew|cousin|year old|yp|young (?:person|man|woman|lady)|resident|twins?|little (?:one|girl|boy)|babys|childs|he|she|they|him|her|his|i am|son|someone|somebody|uncle|nan|gran|stepdad|nephew|tutor|pupils|man|mother|me|patient|client"
    r"|friend|leaver|mum|dad|mother|father|one of)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|has|have|says|keeps|makes|gets|puts|wont|cant|wants|refuses|takes|just|trying|been|being|looks|smells|stinks|does|goes|comes|lets|leaves|sends|told us|told me|to us|with a|got|\w{2,}ing)\b"
)

_HINTS: tuple[tuple[str, str], ...] = (
    ("body", r"split lip|bloody|concuss\w*|unwell|purple|torn|scalded|knocked out|head injury|swelling|gash\w*|dehydrated|skeletal|skinny|covered in|oxygen|breathe|breathing|screws up|hanging funny|poorly|bruis\w+|bleed\w*|blood\w*|burn\w*|scald\w*|wounds?|wrists?|swollen|limping|marks?|scratch\w*|cuts?|broken|fractur\w+|injur\w+|lump|black eye|neck|throat|lips|handprint|bite|welts?|vomit\w*|sick|drows\w+|feverish|lethargic|faint\w*|dizzy|rash|pale|grey|blue|cold|floppy|limp|shivering|soaked|barefoot|labour|seizure"),
    ("want", r"filthy|starv\w+|hungry|thirsty|unfed|neglected|dirty|no (?:food|shoes|coat|clothes|heating|adults?|one)|underweight|emaciated|nappy|feed|feeding|insulin|inhaler|medication|hospital"),
    ("fear", r"devil|hidden|hovering|answering for|scared|afraid|frightened|terrified|petrified|crying|cries|sobbing|shaking|trembling|begg?\w*|hiding|hides|hid|clinging|holding on to|screams?|screaming|panick\w*|asking for help|help me|flinch\w*|wetting|whisper\w*|worried for|desperate|distress\w*|secret|do not tell|make (?:me|him|her) go|find out"),
    ("alone", r"dumped|runaway|in (?:his|her) pyjamas|alone|on (?:his|her|their|my) own|wandering|unattended|unsupervised|(?:nobody|no one) (?:with|there|home|has been home)|no adults?|by (?:him|her|them|my)sel\w+|abandoned|left (?:in|with|at|on)|lost|nowhere|homeless|sleeping rough|stranded"),
    ("gone", r"flights?|wedding|meet(?:ing)? (?:at|him|her|up|a)|wants to meet|in a car with|(?:two|three|some|several|older|grown) (?:men|man|blokes?|guys?)|driving past|follow\w*|offering|tag|bail|moved back in|sex offender|not collected|no one has|nobody has|phone goes|not answering|airport|flight|abroad|married|marry|brothel|prostitut\w*|hotel|trap house|held in|bando|missing|gone|vanished|disappeared|bundled|into a (?:car|van|taxi)|van|taxi|taken (?:our|my|the|her|him|them)|not back|phone (?:is )?off|older (?:man|men|male|boyfriend|guy|lad)|strange (?:man|woman|men|car)|stranger|never see"),
    ("violence", r"shank\w*|juk(?:ed|ing)|thump\w*|whack\w*|bash\w*|clout\w*|whip\w*|smack\w*|spank\w*|shaken|poison\w*|drown\w*|smother\w*|suffocat\w*|under (?:the )?water|oven|freezer|boiling|sacrific\w*|possessed|exorcis\w*|witch\w*|demons?|tortur\w+|gagged|blindfold\w*|hostage|held (?:in|at|against)|caged?|cellar|pinned|hands round|molest\w*|rap(?:ed|es|ing)|shot|shoot\w*|stamp\w* on|pulled by|hit|hits|hitting|slap\w*|punch\w*|kick\w*|beat|beats|beating|beaten|shov\w+|push\w*|drag\w*|throw\w*|threw|thrown|dropped|shout\w*|yell\w*|smash\w*|swearing|violent|aggressive|attack\w*|chok\w+|strangl\w*|stab\w*|hurt\w*|kill(?!ing (?:me|us)\b)\w*|threat\w*|fight\w*|pillow|belt|rage|furious|shut (?:him|her|it) up|held down|pinned|tied|locked(?! out of (?:mosaic|the (?:system|portal)|my (?:account|laptop)))|chained|trapped|grabb\w+|jumped|batter\w*|abus\w+"),
    ("weapon", r"knife|knives|blade|razor\w*|gun|machete|hammer|bat|acid|petrol|lighter|matches|rope|scissors|pimp|gang|dealers?|debt|county lines|traffick\w+|ransom"),
    ("height", r"roof|bridge|ledge|balcony|window|tracks|railway|platform|cliff|road|motorway|river|canal|pond|jump\w*|dangl\w+|climb\w+|beachy head"),
    ("drink", r"tripping|off (?:his|her) (?:face|head)|hungover|asleep on|drunk|drink|drinking|high on|is high|on (?:ket|crack|coke|heroin|spice|drugs|something)|stoned|wasted|cocaine|heroin|crack|ketamine|methadone|spice|smell(?:s|ing) of|stinks|passed out|needles?|pills|tablets|swallowed|overdos\w*|bleach|drugs"),
    ("sexual", r"sweets|foo foo|nappy|hands (?:in|down|up)|willy|penis|vagina|fondl\w*|strip\w*|porn\w*|onlyfans|shares? (?:a|her|his) (?:room|bed)|lap|fingers?|getting changed|get changed|does stuff|do stuff|does things|do things|sexual\w*|touch\w*|rap(?:e|ed|es|ing)|naked|nudes?|undress\w*|pictures|photos|images|videos?|in bed|into bed|in(?:to)? (?:her|his|my|their) (?:bed|room|bedroom)|sleeping with|sex|pregnant|kiss\w*|groom\w*|molest\w*|private parts?|bottom|shower|webcam|coach|boyfriend"),
    ("telling", r"told (?:me|us|the|her|his|staff|midwife|teacher)|disclos\w+|says|said|saying|admitted|confess\w*|texted|messaged|rang|rung|showed (?:me|us)|confided"),
    ("here", r"in the (?:garden|house|flat)|here|in front of me|in my (?:office|class|room|clinic|car)|with me|outside|at the (?:door|gate|desk|gates)|reception|car park|in the (?:toilets?|playground|waiting room|car|cupboard)|walked in on|i can (?:see|hear)|looking at|right now|now|tonight|on the phone|as we speak|just|today|this morning|this afternoon"),
    ("die", r"cant (?:do|take|go on|cope) ?(?:this|it|with)?|thanks for everything|not moving|not responding|lifeless|no pulse|stopped moving|better off (?:dead|without)|shes gone limp|seizures?|wont wake|not waking|sos|suicid\w*|die|end (?:it|her|his|my)|goodbye|self harm\w*|slash\w+|hang\w*|be alive|wake up|want to live|not breathing|unconscious|collapsed|unresponsive"),
    ("home", r"go(?:ing)? home|send (?:me|him|her) home|go back|ring home|call home|refus\w+|wont (?:let|open|leave|come|wake|feed)|collect|pick up|discharge"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _HINTS)
_WEAK = frozenset({"here", "telling", "home", "want"})
_ALONE = frozenset({"violence", "weapon", "fear", "die", "alone", "body", "drink", "sexual"})
_NEED_NO_VERB = frozenset({"here", "alone", "drink"})
_ENOUGH = 2


def hints_at_danger(sentence: str) -> bool:
    """The sentence tells of a person in the present, with a hint that weighs, or two."""
    if not _PERSON.search(sentence):
        return False
    found = [kind for kind, pattern in _KINDS if pattern.search(sentence)]
    weighty = not _ALONE.isdisjoint(found) or len(found) >= _ENOUGH
    if not weighty or _WEAK.issuperset(found):
        return False
    return not _NEED_NO_VERB.isdisjoint(found) or bool(_PRESENT.search(sentence))
