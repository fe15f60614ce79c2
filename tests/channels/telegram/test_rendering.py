"""Any screen at all becomes messages that Telegram takes, with nothing lost and nothing broken."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.markup import line, pack, text, units
from bot.channels.telegram.rendering import Rendered, render
from bot.screen import (
    Action,
    Bullets,
    Choice,
    ContactLine,
    Entries,
    Entry,
    Link,
    Notice,
    OpenQuestion,
    Paragraph,
    Quote,
    Screen,
    SourceLine,
    Steps,
    Tone,
)
from tests.channels.telegram.server import keyboards, refusals
from tests.channels.telegram.server.markup import parse

TEXT = st.text(max_size=60) | st.text(alphabet="<>&\"' \N{PEOPLE HUGGING}ab\n", max_size=60)
LONG = st.builds(lambda word, times: word * times, TEXT, st.sampled_from([1, 3, 90]))
ADDRESS = st.from_regex(r"[a-z]{1,10}(_[a-z0-9]{1,10}){0,3}", fullmatch=True) | TEXT
BLOCK = st.one_of(
    st.builds(Paragraph, LONG),
    st.builds(Notice, st.sampled_from(Tone), TEXT),
    st.builds(Quote, LONG, TEXT),
    st.builds(Bullets, st.lists(TEXT, max_size=120).map(tuple)),
    st.builds(Steps, st.lists(LONG, max_size=4).map(tuple)),
    st.builds(ContactLine, label=TEXT, phone=TEXT, email=st.none() | TEXT, note=st.none() | LONG),
    st.builds(SourceLine, TEXT, st.none() | TEXT, st.just(date(2026, 11, 23))),
    st.builds(Entries, st.lists(st.builds(Entry, TEXT, ADDRESS, TEXT), max_size=120).map(tuple)),
)
SCREEN = st.builds(
    Screen,
    address=st.just("start"),
    title=st.text(min_size=1, max_size=80).filter(str.strip),
    blocks=st.lists(BLOCK, max_size=6).map(tuple),
    question=st.none()
    | st.builds(
        OpenQuestion,
        TEXT,
        TEXT,
        st.lists(st.builds(Choice, TEXT, TEXT, ADDRESS), max_size=5).map(tuple),
    ),
    actions=st.lists(st.builds(Action, TEXT, TEXT, ADDRESS), max_size=8).map(tuple),
    links=st.lists(st.builds(Link, TEXT, TEXT), max_size=4).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(SCREEN)
def test_every_message_of_any_screen_is_taken_by_telegram(screen: Screen) -> None:
    for page in render(screen).pages:
        parsed = parse(page.html)
        assert units(parsed.text) <= refusals.TEXT_LIMIT
        assert units(page.plain) <= refusals.TEXT_LIMIT
        assert parsed.text == page.plain.strip()


@settings(max_examples=60, deadline=None)
@given(SCREEN)
def test_every_keyboard_of_any_screen_is_taken_by_telegram(screen: Screen) -> None:
    keyboards.check(_as_json(render(screen, "https://t.me/a_bot?start=start")))


@settings(max_examples=100, deadline=None)
@given(st.lists(LONG, max_size=5))
def test_splitting_loses_no_character(texts: list[str]) -> None:
    pages = pack(text(line(words)) for words in texts)
    said = "".join(page.plain for page in pages)
    assert said.replace("\n", "") == "".join(texts).replace("\n", "")


@given(st.text())
def test_length_is_counted_as_telegram_counts_it(text: str) -> None:
    assert units(text) == refusals.units(text)


def test_a_long_screen_is_split_between_blocks() -> None:
    blocks = tuple(Paragraph(f"{letter} " * 900) for letter in "abcdef")
    pages = render(Screen("a", "Title", blocks)).pages
    assert len(pages) == 3
    for letter in "abcdef":
        assert sum(f"{letter} {letter}" in page.plain for page in pages) == 1


def test_the_buttons_stand_under_the_last_message_only() -> None:
    screen = Screen("a", "Title", (Paragraph("x" * 5000),), actions=(Action("b", "Back", "b"),))
    rendered = render(screen)
    assert len(rendered.pages) == 2
    assert rendered.keyboard[0][0].address == "b"


def test_words_of_a_statute_stand_in_an_expandable_quotation() -> None:
    page = render(Screen("a", "Title", (Quote("must notify", "Children Act 2004"),))).pages[0]
    assert parse(page.html).entities[1]["type"] == "expandable_blockquote"


def test_telephone_numbers_and_addresses_have_buttons_that_copy_them() -> None:
    contact = ContactLine("MASH", phone="020 8255 2888", email="mash@example.org")
    rendered = render(Screen("a", "Title", (contact,)))
    copied = [one.copies for row in rendered.keyboard for one in row]
    assert copied == ["020 8255 2888", "mash@example.org"]


def test_options_have_the_same_words_in_the_text_and_on_the_buttons() -> None:
    choices = (Choice("yes", "Yes", "check_2_ay"), Choice("no", "No", "check_2_an"))
    rendered = render(Screen("check", "Died?", question=OpenQuestion("died", "Died?", choices)))
    assert rendered.pages[0].plain.endswith("\N{BULLET} Yes\n\N{BULLET} No")
    assert [row[0].label for row in rendered.keyboard] == ["Yes", "No"]
    assert [row[0].address for row in rendered.keyboard] == ["check_2_ay", "check_2_an"]


def _as_json(rendered: Rendered) -> dict[str, object]:
    def button(label: str, address: str, url: str, copies: str) -> dict[str, object]:
        if address:
            return {"text": label, "callback_data": address}
        return (
            {"text": label, "url": url} if url else {"text": label, "copy_text": {"text": copies}}
        )

    return {
        "inline_keyboard": [
            [button(one.label, one.address, one.url, one.copies) for one in row]
            for row in rendered.keyboard
        ]
    }
