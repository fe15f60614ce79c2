"""Hints of danger about a person in the present: violence, a weapon or fear; or any two.

The patterns of `present_danger` know how danger is usually told. This is for the telling that
nobody foresaw: a child, here, and things that do not belong together.
"""

from __future__ import annotations

import re

_PERSON = re.compile(
    r"\b(?:child|children|kids?|boys?|girls?|baby|toddler|infant|newborn|teen|teenager|lads?|lass|pupil|student|daughter|son|sister|brother"
    r"|niece|nephew|cousin|year old|yp|young (?:person|man|woman|lady)|resident|twins?|little (?:ones?|girl|boy)|kiddies|babys|childs|he|she|they|him|her|his|i am|son|someone|somebody|uncle|nan|gran|stepdad|nephew|tutor|pupils|man|mother|me|patient|client"
    r"|friend|leaver|mum|dad|mother|father|one of|toddlers|babies|teens|teenagers|residents|refugee|lac|cla|uasc|asylum seeker|passenger|nanny|au pair|babysitter|childminder|wife|husband|ex|month|year \d|yr \d|year olds?|class \d|\d+ (?:mth|month|week|wk|yr|year)\w*|my (?:mate|friend|step\w+|carer|dads|mums)|i (?:am|took|have|think|cant|dont|do not|just|cannot|shook|hurt)|wean|son|kids)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|has|have|says|keeps|makes|gets|puts|wont|cant|wants|refuses|takes|just|trying|been|being|looks|smells|stinks|does|goes|comes|lets|leaves|sends|told us|told me|to us|with a|got|here|there|cannot|could not|not|nobody|no one|found|find|took|taken|left|gone|went|ate|swallowed|since|still|again|yet|minutes?|gonna|going|off|out|trapped|stuck|fell|fallen|started|began|stopped|says?|came|coming|thinks?|think|asking|asked|told|said|sent|running|drove|shut|locked|begs|at this|on (?:the )?(?:scene|visit|ward)|home visit|please|pls|i|ive|alive|about to|sat|stood|laid|perched|climbed|slumped|behind the wheel|no inhaler|no insulin|right now|now|just|while|\w{2,}ing)\b"
)

