"""Danger in the words of those who see it: harm being done, a child gone, a threat, a disclosure.

The gaps between the words of a pattern are bounded, so that reading takes time in proportion to
the length of the message.
"""

from __future__ import annotations

import re

_GAP = r"(?:\w+ ){0,3}"
_YOUNG = (
    r"(?:child|children|kid|kids|boy|girl|baby|toddler|teen|teenager|lad|lass|pupil|student"
    r"|client|resident|patient"
    r"|twins?|infant|newborn|old|young person|yp|son|daughter|sister|brother|siblings?|player"
    r"|lac|(?:foster )?placement"
    r"|year \d+|yr|she|he|they|her|him|them|little one|nephew|niece|one of my|young man"
    r"|young woman|mother|mum|one)"
)
_HARMING = (
    r"(?:hitting|beating|battering|punching|kicking|slapping|smacking|strangling|choking"
    r"|stabbing|attacking|hurting"
    r"|abusing|raping|molesting|assaulting|threatening|smothering|drowning|suffocating|shaking"
    r"|burning|biting"
    r"|bleeding|overdosing|fitting|cutting|chasing|fighting|smashing|touching|whipping"
    r"|torturing|starving"
    r"|dragging|throwing|swinging|pushing|screaming|shouting|harming|harassing|stalking"
    r"|pointing|waving|grooming"
    r"|jumping|hanging|bashing|thumping|filming|setting fire)"
)
_HARM = (
    r"(?:hit|hits|hitting|hurt|hurts|hurting|touch|touches|touched|touching|rape|rapes|raped"
    r"|raping|abus\w+|beat|beats|beaten|beating"
    r"|punch\w*|kick\w*|slap\w*|smack\w*|burn\w*|whip\w*|belt|strangl\w+|chok\w+|lock|locks"
    r"|locked|chain\w*|bruis\w+"
    r"|marks|does things|undress\w*|naked|sexual\w*|assault\w*|molest\w*|groom\w*|forced"
    r"|forces|forcing|makes (?:her|him|me)|fgm"
    r"|kill\w*|die|suicid\w+|end (?:it|her|his|my)|self harm\w*|cuts|cutting|knife|gun"
    r"|razor\w*|scared|afraid|frightened|terrified"
    r"|threat\w*|starv\w+|pregnant by|sell drugs|bottom|private parts"
    r"|into (?:my|her|his) (?:room|bed)|stab\w*|shoot|chased"
    r"|shook|shaken|marry|tortured?|ties|pictures of|images of|harm\w*|hitting|poison\w*"
    r"|drown\w*|tied|throws?|threw|unsafe|not safe|cut)"
)
_TELLING = (
    r"(?:told|tells|telling|disclosed|disclosing|said|says|saying|say|admitted|admits"
    r"|confessed|revealed|shown|showed|showing"
    r"|texted|messaged|emailed|written|reported|whispered|rang|rung|phoned|called|reckons"
    r"|alleges?|alleged|confided|come|came|begs|begging)"
)

