"""Every page comes in one round trip: at most 14 kB compressed, its style sheet and script included."""

from __future__ import annotations

import gzip

import pytest
from starlette.testclient import TestClient

from bot.channels.web.assets import assets
from bot.guide import Guide
from tests.channels.web import walks

HEAVIEST = 14_000


def test_every_page_with_its_style_is_at_most_14_kilobytes(
    client: TestClient, guide: Guide
) -> None:
    shared = sum(
        len(one.compressed) for name, one in assets().items() if not name.endswith(".svg")
    )
    library = guide.knowledge.library
    pages = [
        *walks.kinds_of_page(guide).values(),
        *(f"/{card.address}" for card in library.cards()),
        *(f"/theme_{theme}" for theme in library.themes),
        *(f"/{name}" for name in library.screens),
    ]
    weights = {path: shared + int(client.get(path).headers["content-length"]) for path in pages}
    heaviest = max(weights, key=lambda path: weights[path])
    assert weights[heaviest] <= HEAVIEST, f"{heaviest}: {weights[heaviest]}"


def test_an_asset_is_sent_as_it_stands_and_may_be_kept_for_ever(client: TestClient) -> None:
    for asset in assets().values():
        response = client.get(f"/static/{asset.name}")
        assert response.content == asset.content == gzip.decompress(asset.compressed)
        assert "immutable" in response.headers["cache-control"]


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip, br", True), ("gzip;q=0.5", True), ("*", True), ("gzip;q=0", False), ("br", False)],
)
def test_a_page_is_packed_only_for_who_takes_it(
    client: TestClient, accepted: str, *, packed: bool
) -> None:
    response = client.get("/start", headers={"accept-encoding": accepted})
    assert (response.headers.get("content-encoding") == "gzip") is packed
