from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge_base.checks.links import REPOSITORY

if TYPE_CHECKING:
    from tests.knowledge_base.conftest import Base


TOPICS = "england/topics/harm.yaml"
CRITERIA = "england/criteria.yaml"
GUIDANCE = "england/guidance.yaml"
SOURCES = "england/sources.yaml"
VOCABULARY = "england/vocabulary.yaml"
LOCAL = "local/partnership.yaml"
REVIEW = "local/reviews/child-a.yaml"


def test_a_sound_knowledge_base_has_no_faults_and_no_warnings(base: Base) -> None:
    report = base.report()

    assert report.faults == ()
    assert report.warnings == ()


ESSENTIAL = [
    (TOPICS, "id: notice", "id: Not_ice", "`Not_ice` is no id; use small letters"),
    (TOPICS, "id: notice", "id: harm", "the id `harm` is given to another entry too"),
    (TOPICS, "id: notice", f"id: {'long-' * 13}id", "is over 64 characters; shorten the id"),
    (
        TOPICS,
        "related: [topic_notice,",
        "related: [topic_notise,",
        "there is no address `topic_notise`; did you mean `topic_notice`?",
    ),
    (
        TOPICS,
        "related: [topic_notice,",
        "related: [topic_harm,",
        "a card is not related to itself",
    ),
    (
        TOPICS,
        "related: [topic_notice,",
        "related: [topic_notice, topic_notice,",
        "`topic_notice` is named twice",
    ),
    (
        TOPICS,
        "themes: [neglect]",
        "themes: [neglekt]",
        "there is no theme `neglekt`; did you mean `neglect`?",
    ),
    (TOPICS, "contacts: [front-door]", "contacts: [x]", "there is no contact `x`"),
    (TOPICS, "        source: act\n", "        source: akt\n", "there is no source `akt`"),
    (TOPICS, "        source: act\n", "", "a quotation names where it stands"),
    (
        TOPICS,
        "- heading: In the Act",
        "- {heading: In the Act, source: act}",
        "only a quotation has a `source`",
    ),
    (
        TOPICS,
        "- heading: In the Act",
        "- {heading: In the Act, text: More.}",
        "give exactly one of text, heading",
    ),
    (TOPICS, "- heading: In the Act", "- {}", "give exactly one of text, heading"),
    (
        TOPICS,
        "    to_confirm: {point: the present form, kind: maintainers}\n",
        "",
        "say what a person must confirm, and who can",
    ),
    (TOPICS, "status: to-confirm", "status: confirmed", "its point is open"),
    (TOPICS, "kind: maintainers", "kind: settled", "say what a person must confirm, and who can"),
    (
        TOPICS,
        "    status: to-confirm\n",
        "    status: to-confirm\n    confirm: To confirm\n",
        "a reader may see a mark only at a point that is open",
    ),
    (TOPICS, "kind: maintainers", "kind: live-look", "names its `page`, and no other does"),
    (SOURCES, "page: front-page", "page: front-pag", "did you mean `front-page`?"),
    (
        SOURCES,
        "page: front-page",
        "page: front-page, found: changed",
        "what was found also says when",
    ),
    (REVIEW, "sources: [partnership-page]", "sources: []", "no source is named"),
    (REVIEW, "sources: [partnership-page]", "sources: [nowhere]", "there is no source `nowhere`"),
    (
        VOCABULARY,
        "vocabulary:",
        "screens:\n  - {id: strat, title: Start, sources: [], checked: 2026-11-23, status: confirmed, summary: Hello.}\nvocabulary:",
        "no screen is called `strat`, so nothing leads here; did you mean `start`?",
    ),
    (
        CRITERIA,
        "      code: a\n",
        "      code: A\n",
        "`A` is no code; use one small letter or one digit",
    ),
    (CRITERIA, "      code: a\n", "      code: o\n", "the code `o` is given to another entry too"),
    (CRITERIA, "code: c,", "code: o,", "the code `o` is given to another entry too"),
    (CRITERIA, "- {id: 25+, ", "- {id: 0-15, ", "the id `0-15` is given to another entry too"),
    (
        CRITERIA,
        "{id: adult, when: {age: [25+]}",
        "{id: adult, when: {ago: [25+]}",
        "there is no question `ago`; did you mean `age`?",
    ),
    (
        CRITERIA,
        "{id: adult, when: {age: [25+]}",
        "{id: adult, when: {age: [25]}",
        "a text is expected; put it in quotes",
    ),
    (
        CRITERIA,
        "{id: adult, when: {age: [25+]}",
        "{id: adult, when: {age: [26+]}",
        "`age` has no option `26+`; did you mean `25+`?",
    ),
    (
        CRITERIA,
        "{abuse_or_neglect: [known, not_known]}",
        "{abuse_or_neglect: [knwon]}",
        "`abuse_or_neglect` has no option `knwon`",
    ),
    (
        CRITERIA,
        "decided_by: [outcome]",
        "decided_by: [outcomes]",
        "there is no question `outcomes`",
    ),
    (CRITERIA, "options: [0-15], words", "options: [0-16], words", "`age` has no option `0-16`"),
    (CRITERIA, "{question: age,", "{question: ages,", "there is no question `ages`"),
    (
        CRITERIA,
        "{id: harm, when: {}",
        "{id: harm, before: death, when: {}",
        "national rules stand in their order",
    ),
    (
        CRITERIA,
        "{id: death, when",
        "{id: harm-here, when",
        "the id `harm-here` is given to another entry too",
    ),
    (
        CRITERIA,
        "version: 3",
        "version: 4",
        "the criteria have the version 4; make both numbers the same",
    ),
    (
        CRITERIA,
        "duties: [ecdop, spoc], why",
        "duties: [ecdop], why",
        "the criteria decide differently now",
    ),
    (
        LOCAL,
        "before: harm",
        "before: harms",
        "there is no national rule `harms`; did you mean `harm`?",
    ),
    (LOCAL, "  front_door: Exampleton MASH\n", "", "`front_door` is missing; add a line for it"),
    (
        "local/topics.yaml",
        "{id: immediate-danger",
        "{id: danger",
        "`immediate-danger` is missing under `topics`",
    ),
    (
        "local/screens.yaml",
        "  - {id: about, title: The about page, summary: In short., sources: [act], checked: 2026-11-23, status: confirmed}\n",
        "",
        "`about` is missing under `screens`",
    ),
    (LOCAL, "    before: harm\n", "", "say which national rule this one stands in front of"),
    (LOCAL, "    criteria_version: 3\n", "", "the log of changes has no entry with this version"),
    (
        LOCAL,
        "cards: [topic_harm]",
        "cards: [topic_ham]",
        "there is no address `topic_ham`; did you mean `topic_harm`?",
    ),
    (GUIDANCE, "verdict: consult", "verdict: meets", "nothing is said here for `consult`"),
    (GUIDANCE, "verdict: consult", "verdict: meets", "`meets` has a headline already"),
    (GUIDANCE, "{id: mash, label", "{id: spoc, label", "nothing is said here for `mash`"),
    (
        GUIDANCE,
        "working_days: 5",
        "working_days: 0",
        "a deadline is at least one working day away",
    ),
    (
        GUIDANCE,
        "counted_from: aware",
        "counted_from: notified",
        "this counts from the notification of `panel`, which has no deadline of its own",
    ),
    (GUIDANCE, "links: [topic_harm]", "links: [topic_ham]", "there is no address `topic_ham`"),
    (
        GUIDANCE,
        "contacts: [front-door]",
        "contacts: [back-door]",
        "there is no contact `back-door`",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), ESSENTIAL)
