"""The guide as files: whole, with links that lead somewhere, and the same every time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.channels.web.export import ExportError, export
from bot.channels.web.page import page_of_screen
from bot.channels.web.pages import is_listed
from bot.channels.web.places import FilePlaces
from bot.channels.web.rendering import Renderer
from bot.guide import Guide
from tests.channels.web import walks

LINK = re.compile(r'(?:href|src|action)="([^"#]+)"')


def test_every_card_and_every_kind_of_page_is_a_file(copy: Path, guide: Guide) -> None:
    names = {path.name for path in copy.iterdir()}
    kinds = walks.kinds_of_page(guide)
    for left_out in ("date", "confirm-date", "dated-outcome", "filter", "ask", "unknown", "start"):
        del kinds[left_out]
    assert {f"{path[1:]}.html" for path in kinds.values()} <= names
    assert {f"{card.address}.html" for card in guide.knowledge.library.cards()} <= names
    assert {"index.html", "404.html", "changes.atom", "reviews.atom"} <= names


def test_every_outcome_that_can_be_reached_is_a_file(copy: Path, guide: Guide) -> None:
    waiting, outcomes = ["check"], set()
    while waiting:
        screen = guide.open(waiting.pop())
        if screen.question:
            waiting += [choice.address for choice in screen.question.choices]
        else:
            outcomes.add(screen.address)
    assert len(outcomes) > 100
    assert all((copy / f"{outcome}.html").is_file() for outcome in outcomes)


def test_every_link_leads_to_a_file_or_out_of_the_guide(copy: Path) -> None:
    found = set()
    for path in copy.glob("*.html"):
        found |= set(LINK.findall(path.read_text("utf-8")))
    inside = {one for one in found if not re.match("(https?|tel|mailto):", one)}
    assert len(inside) > 1000
    assert [one for one in inside if not (copy / one).is_file()] == []
    assert not [one for one in inside if one.startswith("/")]


def test_the_same_guide_gives_the_same_files(copy: Path, guide: Guide) -> None:
    guide = guide.without_clock()
    renderer = Renderer(guide, FilePlaces())
    for path in sorted(copy.glob("*.html"))[::40]:
        address = path.stem
        if address in {"index", "404", "leave", "accessibility"}:
            continue
        page = page_of_screen(guide, guide.open(address), indexed=is_listed(address))
        assert renderer.html(page) == path.read_text("utf-8")


def test_files_of_others_are_never_overwritten(tmp_path: Path, guide: Guide) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="not empty"):
        export(guide, tmp_path)
    with pytest.raises(ExportError, match="not empty"):
        export(guide, tmp_path / "mine.txt")


def test_the_export_says_how_far_it_is_and_can_be_stopped(tmp_path: Path, guide: Guide) -> None:
    told: list[tuple[int, int]] = []

    def progress(written: int, known: int) -> None:
        told.append((written, known))
        if written == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(guide, tmp_path / "copy", progress=progress)
    assert [written for written, _ in told] == list(range(1, 21))
    assert all(written <= known for written, known in told)
