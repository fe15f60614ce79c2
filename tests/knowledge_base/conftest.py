"""A small made-up knowledge base in which everything holds, to break one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.criteria.fingerprint import fingerprint
from bot.knowledge_base.fault import KnowledgeError
from bot.knowledge_base.loader import read_knowledge, read_sections
from bot.knowledge_base.local_rules import with_local_rules
from bot.knowledge_base.report import check_knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from bot.knowledge import Knowledge
    from bot.knowledge_base.fault import Fault
    from bot.knowledge_base.report import Report

TODAY = date(2026, 11, 26)

CRITERIA = """\
criteria:
  version: 3
  questions:
    - id: age
      code: a
      label: How old were they?
      short: Age
      meaning: The age on the day.
      example: A baby is under 16.
      counter_example: A person of 30 is not.
      sources: [act]
      options:
        - {id: 0-15, code: c, label: Under 16, help: Not yet 16., words: they were under 16}
        - {id: 25+, code: o, label: 25 or over, help: Already 25., words: they were 25 or over}
    - id: outcome
      code: o
      label: What has happened?
      short: What happened
      meaning: Death or harm.
      example: A death.
      counter_example: A bruise.
      sources: [act]
      options:
        - {id: died, code: d, label: They died, help: Any cause., words: they died}
        - {id: seriously_harmed, code: h, label: They were harmed, help: Lasting., words: they were harmed}
        - {id: not_seriously_harmed, code: l, label: Harm was not serious, help: A scratch., words: harm was not serious}
    - id: abuse_or_neglect
      code: n
      label: Is abuse or neglect known?
      short: Abuse or neglect
      meaning: Any worry.
      example: A worry.
      counter_example: No worry.
      sources: [act]
      options:
        - {id: known, code: k, label: "Yes", help: It is known., words: abuse is known}
        - {id: not_known, code: "n", label: "No", help: Nobody knows., words: abuse is not known}
        - id: unsure
          code: x
          label: Not sure
          help: Say so.
          words: it is not certain
          stands_for:
            - {abuse_or_neglect: [known, not_known]}
  impossible: []
  rules:
    - {id: adult, when: {age: [25+]}, verdict: not_on_these_answers, duties: [],
       why: An adult., caution: Other routes., sources: [act], grade: A}
    - {id: death-abuse, when: {outcome: [died], abuse_or_neglect: [known]}, verdict: meets,
       duties: [ecdop, panel, spoc], why: A death., caution: The council decides., sources: [act], grade: A}
    - {id: harm-abuse, when: {outcome: [seriously_harmed], abuse_or_neglect: [known]}, verdict: meets,
       duties: [panel, spoc], why: Harm., caution: The council decides., sources: [act], grade: A}
    - {id: death, when: {outcome: [died]}, verdict: consult,
       duties: [ecdop, spoc], why: A death., caution: Ask., sources: [act], grade: A}
    - {id: harm, when: {}, verdict: consult,
       duties: [spoc], why: Harm., caution: Ask., sources: [act], grade: A}
  criteria:
    - id: harm
      label: A child died or was seriously harmed
      met_when:
        - {outcome: [died, seriously_harmed]}
      sources: [act]
      decided_by: [outcome]
  condition_words:
    - {question: age, options: [0-15], words: they were a child}
