"""Addresses are opened politely, and each way to fail has a name."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.links.addresses import is_safe
from bot.links.checking import Manners, Opened, State, open_all

if TYPE_CHECKING:
    from tests.links.conftest import Site


def _opened(
    *urls: str, rest: float = 0.0, tries: int = 2, local: bool = True
) -> tuple[Opened, ...]:
    may_open = (lambda _: True) if local else is_safe
    manners = Manners(rest=rest, tries=tries, first_wait=0.01, timeout=2, may_open=may_open)
    return asyncio.run(open_all(urls, manners, lambda _: None))


@pytest.mark.parametrize(
    ("path", "state", "status"),
    [
        ("/here", State.OPENS, 200),
        ("/gone", State.GONE, 404),
        ("/gone-for-good", State.GONE, 410),
        ("/forbidden", State.REFUSED, 403),
        ("/private/page", State.REFUSED, None),
        ("/broken", State.BUSY, 500),
        ("/teapot", State.FAILED, 418),
        ("/a", State.MOVED, 200),
        ("/round", State.LOOP, 302),
        ("/soft", State.SAYS_NOT_FOUND, 200),
        ("/large", State.OPENS, 200),
        ("/slow", State.TIMEOUT, None),
        ("/cut", State.NO_CONNECTION, None),
    ],
)
def test_each_way_to_fail_has_a_name(
    site: Site, path: str, state: State, status: int | None
) -> None:
    (opened,) = _opened(site.url + path)

    assert (opened.state, opened.status) == (state, status), opened


def test_redirects_are_followed_one_by_one_and_told(site: Site) -> None:
    (opened,) = _opened(f"{site.url}/a")

    assert opened.hops == (f"{site.url}/b", f"{site.url}/c")
    assert opened.title == "A page"


def test_what_may_pass_is_tried_again_and_nothing_else(site: Site) -> None:
    again, broken, gone = _opened(
        *(site.url + one for one in ("/broken-once", "/broken", "/gone"))
    )

    assert (again.state, again.tries) == (State.OPENS, 2)
    assert (broken.state, broken.tries, site.count("/broken")) == (State.BUSY, 2, 2)
    assert (gone.tries, site.count("/gone")) == (1, 1)


def test_a_host_that_asks_to_wait_is_waited_for(site: Site) -> None:
    (opened,) = _opened(f"{site.url}/busy-once")

    first, second = (at for at, path in site.asked if path == "/busy-once")
    assert opened.state is State.OPENS
    assert second - first >= 1


def test_a_host_is_asked_one_thing_at_a_time_with_a_rest_between(site: Site) -> None:
    _opened(*(f"{site.url}/{number}" for number in range(4)), rest=0.3)

    times = [at for at, _ in site.asked]
    assert len(times) == 5
    assert all(later - before >= 0.15 for before, later in pairwise(times))


def test_what_robots_txt_keeps_from_programs_is_not_asked_for(site: Site) -> None:
    (opened,) = _opened(f"{site.url}/private/page")

    assert "robots.txt" in opened.note
    assert site.count("/private/page") == 0


def test_only_the_beginning_of_a_large_page_is_read(site: Site) -> None:
    (opened,) = _opened(f"{site.url}/large")

    assert opened.title == "A page"


def test_a_host_that_does_not_exist_and_one_without_encryption(site: Site) -> None:
    nowhere, plain, closed = _opened(
        "http://no-such-host.invalid/", site.url.replace("http:", "https:"), "http://127.0.0.1:9/"
    )

    assert nowhere.state is State.NO_SUCH_HOST
    assert plain.state is State.NOT_TRUSTED
    assert closed.state is State.NO_CONNECTION


def test_an_unsafe_address_is_never_asked(site: Site) -> None:
    (opened,) = _opened(f"{site.url}/here", local=False)

    assert opened.state is State.UNSAFE
    assert site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://name:word@gov.uk/",
        "ftp://gov.uk/",
        "javascript:alert(1)",
        "http://intranet/",
        "http://printer.local/",
        "https://www.g\N{CYRILLIC SMALL LETTER O}v.uk/",
        "https://xn--gv-jma.uk/",
        "http://[bad",
        "",
    ],
)
def test_no_reader_is_sent_to_an_unsafe_address(url: str) -> None:
    assert not is_safe(url)


@pytest.mark.parametrize("url", ["https://www.gov.uk/x", "http://croydon.gov.uk:8080/"])
def test_a_public_web_address_is_safe(url: str) -> None:
    assert is_safe(url)
