"""Hints of danger: words of violence, fear, a weapon, a child alone, and of where and how one tells.

None is danger by itself; what each weighs beside the other signs is learned.
"""

from __future__ import annotations

import re

_HINTS: tuple[tuple[str, str], ...] = (
    (
        "body",
        (
            r"face|jerking|eyes roll\w*|nosebleed|brething|brethe|movin|moving|blue lips"
            r"|lips (?:are )?blue|lips|sats|convulsing|fitting|asthma|wheez\w+|allergic|anaphyla\w+"
            r"|epipen|glucose|diabetic|hypo|heart stopped|cpr|defib\w*|drip|stitches|gurgling|foaming"
            r"|rigid|stiff|rouse|rousing|sleepy|drowsy|listless|jaundiced|sunken|hot to touch"
            r"|overheat\w*|heatstroke|hypothermi\w*|frozen|hob|kettle|iron|electrocuted|shock|choke"
            r"|chokes|grape|button battery|batter(?:y|ies)|magnets?|blood|hurts|black eyes?|limps"
            r"|wince\w*|bald patch\w*|malnourished|lice|sores|infected|weak|ill|stab wound|gunshot"
            r"|burst|swelled|miscarr\w+|haemorrh\w+|waters broke|giving birth|split lip|bloody"
            r"|concuss\w*|unwell|purple|torn|scalded|knocked out|head injury|swelling|gash\w*"
            r"|dehydrated|skeletal|skinny|covered in|oxygen|breathe|breathing|screws up|hanging funny"
            r"|poorly|bruis\w+|bleed\w*|blood\w*|burn\w*|scald\w*|wounds?|wrists?|swollen|limping"
            r"|marks?|scratch\w*|cuts?|broken|fractur\w+|injur\w+|lump|black eye|neck|throat|lips"
            r"|handprint|bite|welts?|vomit\w*|sick|drows\w+|feverish|lethargic|faint\w*|dizzy|rash"
            r"|pale|grey|blue|cold|floppy|limp|shivering|soaked|barefoot|labour|seizure"
        ),
    ),
    (
        "want",
        (
            r"is hungry|are hungry"
            r"|no (?:grown ?ups?|parents?|insulin|nappies|milk|electric\w*|gas|water|bed)|bins?|soiled"
            r"|maggots|squalor|mould|rats|needles|eating out|filthy|starv\w+|hungry|thirsty|unfed"
            r"|neglected|dirty|no (?:food|shoes|coat|clothes|heating|adults?|one)|underweight"
            r"|emaciated|nappy|feed|feeding|insulin|inhaler|medication|hospital"
        ),
    ),
    (
        "fear",
        (
            r"feel safe|cower\w*|freez\w+|wary|dread\w*|mouthed|pleading|pleads"
            r"|do not want (?:to (?:go|see|live|be)|him|her|them|me)|does not want|wont go|cant go"
            r"|not send (?:me|him|her|them|us)|worried (?:about|sick)|something bad|devil|hidden"
            r"|hovering|answering for|scared|afraid|frightened|terrified|petrified|crying|cries"
            r"|sobbing|shaking|trembling|begs?|begg\w+|hiding|hides|hid|clinging|holding on to"
            r"|screams?|screaming|panick\w*|asking for help|help me|flinch\w*|wetting|whisper\w*"
            r"|worried for|desperate|distress\w*|secret|do not tell|make (?:me|him|her) go|find out"
        ),
    ),
    (
        "alone",
        (
            r"asleep in"
            r"|sleeping in (?:a|the|her|his) "
            r"(?:car|shed|boiler|park|doorway|stairwell|garage|cellar|loft|bus|stairs)"
            r"|told (?:her|him|them) to wait|suitcase|cuffed|hob is on|hot car|nobody about"
            r"|no(?:body| one) about|no (?:adult|grown|parent|carer|staff|one)\w*"
            r"|on (?:the|a|an) (?:a\d+|m\d+|dual carriageway)|left (?:behind|outside|inside|one)"
            r"|walking along|walking the streets|in socks|in a nappy|in the bin|bin shed|in a bag"
            r"|on the step|doorstep|foundling|shut out|outside in|unlocked|door (?:wide )?open"
            r"|unsecured|nobody (?:is )?in|by itself|waiting alone|not been collected|uncollected"
            r"|strapped in|in the boot|parents nowhere|dumped|runaway|in (?:his|her) pyjamas|alone"
            r"|on (?:his|her|their|my) own|wandering|unattended|unsupervised"
            r"|(?:nobody|no one) (?:with|there|home|has been home)|no adults?"
            r"|by (?:him|her|them|my)sel\w+|abandoned|left (?:in|with|at|on)|lost|nowhere|homeless"
            r"|sleeping rough|stranded"
        ),
    ),
    (
        "gone",
        (
            r"mia|off (?:snap|insta|tiktok|roblox|discord|an? app|the internet|online)|is meeting"
            r"|meeting (?:\w+ ){1,3}(?:off|from|tonight|today|after school)|phone dead|boot of"
            r"|driven (?:to|off|away)|drove off|sneaked out|snuck out|out the window|off to syria"
            r"|syria|heathrow|gatwick|luton|stansted|dover|ferry|eurostar|passports?|coach station"
            r"|snapchat|roblox|discord|fortnite|instagram|insta|tiktok|whatsapp|kik|telegram|merc|uber"
            r"|lift from|court order|not allowed|contact order|out of prison|released|on tag|refuge"
            r"|found (?:us|me|her|them|the refuge)|asking for (?:her|him|them|me)|looking for"
            r"|isnt (?:her|his|my)|is not (?:her|his|my) (?:dad|mum|father|mother|uncle)|another house"
            r"|ran (?:off|out|away)|runaways?|running|escaped|legged it|hiding|gretna|wont say where"
            r"|not say where|wrong (?:child|adult|man|person)|picked up by"
            r"|took the (?:kids|children|baby|bairns)|taken the|off the ward|be cut|cutting season"
            r"|ceremony|nikah|nikkah|flights?|wedding|meet(?:ing)? (?:at|him|her|up|a)|wants to meet"
            r"|in a car with|(?:two|three|some|several|older|grown) (?:men|man|blokes?|guys?)"
            r"|driving past|follow\w*|offering|tag|bail|moved back in|sex offender|not collected"
            r"|no one has|nobody has|phone goes|not answering|airport|flight|abroad|married|marry"
            r"|brothel|prostitut\w*|hotel|trap house|held in|bando|missing|gone|vanished|disappeared"
            r"|bundled|into a (?:car|van|taxi)|van|taxi|taken (?:our|my|the|her|him|them)|not back"
            r"|phone (?:is )?off|older (?:man|men|male|boyfriend|guy|lad)"
            r"|strange (?:man|woman|men|car)|stranger|never see"
        ),
    ),
    (
        "violence",
        (
            r"do (?:me|her|him|us|them) in|cuffed|dog attack|let go|hold of"
            r"|pulled (?:a|the|her|him|into)|mauling|swung at|headbutt\w*|scream\w* at|throttl\w*"
            r"|kneel\w* on|sits? on|sat on|lobbed|chuck\w*|launched|flung|hurling|hurled|pelted"
            r"|scratched|bit|bites|biting|dog has|mauled|savag\w+|dog cage|in (?:a|the) cage|shed"
            r"|handcuff\w*|cable tied|gripping|gripped|grip|armlock|headlock|hitman|kick off"
            r"|kicking off|kicked off|going for (?:him|her|them|me)|laying into|lays into|leathering"
            r"|braying|burnt|burned|scald\w*|trapped|stuck|crushed"
            r"|under (?:a|the) (?:car|bus|train|lorry)|wrong hands|shank\w*|juk(?:ed|ing)|thump\w*"
            r"|whack\w*|bash\w*|clout\w*|whip\w*|smack\w*|spank\w*|shaken|poison\w*|drown\w*"
            r"|smother\w*|suffocat\w*|under (?:the )?water|oven|freezer|boiling|sacrific\w*|possessed"
            r"|exorcis\w*|witch\w*|demons?|tortur\w+|gagged|blindfold\w*|hostage"
            r"|held (?:in|at|against)|caged?|cellar|pinned|hands round|molest\w*|rap(?:ed|es|ing)|shot"
            r"|shoot\w*|stamp\w* on|pulled by|hit|hits|hitting|slap\w*|punch\w*|kick\w*|beat|beats"
            r"|beating|beaten|shov\w+|push\w*|drag\w*|throw\w*|threw|thrown|dropped|shout\w*|yell\w*"
            r"|smash\w*|swearing|violent|aggressive|attack\w*|chok\w+|strangl\w*|stab\w*|hurt\w*"
            r"|kill(?!ing (?:me|us)\b)\w*|threat\w*|fight\w*|pillow|belt|rage|furious"
            r"|shut (?:him|her|it) up|held down|pinned|tied"
            r"|locked(?! out of (?:mosaic|the (?:system|portal)|my (?:account|laptop)))|chained"
            r"|trapped|grabb\w+|jumped|batter\w*|abus\w+"
        ),
    ),
    (
        "weapon",
        (
            r"zombie|samurai|sword|crossbow|bb gun|air rifle|pistol|shotgun|grenade|bomb|bottle|brick"
            r"|bricks|hatchet|axe|screwdriver|needle|syringe|taser|molotov|firework\w*|fire|on fire"
            r"|chip pan|flames|smoke|gas|petrol|exploded|knife|knives|blade|razor\w*|gun|machete"
            r"|hammer|bat|acid|petrol|lighter|matches|rope|scissors|pimp|gang|dealers?|debt"
            r"|county lines|traffick\w+|ransom"
        ),
    ),
    (
        "height",
        (
            r"multi ?storey|railings|parapet|scaffold\w*|crane|sill|tracks|train|tram|line|quarry|weir"
            r"|lake|sea|pool|lock|well|drain|ice|deep end|bath|tide|current|pier|harbour|wheel of"
            r"|driving|slumped|seat ?belt|crash(?:ed)?|roof|bridge|ledge|balcony|window|tracks|railway"
            r"|platform|cliff|road|motorway|river|canal|pond|jump\w*|dangl\w+|climb\w+|beachy head"
        ),
    ),
    (
        "drink",
        (
            r"pissed|plastered|hammered|legless|slurring|staggering|swaying|unsteady|wrecked|gone on"
            r"|spaced out|out cold|comatose|slumped|od|ods|odd|vodka|whisky|wine|gin|vape|thc|edibles?"
            r"|gummies|mdma|pills?|ate (?:a|the|something|some)|eaten|necked|weed killer|antifreeze"
            r"|white spirit|calpol|dishwasher|pod|tripping|off (?:his|her) (?:face|head)|hungover"
            r"|asleep on|drunk|drink|drinking|high on|is high"
            r"|on (?:ket|crack|coke|heroin|spice|drugs|something)|stoned|wasted|cocaine|heroin|crack"
            r"|ketamine|methadone|spice|smell(?:s|ing) of|stinks|passed out|needles?|pills|tablets"
            r"|swallowed|overdos\w*|bleach|drugs"
        ),
    ),
    (
        "sexual",
        (
            r"his thing|her mouth|mouth|pants|knickers|trousers|privates|down there|gets in(?:to)? bed"
            r"|in (?:with|bed with)|sleeps with|nudes|sextort\w*|blackmail\w*"
            r"|share the (?:photos|pictures|video)|live ?stream\w*|filming|films|sugar daddy|punters"
            r"|clients|massage|escort\w*|abus\w+|bad touch|rude things?|cuddles?|secret"
            r"|comes? in my room|coming in my room|sweets|foo foo|nappy|hands (?:in|down|up)|willy"
            r"|penis|vagina|fondl\w*|strip\w*|porn\w*|onlyfans|shares? (?:a|her|his) (?:room|bed)|lap"
            r"|fingers?|getting changed|get changed|does stuff|do stuff|does things|do things"
            r"|sexual\w*|touch\w*|rap(?:e|ed|es|ing)|naked|nudes?|undress\w*|pictures|photos|images"
            r"|videos?|in bed|into bed|in(?:to)? (?:her|his|my|their) (?:bed|room|bedroom)"
            r"|sleeping with|sex|pregnant|kiss\w*|groom\w*|molest\w*|private parts?|bottom|shower"
            r"|webcam|coach|boyfriend"
        ),
    ),
    (
        "telling",
        (
            r"told (?:ta|a|my)|telling|blurted|writes|wrote|note|letter|text(?:s|ed)?|posted"
            r"|message[ds]?|dm|voicemail|call(?:s|ed|er)"
            r"|told (?:me|us|the|her|his|staff|midwife|teacher)|disclos\w+|says|said|saying|admitted"
            r"|confess\w*|texted|messaged|rang|rung|showed (?:me|us)|confided"
        ),
    ),
    (
        "here",
        (
            r"kids inside|still inside|inside the|in our \w+"
            r"|at (?:school|nursery|reception|work|our|the till)|checkout|counter|desk|upstairs"
            r"|downstairs|next door|in the building|in the street|in the park|on scene|on site"
            r"|on the ward|in the surgery|in the chair|in store|on (?:my|our) (?:bus|train|caseload)"
            r"|home visit|hv|paramedic|tgo|scene|yet|still|in the (?:garden|house|flat)|here"
            r"|in front of me|in my (?:office|class|room|clinic|car)|with me|outside"
            r"|at the (?:door|gate|desk|gates)|reception|car park"
            r"|in the (?:toilets?|playground|waiting room|car|cupboard)|walked in on"
            r"|i can (?:see|hear)|looking at|right now|now|tonight|on the phone|as we speak|just|today"
            r"|this morning|this afternoon"
        ),
    ),
    (
        "die",
        (
            r"is the day|bye|love (?:her|you|him|them) bye|has(?:nt| not) got out of bed|be gone"
            r"|gone quiet|gone still|went quiet|flatlin\w*|not wak\w+|noose|ligature|hung"
            r"|by the time you read|last words|sorry for everything|wont be here|none of us will"
            r"|will not be here|no point|end things|heart (?:has )?stopped|stopped|not breath\w*"
            r"|no breath\w*|dying|life ?less|passing out|passes out|sleeping forever|done with life"
            r"|kms|unalive|cant (?:do|take|go on|cope) ?(?:this|it|with)?|thanks for everything"
            r"|not moving|not responding|lifeless|no pulse|stopped moving|better off (?:dead|without)"
            r"|shes gone limp|seizures?|wont wake|not waking|sos|suicid\w*|die|end (?:it|her|his|my)"
            r"|goodbye|self harm\w*|slash\w+|hang\w*|be alive|wake up|want to live|not breathing"
            r"|unconscious|collapsed|unresponsive"
        ),
    ),
    (
        "home",
        (
            r"go(?:ing)? home|send (?:me|him|her) home|go back|ring home|call home|refus\w+"
            r"|wont (?:let|open|leave|come|wake|feed)|collect|pick up|discharge"
        ),
    ),
)
_KINDS = tuple((kind, re.compile(rf" (?:{words})\b")) for kind, words in _HINTS)


def hints_in(text: str) -> list[str]:
    """The kinds of hint that a text in plain words holds."""
    spaced = f" {text}"
    return [kind for kind, pattern in _KINDS if pattern.search(spaced)]
