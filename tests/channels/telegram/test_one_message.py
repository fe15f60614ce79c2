"""Every outcome and question is one message: at most six rows of buttons, short, and no two alike."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from bot.channels.telegram.fitting import fitted, further
from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.markup import TEXT_LIMIT, units
from bot.channels.telegram.phones import international
from bot.channels.telegram.rendering import Rendered, render
from bot.clock import ENGLAND
from bot.criteria.answers_in_address import Reader, encode
from bot.criteria.dialogue import paths
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import Action, ContactLine, Entries, Entry, Line, Lines, Part, Screen

OPEN = datetime(2026, 12, 1, 16, 20, tzinfo=ENGLAND)
CLOSED = datetime(2026, 12, 4, 17, 40, tzinfo=ENGLAND)
MOMENTS = {"closed": CLOSED, "open": OPEN, "unknown": None}
MOST_ROWS, ALONE, BESIDE, MOST_ENTRIES = 6, 34, 18, 5
"""What screens may have in Telegram; not what the code says that it is."""
SHARE = "https://t.me/review_guide_bot?start=start"
NUMBERED = re.compile(r"\d+[.)] ")
NATIONAL = re.compile(r"(?<!\d)0\d{2,4} \d{3,4} \d{3,4}")


def _check(rendered: Rendered, pages: int = 1) -> None:
    assert len(rendered.pages) <= pages
    assert all(units(page.plain) <= TEXT_LIMIT for page in rendered.pages)
    assert not any(NATIONAL.search(page.plain) for page in rendered.pages)
    _check_buttons(rendered.keyboard)


def _check_buttons(keyboard: Keyboard) -> None:
    assert 1 <= len(keyboard) <= MOST_ROWS
    labels = [one.label for row in keyboard for one in row]
    assert len(set(labels)) == len(labels)
    assert not any(NUMBERED.match(label) for label in labels)
    for row in keyboard:
        assert len(row) <= 2
        assert all(units(one.label) <= (ALONE if len(row) == 1 else BESIDE) for one in row)


@pytest.mark.parametrize("reader", [Reader.AGENCY, Reader.COUNCIL])
@pytest.mark.parametrize("clock", MOMENTS)
def test_every_outcome_is_one_message_of_at_most_six_rows(
    knowledge: Knowledge, clock: str, reader: Reader
) -> None:
    moment = MOMENTS[clock]
    guide = Guide(knowledge, now=lambda: moment)
    for path in paths(guide.basis.table):
        pairs = encode(knowledge.criteria, path, (), reader)
        screen = guide.open(f"outcome_{guide.basis.version}_{pairs}")
        assert screen.outcome is not None
        rendered = render(fitted(screen), SHARE)
        _check(rendered)
        said = rendered.pages[0].plain
        assert "Call 999" in said.split("\n")[0]
        assert said.index(screen.title) < said.index("Your answers: ")
        labels = [one.label for row in rendered.keyboard for one in row]
        assert {"All your steps", "Why, with sources", "Change an answer"} <= set(labels)


def test_every_dated_outcome_is_one_message(knowledge: Knowledge) -> None:
    guide = Guide(knowledge, now=lambda: CLOSED)
    for path in paths(guide.basis.table):
        for reader in (Reader.AGENCY, Reader.COUNCIL):
            pairs = encode(knowledge.criteria, path, (), reader)
            address = f"outcome_{guide.basis.version}_{pairs}_20261123_ab12cd"
            _check(render(fitted(guide.open(address)), SHARE))


def test_every_question_and_every_list_of_answers_is_one_message(knowledge: Knowledge) -> None:
    guide = Guide(knowledge, now=lambda: OPEN)
    stops = {()} | {
        tuple(path.items())[:length]
        for path in paths(guide.basis.table)
        for length in range(1, len(path) + 1)
    }
    for stop in stops:
        pairs = encode(knowledge.criteria, dict(stop))
        screen = guide.open(f"check_{guide.basis.version}_{pairs}" if pairs else "check")
        rendered = render(fitted(screen), SHARE)
        _check(rendered)
        addresses = {one.address for row in rendered.keyboard for one in row}
        if screen.question:
            assert {one.address for one in screen.question.choices} <= addresses
        else:
            changes = {one.address for one in screen.actions if one.id == "change"}
            assert changes <= addresses
            assert any(one.startswith("outcome_") for one in addresses)


def test_every_fold_of_an_outcome_is_reached_and_leads_back(guide: Guide) -> None:
    address = f"outcome_{guide.basis.version}_acodnslnph"
    outcome = guide.open(address)
    shown = {one.address for row in render(outcome).keyboard for one in row}
    for fold in outcome.folds:
        if fold.id != "sources":
            assert fold.address in shown
        screen = fitted(guide.open(fold.address))
        rendered = render(screen, SHARE)
        _check(rendered, pages=2)
        assert address in {one.address for row in rendered.keyboard for one in row}


def test_every_card_and_list_has_at_most_six_rows(guide: Guide) -> None:
    library = guide.knowledge.library
    addresses = [
        *library.screens,
        *(card.address for card in library.cards()),
        *(f"theme_{theme}" for theme in library.themes),
    ]
    for address in addresses:
        screen = fitted(guide.open(address))
        listed = [one for one in screen.blocks if isinstance(one, Entries)]
        assert sum(len(one.items) for one in listed) <= MOST_ENTRIES
        _check(render(screen, SHARE), pages=3)


def _listed(many: int) -> Screen:
    items = tuple(Entry(f"Card {letter}", f"topic_{letter}") for letter in "abcdefghijkl"[:many])
    return Screen(
        "topics", "Topics", (Entries(items),), actions=(Action("start", "Start", "start"),)
    )


@pytest.mark.parametrize(("many", "pages"), [(5, 1), (6, 2), (10, 2), (11, 3)])
def test_a_list_goes_on_until_each_entry_was_shown(many: int, pages: int) -> None:
    screen, seen, turned = fitted(_listed(many)), list[str](), 1
    while True:
        seen += [
            one.address
            for block in screen.blocks
            if isinstance(block, Entries)
            for one in block.items
        ]
        more = next((one for one in screen.actions if one.id == "more"), None)
        if more is None:
            break
        address, first = further(more.address)
        assert address == "topics"
        screen, turned = fitted(_listed(many), first), turned + 1
        assert any(one.id == "back" for one in screen.actions)
    assert seen == [f"topic_{letter}" for letter in "abcdefghijkl"[:many]]
    assert turned == pages


@pytest.mark.parametrize(
    "address", ["from-_topics", "from-5", "from-x_topics", "from-\u0665_topics"]
)
def test_what_is_no_further_page_is_left_as_it_stands(address: str) -> None:
    assert further(address) == (address, 0)


def test_a_page_past_the_end_is_the_last_one() -> None:
    (entries,) = fitted(_listed(6), 900).blocks
    assert isinstance(entries, Entries)
    assert [one.address for one in entries.items] == ["topic_f"]


@pytest.mark.parametrize(
    ("national", "tappable"),
    [
        ("020 8255 2888", "+44 20 8255 2888"),
        ("Ring 020 8726 6400.", "Ring +44 20 8726 6400."),
        ("+44 20 8726 6400", "+44 20 8726 6400"),
        ("999", "999"),
        ("0800 1111", "0800 1111"),
        ("1020 8726 6400", "1020 8726 6400"),
    ],
)
def test_numbers_stand_in_the_form_that_telegram_makes_tappable(
    national: str, tappable: str
) -> None:
    assert international(national) == tappable


def test_two_buttons_that_are_cut_alike_are_told_apart() -> None:
    long = "Serious youth violence, a thematic review of the year"
    items = tuple(Entry(f"{long} {year}", f"review_{year}") for year in ("2021", "2022", "2023"))
    labels = [
        one.label for row in render(Screen("a", "T", (Entries(items),))).keyboard for one in row
    ]
    assert len(set(labels)) == 3


def test_a_label_that_fits_is_not_cut_and_one_letter_more_is() -> None:
    def label(words: str) -> str:
        screen = Screen("a", "T", actions=(Action("x", words, "topic_x"),))
        return render(screen).keyboard[0][0].label

    assert label("x" * ALONE) == "x" * ALONE
    assert label("x" * (ALONE + 1)) == "x" * (ALONE - 1) + "\u2026"


def test_of_many_buttons_the_first_six_rows_are_shown() -> None:
    ways = tuple(
        Action(f"way{one}", f"A rather long way on {one:04}", f"topic_{one}")
        for one in range(1000)
    )
    rendered = render(Screen("a", "T", actions=ways))
    assert [row[0].address for row in rendered.keyboard] == [f"topic_{one}" for one in range(6)]


def test_numbers_to_copy_stand_above_a_list_and_hide_no_entry() -> None:
    contact = ContactLine("Police or ambulance", phone="999")
    listed = _listed(6)
    screen = fitted(replace(listed, blocks=(contact, *listed.blocks)))
    first, *rows = render(screen).keyboard
    assert first[0].copies == "999"
    entries = [one for one in screen.blocks if isinstance(one, Entries)]
    shown = {one.address for row in rows for one in row}
    assert {one.address for block in entries for one in block.items} <= shown


def test_the_first_page_has_sixty_words_and_five_rows(guide: Guide) -> None:
    start = guide.open("start")
    ring = Lines((Line(Part.CALL, "Ring 020 8255 2888", phone="020 8255 2888"),))
    if not any(isinstance(one, Lines) for one in start.blocks):
        start = replace(start, blocks=(ring, *start.blocks))
    rendered = render(start, SHARE)
    (page,) = rendered.pages
    words = re.sub(r"\+44 [0-9 ]*[0-9]", "number", page.plain).split()
    assert len(words) <= 60
    assert len(rendered.keyboard) == 5
    assert "Or type a question. No names." in page.plain


@pytest.mark.parametrize("answers", ["acodnslnph", "acodnslyphrc"])
def test_every_file_of_a_dated_outcome_has_a_button(guide: Guide, answers: str) -> None:
    screen = guide.open(f"takeaway_{guide.basis.version}_{answers}_20261123_ab12cd")
    rendered = render(fitted(screen), SHARE)
    _check(rendered)
    addresses = {one.address for row in rendered.keyboard for one in row}
    assert {one.address for one in screen.attachments} <= addresses
    assert all(one.label in rendered.pages[0].plain for one in screen.attachments)
