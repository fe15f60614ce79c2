"""A web server on this machine that fails in every way that addresses fail."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"<html><head><title>A page</title></head><body>Here</body></html>"


@dataclass
class Site:
    """The server, and what was asked of it."""

    url: str = ""
    asked: list[tuple[float, str]] = field(default_factory=list)

    def count(self, path: str) -> int:
        return Counter(one for _, one in self.asked)[path]


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def answer(self, status: int, body: bytes = PAGE, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            site.asked.append((time.monotonic(), self.path))
            first = site.count(self.path) == 1
            known = {
                "/robots.txt": (200, b"User-agent: *\nDisallow: /private\n", {}),
                "/gone": (404, PAGE, {}),
                "/gone-for-good": (410, PAGE, {}),
                "/forbidden": (403, PAGE, {}),
                "/broken": (500, PAGE, {}),
                "/broken-once": (500 if first else 200, PAGE, {}),
                "/busy-once": (429 if first else 200, PAGE, {"Retry_After": "1"}),
                "/teapot": (418, PAGE, {}),
                "/a": (301, b"", {"Location": "/b"}),
                "/b": (302, b"", {"Location": f"{site.url}/c"}),
                "/round": (302, b"", {"Location": "/about"}),
                "/about": (302, b"", {"Location": "/round"}),
                "/soft": (200, b"<title>Page not found | Site</title>", {}),
                "/large": (200, PAGE + b"x" * 3_000_000, {}),
            }
            if self.path == "/slow":
                time.sleep(3)
            if self.path == "/cut":
                self.connection.close()
                return
            status, body, headers = known.get(self.path, (200, PAGE, {}))
            try:
                self.answer(status, body, **headers)
            except OSError:
                """The client had read enough."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()
