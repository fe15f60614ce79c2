"""Words that tell a person's name from a role, a body, a place, a document or a published name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PERSON = _set("""
    mum mummy mom dad daddy mother father stepdad stepmum stepfather stepmother son daughter sister brother sibling
    siblings twin twins child boy girl baby infant toddler teenager teen lad pupil student patient pt client resident
    carer uncle aunt auntie nan nana gran grandma grandmother grandad grandfather cousin boyfriend girlfriend partner
    husband wife teacher worker headteacher nephew niece guardian parent kid stepbrother stepsister friend neighbour
    lodger coach youngster male female man woman yp ex foreman
""")
COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "doctor"})

A_REVIEW = _set("review inquiry report scr spr lcspr cspr enquiry audit inquest")
PLACES = _set("""
    house school road street academy hospital centre center trust court college foundation ward unit building park
    gardens avenue lane close library institute university charity ltd home primary nursery palace festival
""")

TITLES_OF_AUTHORS = _set("lord lady baroness baron sir dame professor prof judge justice saint st")
PROJECTS = _set("operation project storm hurricane exercise programme campaign")
BODIES = PLACES | _set("""
    law rule act bill review inquiry report scr spr lcspr cspr audit inquest judgment judgement guidelines competence framework
    tool model ladder analysis study foundation station street market scale audit approach case enquiry
""")
LITTLE = _set("little baby young wee bby lil poor older younger teenage small")
NAMING = _set(
    "called named surname forename name name's names alias nicknamed aka nickname known goes"
)
AFTER_NAMING = _set("is was : - = as are of child girl boy the by his her real proper \" '")
PARTICLES = _set(
    "al el bin bint ibn abu ap de da di do dos van von der la le st ben ould mac o jr"
)
VERBS = _set("""
    is isn't was wasn't has hasn't had hadn't does doesn't did didn't will would won't can can't could should may might must
    told tells tell says said say disclosed discloses came comes come went goes go got gets get keeps kept moved moves lives
    lived missed misses stopped started starts refused refuses turned turns died hit hits took takes sleeps slept wants wanted
    needs needed asked asks left leaves ran runs attended attends stays stayed looks looked bites flinches cares lost fled
    arrived arrives booked brought brings called claims cried cries does eats ate fell feels felt filmed films found gave gives
    hates hides hurt hurts interprets makes made might mentioned met never often only presented presents punched reported
    reports rang rings returned returns saw sees seems seen sent sends shared shares shows showed showing smells speaks spoke
    spends started stole struggles texted texts threw throws threatened thinks thought tried tries used uses visited wears
    weighs witnessed wrote writes works worked cancels drinks smokes injured stabbed excluded arrested detained placed hasnt
    isnt wasnt doesnt didnt wont been being having turned turning looking living going keeps self attacked assaulted beat beats
    gone grabbed killed kicked locked locks overdosed raped shouts shouted slapped swallowed swears took vomited walked walks