def test_the_guide_does_not_start_with(
    base: Base, name: str, old: str, new: str, told: str
) -> None:
    base.replace(name, old, new)

    assert told in "\n".join(map(str, base.faults()))
    assert told in "\n".join(map(str, base.report().faults))


def test_the_decision_table_is_proved_at_every_start(base: Base) -> None:
    before, changed = "duties: [ecdop, spoc], why", "duties: [spoc], why"
    base.replace(CRITERIA, before, changed)
    (fault,) = base.faults()
    fingerprint = fault.message.partition("fingerprint `")[2].partition("`")[0]
    old = base.report().faults[0]
    log = (base.root / old.file).read_text(encoding="utf-8")
    stale = log.partition('fingerprint: "')[2].partition('"')[0]

    base.replace(LOCAL, stale, fingerprint)

    assert {fault.line for fault in base.faults()} == {46}
    assert all("A child death without ecdop" in fault.message for fault in base.faults())


BEFORE_RELEASE = [
    (
        TOPICS,
        "summary: A notice to the council.",
        "summary: One. Two. Three. Four.",
        "an answer has at most 3 sentences and 45 words",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        "summary: A notice to the council.\n    body:\n      - text: " + "word " * 51,
        "at most 50 words stand above the first heading",
    ),
    (
        SOURCES,
        "https://www.law.example/act",
        "https://safeguarding.network/act",
        "a page there names what a review keeps anonymous",
    ),
    (
        REVIEW,
        "    documents:\n",
        f'    links:\n      - {{label: All, url: "{REPOSITORY}"}}\n    documents:\n',
        "say `until: 2025-02-28`",
    ),
    (
        TOPICS,
        "title: What a notice is",
        "title: What serious harm is",
        f"{TOPICS}:24:12: `What serious harm is` stands at `topic_harm` too",
    ),
    (
        TOPICS,
        "title: What a notice is",
        "title: Notice\n    examples: [What counts as serious harm?]",
        f"{TOPICS}:25:16: `What counts as serious harm?` stands at `topic_harm` too",
    ),
    (
        TOPICS,
        'url: "https://www.law.example/act"',
        "url: https://elsewhere.example",
        f"{TOPICS}:17:31: no source stands on elsewhere.example",
    ),
    (
        TOPICS,
        'url: "https://www.law.example/act"',
        "url: ftp://law.example/act",
        f"{TOPICS}:17:31: `ftp://law.example/act` is no address of a page",
    ),
    (
        TOPICS,
        'url: "https://www.law.example/act"',
        "url: http://old.example/page",
        f"{TOPICS}:17:31: old.example is never linked",
    ),
    (
        TOPICS,
        'url: "https://www.law.example/act"',
        "url: https://www.scribd.com/x",
        f"{TOPICS}:17:31: scribd.com shows copies",
    ),
    (
        SOURCES,
        "https://www.law.example/act",
        "https://old.example/act",
        f"{SOURCES}:3:11: old.example is never linked",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        f"summary: {'a ' * 1800}",
        f"{TOPICS}:25:14: this is longer than 3500 characters",
    ),
    (
        TOPICS,
        "summary: A notice to the council.",
        f"summary: {'🙂' * 1751}",
        f"{TOPICS}:25:14: this is longer than 3500 characters",
    ),
    (
        CRITERIA,
        "label: Under 16,",
        f"label: {'Under ' * 12}, ",
        "this is longer than 64 characters",
    ),
    (
        REVIEW,
        "    body:\n      - text: No source that we read says what this review is about.\n",
        "",
        f"{REVIEW}:2:5: this card says nothing",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), BEFORE_RELEASE)