"""

GUIDANCE = """\
guidance:
  danger_line: Call 999 if anyone is in danger.
  council_decides: The council decides.
  counting_note: Day one is the next working day.
  headlines:
    - {verdict: meets, title: Report now, short: say so, explanation: It appears to meet the criteria.}
    - {verdict: other_duty, title: Report now too, short: say so, explanation: Another duty applies.}
    - {verdict: consult, title: Ask today, short: say so, explanation: The council decides.}
    - {verdict: not_on_these_answers, title: Not on these answers, short: say so, explanation: Still do this.}
  duties:
    - {id: spoc, label: Tell the front door, explanation: Today., sources: [act], status: confirmed}
    - {id: mash, label: Refer the child, explanation: Today., sources: [act], status: confirmed}
    - {id: ecdop, label: Say that a child died, explanation: Today., sources: [act], status: confirmed}
    - {id: panel, label: Notify the Panel, explanation: Soon., sources: [act], status: confirmed}
    - {id: ofsted_sos, label: Notify Ofsted, explanation: Soon., sources: [act], status: confirmed}
    - {id: query_panel, label: Ask about the Panel, explanation: Today., sources: [act], status: confirmed}
    - {id: adult_safeguarding, label: Raise a concern, explanation: Today., sources: [act], status: confirmed}
  you_do_now:
    - {id: emergency, text: Call 999., sources: [act], status: confirmed, contacts: [front-door]}
  council_does: []
  also_if: []
  deadlines:
    - {id: panel, duty: panel, after: panel, working_days: 5, counted_from: aware, label: The Panel,
       basis: The Act, sources: [act], status: confirmed}
  roles:
    - id: agency
      label: Another agency
      introduction: What you do.
      steps:
        - id: tell
          title: Tell the council
          text: [Tell it today.]
          sources: [act]
          status: confirmed
          links: [topic_harm]
"""

TOPICS = """\
# What we say about harm.
topics:
  - id: harm
    title: What serious harm is
    summary: Lasting harm to a child in {area}.
    body:
      - heading: In the Act
      - quote: serious harm includes lasting harm
        source: act
      - bullets:
          - It may heal.
    sources: [act]
    checked: 2026-11-23
    status: confirmed
    themes: [neglect]
    links:
      - {label: The Act, url: "https://www.law.example/act", what: The law itself}
    contacts: [front-door]
    related: [topic_notice, review_child-a]
    aliases: [lasting harm]
    examples:
      - what counts as serious harm
  - id: notice
    title: What a notice is
    summary: A notice to the council.
    sources: [act]
    checked: 2026-11-23
    status: to-confirm
    to_confirm: {point: the present form, kind: maintainers}
"""

REVIEWS = """\
reviews:
  - id: child-a
    title: Child A
    review_kind: SPR
    area: Exampleton
    published: 2020-02-29
    body:
      - text: No source that we read says what this review is about.
    sources: [partnership-page]
    checked: 2026-11-23
    status: confirmed
    age_groups: [under-1]
    documents:
      - {title: The report, type: report}
"""

SOURCES = """\
sources:
  - {id: act, title: The Act, publisher: Parliament, checked: 2026-11-23, grade: A,
     url: "https://www.law.example/act", read: whole}
  - {id: partnership-page, title: The old page, publisher: The partnership, checked: 2026-11-23,
     grade: C, url: "http://old.example/page", linked: false}
themes:
  - {id: neglect, title: Neglect, aliases: [not cared for]}
contacts:
  - id: front-door
    label: The front door
    phone: "020 0000 0000"
    role: front_door
    opens: "09:00"
    closes: "17:00"
    sources: [partnership-page]
    checked: 2026-11-23
    status: to-confirm
    confirm: To confirm on the council's page
    to_confirm: {point: the number, kind: live-look, page: front-page}
  - {id: night, label: At night, phone: "020 0000 0001", role: out_of_hours,
     sources: [partnership-page], checked: 2026-11-23, status: confirmed}
  - {id: deaths, label: Child deaths, phone: "020 0000 0002", role: child_death,
     sources: [partnership-page], checked: 2026-11-23, status: confirmed}
  - {id: form, label: The form, role: child_death_form,
     sources: [partnership-page], checked: 2026-11-23, status: confirmed}
pages:
  - {id: front-page, title: The page of the front door, url: "https://www.law.example/door"}
"""

VOCABULARY = """\
# What practitioners type.
vocabulary:
  - {term: MASH, expansion: the front door of {area}, category: places, synonyms: [hub]}
  - term: suicide
    expansion: a death by one's own hand
    category: harm
    prefer: died by suicide (not 'committed suicide')
""".replace("the front door of {area}", '"the front door of {area}"')

LOCAL = """\
names:
  area: Exampleton
  partnership: Exampleton Partnership (EXP)
  front_door: Exampleton MASH
