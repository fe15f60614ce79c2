"""The stand-in and the real process, shared by the tests that only talk to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import Process
from tests.channels.telegram.server.strict import BotApi

_people = count(100)


@pytest.fixture(scope="session", params=["telegram", "serve"])
def live(request: pytest.FixtureRequest) -> Iterator[Process]:
    """One running process, by polling and by webhook."""
    with BotApi() as api:
        process = Process(api, request.param)
        process.start()
        yield process
        code = process.terminate()
        log = process.log()
        process.stop()
        assert code == 0, log


@pytest.fixture
def user(live: Process) -> Iterator[Player]:
    """Somebody new in a private chat with the running process."""
    world = live.api.world
    yield Player(world, next(_people))
    world.faults.clear()
    world.flood = None


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A stand-in of its own, for tests that start and stop processes."""
    with BotApi() as api:
        yield api


@pytest.fixture
def process(api: BotApi) -> Iterator[Process]:
    """A polling process of its own, not started yet."""
    process = Process(api)
    yield process
    process.stop()
