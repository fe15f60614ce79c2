"""Built files are proved before they are used, and a stale one names its cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import built_files
from bot.built_files import FOLDER, BuiltFileError, built_list, path_of

ROOT = Path(__file__).resolve().parent.parent


def test_every_built_file_says_how_it_was_made_and_under_which_licence() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {built_files.LIST}
    assert set(built_list()) == files
    for name in files:
        assert {"sha256", "recipe", "licence"} <= set(built_list()[name])
        path_of(name)


def test_the_notice_names_the_file_that_others_have_made() -> None:
    assert "bot/built/encoder.npz" in (ROOT / "NOTICE").read_text("utf-8")
    assert "Apache-2.0" in built_list()["encoder.npz"]["licence"]


@pytest.mark.parametrize(
    ("content", "fault"), [(None, "is missing"), (b"other", "is not the file that was built")]
)
def test_a_built_file_that_is_missing_or_another_is_an_error_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, fault: str
) -> None:
    (tmp_path / built_files.LIST).write_text(json.dumps({"some.npz": {"sha256": "0"}}))
    if content is not None:
        (tmp_path / "some.npz").write_bytes(content)
    monkeypatch.setattr(built_files, "FOLDER", tmp_path)
    built_list.cache_clear()
    with pytest.raises(BuiltFileError, match=f"{fault}.*make models"):
        path_of("some.npz")
    built_list.cache_clear()
