"""A built wheel carries all that the guide needs and works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _run(*command: str | Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_wheel_installed_elsewhere_reaches_an_outcome(tmp_path: Path) -> None:
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, ROOT),
        folder=tmp_path,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        tops = {name.split("/")[0] for name in packed.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bot"}

    _run(sys.executable, "-m", "venv", tmp_path / "env", folder=tmp_path)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = (scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps")
    _run(
        *(*install, "--only-binary", ":all:", "--require-hashes"),
        *("-r", ROOT / "requirements.lock"),
        folder=tmp_path,
    )
    _run(*install, wheel, folder=tmp_path)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    address = "outcome_1_acodnslnph"
    for command in ((scripts / "spr-guide",), (scripts / "python", "-m", "bot")):
        shown = json.loads(_run(*command, "open", "--json", address, folder=elsewhere))
        assert shown["outcome"]["verdict"] == "meets"
        heard = json.loads(_run(*command, "ask", "--json", "what is a SIN", folder=elsewhere))
        assert heard["address"] == "topic_serious-incident-notification"
    assert "0 faults" in _run(scripts / "spr-guide", "check", folder=elsewhere)