_HINTS: tuple[tuple[str, str], ...] = (
    ("body", r"face|jerking|eyes roll\w*|nosebleed|brething|brethe|movin|moving|blue lips|lips (?:are )?blue|lips|sats|convulsing|fitting|asthma|wheez\w+|allergic|anaphyla\w+|epipen|glucose|diabetic|hypo|heart stopped|cpr|defib\w*|drip|stitches|gurgling|foaming|rigid|stiff|rouse|rousing|sleepy|drowsy|listless|jaundiced|sunken|hot to touch|overheat\w*|heatstroke|hypothermi\w*|frozen|hob|kettle|iron|electrocuted|shock|choke|chokes|grape|button battery|batter(?:y|ies)|magnets?|blood|hurts|black eyes?|limps|wince\w*|bald patch\w*|malnourished|lice|sores|infected|weak|ill|stab wound|gunshot|burst|swelled|miscarr\w+|haemorrh\w+|waters broke|giving birth|split lip|bloody|concuss\w*|unwell|purple|torn|scalded|knocked out|head injury|swelling|gash\w*|dehydrated|skeletal|skinny|covered in|oxygen|breathe|breathing|screws up|hanging funny|poorly|bruis\w+|bleed\w*|blood\w*|burn\w*|scald\w*|wounds?|wrists?|swollen|limping|marks?|scratch\w*|cuts?|broken|fractur\w+|injur\w+|lump|black eye|neck|throat|lips|handprint|bite|welts?|vomit\w*|sick|drows\w+|feverish|lethargic|faint\w*|dizzy|rash|pale|grey|blue|cold|floppy|limp|shivering|soaked|barefoot|labour|seizure"),
    ("want", r"is hungry|are hungry|no (?:grown ?ups?|parents?|insulin|nappies|milk|electric\w*|gas|water|bed)|bins?|soiled|maggots|squalor|mould|rats|needles|eating out|filthy|starv\w+|hungry|thirsty|unfed|neglected|dirty|no (?:food|shoes|coat|clothes|heating|adults?|one)|underweight|emaciated|nappy|feed|feeding|insulin|inhaler|medication|hospital"),
    ("fear", r"feel safe|cower\w*|freez\w+|wary|dread\w*|mouthed|pleading|pleads|do not want (?:to (?:go|see|live|be)|him|her|them|me)|does not want|wont go|cant go|not send (?:me|him|her|them|us)|worried (?:about|sick)|something bad|devil|hidden|hovering|answering for|scared|afraid|frightened|terrified|petrified|crying|cries|sobbing|shaking|trembling|begs?|begg\w+|hiding|hides|hid|clinging|holding on to|screams?|screaming|panick\w*|asking for help|help me|flinch\w*|wetting|whisper\w*|worried for|desperate|distress\w*|secret|do not tell|make (?:me|him|her) go|find out"),
    ("alone", r"asleep in|sleeping in (?:a|the|her|his) (?:car|shed|boiler|park|doorway|stairwell|garage|cellar|loft|bus|stairs)|told (?:her|him|them) to wait|suitcase|cuffed|hob is on|hot car|nobody about|no(?:body| one) about|no (?:adult|grown|parent|carer|staff|one)\w*|on (?:the|a|an) (?:a\d+|m\d+|dual carriageway)|left (?:behind|outside|inside|one)|walking along|walking the streets|in socks|in a nappy|in the bin|bin shed|in a bag|on the step|doorstep|foundling|shut out|outside in|unlocked|door (?:wide )?open|unsecured|nobody (?:is )?in|by itself|waiting alone|not been collected|uncollected|strapped in|in the boot|parents nowhere|dumped|runaway|in (?:his|her) pyjamas|alone|on (?:his|her|their|my) own|wandering|unattended|unsupervised|(?:nobody|no one) (?:with|there|home|has been home)|no adults?|by (?:him|her|them|my)sel\w+|abandoned|left (?:in|with|at|on)|lost|nowhere|homeless|sleeping rough|stranded"),
    ("gone", r"mia|off (?:snap|insta|tiktok|roblox|discord|an? app|the internet|online)|is meeting|meeting (?:\w+ ){1,3}(?:off|from|tonight|today|after school)|phone dead|boot of|driven (?:to|off|away)|drove off|sneaked out|snuck out|out the window|off to syria|syria|heathrow|gatwick|luton|stansted|dover|ferry|eurostar|passports?|coach station|snapchat|roblox|discord|fortnite|instagram|insta|tiktok|whatsapp|kik|telegram|merc|uber|lift from|court order|not allowed|contact order|out of prison|released|on tag|refuge|found (?:us|me|her|them|the refuge)|asking for (?:her|him|them|me)|looking for|isnt (?:her|his|my)|is not (?:her|his|my) (?:dad|mum|father|mother|uncle)|another house|ran (?:off|out|away)|runaways?|running|escaped|legged it|hiding|gretna|wont say where|not say where|wrong (?:child|adult|man|person)|picked up by|took the (?:kids|children|baby|bairns)|taken the|off the ward|be cut|cutting season|ceremony|nikah|nikkah|flights?|wedding|meet(?:ing)? (?:at|him|her|up|a)|wants to meet|in a car with|(?:two|three|some|several|older|grown) (?:men|man|blokes?|guys?)|driving past|follow\w*|offering|tag|bail|moved back in|sex offender|not collected|no one has|nobody has|phone goes|not answering|airport|flight|abroad|married|marry|brothel|prostitut\w*|hotel|trap house|held in|bando|missing|gone|vanished|disappeared|bundled|into a (?:car|van|taxi)|van|taxi|taken (?:our|my|the|her|him|them)|not back|phone (?:is )?off|older (?:man|men|male|boyfriend|guy|lad)|strange (?:man|woman|men|car)|stranger|never see"),
    ("violence", r"do (?:me|her|him|us|them) in|cuffed|dog attack|let go|hold of|pulled (?:a|the|her|him|into)|mauling|swung at|headbutt\w*|scream\w* at|throttl\w*|kneel\w* on|sits? on|sat on|lobbed|chuck\w*|launched|flung|hurling|hurled|pelted|scratched|bit|bites|biting|dog has|mauled|savag\w+|dog cage|in (?:a|the) cage|shed|handcuff\w*|cable tied|gripping|gripped|grip|armlock|headlock|hitman|kick off|kicking off|kicked off|going for (?:him|her|them|me)|laying into|lays into|leathering|braying|burnt|burned|scald\w*|trapped|stuck|crushed|under (?:a|the) (?:car|bus|train|lorry)|wrong hands|shank\w*|juk(?:ed|ing)|thump\w*|whack\w*|bash\w*|clout\w*|whip\w*|smack\w*|spank\w*|shaken|poison\w*|drown\w*|smother\w*|suffocat\w*|under (?:the )?water|oven|freezer|boiling|sacrific\w*|possessed|exorcis\w*|witch\w*|demons?|tortur\w+|gagged|blindfold\w*|hostage|held (?:in|at|against)|caged?|cellar|pinned|hands round|molest\w*|rap(?:ed|es|ing)|shot|shoot\w*|stamp\w* on|pulled by|hit|hits|hitting|slap\w*|punch\w*|kick\w*|beat|beats|beating|beaten|shov\w+|push\w*|drag\w*|throw\w*|threw|thrown|dropped|shout\w*|yell\w*|smash\w*|swearing|violent|aggressive|attack\w*|chok\w+|strangl\w*|stab\w*|hurt\w*|kill(?!ing (?:me|us)\b)\w*|threat\w*|fight\w*|pillow|belt|rage|furious|shut (?:him|her|it) up|held down|pinned|tied|locked(?! out of (?:mosaic|the (?:system|portal)|my (?:account|laptop)))|chained|trapped|grabb\w+|jumped|batter\w*|abus\w+"),
    ("weapon", r"zombie|samurai|sword|crossbow|bb gun|air rifle|pistol|shotgun|grenade|bomb|bottle|brick|bricks|hatchet|axe|screwdriver|needle|syringe|taser|molotov|firework\w*|fire|on fire|chip pan|flames|smoke|gas|petrol|exploded|knife|knives|blade|razor\w*|gun|machete|hammer|bat|acid|petrol|lighter|matches|rope|scissors|pimp|gang|dealers?|debt|county lines|traffick\w+|ransom"),
    ("height", r"multi ?storey|railings|parapet|scaffold\w*|crane|sill|tracks|train|tram|line|quarry|weir|lake|sea|pool|lock|well|drain|ice|deep end|bath|tide|current|pier|harbour|wheel of|driving|slumped|seat ?belt|crash(?:ed)?|roof|bridge|ledge|balcony|window|tracks|railway|platform|cliff|road|motorway|river|canal|pond|jump\w*|dangl\w+|climb\w+|beachy head"),
    ("drink", r"pissed|plastered|hammered|legless|slurring|staggering|swaying|unsteady|wrecked|gone on|spaced out|out cold|comatose|slumped|od|ods|odd|vodka|whisky|wine|gin|vape|thc|edibles?|gummies|mdma|pills?|ate (?:a|the|something|some)|eaten|necked|weed killer|antifreeze|white spirit|calpol|dishwasher|pod|tripping|off (?:his|her) (?:face|head)|hungover|asleep on|drunk|drink|drinking|high on|is high|on (?:ket|crack|coke|heroin|spice|drugs|something)|stoned|wasted|cocaine|heroin|crack|ketamine|methadone|spice|smell(?:s|ing) of|stinks|passed out|needles?|pills|tablets|swallowed|overdos\w*|bleach|drugs"),
    ("sexual", r"his thing|her mouth|mouth|pants|knickers|trousers|privates|down there|gets in(?:to)? bed|in (?:with|bed with)|sleeps with|nudes|sextort\w*|blackmail\w*|share the (?:photos|pictures|video)|live ?stream\w*|filming|films|sugar daddy|punters|clients|massage|escort\w*|abus\w+|bad touch|rude things?|cuddles?|secret|comes? in my room|coming in my room|sweets|foo foo|nappy|hands (?:in|down|up)|willy|penis|vagina|fondl\w*|strip\w*|porn\w*|onlyfans|shares? (?:a|her|his) (?:room|bed)|lap|fingers?|getting changed|get changed|does stuff|do stuff|does things|do things|sexual\w*|touch\w*|rap(?:e|ed|es|ing)|naked|nudes?|undress\w*|pictures|photos|images|videos?|in bed|into bed|in(?:to)? (?:her|his|my|their) (?:bed|room|bedroom)|sleeping with|sex|pregnant|kiss\w*|groom\w*|molest\w*|private parts?|bottom|shower|webcam|coach|boyfriend"),
    ("telling", r"told (?:ta|a|my)|telling|blurted|writes|wrote|note|letter|text(?:s|ed)?|posted|message[ds]?|dm|voicemail|call(?:s|ed|er)|told (?:me|us|the|her|his|staff|midwife|teacher)|disclos\w+|says|said|saying|admitted|confess\w*|texted|messaged|rang|rung|showed (?:me|us)|confided"),
    ("here", r"kids inside|still inside|inside the|in our \w+|at (?:school|nursery|reception|work|our|the till)|checkout|counter|desk|upstairs|downstairs|next door|in the building|in the street|in the park|on scene|on site|on the ward|in the surgery|in the chair|in store|on (?:my|our) (?:bus|train|caseload)|home visit|hv|paramedic|tgo|scene|yet|still|in the (?:garden|house|flat)|here|in front of me|in my (?:office|class|room|clinic|car)|with me|outside|at the (?:door|gate|desk|gates)|reception|car park|in the (?:toilets?|playground|waiting room|car|cupboard)|walked in on|i can (?:see|hear)|looking at|right now|now|tonight|on the phone|as we speak|just|today|this morning|this afternoon"),
    ("die", r"is the day|bye|love (?:her|you|him|them) bye|has(?:nt| not) got out of bed|be gone|gone quiet|gone still|went quiet|flatlin\w*|not wak\w+|noose|ligature|hung|by the time you read|last words|sorry for everything|wont be here|none of us will|will not be here|no point|end things|heart (?:has )?stopped|stopped|not breath\w*|no breath\w*|dying|life ?less|passing out|passes out|sleeping forever|done with life|kms|unalive|cant (?:do|take|go on|cope) ?(?:this|it|with)?|thanks for everything|not moving|not responding|lifeless|no pulse|stopped moving|better off (?:dead|without)|shes gone limp|seizures?|wont wake|not waking|sos|suicid\w*|die|end (?:it|her|his|my)|goodbye|self harm\w*|slash\w+|hang\w*|be alive|wake up|want to live|not breathing|unconscious|collapsed|unresponsive"),
    ("home", r"go(?:ing)? home|send (?:me|him|her) home|go back|ring home|call home|refus\w+|wont (?:let|open|leave|come|wake|feed)|collect|pick up|discharge"),
)  # fmt: skip
_A_CHILD = re.compile(
    r"\b(?:child|kid|(?:the|my|our|her|his|two|three|four|hear|these) (?:kids|children|kiddies|yps)|boy|girl|baby|toddler|newborn|teen|lad|lass|lassie|pupil|daughter|son|sister|brother|year old|yp|young (?:person|man|woman)|little ones?|twins?|he|she|they|wee (?:one|yin|boy|girl|lad|lassie)|\d{1,2} (?:f|m))\b"
)
_HERE_AND_NOW = re.compile(
    r"\b(?:is|are|has|have|says|keeps|wont|cant|wants|just|here|found|i|my|we|on|in|at|with|no|not|nobody|since|\w{3,}ing)\b"
)
_SPOKEN_OF = re.compile(
    r"\b(?:who|which|what|how|cases?|reports?|local|national|agency|agencies|meeting|conference|plans?|records?|letter|minutes of|chair|team|manager|notes|form|consent|share|information|data|adopted|years|last|next|month|was|were|had|did|papers?|study|evidence"
    r"|numbers|rates?|croydon|lambeth|council|known|open|closed|caseload|checks|process|duty|ended|killed|died|drowned|harmed|injured|recover|recovery|coma|sentenced|custody|prison|impact|recommendations|quality|services|wheelchair|boarding|feeding tube|referral|therapy|unborn|pin this|old page"
    r"|placements?|care for|conduct|concern about|vulnerable adult|not a child|child [a-z]|no injuries|sleep through|appointments|crisis|say|count|start\w*|settled|happy|fine|safe now|nursery place|school place|weeks|term|birthday|ill with|cancer|diagnos\w*|expected|condition)\b"
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _HINTS)
_WEAK = frozenset({"here", "telling", "home", "want"})
_ALONE = frozenset(
    {"violence", "weapon", "fear", "die", "alone", "body", "drink", "sexual", "height", "gone"}
)
_NEED_NO_VERB = frozenset({"here", "alone", "drink"})
_SEEN = frozenset({"body", "want", "drink", "height", "weapon", "alone", "gone", "here"})
_ENOUGH = 2
_MORE_THAN_A_TOPIC = 5


def hints_at_danger(sentence: str) -> bool:
    """The sentence tells of a person in the present, with a hint that weighs, or two."""
    if not _PERSON.search(sentence):
        return False
    found = [kind for kind, pattern in _KINDS if pattern.search(sentence)]
    weighty = not _ALONE.isdisjoint(found) or len(found) >= _ENOUGH
    if not weighty or _WEAK.issuperset(found):
        return False
    if len(_SEEN.intersection(found)) >= _ENOUGH:
        return True
    return not _NEED_NO_VERB.isdisjoint(found) or bool(_PRESENT.search(sentence))


def tells_of_a_child_now(sentence: str) -> bool:
    """The sentence tells of one child, here and now, and of nothing that belongs to the work."""
    return (
        len(sentence.split()) >= _MORE_THAN_A_TOPIC
        and bool(_A_CHILD.search(sentence))
        and bool(_HERE_AND_NOW.search(sentence))
        and not _SPOKEN_OF.search(sentence)
    )
