"""Arrows run one way, channels do not know each other, and the pure core stays pure."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "bot").rglob("*.py"))
PURE = ("criteria", "library", "screen.py", "address.py", "strict.py", "knowledge.py")
IMPURE = {"yaml", "telegram", "starlette", "asyncio", "os", "time", "socket", "click", "pathlib"}


def _imports(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _inside(*places: str) -> list[Path]:
    return [
        module
        for module in MODULES
        if any(module.is_relative_to(ROOT / "bot" / place) for place in places)
    ]


def _uses(module: Path, *packages: str) -> set[str]:
    return {
        name
        for name in _imports(module)
        if any(name == package or name.startswith(f"{package}.") for package in packages)
    }


@pytest.mark.parametrize("module", _inside(*PURE), ids=str)
def test_the_pure_core_imports_no_clock_no_files_and_no_network(module: Path) -> None:
    roots = {name.split(".")[0] for name in _imports(module)}
    assert not roots & IMPURE


@pytest.mark.parametrize("module", _inside("criteria"), ids=str)
def test_criteria_know_nothing_but_themselves(module: Path) -> None:
    own = {name for name in _imports(module) if name.startswith("bot")}
    assert all(name.startswith(("bot.criteria", "bot.strict")) for name in own)


@pytest.mark.parametrize("module", _inside("drawing"), ids=str)
def test_drawing_knows_nothing_of_the_field(module: Path) -> None:
    own = {name for name in _imports(module) if name.startswith("bot")}
    assert all(name.startswith("bot.drawing") for name in own)


def _own_channel(module: Path) -> str:
    return module.relative_to(ROOT / "bot" / "channels").parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", _inside("channels"), ids=str)
def test_no_channel_knows_another(module: Path) -> None:
    others = {"terminal", "telegram", "web"} - {_own_channel(module)}
    assert not _uses(module, *(f"bot.channels.{other}" for other in others))


@pytest.mark.parametrize(
    "module",
    [
        one
        for one in MODULES
        if "channels" not in one.parts
        and one.name not in {"cli.py", "cli_authoring.py", "serving.py", "__main__.py"}
    ],
    ids=str,
)
def test_nothing_below_imports_a_channel(module: Path) -> None:
    assert not _uses(module, "bot.channels")


@pytest.mark.parametrize(
    "module",
    [one for one in MODULES if not one.is_relative_to(ROOT / "bot" / "knowledge_base")],
    ids=str,
)
def test_only_the_reader_of_the_knowledge_base_reads_yaml(module: Path) -> None:
    assert not _uses(module, "yaml")


@pytest.mark.parametrize("module", _inside("screens"), ids=str)
def test_screens_do_not_know_the_guide_that_opens_them(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    runtime = {
        node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module is not None
    }
    assert "bot.guide" not in runtime


@pytest.mark.parametrize(
    ("start", "foreign"),
    [
        ("bot.channels.terminal", {"telegram", "starlette", "uvicorn", "jinja2", "numpy", "docx"}),
        (
            "bot.guide",
            {"telegram", "starlette", "uvicorn", "jinja2", "numpy", "yaml", "icalendar"},
        ),
    ],
)
def test_the_first_prompt_waits_for_no_channels_library(start: str, foreign: set[str]) -> None:
    code = f"import sys, {start}; print(' '.join(name.split('.')[0] for name in sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert not foreign & set(shown.stdout.split())
