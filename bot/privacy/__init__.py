"""Identifying details in a message: noticed so that the reader can leave them out. Never kept.

Only the kinds are told, never what was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.privacy.contacts import has_email, has_phone
from bot.privacy.homes import has_address, has_postcode
from bot.privacy.names import names_someone
from bot.privacy.numbers import has_date_of_birth, has_nhs_number
from bot.privacy.published import published
from bot.privacy.references import has_case_reference, has_national_insurance_number
from bot.privacy.shapes import has_family, has_handle, has_initials, has_passport, has_plate

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 4096


def identifying_details(
    text: str,
    published_names: Collection[str] = (),
    published_contacts: Collection[str] = (),
) -> tuple[str, ...]:
    """The kinds of identifying details in a text, such as `email`; empty when there are none.

    Args:
        text: as typed.
        published_names: names under which reviews are published; never taken for a person's.
        published_contacts: phone numbers and e-mails of services; never taken for a person's.
    """
    read = text[:_LONGEST]
    known = published(published_names)
    numbers = any(one.isdigit() for one in read)
    found = {
        "name": names_someone(read, published_names) or has_family(read, known),
        "initials": has_initials(read),
        "handle": has_handle(read),
        "car_plate": numbers and has_plate(read),
        "passport": numbers and has_passport(read),
        "date_of_birth": has_date_of_birth(read),
        "nhs_number": numbers and has_nhs_number(read),
        "postcode": numbers and has_postcode(read),
        "address": numbers and has_address(read),
        "phone": numbers and has_phone(read, published_contacts),
        "email": has_email(read, published_contacts),
        "case_reference": numbers and has_case_reference(read),
        "national_insurance_number": numbers and has_national_insurance_number(read),
    }
    return tuple(kind for kind, there in found.items() if there)
