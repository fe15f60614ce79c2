"""The command `links`: reports, exit codes, the day written down, and addresses of reviews proposed."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bot.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.links.conftest import Site

SOURCES = """\
# What is linked.
sources:
  - id: here   # kept
    title: Here
    url: {site}/here

  - id: gone
    url: {site}/gone
  - id: here-again
    url: {site}/here
  - id: former
    linked: false
    url: {site}/former
"""
REVIEWS = """\
reviews:
  - id: baby-eva
    title: Baby Eva (Croydon, 2024)
    documents:
      - title: "Baby Eva: full report"   # no address yet
        type: full report
  - id: joe
    title: Child Joe (Croydon, 2022)
    documents:
      - title: "Child Joe: full report"
      - title: "Child Joe: briefing"
        url: https://example.org/joe
  - id: nobody
    title: Somebody Else (Croydon, 2020)
    documents:
      - title: "Somebody Else: full report"
"""
LIST = """\
<html><body><base href="https://www.croydonsafeguarding.org/reviews/">
<a href="http://127.0.0.1/eva.pdf">Baby Eva: full report</a>
<a href="eva.pdf">Baby <b>Eva</b> Safeguarding Practice Review, full report</a>
<a href="https://other.example.org/joe.pdf">Child Joe full report</a>
<a href="contact">Contact us</a> <a href="http://[bad">Bad</a>
</body></html>
"""


@pytest.fixture
def folder(tmp_path: Path, site: Site) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "sources.yaml").write_text(SOURCES.format(site=site.url), "utf-8")
    (folder / "reviews.yaml").write_text(REVIEWS, "utf-8")
    (tmp_path / "config.yaml").write_text("knowledge: [knowledge]\n", "utf-8")
    (tmp_path / "list.html").write_text(LIST, "utf-8")
    return folder


def _links(folder: Path, *arguments: str, typed: str = "") -> Result:
    config = str(folder.parent / "config.yaml")
    fixed = ("--local", "--rest", "0", "--today", "2026-12-05", "--config", config)
    return CliRunner().invoke(main, ["links", *fixed, *arguments], input=typed)


def _changes(before: str, path: Path) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), path.read_text("utf-8").splitlines())
    return [line for line in lines if line[:1] in "+-"]


def test_the_report_names_each_fault_with_its_place_and_the_exit_code_tells(
    folder: Path, site: Site
) -> None:
    shown = _links(folder, "--only", site.url)

    assert shown.exit_code == 1
    assert f"gone 404: {site.url}/gone" in shown.output
    assert "sources.yaml:8" in shown.output
    assert "2 addresses: 1 open, 0 to open by hand, 1 faults" in shown.output
    assert "1 not opened" in shown.output
    assert site.count("/former") == 0
    assert site.count("/here") == 1


def test_without_a_fault_the_exit_code_is_nought(folder: Path) -> None:
    assert _links(folder, "--only", "/here").exit_code == 0


def test_the_json_report_has_an_object_for_each_address(folder: Path, site: Site) -> None:
    shown = _links(folder, "--json", "--only", site.url)

    here, gone = map(json.loads, shown.stdout.splitlines())
    assert (here["state"], here["fault"], here["status"]) == ("opens", False, 200)
    assert len(here["places"]) == 2
    assert (gone["state"], gone["fault"]) == ("gone", True)


def test_the_day_is_remembered_beside_each_address_that_opened_and_nothing_else_moves(
    folder: Path, site: Site
) -> None:
    before = SOURCES.format(site=site.url)
    _links(folder, "--remember", "--only", site.url)

    assert _changes(before, folder / "sources.yaml") == ["+     reached: 2026-12-05"] * 2


def test_titles_propose_addresses_with_confidence_and_unsafe_ones_never(folder: Path) -> None:
    shown = _links(folder, "--json", "--discover", str(folder.parent / "list.html"))

    found = {one["review"]: one for one in map(json.loads, shown.stdout.splitlines())}
    assert set(found) == {"Baby Eva (Croydon, 2024)", "Child Joe (Croydon, 2022)"}
    eva = found["Baby Eva (Croydon, 2024)"]
    assert eva["url"] == "https://www.croydonsafeguarding.org/reviews/eva.pdf"
    assert eva["confidence"] >= 90
    assert _changes(REVIEWS, folder / "reviews.yaml") == []


def test_what_a_person_accepts_is_written_and_nothing_else(folder: Path) -> None:
    shown = _links(
        folder, "--accept", "--discover", str(folder.parent / "list.html"), typed="y\nn\n"
    )

    assert "Written to" in shown.output
    (line,) = _changes(REVIEWS, folder / "reviews.yaml")
    assert line.startswith("+         url: https://")


def test_a_list_on_the_web_is_read_and_one_that_cannot_be_read_is_wrong_input(
    folder: Path, site: Site
) -> None:
    assert _links(folder, "--discover", f"{site.url}/a").exit_code == 0
    assert _links(folder, "--discover", f"{site.url}/gone").exit_code == 2
    assert _links(folder, "--discover", f"{site.url}/round").exit_code == 2
    assert _links(folder, "--discover", "no-such-file.html").exit_code == 2


def test_help_teaches(folder: Path) -> None:
    shown = _links(folder, "--help")

    assert "python -m bot links --remember" in shown.output
    assert "Exit codes" in shown.output
