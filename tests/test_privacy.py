"""Identifying details are noticed; names of reviews, services' numbers and years are not."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide import Guide
from bot.privacy import identifying_details
from bot.privacy.fitting import fitted, labelled, written

MESSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "details.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
KINDS = {
    "name",
    "date_of_birth",
    "nhs_number",
    "postcode",
    "address",
    "phone",
    "email",
    "case_reference",
    "national_insurance_number",
}
LONGEST = 4096


def found_in(guide: Guide, text: str) -> tuple[str, ...]:
    known = guide.knowledge
    return identifying_details(text, known.published_names, known.published_contacts)


def test_at_most_one_message_with_details_in_ten_is_missed(guide: Guide) -> None:
    told = [one["text"] for one in MESSAGES if one["kinds"]]
    missed = [text for text in told if not found_in(guide, text)]
    assert len(missed) * 10 <= len(told), missed


def test_at_most_one_other_message_in_twenty_is_flagged(guide: Guide) -> None:
    plain = [one["text"] for one in MESSAGES if not one["kinds"]]
    flagged = [text for text in plain if found_in(guide, text)]
    assert len(flagged) * 20 <= len(plain), flagged


def test_the_kinds_are_those_that_were_written(guide: Guide) -> None:
    told = [one for one in MESSAGES if one["kinds"]]
    right = [one for one in told if set(found_in(guide, one["text"])) == set(one["kinds"])]
    assert len(right) >= 0.9 * len(told)


def test_no_name_of_a_review_is_flagged(guide: Guide) -> None:
    flagged = [
        name
        for name in guide.knowledge.published_names
        if found_in(guide, f"tell me about {name}")
    ]
    assert flagged == []


def test_no_way_to_reach_a_service_is_flagged(guide: Guide) -> None:
    for contact in guide.knowledge.library.contacts.values():
        for way in (contact.phone, contact.email):
            assert not way or found_in(guide, f"is it still {way}") == ()


def test_an_nhs_number_needs_its_check_digit_where_nothing_names_it() -> None:
    assert identifying_details("943 476 5919 has a bruise") == ("nhs_number",)
    assert identifying_details("943 476 5918 has a bruise") == ()


def test_ten_digits_need_a_patient_and_a_check_digit() -> None:
    assert identifying_details("baby 9434765919 has a bruise") == ("nhs_number",)
    assert identifying_details("baby 9434765918 has a bruise") == ()
    assert identifying_details("my order 9434765919 came") == ()


def test_a_mailbox_of_a_role_is_nobodys() -> None:
    assert identifying_details("childreferrals@croydon.gov.uk") == ()
    assert identifying_details("jane.smith@croydon.gov.uk") == ("email",)
    assert identifying_details("childreferrals@gmail.com") == ("email",)


def test_the_date_of_an_incident_is_no_date_of_birth() -> None:
    assert identifying_details("died on 3 March, aware on 20/11/2026") == ()
    assert identifying_details("born on 3 March 2014") == ("date_of_birth",)


@pytest.mark.parametrize(
    "text",
    [
        "little oluwaseun age 4 comes to nursery in wet clothes",
        "jerome campbell got excluded and hangs round with older lads",
        "Farzana, who is in Year 4, says she will be married",
        "fourteen-year-old Tyrell was arrested with knives",
        "DANUTA WOJCIK KEEPS CANCELLING MY VISITS",
        "the pastor said that gloire, 6, is a witch",
        "Mrs Thavaseelan won't let me see upstairs",
        "May is 6 and her sister Summer is 4, both are hurt",
        "we worry about Xqwyla, 7, who is always hungry",
    ],
)
def test_a_name_is_known_by_what_stands_around_it(text: str) -> None:
    assert identifying_details(text) == ("name",)


@pytest.mark.parametrize(
    "text",
    [
        "May I close the case when the mother will not engage",
        "Will the panel grant a grace period",
        "mark my words, hope and faith come up in April, June and August",
        "what was Operation Makesafe about",
        "what is Awaab's Law",
        "is there learning for a Christian family",
        "Mr or Mrs, how should we write about parents",
    ],
)
def test_a_word_that_is_a_name_as_well_is_none_by_itself(text: str) -> None:
    assert identifying_details(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Compare Khyra Ishaq and Dylan Seabridge, both home educated",
        "Ellie Butler lived in Sutton, what did the review say of 2012",
        "How did the review of Logan Mwangi, 5, judge the visits",
        "did Arthur Labinjo-Hughes, 6, see a social worker",
        "Annie Hudson says that panels should be bold",
    ],
)
def test_a_name_that_is_known_to_the_public_is_no_detail(guide: Guide, text: str) -> None:
    assert found_in(guide, text) == ()
    assert identifying_details(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("born the ninth of january twenty nineteen", "date_of_birth"),
        ("my client (b. 11th Nov 2009) is pregnant", "date_of_birth"),
        ("she turned 14 on 5 June", "date_of_birth"),
        ("nhs number is 943.476.5919", "nhs_number"),
        ("at CR5-3HD since May", "postcode"),
        ("lives at number 6 on Old Tannery Row", "address"),
        ("ring o7700 9oo 514", "phone"),
        ("k.nowak84 (at) mail.example", "email"),
        ("lola.b at gmail dot com", "email"),
        ("Court bundle ZE24P00391", "case_reference"),
        ("police log 8812 of yesterday", "case_reference"),
        ("MARAC case 77/24/CRO", "case_reference"),
        ("EHM 20033417 was closed", "case_reference"),
    ],
)
def test_details_are_known_in_odd_shapes(text: str, kind: str) -> None:
    assert identifying_details(text) == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-0-11-730195-2",
        "Statutory instrument 2018/789",
        "DfE-00195-2018",
        "knife crime 2019-2021",
        "Re B [2013] UKSC 33",
        "found at 7 in the morning",
    ],
)
def test_numbers_of_books_laws_and_years_are_no_details(text: str) -> None:
    assert identifying_details(text) == ()


def test_what_is_fitted_is_the_same_each_time() -> None:
    told = [(one["text"], "name" in one["kinds"]) for one in MESSAGES[::10]]
    first, second = (written(fitted(labelled(told, ["what is a rapid review"], ()))) for _ in "ab")
    assert first == second


@pytest.mark.parametrize(
    "words",
    [
        "called is ",
        "Mr . . ",
        "case 1/2 ",
        "a at ",
        "born the ",
        "o7 ",
        "A1/",
        "Ab-",
        "a ",
        "1 ",
        "1",
        "case no ",
        "a@b.",
        "Jayden Smith ",
        "call 1-",
        "12 a",
        "0 ",
        "(0",
        "1234567890 ",
        "lives at 3 ",
    ],
)
def test_the_longest_message_is_read_in_a_blink(words: str) -> None:
    start = time.process_time()
    identifying_details((words * LONGEST)[:LONGEST])
    assert time.process_time() - start < 1


@given(st.text(max_size=300))
def test_any_text_gives_known_kinds_only(text: str) -> None:
    assert set(identifying_details(text)) <= KINDS


def test_details_are_never_shown_again(guide: Guide) -> None:
    reply = guide.ask("Jayden Smithson, 14, NHS number 943 476 5919, what is a rapid review")
    assert {"name", "nhs_number"} <= set(reply.personal_data)
    shown = repr(reply.screens)
    assert "Smithson" not in shown
    assert "943 476" not in shown
