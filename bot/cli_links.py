"""The command that opens every address of the knowledge base, and finds those of reviews."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urljoin, urlsplit

import click

from bot.cli_options import FOUND_FAULTS, WRONG_INPUT, common, given, settings_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bot.links.addresses import Address
    from bot.links.checking import Manners, Opened
    from bot.links.publications import Proposal

_MOST_HOPS = 8
_HELP = """\b
Examples
  python -m bot links                            open every address
  python -m bot links --only gov.uk              those with these words in them
  python -m bot links --remember                 and write down the day on which each opened
  python -m bot links --json > links.json        one object a line, for scripts
  python -m bot links --discover https://…/list  propose addresses of reports, from a list
  python -m bot links --discover list.html --accept

\b
Exit codes
  0  every address opens, or is for a person to open by hand
  1  some do not
  2  wrong input, or the list cannot be read
"""


@click.command(epilog=_HELP)
@click.option("--only", default="", metavar="WORDS", help="Only addresses that hold these words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--remember", is_flag=True, help="Write `reached: DAY` beside each that opens.")
@click.option(
    "--at-once", default=4, show_default=True, type=click.IntRange(1, 16), help="How many at once."
)
@click.option(
    "--rest", default=1.0, show_default=True, help="Seconds between two requests to a host."
)
@click.option("--timeout", default=20.0, show_default=True, help="Seconds to wait for an answer.")
@click.option("--discover", metavar="LIST", help="Address or file of a list of publications.")
@click.option("--accept", is_flag=True, help="With --discover: ask, and write what you accept.")
@click.option("--local", is_flag=True, hidden=True, help="Open addresses of this machine too.")
@common
@click.pass_context
def links(
    context: click.Context,
    *,
    only: str,
    as_json: bool,
    remember: bool,
    at_once: int,
    rest: float,
    timeout: float,
    discover: str | None,
    accept: bool,
    local: bool,
) -> None:
    """Open every address of the knowledge base, and say which no longer lead anywhere.

    A few are opened at once, never two at a time on one host, with a rest between. Redirects are
    followed and told; what may pass by itself is tried again. A host that keeps programs away is
    no fault: open such an address by hand. Addresses marked `linked: false` are not opened.

    With --discover, a partnership's own list of publications is read instead, and for each document
    of a review that has no address the link with the most similar title is proposed, with its
    confidence. Nothing is written unless you accept it.
    """
    from bot.clock import today_in_england
    from bot.links.addresses import addresses_in, is_safe
    from bot.links.checking import Manners

    folders = settings_named(context).knowledge
    may_open: Callable[[str], bool] = _anything if local else is_safe
    manners = Manners(
        at_once=at_once, rest=rest, timeout=timeout, first_wait=2 * rest, may_open=may_open
    )
    if discover:
        _discover(discover, folders, manners.may_open, as_json=as_json, accept=accept)
        return
    known = [one for one in addresses_in(folders) if only in one.url]
    found = _opened([one for one in known if one.linked], manners)
    _report(found, skipped=sum(not one.linked for one in known), as_json=as_json)
    if remember:
        moment = given(context, "now")
        day = given(context, "today") or (moment.date() if moment else today_in_england())
        _remember(found, day)
    from bot.links.report import is_fault

    sys.exit(FOUND_FAULTS if any(map(is_fault, found.values())) else 0)


def _anything(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _opened(known: list[Address], manners: Manners) -> dict[Address, Opened]:
    from bot.links.checking import open_all

    with click.progressbar(length=len(known), label="Opening", file=sys.stderr) as bar:
        found = asyncio.run(open_all([one.url for one in known], manners, lambda _: bar.update(1)))
    return dict(zip(known, found, strict=True))


def _report(found: dict[Address, Opened], *, skipped: int, as_json: bool) -> None:
    from bot.links.report import json_report, text_report

    if as_json:
        for address, opened in found.items():
            click.echo(json.dumps(json_report(address, opened)))
        return
    for line in text_report(found, skipped):
        click.echo(line)


def _remember(found: dict[Address, Opened], day: date) -> None:
    """Write the day beside each address that opened; say where that could not be done."""
    from bot.knowledge_base.splicing import SplicingError, read_whole, spliced, write_whole
    from bot.links.checking import GOOD

    for address, opened in found.items():
        for place in address.places if opened.state in GOOD else ():
            try:
                text = spliced(read_whole(place.file), place.way, {"reached": day.isoformat()})
            except SplicingError as error:
                click.echo(f"{place}: not written: {error}", err=True)
                continue
            write_whole(place.file, text)


def _discover(
    source: str,
    folders: Iterable[Path],
    may_open: Callable[[str], bool],
    *,
    as_json: bool,
    accept: bool,
) -> None:
    from bot.links.publications import links_of, proposals
    from bot.links.report import json_proposal

    html = _read_list(source, may_open)
    base = source if source.startswith("http") else ""
    found = proposals(list(folders), links_of(html, base), host=urlsplit(base).hostname or "")
    for one in found:
        if as_json:
            click.echo(json.dumps(json_proposal(one)))
            continue
        click.echo(f"\n{one.confidence} of 100: {one.review}: {one.document}")
        click.echo(f"  {one.label}\n  {one.url}")
        if one.doubt:
            click.echo(f"  Look twice: {one.doubt}")
        if accept and click.confirm(
            "  Open it yourself first. Is it this document?", default=False
        ):
            _write(one)
    if not as_json:
        click.echo(f"\n{len(found)} proposals. Nothing is written unless you accept it.")


def _read_list(source: str, may_open: Callable[[str], bool]) -> str:
    import httpx

    if not source.startswith(("http://", "https://")):
        try:
            return Path(source).read_text("utf-8", errors="replace")
        except OSError as error:
            _end(f"{source} cannot be read ({error.strerror}). Name a file, or an address.")
    for _ in range(_MOST_HOPS):
        if not may_open(source):
            _end(f"{source} is not opened: it is no public web address.")
        try:
            answer = httpx.get(source, timeout=20)
            if answer.has_redirect_location:
                source = urljoin(source, answer.headers["location"])
                continue
            return answer.raise_for_status().text
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            _end(f"{source} cannot be read ({error}). Save the page to a file and name that.")
    return _end(f"{source} leads on and on. Save the page to a file and name that.")


def _end(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(WRONG_INPUT)


def _write(one: Proposal) -> None:
    from bot.knowledge_base.splicing import SplicingError, read_whole, spliced, write_whole

    try:
        text = spliced(read_whole(one.place.file), one.place.way, {"url": one.url})
    except SplicingError as error:
        click.echo(f"  Not written: {error} ({one.place.file})", err=True)
        return
    write_whole(one.place.file, text)
    click.echo(f"  Written to {one.place.file}")


COMMANDS = (links,)
