"""Danger in the words of those who see it: harm being done, a child gone, a threat, a disclosure.

Each pattern is read alone over one sentence and the next; gaps between its words are bounded,
so that reading takes time in proportion to the length of the message.
"""

from __future__ import annotations

import re

_GAP = r"(?:\w+ ){0,3}"
_FEW = r"(?:[\w,]+ ){0,8}"
_WHO = (
    r"(?:he|she|they|it|dad|mum|father|mother|stepdad|uncle|aunt|auntie|brother|cousin|grandad|grandfather|gran|nan"
    r"|boyfriend|partner|carer|coach|teacher|man|men|someone|somebody|ex|lodger|neighbour|parents?|husband|wife"
    r"|child|kid|boy|girl|baby|toddler|teen|lad|pupil|student|client|resident)"
)
_YOUNG = (
    r"(?:child|children|kid|kids|boy|girl|baby|toddler|teen|teenager|lad|lass|pupil|student|client|resident|patient"
    r"|twins?|infant|newborn|old|young person|yp|son|daughter|sister|brother|siblings?|player|lac|(?:foster )?placement"
    r"|year \d+|yr|she|he|they|her|him|them|little one|nephew|niece|one of my|young man|young woman|mother|mum|one)"
)
_HARMING = (
    r"(?:hitting|beating|battering|punching|kicking|slapping|smacking|strangling|choking|stabbing|attacking|hurting"
    r"|abusing|raping|molesting|assaulting|threatening|smothering|drowning|suffocating|shaking|burning|biting"
    r"|bleeding|overdosing|fitting|cutting|chasing|fighting|smashing|touching|whipping|torturing|starving"
    r"|dragging|throwing|swinging|pushing|screaming|shouting|harming|harassing|stalking|pointing|waving|grooming"
    r"|jumping|hanging|bashing|thumping|filming|setting fire)"
)
_HARM = (
    r"(?:hit|hits|hitting|hurt|hurts|hurting|touch|touches|touched|touching|rape|rapes|raped|raping|abus\w+|beat|beats|beaten|beating"
    r"|punch\w*|kick\w*|slap\w*|smack\w*|burn\w*|whip\w*|belt|strangl\w+|chok\w+|lock|locks|locked|chain\w*|bruis\w+"
    r"|marks|does things|undress\w*|naked|sexual\w*|assault\w*|molest\w*|groom\w*|forced|forces|forcing|makes (?:her|him|me)|fgm"
    r"|kill\w*|die|suicid\w+|end (?:it|her|his|my)|self harm\w*|cuts|cutting|knife|gun|razor\w*|scared|afraid|frightened|terrified"
    r"|threat\w*|starv\w+|pregnant by|sell drugs|bottom|private parts|into (?:my|her|his) (?:room|bed)|stab\w*|shoot|chased"
    r"|shook|shaken|marry|tortured?|ties|pictures of|images of|harm\w*|hitting|poison\w*|drown\w*|tied|throws?|threw|unsafe|not safe|cut)"
)
_TELLING = (
    r"(?:told|tells|telling|disclosed|disclosing|said|says|saying|say|admitted|admits|confessed|revealed|shown|showed|showing"
    r"|texted|messaged|emailed|written|reported|whispered|rang|rung|phoned|called|reckons|alleges?|alleged|confided|come|came|begs|begging)"
)

