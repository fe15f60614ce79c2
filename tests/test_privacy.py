"""Identifying details are noticed; names of reviews, services' numbers and years are not."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide import Guide
from bot.plain import plain_reply
from bot.privacy import identifying_details
from workshop.labelled import is_kept_apart
from workshop.names_file import fitted, labelled, written

QUESTIONS = Path(__file__).parent / "questions"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text("utf-8").splitlines()]


MESSAGES, HELD_OUT = _lines("details.jsonl"), _lines("held-out-details.jsonl")
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
    "initials",
    "handle",
    "car_plate",
    "passport",
}
LONGEST = 4096


def found_in(guide: Guide, text: str) -> tuple[str, ...]:
    known = guide.knowledge
    return identifying_details(text, known.published_names, known.published_contacts)


def _counted(guide: Guide, labelled: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """How many hold details, how many of them are missed, how many do not, how many are flagged."""
    told = [one["text"] for one in labelled if one["kinds"]]
    plain = [one["text"] for one in labelled if not one["kinds"]]
    missed = sum(not found_in(guide, text) for text in told)
    return len(told), missed, len(plain), sum(bool(found_in(guide, text)) for text in plain)


def test_of_the_messages_that_no_fit_has_seen_few_are_missed_and_few_flagged(guide: Guide) -> None:
    told, missed, plain, flagged = _counted(guide, HELD_OUT)
    assert (told, plain) == (145, 155)
    assert missed <= 4
    assert flagged <= 5


def test_of_the_fifth_that_is_kept_apart_few_are_missed_and_few_flagged(guide: Guide) -> None:
    apart = [one for one in MESSAGES if is_kept_apart(one["text"])]
    told, missed, plain, flagged = _counted(guide, apart)
    assert told > 150
    assert missed <= 0.04 * told
    assert flagged <= 0.03 * plain


def test_an_ordinary_sentence_of_work_holds_no_details(guide: Guide) -> None:
    themes = guide.knowledge.language().sentences["ordinary"].values()
    plain = [str(one) for theme in themes for one in theme if is_kept_apart(str(one))]
    assert len(plain) > 100
    assert sum(bool(found_in(guide, text)) for text in plain) <= 2


@pytest.mark.parametrize(
    "frame",
    [
        "{} fell", "{} is bruised", "{} disclosed to me", "{} fell. what do i do", "the boy {} fell",
        "we think {} was hit", "yesterday {} told me",
    ],
)  # fmt: skip
def test_capitals_hide_no_given_name(guide: Guide, frame: str) -> None:
    for name in ("mohammed", "fatima", "kayleigh", "jayden", "oliver", "kwame", "connor"):
        for dress in (str.lower, str.capitalize, str.upper):
            assert "name" in found_in(guide, frame.format(dress(name))), (name, dress)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("known on the street as Lil Zayy", "handle"),
        ("@jaydentrap09 on snapchat", "handle"),
        ("his insta is k_rollz.77", "handle"),
        ("reg AB12 CDE", "car_plate"),
        ("the car was a grey golf LQ19 QIX", "car_plate"),
        ("passport 999228775", "passport"),
        ("K.T., 7, at St Mark's school", "initials"),
        ("Baby S, 3 months", "initials"),
        ("pupil JT, Pennywort Academy", "initials"),
        ("the Smith-Jones family", "name"),
        ("I'm allocated to the Wrzesniewski family", "name"),
        ("her name was grace", "name"),
    ],
)
def test_details_of_every_kind_are_known_by_their_shape(
    guide: Guide, text: str, kind: str
) -> None:
    assert kind in found_in(guide, text)


@pytest.mark.parametrize(
    "text",
    [
        "St Helier A&E", "Mary Seacole ward", "Bernard Weatherill House", "is the GP told, 7 days on",
        "MASH, 9 to 5", "the whole family", "the care family", "SPR, 15 days", "Ofsted, 2 weeks ago",
        "the foster family", "AB and C are options", "KS2, year 6 sats",
    ],
)  # fmt: skip
def test_wards_houses_agencies_and_short_forms_are_no_details(guide: Guide, text: str) -> None:
    assert found_in(guide, text) == ()


def test_a_detail_is_noticed_wherever_it_stands_in_the_longest_message(guide: Guide) -> None:
    beside = "the minutes of the core group are late again and we wait for them. "
    for at in (0, 200, 1000, 3900):
        text = f"{(beside * 70)[:at]}. Kayleigh Whitmore, aged 9. "
        assert "name" in found_in(guide, text), at


def test_the_line_that_asks_to_leave_names_out_is_shown(guide: Guide) -> None:
    for at in (None, "check_2_ac"):
        reply = guide.ask("she died, Kayleigh Whitmore, aged 9", at)
        assert reply.personal_data
        assert "leave out names" in plain_reply(reply)


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
