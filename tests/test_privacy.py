"""Identifying details are noticed; names of reviews, services' numbers and years are not."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking import Asking
from bot.guide import Guide
from bot.privacy import identifying_details

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


def published(guide: Guide) -> Asking:
    return Asking(guide.basis, guide.matcher.match)


def found_in(guide: Guide, text: str) -> tuple[str, ...]:
    asking = published(guide)
    return identifying_details(text, asking.published_names, asking.published_contacts)


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
        for name in published(guide).published_names
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
    "words",
    [
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
