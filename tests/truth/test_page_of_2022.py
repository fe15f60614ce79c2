"""Every line of the partnership's page of 2022 finds its card by its own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.guide import Guide

LINES = [
    json.loads(line)
    for line in (Path(__file__).parent / "page_of_2022.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("line", LINES, ids=lambda one: one["line"][:40])
def test_a_line_of_the_page_finds_its_card(guide: Guide, line: dict[str, str]) -> None:
    reply = guide.ask(line["line"])
    assert line["card"] in {reply.address, reply.matches[0].address}