_PATTERNS = (
    # harm being done
    rf"\b(?:is|are|am|keeps|keep|being|getting|started|hear|see|caught|seen) (?:\w+ ){{0,4}}{_HARMING}\b",
    rf"\b{_WHO} (?:is|are) (?:\w+ )?(?:killing|dying|setting|forcing|making (?:him|her|me|them))\b|\bi am dying\b",
    rf"\b{_WHO} {_HARMING} (?:a |the |my |his |her )?{_YOUNG}\b",
    r"\b(?:is|are|am|be|gets|getting) (?:\w+ )?being (?:\w+ )?(?:hit|hurt|beaten|attacked|attaked|abused|raped|punched|strangled|stabbed|kicked|forced|made|held|taken|exploited|groomed|trafficked|assaulted|tortured|threatened|starved|chased|followed|burned|whipped|locked|kept)",
    r"\bbeing (?:attacked|beaten|strangled|stabbed|punched|held|hit)\b",
    r"\b(?:hit|hits|hurt|hurts|hurting|touches|touched|raped|beats|beat|punched|punches|kicks|kicked|abuses|burns|burned|strangled|attacked) (?:me|us)\b",
    r"\b(?:keeps?|keep on) (?:hitting|hurting|touching|beating|coming)\b",
    r"\b(?:is|are|gets|getting) (?:\w+ )?(?:beaten|battered|bashed|attacked|stabbed|raped|hurt) (?:up|by)\b",
    rf"\b(?:grandma|nan|gran|dad|mum|father|mother|stepdad|uncle|carer|brother|coach|partner|boyfriend|he|she) (?:\w+ )?(?:hit|punched|kicked|burned|burnt|bit|threw|shook|pushed|strangled|stabbed|whipped|hurt|hits|punches|kicks|burns|chains|beats|whips|locks) (?:me|him|her|them|the (?:baby|child|kids|toddler)|his|{_YOUNG})\b",
    r"\bbeing (?:\w+ )?(?:bundled|dragged|slapped|shoved|thrown|pushed|sold|burned|burnt|bitten|choked|smothered|drowned|molested|filmed|chased|robbed|mugged)\b",
    r"\b(?:strange|unknown|suspicious|random) (?:man|men|woman|person|adult|car|guy)\b(?:[\w ]{0,30})\b(?:trying|following|watching|outside|approach\w*|talking|filming|taking|at the|in the)\b",
    r"\b(?:he|they|ex|dad|stepdad|partner) (?:has |have )(?:just )?found (?:us|them|her|me)\b|\bshut (?:him|her|it|the baby) up\b",
    # life at risk
    r"\b(?:not|stopped|isnt|wasnt|no longer|struggling|trouble|difficulty|barely|hardly) (?:breathing|moving|responding|conscious|breathe)|\bcant breathe\b",
    r"\b(?:wont|cant|will not|not) (?:wake|waking|stop bleeding|stop bleding)\b|\bcant wake\b",
    r"\b(?:unconscious|unresponsive|(?<!a )limp|floppy|collapsed|seizure|convuls\w+|having a fit|choking|choked|bleeding|bleding)\b",
    r"\b(?:turning|turned|gone|is|are|went) (?:\w+ )?(?:blue|grey|cold)\b|\blimp and\b",
    r"\bblood (?:everywhere|all over|on)\b",
    r"\bhands? (?:a)?round (?:\w+ ){0,2}(?:throat|neck)\b|\bby (?:the|her|his) (?:hair|throat|neck)\b",
    rf"\b(?:has|have|got|holding|holds|carrying|swinging|waving|brought|with|in his|in her|w|pulled|pulling|threatening|coming|and|had) {_GAP}(?:knife|knives|gun|machete|blades?|razors?|acid|hammer|axe|weapons?|baseball bat|rope|noose|tablets|pills|petrol|needle|sword|screwdriver)\b",
    r"\b(?:taken|took|takes|taking|swallowed|swallowing|drunk|drank) (?:\w+ ){0,5}(?:overdose|pills?|tablets?|paracetamol|bleach|medication|meds|methadone|ibuprofen|poison|something|drugs|painkillers|antidepressants|insulin)\b",
    r"\b(?:taken|took|swallowed|necked|downed) (?:about |around |over )?(?:\d{1,3} (?!year|month|week|day|of us|photos|children|kids|people)\w+|a (?:load|bottle|handful|box|packet) of|loads of|lots of|all (?:his|her|my|the|their) \w+)\b",
    r"\bhotel (?:room )?with (?:\w+ )?(?:men|man|adult|guy|guys|males?)\b|\bcut (?:arms?|legs?|wrists?)\b",
    r"\bswallowed\b|\boverdosed\b|\boverdosing\b|\bovered\b",
    r"\bcant (?:get|find|feel) (?:a|any|his|her|the) (?:pulse|heartbeat)\b|\bno pulse\b|\b(?:they are|he is|she is|theyre) (?:flying|taking|sending|shipping) (?:me|her|him|them|us)\b|\b(?:phone|tracker|location|gps) (?:is )?(?:off|dead)\b|\b(?:watches|films|looks at|stares at|photographs) (?:me|him|her|us) (?:in the|when|while|getting|undress\w*)\b|\bfinish(?:es|ed)? (?:us|me|her|him|them) (?:all|off)\b|\blast seen (?:with|getting|at|near|going|in|on|by)\b|\bnever getting up again\b",
    r"\bblue lips\b|\blips (?:are |turning |going )?blue\b|\bbehind the wheel\b|\bon fire\b|\bhot car\b(?! deaths?)",
    # a child gone, or taken
    r"\b(?:is|are|been|gone|went|still|reported|resident|child|girl|boy|kid|she|he|old|teenager|baby|sister|brother|daughter|son|lad|two|three) missing\b(?! (?:how|what|that|signs|chances|every|the|a|an|some|out|information|paperwork|data|from (?!home|care|school|his|her|the)|form|file))",
    r"\bmissing (?:since|for (?:\d|hours)|from (?:(?:his|her|our|the) )?(?:foster )?(?:home|care|school|placement|unit)|child|girl|boy|and)\b",
    r"\b(?:cant|can not|could not|unable to) (?:find|locate|reach|trace) (?:him|her|them|the (?:child|boy|girl|baby|kids))\b|\b(?:have|has) lost (?:a|the|her|him) (?:\d|child|boy|girl|baby|toddler|kid)",
    r"\b(?:run|ran|running|gone) (?:away|off|out of the|from the (?:home|placement|unit))\b|\babscond\w+|\bclimbed out\b",
    r"\bnot (?:returned|come back|come home|been seen|turned up|back (?:from|at|yet)|home yet|arrived home|answering)\b|\b(?:did not|never) (?:come|came|return|get) (?:back|home)\b|\b(?:he|she|they|girl|girls|boy|boys|child|baby|kid|daughter|son|sister|brother|and|now) (?:is |are )?(?:still |just )?gone\b(?! (?:to|on|up|down|well|back|through))",
    r"\b(?:snatched|abducted|kidnapped|tried to take|taken hostage|hostage|held against|barricaded)\b",
    # someone dangerous close by
    r"\b(?:is|are|turned up|waiting|banging|shouting|come|came|back) (?:\w+ ){0,4}(?:outside|at (?:the|my|our|her) (?:\w+ )?(?:door|gate|gates|window|house|school|nursery|reception|flat)|downstairs|upstairs)\b",
    r"\b(?:waiting|looking|coming|come) (?:for|to get|to collect|to find|after|to kill|to hurt) (?:him|her|them|me|us|a debt)\b|\bwaiting with\b|\bis waiting\b",
    r"\b(?:trying|tried|threatening|attempting|wants|about|going) to (?:\w+ )?(?:take (?:a|the|her|him|my|them)|get in|drag|break|discharge|snatch|grab|force|leave with|run|kill|jump|hurt|hit|stab|drive|smother|drown|strangle|rape|attack|meet him|burn|shoot|hang|harm|end|die|cut)",
    r"\b(?:has|have|just|is|are|ex|he|she|man|men|they|boyfriend|partner|dad) (?:\w+ )?(?:broke|broken|breaking|break|kicked|kicking|forcing|forced|banging|smashed|smashing) (?:in|into|up|everything|things|down (?:the|my|her)|on (?:the|my|her)|(?:the|my|her|our|a) (?:\w+ )?(?:door|window))\b|\btrying to (?:break|get) in\b",
    r"\b(?:has|have|just|is) turned up (?:drunk|high|angry|with|at)|\b(?:drunk|high|stoned|angry) (?:to|and) (?:\w+ )?(?:collect|drive|swinging|shouting|fighting|smashing|violent|about)",
    r"\bon (?:his|her|their) way (?:to|here|over|there|round|home)\b",
    r"\bwont (?:let|leave|open|hand|give (?:him|her|them))\b|\brefus\w+ to (?:let|leave|open|hand|take|come out|give (?:him|her|them))\b|\bparents? (?:\w+ )?wanting to leave\b",
    r"\bdriv(?:e|en|ing) (?:off|away|drunk|home drunk)\b",
    r"\bis (?:still )?in (?:the (?:house|flat|room|building|home) with|(?:her|his|their|my) (?:bed|bedroom|room))\b",
    r"\b(?:in there|alone|in the (?:house|flat|room|car|van|hotel|bedroom)|at (?:\w+ ){0,2}hotel) (?:\w+ )?with (?:him|her|the (?:kid|child|boy|girl)|an adult|a man|them|kids|the kids|the baby)|\balone (?:at|in) (?:\w+ )?hotel\b|\bwith the (?:kid|child|kids|baby) alone\b",
    # self-harm and threats
    r"\bsuicidal\b|\bsuicide note\b|\bgoodbye\b|\bwants? to (?:die|kill|end|hurt)\b|\bkill (?:him|her|my|them)sel\w+\b|\bend (?:it all|his life|her life|my life)\b",
    r"\bcutting (?:\w+ )?(?:herself|himself|themselves|themself|myself|wrists?|his|her|my|again)\b|\bself harming\b|\bslit\w*\b",
    r"\bon (?:the|a) (?:\w+ )?(?:roof|bridge|ledge|tracks?|railway|edge|cliff|balcony|platform)\b|\b(?:hanging|climbing|leaning) out of\b|\bjump(?:ing)? (?:off|from|out)\b|\bin the bath with\b",
    r"\b(?:will|going to|ll|threaten\w*|about to|would|wants to|due to) (?:\w+ ){0,2}(?:be )?(?:kill\w*|hurt|stab\w*|shoot|shot|beat|beaten|burn\w*|drown|throw|smother|hit|harm\w*|raped?|hang|die|cut|attack\w*|strangle|punish|cut|batter|jump|end|murder|married|marry)\b",
    r"\bthreat\w*\b.{0,40}\b(?:kill|stab|hurt|burn|shoot|drown|throw|jump|knife|hammer|kids|baby|child|children|mother|her|him)\b",
    r"\bvoices (?:are |is )?(?:telling|told|saying)\b|\bcant cope\b.{0,40}\b(?:baby|him|her|kids|child|throw|hurt)\b",
    # fear and being shut in or left
    r"\b(?:scared|afraid|frightened|terrified|petrified|fear\w*)\b.{0,20}\b(?:home|house|him|dad|leave|them|she|he|father|stepdad|mum|back|carer|says)\b",
    r"\b(?:refus\w+|not want|cant|begs|begging|begged|dreads|wont|too scared|nowhere|doesnt want)\b (?:\w+ ){0,3}(?:to )?(?:go|call|ring|return)(?: \w+)? (?:home|house|her house|back|parents|mum|dad)\b|\bgo back to (?:her|his|the) (?:house|home)\b|\bnowhere (?:to go|safe)\b",
    r"\b(?:locked|locks|locking|shut|chained|chains|tied|ties|trapped|caged) (?:\w+ ){0,2}(?:in|out|up|inside|himself|herself|outside|away)\b(?! of (?:mosaic|the (?:system|portal)|my (?:account|laptop|phone)))|\bdoors locked\b|\bcant get out\b|\blocks (?:me|him|her|them)\b",
    rf"\b{_YOUNG} (?:[\w,]+ ){{0,5}}(?:alone|unattended|unsupervised|by (?:him|her|them)sel\w+|on (?:his|her|their) own)\b(?! in (?:a |the )?bath)|\bhome alone\b|\bleft (?:\w+ ){{0,4}}alone\b|\bleft in (?:a|the) (?:hot )?car\b",
    r"\b(?:mum|dad|mother|father|parents?|carers?|adults?|kids?|lad|he|she|boyfriend|partner|childminder) (?:is|are|has|passed|too|still|so|here|on|off|out) ?(?:\w+ ){0,4}(?:drunk|passed out|off (?:her|his) (?:face|head)|intoxicated|out of it|collapsed|high on|wasted|paralytic)\b|\bcant stand up\b|\bneedle in\b",
    # seen or heard
    r"\bi can (?:hear|see)\b|\bin front of me\b|\bscreaming\b",
    r"\b(?:come|came|turned up|walked|presented|presenting|here|arrived|attended|clinic|ward|office|showing|shows|showed) (?:[\w,]+ ){0,6}(?:bruis\w+|burns?|burn marks|marks|handprint|hand print|black eye|welts?|bite marks|lump|broken (?:arm|leg|wrist)|cigarette|injur\w+|wounds?|slap mark|belt marks)\b",
    r"\bfresh (?:bruis\w+|marks?|burns?)\b",
    r"\b(?:been|got|getting) (?:\w+ )?(?:raped|stabbed|shot|attacked|assaulted|jumped|beaten up)\b|\bbleeding\b",
    # a disclosure
    rf"\bjust (?:now )?(?:been )?{_TELLING}\b.{{0,120}}\b{_HARM}\b|\bjust {_TELLING} (?:me|us)\b.{{0,80}}\b(?:dad|stepdad|uncle|carer|brother|mum|coach|teacher|grandad|cousin|father|boyfriend|he)\b",
    rf"\b{_YOUNG} (?:[\w,]+ ){{0,10}}{_TELLING}\b.{{0,100}}\b{_HARM}\b",
    rf"\b{_TELLING} (?:to )?(?:me|us|her|the)\b.{{0,100}}\b{_HARM}\b",
    r"\b(?:has|have|had|been|is|are|just|a|pupil|child|girl|boy|student|client|resident|she|he|patient|young person|teen|old) (?:\w+ )?(?:disclosed|disclosing)\b|\b(?:had|got|have|received|taken|took|dealing with|witnessed) (?:\w+ )?(?:\w+ )?disclosure\b",
    r"\b(?:does|doing|did|do) (?:things|stuff|bad things|it) to (?:me|him|her|them)\b|\binto my (?:room|bed)\b|\bmakes? (?:me|him|her) (?:touch|undress|watch)\b",
    rf"\bholding (?:the |my |her |his )?(?:{_YOUNG}|children|kids) (?:until|unless|hostage)\b|\b(?:baby|child|he|she|you|kids?) (?:is|are) next\b|\b(?:note|message|sign) saying help\b|\b(?:slipped|passed|handed) (?:me|us) a note\b",
    r"\b(?:got|gets|getting|climbed|pulled|went|gone) (?:in|into) (?:a|an|his|their|the|some) (?:\w+ ){0,2}(?:car|bmw|merc|mercedes|audi|van|taxi|cab|golf|uber|lorry)\b",
    r"\bpillow (?:on|over|onto) (?:my|his|her|their|the) (?:\w+ )?(?:face|head|mouth)\b",
    # taken away, sold, exploited
    r"\b(?:airport|flight|flying|plane|abroad|out (?:of )?the country|fgm|forced marriage|marry|married)\b.{0,50}\b(?:tomorrow|tonight|today|now|weekend|fgm|cut|hours|forced|booked|this week)\b|\b(?:forced to marry|(?:to|will|going to) be (?:married|wed|cut))\b|\bat the airport\b|\b(?:taking|taken|flying) (?:her|them|him) (?:\w+ ){0,3}(?:country|abroad|somalia|pakistan|gambia)\b",
    r"\b(?:made|forced|forcing|making) (?:\w+ )?to (?:sell|carry|run|deal|have sex|sleep with)\b|\btrap house\b|\bcuckoo\w*\b|\b(?:older|strange) (?:\w+ )?(?:man|men|boyfriend|guy|guys)\b.{0,40}\b(?:picked|car|collect\w*|waiting|hotel|flat|with)\b|\bwith the older\b|\bpicked (?:her|him|them) up\b|\bhotel room\b|\bto meet (?:him|a man|an? older|someone)\b|\bmet online\b",
    r"\bimmediate (?:\w+ )?(?:danger|risk|harm)\b|\bin (?:real |serious |grave |immediate )?danger\b|\b(?:unsafe|not safe) (?:right now|now|tonight|at home)\b",
    r"\b(?:fight|fighting|kicking off)\b.{0,30}\b(?:knife|knives|machete|kid|kids|child|flat|club|now|outside)\b|\bgone mad\b|\bdrag (?:a|the) \w+ into\b",
)  # fmt: skip

# What is danger only where the message says that it is of this moment.
_PATTERNS_OF_NOW = (
    r"\b(?:has|have|got|with|school|nursery) (?:[\w,]+ ){0,6}(?:bruis\w+|burns?|burn marks|marks|handprint|hand print|black eye|welts?|bite marks|lump|broken (?:arm|leg|wrist)|cigarette|injur\w+|wounds?|slap mark|belt marks)\b",
    r"\b(?:stabbed|shot|attacked|grabbed|grabbing|dragged|drag|raped|assaulted|beaten)\b|\bstab wounds?\b",
)  # fmt: skip

_DANGER = tuple(re.compile(pattern) for pattern in _PATTERNS)
_DANGER_OF_NOW = tuple(re.compile(pattern) for pattern in _PATTERNS_OF_NOW)


def describes_danger(sentence: str) -> bool:
    """The sentence, in plain words, tells of danger or of a disclosure."""
    return any(pattern.search(sentence) for pattern in _DANGER)


def could_be_danger(sentence: str) -> bool:
    """The sentence tells of an injury or an attack, which is danger if it is of this moment."""
    return any(pattern.search(sentence) for pattern in _DANGER_OF_NOW)
