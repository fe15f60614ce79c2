"""The first screen of an outcome, composed a second time from its rules and by no data of the guide.

An independent reading of the same rules: it knows the answers, what they tell, the moment and the
reader, and writes every line itself. What it writes is what a first screen must say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

HOLIDAYS = {
    date(2026, 12, 25),
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
}
MASH, DUTY_TEAM, COORDINATOR = "020 8255 2888", "020 8726 6400", "020 8604 7392"
CHILD = ("0-15", "16-17")
HERE = ("here", "outside_england_lives_here")
RING = ("state", "call", "other", "confirm")
CORONER = "and a doctor may have to tell the coroner"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
NOT = "Not a serious incident notification on these answers"

First = list[tuple[str, str]]


@dataclass(frozen=True)
class What:
    """What the answers tell."""

    answers: Mapping[str, str]
    verdict: str
    now: frozenset[str]
    may: frozenset[str]
    place: str | None

    def is_(self, question: str, *options: str) -> bool:
        return self.answers.get(question) in options

    @property
    def died(self) -> bool:
        return self.is_("outcome", "died")

    @property
    def child(self) -> bool:
        return self.is_("age", *CHILD, "unsure")

    @property
    def looked_after(self) -> bool:
        return self.is_("looked_after", "yes")

    @property
    def care_leaver(self) -> bool:
        return self.is_("care_leaver", "yes")

    @property
    def referral(self) -> bool:
        return "mash" in self.now | self.may

    @property
    def notice(self) -> bool:
        return "ecdop" in self.now | self.may and self.died

    @property
    def reports(self) -> bool:
        return self.verdict != "not_on_these_answers"

    @property
    def call(self) -> bool:
        return "spoc" in self.now or self.referral


def first(what: What, now: datetime | None, *, council: bool) -> First:
    """The lines in reading order, each with its part; lines of one part are one text."""
    council = council and what.reports
    lines = [("danger", _danger(what)), ("title", _title(what, council=council))]
    lines += _do(what)
    if council:
        lines.append(("manager", "Tell the Designated Manager now."))
        lines += _due(what, now)
    ring, said = _ring(what, now), _said(what, now, council=council)
    lines += [*ring, *said] if what.call else [*said, *ring]
    return [(part, text.replace("'", APOSTROPHE)) for part, text in lines]


def _danger(what: What) -> str:
    if what.died and what.child:
        return "Danger now, or an unexpected death with no police or ambulance there? Call 999"
    return "Anyone in danger or needing medical help now? Call 999"


def _title(what: What, *, council: bool) -> str:
    if what.verdict == "consult":
        return "Report as a query today: the council decides"
    if what.verdict == "not_on_these_answers":
        return " ".join((*_before_the_no(what), NOT))
    if what.verdict == "meets":
        verb = "Notify" if council and what.place in HERE else "Report now"
        return f"{verb}: this appears to meet the criteria for notification"
    if what.died:
        whose = "looked-after child" if what.looked_after else "care leaver"
        return f"Report now: a {whose}'s death is notified, whatever the cause"
    return "Report now: Croydon asks for a notification of serious harm to a looked-after child"


def _before_the_no(what: What) -> list[str]:
    """What must be done although nothing is notified: it stands before the "not"."""
    if what.referral:
        return ["Make a child protection referral now."]
    if what.notice:
        young = "" if "ecdop" in what.now else ", if they may have been under 18"
        return [f"Send the death notice today{young}."]
    if "adult_safeguarding" not in what.now:
        return []
    if what.died:
        return ["Ask about a safeguarding adults review."]
    return ["Raise an adult safeguarding concern."]


def _do(what: What) -> First:
    if what.reports:
        return []
    if what.notice:
        return [
            ("do", "Open the eCDOP form on the partnership's page"),
            ("do-help", f"Questions: child death coordinator {COORDINATOR}"),
        ]
    if "adult_safeguarding" in what.now and what.died:
        lead = "Ask your safeguarding lead to refer it, if they had care and support needs."
    elif "adult_safeguarding" in what.now:
        lead = "Ask your safeguarding lead how: we found no number for it."
    elif what.referral:
        return []
    elif what.is_("outcome", "seriously_harmed"):
        lead = "Tell your safeguarding lead today, and use your own agency's incident route."
    else:
        lead = "Tell your safeguarding lead today."
    return [("do", lead)]


def _due(what: What, now: datetime | None) -> First:
    panel = "panel" in what.now and what.place in HERE
    ofsted = "ofsted_sos" in what.now
    if now is None or not (panel or ofsted):
        return []
    whom = "the Panel" if panel else "Ofsted and the Secretary of State"
    whom = "the Panel and Ofsted" if panel and ofsted else whom
    day, left = now.date(), 5
    while left:
        day += timedelta(days=1)
        left -= _works(day)
    when = f"{_long(day)}, if the council became aware today."
    return [("due", f"Notify {whom} no later than {when}")]


def _ring(what: What, now: datetime | None) -> First:
    lead = ""
    if not what.call:
        others = what.is_("age", "18-24", "25+") or what.died
        lead = "Other children at risk? " if others else "Worried about a child? "
    confirm = ("confirm", "Numbers to confirm: council's page")
    if now is None:
        return [
            ("call", f"{lead}Monday to Friday, 9am to 5pm: ring Croydon MASH {MASH}"),
            ("other", f"At any other time: Emergency Duty Team {DUTY_TEAM}"),
            confirm,
        ]
    opens = _opens(now)
    if opens is None:
        state, call = "is open, until 5pm", f"{lead}Ring Croydon MASH {MASH}"
        other = f"From 5pm today: Emergency Duty Team {DUTY_TEAM}"
    else:
        day = "today" if opens == now.date() else f"on {_long(opens)}"
        state = f"is closed, until 9am {day}"
        call = f"{lead}Ring the Emergency Duty Team {DUTY_TEAM}"
        other = f"From 9am {day}: Croydon MASH {MASH}"
        if what.call:
            other = f"Then tell MASH when it opens: {MASH}"
    at = [("state", f"At {_clock(now)} MASH {state}.")] if what.call else []
    return [*at, ("call", call), ("other", other), confirm]


def _said(what: What, now: datetime | None, *, council: bool) -> First:
    lines = []
    if what.call:
        lines.append(("say", f"“{_sentence(what)} {_ask(what)}”"))
    if what.reports or what.referral or what.notice:
        today = f", {_long(now.date())}" if now else ""
        proof = " Do not wait for proof." if "spoc" in what.now and not council else ""
        lines.append(("when", f"By when: today{today}.{proof}"))
    then = [*_then_the_notice(what), *_then_others(what), *_then_adults(what)]
    if then:
        lines.append(("then", " ".join(then)))
    next_ = _next(what, council=council)
    return [*lines, ("next", next_)] if next_ else lines


def _who(what: What) -> str:
    if what.is_("age", "unborn"):
        return "an unborn child"
    if what.is_("age", "25+"):
        return "an adult"
    if what.is_("age", "unsure"):
        return "someone who may be under 18"
    if what.is_("age", "18-24"):
        kind = "care leaver" if what.care_leaver else "young person"
        return f"a {kind} aged 18 to 24"
    if what.looked_after:
        return "a looked-after child"
    return "a care leaver aged 16 or 17" if what.care_leaver else "a child"


def _worry(what: What) -> str | None:
    by_answer = {
        "known": "abuse or neglect is known",
        "suspected": "abuse or neglect is suspected",
        "unsure": "abuse or neglect cannot be ruled out",
    }
    signs = {"yes": "there is a warning sign", "unsure": "a warning sign cannot be ruled out"}
    worry = what.answers.get("abuse_or_neglect", "")
    if worry != "not_known":
        return by_answer.get(worry)
    return signs.get(what.answers.get("warning_signs", ""), "nobody suspects abuse or neglect")


def _sentence(what: What) -> str:
    worry = _worry(what)
    if what.is_("outcome", "not_seriously_harmed"):
        return f"I am worried about {_who(what)}{f': {worry}' if worry else ''}."
    happened = {
        "died": "has died",
        "seriously_harmed": "has been seriously harmed",
        "possibly_seriously_harmed": "may have been seriously harmed",
    }.get(what.answers["outcome"], "may have died or been seriously harmed")
    said = f"{_who(what)} {happened}"
    if what.is_("age", "unborn") and what.died:
        said = "a baby has died before birth, or was born with no sign of life"
    said = said[0].upper() + said[1:]
    if what.is_("began_before_18", "yes"):
        said += ": it began before they were 18"
    return f"{said}, and {worry}." if worry else f"{said}."


def _ask(what: What) -> str:
    if "spoc" not in what.now:
        return "This is a child protection referral."
    panel = ", to the Panel too" if "query_panel" in what.now else ""
    incident = f"a possible serious incident: please consider a notification{panel}."
    return f"This is {'a child protection referral and ' if what.referral else ''}{incident}"


def _then_the_notice(what: What) -> list[str]:
    if not what.reports and what.notice:
        return [
            f"Sudden or unexplained? Say so in the notice: a joint agency response may follow, {CORONER}.",
            "No explanation yet? Change “no warning sign” to “not sure”.",
        ]
    lines = []
    if what.reports and what.notice:
        sure = "ecdop" in what.now
        lines.append(
            "Send the eCDOP death notice too."
            if sure
            else "May have been under 18? Send the eCDOP death notice today."
        )
    elif what.reports and "ecdop" in what.may:
        lines.append("Child has died? Send the eCDOP death notice today.")
    elif what.is_("age", "unborn") and what.died:
        lines.append("Any sign of life? Send the eCDOP death notice today.")
    suspected = what.is_("abuse_or_neglect", "known", "suspected")
    if what.reports and what.died and what.child and suspected:
        lines.append("Other children there? Refer them.")
    return lines


def _then_others(what: What) -> list[str]:
    """The other councils, and the notice of another area."""
    lives = "lived" if what.died else "lives"
    notice = ", and send that area's death notice" if what.died and "ecdop" in what.now else ""
    elsewhere = what.place == "elsewhere_in_england"
    if elsewhere and notice:
        both = "where it happened and where the child lived"
        return [f"Ring the councils {both}; send that area's death notice."]
    lines = ["Ring the council where it happened too."] if elsewhere else []
    if what.place == "outside_england_lives_elsewhere":
        lines.append(f"Ring the child's home council in England too{notice}.")
    elif what.place == "unsure":
        both = f"where it happened, and where the child {lives}"
        lines.append(f"Ring the councils of both areas: {both}.")
    elif what.call and what.child and what.place != "outside_england_lives_here":
        care = ""
        if (what.looked_after or what.care_leaver) and not elsewhere:
            care = f", or {'was ' if what.died else ''}in another council's care"
        lines.append(f"Child {lives} elsewhere{care}? Ring that council too{notice}.")
    elif what.care_leaver and "ofsted_sos" in what.now:
        lines.append("Another council responsible for them? Ring it too.")
    elif not what.reports and what.notice:
        lines.append("Child lived elsewhere? Send that area's death notice too.")
    return lines


def _then_adults(what: What) -> list[str]:
    if not (what.reports and "adult_safeguarding" in what.now):
        return []
    about = "a safeguarding adults review" if what.died else "an adult safeguarding concern"
    return [f"Ask your safeguarding lead about {about}."]


def _next(what: What, *, council: bool) -> str:
    if what.verdict == "meets":
        return _next_after_meets(what, council=council)
    if what.verdict == "other_duty" and what.died:
        must = "must" if what.looked_after else "should"
        told = f"Next: the council {must} notify Ofsted and the Secretary of State."
        return "" if council else told
    if what.reports:
        return {
            "other_duty": "Next: the council notifies; the partners decide on a rapid review.",
            "consult": "Next: the council decides with its partners. Not settled is not “no”.",
        }[what.verdict]
    if what.notice:
        return "Next: a child death review, as after every child's death."
    if what.referral:
        return "If the harm turns out to be serious, answer again."
    return "Learn something new? Answer again the same day."


def _next_after_meets(what: What, *, council: bool) -> str:
    if what.place in HERE:
        who = "the council, not you,"
    else:
        who = "one of the councils" if what.place == "unsure" else "that council, not Croydon,"
    later = "" if council else " Whether there is a review is decided later."
    return "" if council and what.place in HERE else f"Next: {who} must notify the Panel.{later}"


def _long(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _works(day: date) -> bool:
    return day.isoweekday() < 6 and day not in HOLIDAYS


def _clock(at: datetime) -> str:
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def _opens(now: datetime) -> date | None:
    """The day on which MASH opens again; None while it is open."""
    day = now.date()
    if _works(day) and now.hour < 17:
        return None if now.hour >= 9 else day
    day += timedelta(days=1)
    while not _works(day):
        day += timedelta(days=1)
    return day
