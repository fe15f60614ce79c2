"""Where the harm happened, when a sentence says it clearly. The hospital is not the place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELSEWHERE = (
    "barking|dagenham|barnet|bexley|brent|bromley|camden|ealing|enfield|greenwich|hackney"
    "|hammersmith|fulham|haringey|harrow|havering|hillingdon|hounslow|islington"
    "|kensington|kingston|lambeth|lewisham|merton|newham|redbridge|richmond|southwark|sutton"
    "|tower hamlets|waltham forest|wandsworth|westminster|croydon|birmingham|blackpool"
    "|bolton|bournemouth|bradford|brighton|bristol|cambridge|cornwall|coventry|crawley|derby"
    "|devon|doncaster|dorset|essex|hampshire|hertfordshire|hull|kent|leeds|leicester"
    "|liverpool"
    "|luton|manchester|margate|newcastle|norfolk|northampton|norwich|nottingham|oxford"
    "|plymouth|portsmouth|reading|sheffield|slough|somerset|southampton|southend|suffolk"
    "|surrey|sussex|wolverhampton|worthing|york|yorkshire"
)
_ABROAD = (
    "scotland|wales|northern ireland|ireland|france|spain|portugal|italy|greece|turkey"
    "|germany|poland|romania|bulgaria|jamaica|nigeria|ghana|somalia|pakistan|india|bangladesh"
    "|gambia|kenya|egypt|morocco|cyprus|malta|albania|belgium|the netherlands|america|the usa"
    "|usa|dubai|abroad|edinburgh|glasgow|cardiff|swansea|belfast|sri lanka|afghanistan|iraq"
    "|sudan"
)
_HARMED = (
    r"(?:died|killed|stabbed|shot|drowned|injured|harmed|attacked|murdered|hurt|assaulted"
    r"|raped|beaten|crash|fire|dead|run over|hanged|happened|fell|hit)"
)
_NOT_BETWEEN = (
    r"(?!at |from |hospital|now |lives |living |placed |living |school|care |court|later "
    r"|home |who |after )"
)
_HOME = r"\b(?:from|lives in|lived in|living in|home in|resident in|normally in|resident of)"


@lru_cache(maxsize=4)
def _patterns(area: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where harm happened, in this area, elsewhere in England or abroad; and a home in the area."""
    near = rf"\b{_HARMED}\b,? (?:{_NOT_BETWEEN}\w+ ){{0,5}}?in "
    here = re.escape(area.casefold()) or "(?!)"
    return (
        re.compile(
            rf"{near}(?P<place>{here}|{_ELSEWHERE})\b(?! (?:university|hospital|general|mayday|court))"
        ),
        re.compile(
            rf"{near}(?:{_ABROAD})\b|\b(?:on holiday|abroad|visiting family) in (?:{_ABROAD})\b"
        ),
        re.compile(rf"{_HOME} {here}\b"),
    )


def read_place(sentences: Sequence[str], area: str) -> str | None:
    """The option of the place question that the sentences clearly say, or None."""
    in_england, abroad, home = _patterns(area)
    text = " ".join(sentences)
    places = {found["place"] for found in in_england.finditer(text)}
    if abroad.search(text):
        return "outside_england_lives_here" if home.search(text) and not places else None
    if len(places) != 1 or re.search(
        r"\b(?:maybe|possibly|not sure|unsure|think|might|may) (?:\w+ ){0,3}in\b", text
    ):
        return None
    if not area:
        return None
    return "here" if area.casefold() in places else "elsewhere_in_england"
