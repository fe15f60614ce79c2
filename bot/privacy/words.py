"""Words that tell a person's name from a role, a body, a place, a document or a published name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _names(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split("|"))


PERSON = _set("""
    mum mummy mom dad daddy mother father stepdad stepmum stepfather stepmother son daughter sister brother sibling
    siblings twin twins child boy girl baby infant toddler teenager teen lad pupil student patient pt client resident
    carer uncle aunt auntie nan nana gran grandma grandmother grandad grandfather cousin boyfriend girlfriend partner
    husband wife teacher worker headteacher nephew niece guardian parent kid stepbrother stepsister friend neighbour
    lodger coach youngster male female man woman yp ex foreman
""")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "doctor"})

A_REVIEW = _set("review inquiry report scr spr lcspr cspr enquiry audit inquest")
PLACES = _set("""
    house school road street academy hospital centre center trust court college foundation ward unit building park
    gardens avenue lane close library institute university charity ltd home primary nursery palace festival
""")

REVIEW_WORDS = _set("""
    what who when where why how did do does is was are were the a an of on in about for from tell me us we i learn
    learned learnt lessons lesson review reviews inquiry report case happened to find show please there any into and
    murder murders death killing national local serious practice child safeguarding scr spr cspr lcspr panel written
    by wrote website you can have with this that link see read published known want know
""")

# Names that stand for a published inquiry, review or report wherever they are written.
PUBLIC_NAMES = _names("""
    arthur labinjo-hughes|arthur labinjo|labinjo hughes|star hobson|sara sharif|victoria climbie|victoria climbié
    |peter connelly|daniel pelka|khyra ishaq|maria colwell|jasmine beckford|kimberley carlile|tyra henry|olivia pratt-korbel
    |logan mwangi|finley boden|alfie steele|victoria marten|baby victoria|ayeeshia jane|ayeeshia-jane smith|lauren wright
    |dylan tiffin-brown|evelyn-rose muggleton|jacob crouch|jimmy savile|eileen munro|alexis jay|louise casey|herbert laming
    |stephen lawrence|holly wells|jessica chapman|soham murders|mark gordon|constance marten|elianne andam|josh macalister
    |annie hudson|lord laming|peter sidebotham|marian brandon|alan wood|poppy worthington|hamzah khan|keanu williams
    |liam fee|damilola taylor|baby p|sharon shoesmith|ben kinsella|jaden moodie
""")

# Given names that are words as well, so that without a capital they name nobody.
ALSO_WORDS = frozenset(
    """april august summer may june mark will hope faith grace rose dawn joy star max jack sky skye lee dean carter mason
    taylor frank bill rob pat sue art guy don chase angel destiny precious robin miles amber autumn ivy ruby pearl hazel
    holly iris jade lily olive poppy violet daisy heather ginger crystal gift blessing favour mercy patience prince
    princess promise charity constance verity victor rich nick drew grant harry art jay ray rod bob ken gene dale glen
    cliff heath brook ford cherry coral cora star eve penny fay joe kit stan pete page paige parker prudence temperance
    harmony serenity melody trinity nova raven reef river rocky royal sandy sunny said issa major earl duke kay ali
    ada alma bella sterling junior israel jordan chad georgia kenya india paris sydney brooklyn london chelsea florence
    victoria austin dallas devon kent lincoln preston windsor bailey hunter cooper archer fisher mario casey reed regan
    trent tyne isle israel young ash ira ray troy ike ola ope fay una abu
"""
)

# Words that stand after a role, after "called", or with a capital, and are no name.
NOT_A_NAME = _set("""
    a an the and or but of in on at to for from by with is was are were be been being has have had do does did not no nor
    he she it they we i you his her their our my your its this that these those who whom what when where why how which
    police ambulance childline nspcc samaritans mash edt social services 999 101 911 out off back home me us him them
    if so as than then too very just only also again still now today tonight yesterday tomorrow soon later never always
    died dead dies dying killed hurt hit abused neglected missing found said says told tells went came left lives lived
    living placed aged age years year old months weeks days day week month hours new born unborn stillborn under over
    about after before during since until while because through between into onto against without within across per
    can could should would will shall may might must cannot can't won't don't didn't isn't
    protection safeguarding practice review reviews panel death deaths child children children's family families young
    person people youth justice court courts council borough london england wales scotland ireland united kingdom
    croydon lambeth bromley sutton merton surrey southwark lewisham greenwich hackney islington camden brent ealing
    barnet enfield haringey harrow havering hillingdon hounslow kingston newham redbridge richmond wandsworth
    westminster kent sussex essex hampshire norfolk suffolk manchester birmingham leeds bradford solihull liverpool
    sheffield bristol nottingham nottinghamshire oxford oxfordshire rochdale rotherham doncaster hull york cardiff
    thornton heath norwood norbury purley coulsdon addington selhurst waddon shirley sanderstead kenley addiscombe
    street road avenue lane hill park house school academy college university hospital trust ward clinic surgery nursery
    centre unit service team group board partnership agency department office officer secretary state home foreign
    minister ministry government parliament act regulations section chapter paragraph schedule article regulation
    annual thematic national local independent inquiry report guidance working together keeping safe education
    health visitor midwife nurse doctor gp consultant paediatrician teacher headteacher governor governors dsl lado
    designated senior lead manager director head chair scrutineer worker workers carer carers foster social residential
    serious incident notification notifications case harm injury abuse neglect exploitation violence domestic homicide
    sexual physical emotional fabricated induced illness sudden unexpected infant mental disability learning needs
    order orders plan plans conference assessment referral threshold thresholds form forms register record records
    south north east west central greater upper lower new old great royal saint st king's queen's george's guy's thomas
    maudsley ormond metropolitan british transport crown prosecution probation fire rescue nhs icb camhs cdop ofsted cqc
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas boxing easter good new year's bank holiday summer winter spring autumn half term
    polish somali romanian nigerian jamaican pakistani indian bangladeshi ghanaian english french spanish arabic black
    white asian mixed heritage muslim christian jewish hindu sikh catholic traveller roma gypsy syrian afghan albanian
    mum mummy mom dad daddy mother father stepdad stepmum son daughter sister brother boy girl baby twin twins parent
    parents boyfriend girlfriend partner man woman men women uncle aunt gran nan grandad grandma grandmother grandfather
    please help urgent thanks thank hi hello dear ok yes tell show find give send call ring phone text email contact
    anyone someone somebody everyone nobody one two three four five six seven eight nine ten first second third last
    both all some any each every other another same such own more most less few many much
    known unknown suspected subject under-five under-one looked care leaver leavers admitted convicted charged arrested
    presenting presented disclosed disclosing reported refusing refuses refused drunk alone unwell pregnant asleep awake
    smith-kline data freedom information privacy law human rights equality mental capacity public media press legal
    early years foundation stage primary secondary infant junior free special reception nursery key
    fractured broken bruised injured stabbed shot burned drowned strangled raped sexually seriously critically
    using abusing drinking taking taken sleeping crying screaming running hiding playing walking looks looked seems
    q z y l j k n p b c d e f g h m o r s t u v w x
    self-harm suicide county lines gang gangs knife crime serious-case cot sleep safer co-sleeping
    weapons drugs alcohol online internet home-schooled excluded included involved engaged engaging
    working-together ncmd vkpp iicsa rcpch dfe dhr sar scr spr sin lscb cscp csprp lcspr cspr dardr pm am
    vulnerable adolescents adolescent complex exploited hidden unseen invisible
    overview analysis framework strategy procedure procedures policy policies protocol template overview briefing
""")


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in England, folded."""
    text = (files("bot.privacy") / "given_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
