"""The real page over the real guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.channels.web.application import web_app
from bot.channels.web.export import export
from bot.guide import Guide
from bot.settings import WebSettings

HOST = "guide.example.org"


@pytest.fixture(scope="session")
def settings() -> WebSettings:
    return WebSettings(
        trusted_hosts=("localhost", "127.0.0.1"),
        public_url=f"https://{HOST}",
        frame_ancestors=("'self'", "https://intranet.example.org"),
    )


@pytest.fixture(scope="session")
def client(guide: Guide, settings: WebSettings) -> Iterator[TestClient]:
    app = web_app(guide, settings)
    with TestClient(app, base_url=f"https://{HOST}", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def copy(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole guide as files."""
    folder = tmp_path_factory.mktemp("export") / "copy"
    export(guide, folder)
    return folder