def test_the_check_refuses(base: Base, name: str, old: str, new: str, told: str) -> None:
    base.replace(name, old, new)

    assert told in "\n".join(map(str, base.report().faults))


def test_a_term_is_not_explained_twice_in_the_same_way(base: Base) -> None:
    base.write(
        "local/words.yaml",
        "vocabulary:\n  - {term: MASH, expansion: The front door of Exampleton, category: x}\n",
    )

    assert "explained twice" in "\n".join(map(str, base.report().faults))


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("published_elsewhere: [Daniel]", "`Daniel` may be any child's name"),
        ("published_elsewhere: [Child X, child x]", "`child x` stands here twice"),
        ("published_elsewhere: [Ann Wood]\npublic_people: [Ann Wood]", "stands here twice"),
    ],
)
def test_a_public_name_is_whole_and_given_once(base: Base, names: str, told: str) -> None:
    base.write("local/names.yaml", f"{names}\n")

    assert told in "\n".join(map(str, base.report().faults))


def test_the_longest_dialogue_must_fit_into_an_address(base: Base) -> None:
    codes = "bcdefghijklm"
    question = (
        (base.root / CRITERIA)
        .read_text(encoding="utf-8")
        .partition("    - id: age\n")[2]
        .partition("    - id: outcome")[0]
    )
    more = "".join(
        f"    - id: more-{code}\n{question.replace('code: a', f'code: {code}', 1)}"
        for code in codes
    )

    base.replace(CRITERIA, "    - id: outcome\n", f"{more}    - id: outcome\n")

    assert f"{CRITERIA}:3:3: answers to so many questions do not fit" in "\n".join(
        map(str, base.faults())
    )


def test_a_slot_that_nothing_fills_is_told(base: Base) -> None:
    base.replace("england/first_screen.yaml", 'text: "{today}."', 'text: "{todya}."')
    assert "`{todya}` is filled by nothing" in base.fault()


def test_a_condition_of_a_line_names_what_exists(base: Base) -> None:
    base.replace("england/first_screen.yaml", "verdict: [meets]", "verdict: [maets]")
    assert "`verdict` has no option `maets`" in base.fault()


def test_a_role_without_a_contact_is_told(base: Base) -> None:
    base.replace("england/sources.yaml", "role: out_of_hours", "role: child_death")
    assert any("`role: out_of_hours`" in str(fault) for fault in base.faults())


def test_a_front_door_without_hours_is_told(base: Base) -> None:
    base.replace("england/sources.yaml", 'opens: "09:00"', 'opens: "9 am"')
    assert "the front door has its hours" in base.fault()


def test_the_letter_of_the_reader_is_no_letter_of_a_question(base: Base) -> None:
    base.replace("england/criteria.yaml", "code: a\n", "code: r\n")
    assert any("for whom the reader works" in str(fault) for fault in base.faults())
