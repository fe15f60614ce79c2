"""A lock is a whole closure: it installs as it stands, whatever is released tomorrow."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
RELEASED_TOMORROW = ("coverage", "click", "anyio")
OLDEST_PIP = "pip==22.3"
"""What Python 3.11.0 brings."""


def _pinned(lock: str) -> dict[str, Requirement]:
    """The requirements of a lock that apply here, by name."""
    lines = (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines()
    found = (Requirement(re.split(r"\s--hash", line)[0]) for line in lines if "==" in line)
    return {
        canonicalize_name(one.name): one
        for one in found
        if one.marker is None or one.marker.evaluate()
    }


def _needed(name: str, extras: set[str]) -> list[Requirement]:
    """What an installed package needs here."""
    return [
        needed
        for line in distribution(name).requires or ()
        if (needed := Requirement(line)).marker is None
        or any(needed.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_names_one_version_and_its_hashes(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines()
    loose = [line for line in lines if line and not re.search(r"==\S+.*--hash=sha256:", line)]
    assert loose == []


def test_what_is_tested_is_what_is_run() -> None:
    tested = _pinned("requirements-dev.lock")
    run = _pinned("requirements.lock")
    assert {name: one.specifier for name, one in run.items()} == {
        name: tested[name].specifier for name in run
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_whatever_a_package_of_a_lock_needs_stands_in_it_too(lock: str) -> None:
    pinned = _pinned(lock)
    todo = [(name, set(one.extras)) for name, one in pinned.items()]
    missing = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        name, extras = todo.pop()
        if (name, frozenset(extras)) in seen:
            continue
        seen.add((name, frozenset(extras)))
        for needed in _needed(name, extras):
            wanted = canonicalize_name(needed.name)
            if wanted not in pinned:
                missing.add(f"{name} needs {needed}")
            elif not needed.specifier.contains(distribution(wanted).version, prereleases=True):
                missing.add(f"{name} needs {needed}, not {distribution(wanted).version}")
            else:
                todo.append((wanted, needed.extras))
    assert missing == set()


def _newer(folder: Path, name: str) -> None:
    """A wheel of a version that was released after the lock was made."""
    info = f"{name}-999.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-999.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 999.0\n"
        )
        wheel.writestr(
            f"{info}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        wheel.writestr(f"{info}/RECORD", "")


def _run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_installs_from_wheels_with_the_oldest_pip_although_newer_versions_are_out(
    tmp_path: Path, lock: str
) -> None:
    released = tmp_path / "released"
    released.mkdir()
    for name in RELEASED_TOMORROW:
        _newer(released, name)
    _run(sys.executable, "-m", "venv", tmp_path / "env")
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    _run(python, "-m", "pip", "install", "--quiet", OLDEST_PIP)
    # The one line of the Makefile and of the README.
    line = next(
        one for one in (ROOT / "README.md").read_text("utf-8").split("; ") if lock_line(one)
    )
    words = line.split()[1:-1]
    _run(python, *words, ROOT / lock, PIP_FIND_LINKS=str(released))
    _run(python, "-m", "pip", "check")
    installed = _run(python, "-m", "pip", "freeze")
    assert "==999.0" not in installed


def lock_line(text: str) -> bool:
    return "pip install" in text and text.endswith("requirements.lock")


def test_the_makefile_and_the_readme_install_a_lock_in_the_same_way() -> None:
    readme = next(
        one for one in (ROOT / "README.md").read_text("utf-8").split("; ") if lock_line(one)
    )
    flags = {word for word in readme.split() if word.startswith("--")}
    made = next(
        line
        for line in (ROOT / "Makefile").read_text("utf-8").splitlines()
        if line.startswith("INSTALL :=")
    )
    assert flags <= set(made.split())