""")

RARELY_A_NAME = _set("april may june august summer autumn easter eid will")
WORDS_WHEN_SMALL = _set("christian said ali jan")
TELLING = _set("who a an our the my from in was he she mother father mum dad")
FUNCTION_WORDS = _set("and the of in with is a for at to or from on about like")

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

# Words of the field, and others, that are no name of a person however they are written.
FIELD_WORDS = _set("""
    a an the and or but of in on at to for from by with is was are were be been being has have had do does did not no nor
    he she it they we i you his her their our my your its this that these those who whom what when where why how which
    police ambulance childline nspcc samaritans mash edt social services 999 101 911 out off back home me us him them
    if so as than then too very just only also again still now today tonight yesterday tomorrow soon later never always
    died dead dies dying killed hurt hit abused neglected missing found says told tells went came left lives lived
    living placed aged age years year old months weeks days day week month hours new born unborn stillborn under over
    about after before during since until while because through between into onto against without within across per
    can could should would shall might must cannot can't won't don't didn't isn't
    protection safeguarding practice review reviews panel death deaths child children children's family families young
    person people youth justice court courts council borough london england wales scotland ireland united kingdom
    croydon lambeth bromley sutton merton surrey southwark lewisham greenwich hackney islington camden brent ealing
    barnet enfield haringey harrow havering hillingdon hounslow kingston newham redbridge richmond wandsworth
    westminster kent sussex essex hampshire norfolk suffolk manchester birmingham leeds bradford solihull liverpool
    sheffield bristol nottingham nottinghamshire oxford oxfordshire rochdale rotherham doncaster hull york cardiff
    thornton heath norwood norbury purley coulsdon addington selhurst waddon sanderstead kenley addiscombe
    street road avenue lane hill park house school academy college university hospital trust ward clinic surgery nursery
    centre unit service team group board partnership agency department office officer secretary state home foreign
    minister ministry government parliament act regulations section chapter paragraph schedule article regulation
    annual thematic national local independent inquiry report guidance working together keeping safe education
    health visitor midwife nurse doctor gp consultant paediatrician teacher headteacher governor governors dsl lado
    designated senior lead manager director head chair scrutineer worker workers carer carers foster social residential
    serious incident notification notifications case harm injury abuse neglect exploitation violence domestic homicide
    sexual physical emotional fabricated induced illness sudden unexpected infant mental disability learning needs
    order orders plan plans conference assessment referral threshold thresholds form forms register record records
    south north east west central greater upper lower new old great royal saint st king's queen's george's guy's
    maudsley ormond metropolitan british transport crown prosecution probation fire rescue nhs icb camhs cdop ofsted cqc
    monday tuesday wednesday thursday friday saturday sunday january february march july september
    october november december christmas boxing easter good new year's bank holiday winter spring half term
    polish somali romanian nigerian jamaican pakistani indian bangladeshi ghanaian english french spanish arabic black
    white asian mixed heritage muslim jewish hindu sikh catholic traveller roma gypsy syrian afghan albanian
    mum mummy mom dad daddy mother father stepdad stepmum son daughter sister brother boy girl baby twin twins parent
    parents boyfriend girlfriend partner man woman men women uncle aunt gran nan grandad grandma grandmother grandfather
    please help urgent thanks thank hi hello dear ok yes tell show find give send call ring phone text email contact
    anyone someone somebody everyone nobody one two three four five six seven eight nine ten first second third last
    both all some any each every other another same such own more most less few many much
    known unknown suspected subject under-five under-one looked care leaver leavers admitted convicted charged arrested
    presenting presented disclosed disclosing reported refusing refuses refused drunk alone unwell pregnant asleep awake
    smith-kline data freedom information privacy law human rights equality mental capacity public media press legal
    early years foundation stage primary secondary infant free special reception nursery key
    fractured broken bruised injured stabbed shot burned drowned strangled raped sexually seriously critically
    using abusing drinking taking taken sleeping crying screaming running hiding playing walking looks looked seems
    q z y l j k n p b c d e f g h m o r s t u v w x
    self-harm suicide county lines gang gangs knife crime serious-case cot sleep safer co-sleeping
    weapons drugs alcohol online internet home-schooled excluded included involved engaged engaging
    working-together ncmd vkpp iicsa rcpch dfe dhr sar scr spr sin lscb cscp csprp lcspr cspr dardr pm am
    vulnerable adolescents adolescent complex exploited hidden unseen invisible
    overview analysis framework strategy procedure procedures policy policies protocol template overview briefing
""")


# Endings that the list of words leaves out.
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers")
_ENDINGS_AFTER_E = ("ing", "ed", "er", "ers")
_SHORTEST_STEM = 3


def is_plain(word: str) -> bool:
    """A folded word stands in the list of English words itself."""
    return word in _english()


def is_english(word: str) -> bool:
    """A folded word is a common English one, or has an ending of one."""
    if is_plain(word):
        return True
    return any(
        word.endswith(ending)
        and len(word) - len(ending) >= _SHORTEST_STEM
        and (
            word[: -len(ending)] in _english()
            or (ending in _ENDINGS_AFTER_E and f"{word[: -len(ending)]}e" in _english())
        )
        for ending in _ENDINGS
    )


@cache
def _english() -> frozenset[str]:
    lines = (files("bot.privacy") / "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


HANDLES = _set("""
    snapchat snap insta instagram tiktok handle username gamertag discord roblox fortnite xbox psn telegram twitter facebook
    twitch whatsapp account screenname
""")
HOUSEHOLD = _set(
    "family families household children kids siblings twins brothers sisters boys girls"
)
NO_INITIALS = _set("""
    gp sin spr scr lac cla cp cin dsl hv sw ed icu itu uk pm am dob sen eal cse cce sao iro pa ks yot it id hr tv edt iv ok pru
    cps ct er la lea ii iii iv wt rp rr dhr sar icb asc csc st dr mr ms bp us eu ni nhs bbc id dv aim tac taf eh lp mp pc dc ps
    uc tb hiv pe re dt rs ta pp no or to in of up be by on we me my he if is as at an do go so
""")
