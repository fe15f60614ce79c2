"""The real process, pointed at the stand-in, with what it wrote to its log."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.channels.telegram.server.world import TOKEN

if TYPE_CHECKING:
    from tests.channels.telegram.server.strict import BotApi

ROOT = Path(__file__).parents[4]
SECRET = "a-secret-of-the-tests"  # noqa: S105
ENTRY = ("-m", "bot")
PUBLIC = "https://guide.test"


class Process:
    """`python -m bot telegram` or `python -m bot serve`.

    Args:
        api: the stand-in.
        command: `telegram` (polling) or `serve` (webhook).
        config: another config.yaml.
        environment: more of the environment, or other values.
        options: more options of the command, such as a fixed date of today.
        entry: the program; that of the product, unless said.
    """

    def __init__(
        self,
        api: BotApi,
        command: str = "telegram",
        *,
        config: Path | None = None,
        environment: dict[str, str] | None = None,
        options: tuple[str, ...] = (),
        entry: tuple[str, ...] = ENTRY,
    ) -> None:
        self.api = api
        self.command = command
        self.port = _free_port()
        self.config = config
        self.environment = environment or {}
        self.options = options
        self.entry = entry
        self.written = tempfile.TemporaryFile()  # noqa: SIM115  (closed in stop)
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith("BOT_")
        }
        given = {
            "BOT_TOKEN": TOKEN,
            "BOT_BASE_URL": self.api.base_url,
            "RUNTIME_DIRECTORY": self.api.notes.name,
        }
        if self.command == "serve":
            given |= {
                "BOT_WEBHOOK_URL": f"{PUBLIC}/telegram",
                "BOT_WEBHOOK_SECRET": SECRET,
                "BOT_PORT": str(self.port),
            }
            self.api.world.proxied = (PUBLIC, f"http://127.0.0.1:{self.port}")
        options = [*self.options, *(["--config", str(self.config)] if self.config else [])]
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", *self.entry, self.command, *options],
            env={**inherited, **given, **self.environment},
            cwd=ROOT,
            stdout=self.written,
            stderr=self.written,
        )

    @property
    def running(self) -> subprocess.Popen[bytes]:
        assert self.process is not None
        return self.process

    def log(self) -> str:
        self.written.flush()
        self.written.seek(0)
        return self.written.read().decode()

    def says(self, words: str, seconds: float = 30) -> None:
        """Wait until these words stand in its log."""
        until = time.monotonic() + seconds
        while words not in self.log():
            assert time.monotonic() < until, f"{words!r} is not in the log:\n{self.log()}"
            time.sleep(0.05)

    def ends(self, seconds: float = 20) -> int:
        """Its exit code."""
        return self.running.wait(seconds)

    def terminate(self) -> int:
        self.running.send_signal(signal.SIGTERM)
        return self.ends()

    def kill(self) -> None:
        """`kill -9`: no chance to finish anything."""
        self.running.kill()
        self.running.wait()

    def restart(self) -> None:
        self.kill()
        self.start()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self.written.close()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