local_rules:
  - id: harm-here
    before: harm
    when: {outcome: [seriously_harmed], abuse_or_neglect: [not_known]}
    verdict: other_duty
    duties: [spoc]
    why: Our own rule.
    caution: It is local.
    sources: [partnership-page]
    grade: C
    local: exampleton
out_of_scope:
  - what is the weather
changes:
  - since: 2026-01-01
    title: First criteria
    what: They are in the guide now.
    sources: [act]
    cards: [topic_harm]
    criteria_version: 3
    fingerprint: FINGERPRINT
"""

NAMED_BY_THE_GUIDE = "topics:\n" + "".join(
    f"""\
  - {{id: {name}, title: About {name}, summary: In short., sources: [act], checked: 2026-11-23, status: confirmed}}
"""
    for name in ("immediate-danger", "escalation")
)
SCREENS = "screens:\n" + "".join(
    f"""\
  - {{id: {name}, title: The {name} page, summary: In short., sources: [act], checked: 2026-11-23, status: confirmed}}
"""
    for name in ("start", "notify", "contacts", "changes", "help", "privacy", "about")
)

FIRST_SCREEN = """\
first_screen:
  danger:
    - text: Danger now? Call 999
  titles:
    - text: Report now
      when:
        - {verdict: [meets]}
    - text: Ask today
  pieces: []
  lines:
    - part: when
      words:
        - {text: "{today}."}
  ring:
    leads: []
    state: []
    call:
      - {text: "Ring {front_door_number}", ring: front_door}
    other:
      - {text: "Or {out_of_hours_number}", ring: out_of_hours}
    confirm: []
  passed: This day has passed.
  folds:
    answers: "Your answers: {brief}"
    steps: Steps ({count})
    why: "Why ({reasons}, {sources})"
    turns: Turns ({count})
    alsoif: Also ({count})
    council: The council
    council_for_itself: You
    sources_checked: "Sources ({count}, {open}, {checked})"
    takeaway: Take away
  readers: {agency: Another agency, council: The council}
  start: {title: What happened, check_help: Short., about: A guide., ways_on: {check: Check}}
  notify: {title: Whom to tell, say: Please consider a notification.}
  numbers: {title: Numbers, fold: "All ({count})"}
  danger_now: {title: Call 999 now, text: Act first., check: Then check}
  unknown: This link is cut short.
"""

RECORD = """\
record:
  title: Record
  note: Fill it in.
  made: "Made on {made} at {address}"
  blocks:
    - headings: [Call, "-"]
      rows:
        - label:
            - {text: Rang}
  last_days: Last days
  foot: "Version {version}"
"""

FILES = {
    "england/first_screen.yaml": FIRST_SCREEN,
    "england/record.yaml": RECORD,
    "england/criteria.yaml": CRITERIA,
    "england/guidance.yaml": GUIDANCE,
    "england/topics/harm.yaml": TOPICS,
    "england/sources.yaml": SOURCES,
    "england/vocabulary.yaml": VOCABULARY,
    "local/partnership.yaml": LOCAL,
    "local/reviews/child-a.yaml": REVIEWS,
    "local/screens.yaml": SCREENS,
    "local/topics.yaml": NAMED_BY_THE_GUIDE,
}


@dataclass(frozen=True)
class Base:
    """The folders of a knowledge base, below the current folder."""

    root: Path

    @property
    def folders(self) -> list[Path]:
        return [self.root / "england", self.root / "local"]

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def read(self) -> Knowledge:
        return read_knowledge(self.folders)

    def faults(self) -> tuple[Fault, ...]:
        """What reading complains of; at least one thing."""
        with pytest.raises(KnowledgeError) as raised:
            self.read()
        return raised.value.faults

    def fault(self) -> str:
        """The only complaint."""
        (fault,) = self.faults()
        return str(fault)

    def report(self, today: date = TODAY) -> Report:
        return check_knowledge(self.folders, today)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Base:
    monkeypatch.chdir(tmp_path)
    made = Base(tmp_path)
    for name, text in FILES.items():
        made.write(name, text)
    sections = read_sections(made.folders).sections
    now = fingerprint(with_local_rules(sections.criteria, sections.local_rules))
    made.replace("local/partnership.yaml", "FINGERPRINT", f'"{now}"')
    return made
