"""The markup of every kind of page, read without a browser."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

from bot.guide import Guide
from tests.channels.web import walks


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(_Element(tag, dict(attrs)))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [one.attributes for one in self.elements if one.tag in tags]


def _pages(client: TestClient, guide: Guide) -> dict[str, _Reader]:
    kinds = walks.kinds_of_page(guide)
    return {name: _Reader(client.get(path).text) for name, path in kinds.items()}


def test_every_page_has_one_heading_a_language_and_a_title_of_its_own(
    client: TestClient, guide: Guide
) -> None:
    for name, page in _pages(client, guide).items():
        assert len(page.all("h1")) == 1, name
        assert page.all("html")[0]["lang"] == "en-GB"
        assert len(page.all("title")) == 1
        assert len(page.all("main")) == 1


def test_every_id_is_unique_and_every_field_has_a_label(client: TestClient, guide: Guide) -> None:
    for name, page in _pages(client, guide).items():
        ids = Counter(one.attributes.get("id") for one in page.elements)
        del ids[None]
        assert not [one for one, count in ids.items() if count > 1], name
        labelled = {one["for"] for one in page.all("label")}
        fields = [one for one in page.all("input") if one.get("type") != "hidden"]
        assert all(one["id"] in labelled for one in fields)
        described = " ".join(one.get("aria-describedby") or "" for one in fields).split()
        assert set(described) <= ids.keys()


def test_999_can_be_called_from_the_top_of_every_page(client: TestClient, guide: Guide) -> None:
    for name, page in _pages(client, guide).items():
        called = [one.get("href") for one in page.all("a")]
        assert called.index("tel:999") < 2, name


def test_both_services_can_be_called_from_an_outcome(client: TestClient, guide: Guide) -> None:
    called = [one.get("href") for one in _pages(client, guide)["outcome"].all("a")]
    assert {"tel:+442082552888", "tel:+442087266400"} <= set(called)


def test_a_typed_text_can_be_asked_and_the_page_be_left_from_every_page(
    client: TestClient, guide: Guide
) -> None:
    for name, page in _pages(client, guide).items():
        asking = [one for one in page.all("form") if one.get("id") == "ask"]
        assert [(one["method"], one["action"]) for one in asking] == [("post", "/ask")], name
        assert "/leave" in [one.get("href") for one in page.all("a")]


def test_no_page_holds_a_script_or_a_style_of_its_own(client: TestClient, guide: Guide) -> None:
    for name, page in _pages(client, guide).items():
        assert page.all("style") == [], name
        assert all(one.get("src") for one in page.all("script"))
        handlers = [key for one in page.elements for key in one.attributes if key[:2] == "on"]
        assert handlers == []
        assert not [one for one in page.elements if "style" in one.attributes]


def test_a_card_shows_its_sources_and_when_each_was_checked(
    client: TestClient, guide: Guide
) -> None:
    library = guide.knowledge.library
    for card in library.cards()[::7]:
        text = client.get(f"/{card.address}").text
        for source in guide.basis.sources(card.sources):
            assert f"checked {source.checked.day} " in text
            if source.url:
                assert source.url.replace("&", "&amp;") in text


def test_an_address_that_is_printed_and_not_linked_stays_so(
    client: TestClient, guide: Guide
) -> None:
    for page in _pages(client, guide).values():
        assert not [one for one in page.all("a") if "croydonlcsb" in (one.get("href") or "")]
