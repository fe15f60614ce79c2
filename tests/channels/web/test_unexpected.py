"""An error of ours helps the reader and tells the log nothing of the case."""

from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient

from bot.channels.web.application import web_app
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.screen import Reply, Shown
from bot.settings import WebSettings


class _Broken(Guide):
    """A guide whose answer fails with the text in its message."""

    def ask(
        self, text: str, at: str | Shown | None = None, correcting: str | None = None
    ) -> Reply:
        raise RuntimeError(f"cannot answer {text} under {at or correcting}")


def test_an_unexpected_error_gets_a_page_and_a_log_line_without_words(
    knowledge: Knowledge, guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    broken = _Broken(knowledge, today=guide.basis.today)
    client = TestClient(web_app(broken, WebSettings()), base_url="http://localhost")
    with caplog.at_level(logging.DEBUG):
        response = client.post("/ask", data={"text": "jayden xyzzy", "at": "check"})
    assert response.status_code == 500
    assert "Something went wrong in this guide" in response.text
    assert 'href="tel:999"' in response.text
    assert "xyzzy" not in response.text + caplog.text
    reference = caplog.text.partition("reference ")[2].partition(":")[0]
    assert reference
    assert reference in response.text
    assert "RuntimeError" in caplog.text
    assert response.headers["cache-control"] == "no-store"
