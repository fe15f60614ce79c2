"""The documents are true: links lead somewhere, pictures are fresh, commands exist."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

from bot.cli import main
from bot.flowchart.files import stale_flowcharts
from bot.knowledge import Knowledge

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_COMMAND = re.compile(r"python -m bot ([a-z]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    assert isinstance(main, click.Group)
    for name in _COMMAND.findall(page.read_text("utf-8")):
        assert name in main.commands, name


def test_the_flowcharts_in_the_docs_are_those_of_the_decision_table(knowledge: Knowledge) -> None:
    stale = stale_flowcharts(knowledge, ROOT / "docs" / "pictures")
    assert stale == (), "Draw them again: python -m bot flowchart docs/pictures"


def test_nothing_in_the_project_names_a_package_registrys_host() -> None:
    hosts = "|".join(["py" + r"pi\.org", "python" + "hosted", "registry" + r"\.npmjs"])
    found = subprocess.run(
        ["git", "grep", "-nIE", hosts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout == ""