_PATTERNS = (
    # harm being done
    (r"\b(?:is|are|am|keeps|keep|being|getting|started|hear|see|caught|seen) "
rf"(?:\w+ ){{0,4}}{_HARMING}\b"),
    (r"\b(?:is|are|am|be|gets|getting) (?:\w+ )?being (?:\w+ )?"
r"(?:hit|hurt|beaten|attacked|attaked|abused|raped|punched|strangled|stabbed|kicked|forced"
r"|made|held|taken|exploited|groomed|trafficked|assaulted|tortured|threatened|starved"
r"|chased|followed|burned|whipped|locked|kept)"),
    r"\bbeing (?:attacked|beaten|strangled|stabbed|punched|held|hit)\b",
    (r"\b"
r"(?:hit|hits|hurt|hurts|hurting|touches|touched|raped|beats|beat|punched|punches|kicks"
r"|kicked|abuses|burns|burned|strangled|attacked) "
r"(?:me|us)\b"),
    r"\b(?:keeps?|keep on) (?:hitting|hurting|touching|beating|coming)\b",
    (r"\b"
r"(?:grandma|nan|gran|dad|mum|father|mother|stepdad|uncle|carer|brother|coach|partner"
r"|boyfriend|he|she) "
r"(?:\w+ )?"
r"(?:hit|punched|kicked|burned|burnt|bit|threw|shook|pushed|strangled|stabbed|whipped|hurt"
r"|hits|punches|kicks|burns|chains|beats|whips|locks) "
rf"(?:me|him|her|them|the (?:baby|child|kids|toddler)|his|{_YOUNG})\b"),
    (r"\bbeing (?:\w+ )?"
r"(?:bundled|dragged|slapped|shoved|thrown|pushed|sold|burned|burnt|bitten|choked"
r"|smothered|drowned|molested|filmed|chased|robbed|mugged)\b"),
    (r"\b(?:strange|unknown|suspicious|random) (?:man|men|woman|person|adult|car|guy)\b"
r"(?:[\w ]{0,30})\b"
r"(?:trying|following|watching|outside|approach\w*|talking|filming|taking|at the|in the)\b"),
    (r"\b(?:he|they|ex|dad|stepdad|partner) (?:has |have )(?:just )?found (?:us|them|her|me)\b"
r"|\bshut (?:him|her|it|the baby) up\b"),
    # life at risk
    (r"\b(?:not|stopped|isnt|wasnt|no longer|struggling|trouble|difficulty|barely|hardly) "
r"(?:breathing|moving|responding|conscious|breathe)"
r"|\bcant breathe\b"),
    r"\b(?:wont|cant|will not|not) (?:wake|waking|stop bleeding|stop bleding)\b|\bcant wake\b",
    (r"\b"
r"(?:unconscious|unresponsive|(?<!a )limp|floppy|collapsed|seizure|convuls\w+|having a fit"
r"|choking|choked|bleeding|bleding)\b"),
    r"\b(?:turning|turned|gone|is|are|went) (?:\w+ )?(?:blue|grey|cold)\b|\blimp and\b",
    r"\bblood (?:everywhere|all over|on)\b",
    (r"\bhands? (?:a)?round (?:\w+ ){0,2}(?:throat|neck)\b"
r"|\bby (?:the|her|his) (?:hair|throat|neck)\b"),
    (r"\b"
r"(?:has|have|got|holding|holds|carrying|swinging|waving|brought|with|in his|in her|w"
rf"|pulled|pulling|threatening|coming|and|had) {_GAP}"
r"(?:knife|knives|gun|machete|blades?|razors?|acid|hammer|axe|weapons?|baseball bat|rope"
r"|noose|tablets|pills|petrol|needle|sword|screwdriver)\b"),
    (r"\b(?:taken|took|takes|taking|swallowed|swallowing|drunk|drank) (?:\w+ ){0,5}"
r"(?:overdose|pills?|tablets?|paracetamol|bleach|medication|meds|methadone|ibuprofen"
r"|poison|something|drugs|painkillers|antidepressants|insulin)\b"),
    (r"\b(?:taken|took|swallowed|necked|downed) (?:about |around |over )?"
r"(?:\d{1,3} (?!year|month|week|day|of us|photos|children|kids|people)\w+"
r"|a (?:load|bottle|handful|box|packet) of|loads of|lots of"
r"|all (?:his|her|my|the|their) \w+)\b"),
    (r"\bhotel (?:room )?with (?:\w+ )?(?:men|man|adult|guy|guys|males?)\b"
r"|\bcut (?:arms?|legs?|wrists?)\b"),
    r"\bswallowed\b|\boverdosed\b|\boverdosing\b|\bovered\b",
    (r"\bcant (?:get|find|feel) (?:a|any|his|her|the) (?:pulse|heartbeat)\b|\bno pulse\b"
r"|\b(?:they are|he is|she is|theyre) (?:flying|taking|sending|shipping) "
r"(?:me|her|him|them|us)\b"
r"|\b(?:phone|tracker|location|gps) (?:is )?(?:off|dead)\b"
r"|\b(?:watches|films|looks at|stares at|photographs) (?:me|him|her|us) "
r"(?:in the|when|while|getting|undress\w*)\b"
r"|\bfinish(?:es|ed)? (?:us|me|her|him|them) (?:all|off)\b"
r"|\blast seen (?:with|getting|at|near|going|in|on|by)\b|\bnever getting up again\b"),
    (r"\bblue lips\b|\blips (?:are |turning |going )?blue\b|\bbehind the wheel\b|\bon fire\b"
r"|\bhot car\b(?! deaths?)"),
    # a child gone, or taken
    (r"\b(?:cant|can not|could not|unable to) (?:find|locate|reach|trace) "
r"(?:him|her|them|the (?:child|boy|girl|baby|kids))\b"
r"|\b(?:have|has) lost (?:a|the|her|him) (?:\d|child|boy|girl|baby|toddler|kid)"),
    (r"\b(?:run|ran|running|gone) (?:away|off|out of the|from the (?:home|placement|unit))\b"
r"|\babscond\w+|\bclimbed out\b"),
    (r"\bnot "
r"(?:returned|come back|come home|been seen|turned up|back (?:from|at|yet)|home yet"
r"|arrived home|answering)\b"
r"|\b(?:did not|never) (?:come|came|return|get) (?:back|home)\b"
r"|\b"
r"(?:he|she|they|girl|girls|boy|boys|child|baby|kid|daughter|son|sister|brother|and|now) "
r"(?:is |are )?(?:still |just )?gone\b(?! (?:to|on|up|down|well|back|through))"),
    (r"\b"
r"(?:snatched|abducted|kidnapped|tried to take|taken hostage|hostage|held against"
r"|barricaded)\b"),
    # someone dangerous close by
    (r"\b(?:is|are|turned up|waiting|banging|shouting|come|came|back) (?:\w+ ){0,4}"
r"(?:outside"
r"|at (?:the|my|our|her) (?:\w+ )?"
r"(?:door|gate|gates|window|house|school|nursery|reception|flat)"
r"|downstairs|upstairs)\b"),
    (r"\b(?:waiting|looking|coming|come) "
r"(?:for|to get|to collect|to find|after|to kill|to hurt) (?:him|her|them|me|us|a debt)\b"
r"|\bwaiting with\b|\bis waiting\b"),
    (r"\b(?:trying|tried|threatening|attempting|wants|about|going) to (?:\w+ )?"
r"(?:take (?:a|the|her|him|my|them)|get in|drag|break|discharge|snatch|grab|force"
r"|leave with|run|kill|jump|hurt|hit|stab|drive|smother|drown|strangle|rape|attack"
r"|meet him|burn|shoot|hang|harm|end|die|cut)"),
    (r"\b(?:has|have|just|is|are|ex|he|she|man|men|they|boyfriend|partner|dad) (?:\w+ )?"
r"(?:broke|broken|breaking|break|kicked|kicking|forcing|forced|banging|smashed|smashing) "
r"(?:in|into|up|everything|things|down (?:the|my|her)|on (?:the|my|her)"
r"|(?:the|my|her|our|a) (?:\w+ )?(?:door|window))\b"
r"|\btrying to (?:break|get) in\b"),
    (r"\b(?:has|have|just|is) turned up (?:drunk|high|angry|with|at)"
r"|\b(?:drunk|high|stoned|angry) (?:to|and) (?:\w+ )?"
r"(?:collect|drive|swinging|shouting|fighting|smashing|violent|about)"),
    r"\bon (?:his|her|their) way (?:to|here|over|there|round|home)\b",
    (r"\bwont (?:let|leave|open|hand|give (?:him|her|them))\b"
r"|\brefus\w+ to (?:let|leave|open|hand|take|come out|give (?:him|her|them))\b"
r"|\bparents? (?:\w+ )?wanting to leave\b"),
    r"\bdriv(?:e|en|ing) (?:off|away|drunk|home drunk)\b",
    (r"\bis (?:still )?in "
r"(?:the (?:house|flat|room|building|home) with"
r"|(?:her|his|their|my) (?:bed|bedroom|room))\b"),
    (r"\b"
r"(?:in there|alone|in the (?:house|flat|room|car|van|hotel|bedroom)"
r"|at (?:\w+ ){0,2}hotel) "
r"(?:\w+ )?with "
r"(?:him|her|the (?:kid|child|boy|girl)|an adult|a man|them|kids|the kids|the baby)"
r"|\balone (?:at|in) (?:\w+ )?hotel\b|\bwith the (?:kid|child|kids|baby) alone\b"),
    # self-harm and threats
    (r"\bsuicidal\b|\bsuicide note\b|\bgoodbye\b|\bwants? to (?:die|kill|end|hurt)\b"
r"|\bkill (?:him|her|my|them)sel\w+\b|\bend (?:it all|his life|her life|my life)\b"),
    (r"\bcutting (?:\w+ )?"
r"(?:herself|himself|themselves|themself|myself|wrists?|his|her|my|again)\b"
r"|\bself harming\b|\bslit\w*\b"),
    (r"\bon (?:the|a) (?:\w+ )?"
r"(?:roof|bridge|ledge|tracks?|railway|edge|cliff|balcony|platform)\b"
r"|\b(?:hanging|climbing|leaning) out of\b|\bjump(?:ing)? (?:off|from|out)\b"
r"|\bin the bath with\b"),
    (r"\b(?:will|going to|ll|threaten\w*|about to|would|wants to|due to) (?:\w+ ){0,2}(?:be )?"
r"(?:kill\w*|hurt|stab\w*|shoot|shot|beat|beaten|burn\w*|drown|throw|smother|hit|harm\w*"
r"|raped?|hang|die|cut|attack\w*|strangle|punish|cut|batter|jump|end|murder|married"
r"|marry)\b"),
    # fear and being shut in or left
    (r"\b"
r"(?:refus\w+|not want|cant|begs|begging|begged|dreads|wont|too scared|nowhere"
r"|doesnt want)\b "
r"(?:\w+ ){0,3}(?:to )?(?:go|call|ring|return)(?: \w+)? "
r"(?:home|house|her house|back|parents|mum|dad)\b"
r"|\bgo back to (?:her|his|the) (?:house|home)\b|\bnowhere (?:to go|safe)\b"),
    (r"\b(?:locked|locks|locking|shut|chained|chains|tied|ties|trapped|caged) (?:\w+ ){0,2}"
r"(?:in|out|up|inside|himself|herself|outside|away)\b"
r"(?! of (?:mosaic|the (?:system|portal)|my (?:account|laptop|phone)))"
r"|\bdoors locked\b|\bcant get out\b|\blocks (?:me|him|her|them)\b"),
    (rf"\b{_YOUNG} (?:[\w,]+ ){{0,5}}"
r"(?:alone|unattended|unsupervised|by (?:him|her|them)sel\w+|on (?:his|her|their) own)\b"
r"(?! in (?:a |the )?bath)"
rf"|\bhome alone\b|\bleft (?:\w+ ){{0,4}}alone\b|\bleft in (?:a|the) (?:hot )?car\b"),
    (r"\b"
r"(?:mum|dad|mother|father|parents?|carers?|adults?|kids?|lad|he|she|boyfriend|partner"
r"|childminder) "
r"(?:is|are|has|passed|too|still|so|here|on|off|out) ?(?:\w+ ){0,4}"
r"(?:drunk|passed out|off (?:her|his) (?:face|head)|intoxicated|out of it|collapsed"
r"|high on|wasted|paralytic)\b"
r"|\bcant stand up\b|\bneedle in\b"),
    # seen or heard
    r"\bi can (?:hear|see)\b|\bin front of me\b|\bscreaming\b",
    (r"\b"
r"(?:come|came|turned up|walked|presented|presenting|here|arrived|attended|clinic|ward"
r"|office|showing|shows|showed) "
r"(?:[\w,]+ ){0,6}"
r"(?:bruis\w+|burns?|burn marks|marks|handprint|hand print|black eye|welts?|bite marks"
r"|lump|broken (?:arm|leg|wrist)|cigarette|injur\w+|wounds?|slap mark|belt marks)\b"),
    r"\bfresh (?:bruis\w+|marks?|burns?)\b",
    (r"\b(?:been|got|getting) (?:\w+ )?"
r"(?:raped|stabbed|shot|attacked|assaulted|jumped|beaten up)\b"
r"|\bbleeding\b"),
    # a disclosure
    (rf"\bjust (?:now )?(?:been )?{_TELLING}\b.{{0,120}}\b{_HARM}\b"
rf"|\bjust {_TELLING} (?:me|us)\b.{{0,80}}\b"
r"(?:dad|stepdad|uncle|carer|brother|mum|coach|teacher|grandad|cousin|father|boyfriend"
r"|he)\b"),
    rf"\b{_YOUNG} (?:[\w,]+ ){{0,10}}{_TELLING}\b.{{0,100}}\b{_HARM}\b",
    rf"\b{_TELLING} (?:to )?(?:me|us|her|the)\b.{{0,100}}\b{_HARM}\b",
    (r"\b"
r"(?:has|have|had|been|is|are|just|a|pupil|child|girl|boy|student|client|resident|she|he"
r"|patient|young person|teen|old) "
r"(?:\w+ )?(?:disclosed|disclosing)\b"
r"|\b(?:had|got|have|received|taken|took|dealing with|witnessed) (?:\w+ )?"
r"(?:\w+ )?disclosure\b"),
    (r"\b(?:does|doing|did|do) (?:things|stuff|bad things|it) to (?:me|him|her|them)\b"
r"|\binto my (?:room|bed)\b|\bmakes? (?:me|him|her) (?:touch|undress|watch)\b"),
    (rf"\bholding (?:the |my |her |his )?(?:{_YOUNG}|children|kids) (?:until|unless|hostage)\b"
r"|\b(?:baby|child|he|she|you|kids?) (?:is|are) next\b"
r"|\b(?:note|message|sign) saying help\b|\b(?:slipped|passed|handed) (?:me|us) a note\b"),
    (r"\b(?:got|gets|getting|climbed|pulled|went|gone) (?:in|into) (?:a|an|his|their|the|some) "
r"(?:\w+ ){0,2}(?:car|bmw|merc|mercedes|audi|van|taxi|cab|golf|uber|lorry)\b"),
    r"\bpillow (?:on|over|onto) (?:my|his|her|their|the) (?:\w+ )?(?:face|head|mouth)\b",
    # taken away, sold, exploited
    (r"\b"
r"(?:airport|flight|flying|plane|abroad|out (?:of )?the country|fgm|forced marriage|marry"
r"|married)\b.{0,50}\b"
r"(?:tomorrow|tonight|today|now|weekend|fgm|cut|hours|forced|booked|this week)\b"
r"|\b(?:forced to marry|(?:to|will|going to) be (?:married|wed|cut))\b|\bat the airport\b"
r"|\b(?:taking|taken|flying) (?:her|them|him) (?:\w+ ){0,3}"
r"(?:country|abroad|somalia|pakistan|gambia)\b"),
    (r"\b(?:made|forced|forcing|making) (?:\w+ )?to "
r"(?:sell|carry|run|deal|have sex|sleep with)\b"
r"|\btrap house\b|\bcuckoo\w*\b"
r"|\b(?:older|strange) (?:\w+ )?(?:man|men|boyfriend|guy|guys)\b.{0,40}\b"
r"(?:picked|car|collect\w*|waiting|hotel|flat|with)\b"
r"|\bwith the older\b|\bpicked (?:her|him|them) up\b|\bhotel room\b"
r"|\bto meet (?:him|a man|an? older|someone)\b|\bmet online\b"),
)  # fmt: skip

# All at once, and only where a word begins: five times as fast as one after the other.
_DANGER = re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(_PATTERNS)})")


def describes_danger(text: str) -> bool:
    """The text, in plain words, tells of danger or of a disclosure."""
    return bool(_DANGER.search(text))
