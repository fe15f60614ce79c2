"""The command that walks through the points that somebody with a browser can settle."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.cli_options import common, given, settings_named

if TYPE_CHECKING:
    from datetime import date

    from bot.knowledge_base.live_look import Finding, LookedAt, Point

_HELP = """\b
Examples
  python -m bot confirm                       go on where the last one stopped
  python -m bot confirm --no-open             print the addresses, open no browser
  python -m bot confirm --only council-mash   one page, by its id
  python -m bot confirm --list                what is open, without asking
  git diff knowledge/                         what was written
"""
_KEYS = {"y": "same", "c": "changed", "n": "no"}
_ASKED = (
    "[y] it says this  [c] it says something else  [n] it says nothing of it  [s] skip  [q] stop"
)


@click.command(epilog=_HELP)
@click.option("--by", default="", help="Your role, such as 'business manager'. Never a name.")
@click.option("--only", default="", metavar="PAGE", help="Only the page with this id.")
@click.option("--no-open", is_flag=True, help="Print each address and open no browser.")
@click.option("--again", is_flag=True, help="Ask again what was answered before.")
@click.option("--list", "only_list", is_flag=True, help="List the pages and stop.")
@common
@click.pass_context
def confirm(
    context: click.Context, by: str, only: str, no_open: bool, again: bool, only_list: bool
) -> None:
    """Settle what a look at a public page can settle, page by page.

    For each page: it opens in your browser, each of our statements about it is shown, and you say
    whether the page says so. Every answer is written into the knowledge base at once, with the date,
    your role and the address, so you can stop at any time, with q or Ctrl-C, and go on later. What is
    written touches no other line. "It says something else" stays open until somebody mends the words.
    """
    from bot.clock import today_in_england
    from bot.knowledge_base.live_look import pages_to_look_at

    folders = settings_named(context).knowledge
    pages = [page for page in pages_to_look_at(folders) if only in {"", page.id}]
    if only and not pages:
        raise click.BadParameter(
            f"there is no page {only} with a point to look at", param_hint="--only"
        )
    left = [page for page in pages if again or not all(point.answered for point in page.points)]
    if only_list:
        _list(pages)
        return
    if not left:
        click.echo("Nothing is left to look at. Thank you.")
        return
    role = by or click.prompt("Your role, such as 'business manager' (never a name)")
    moment = given(context, "now")
    day = given(context, "today") or (moment.date() if moment else today_in_england())
    try:
        for page in left:
            place = f"Page {pages.index(page) + 1} of {len(pages)}"
            _look_at(page, place, role, day, again=again, open_page=not no_open)
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo("\nStopped. What you answered is written; the same command goes on from here.")
        sys.exit(0)
    click.echo("\nThat was all. Look at `git diff knowledge/`, then run `python -m bot check`.")


def _list(pages: list[LookedAt]) -> None:
    for page in pages:
        answered = sum(point.answered for point in page.points)
        click.echo(f"{page.id}: {page.title} ({answered} of {len(page.points)} answered)")


def _look_at(
    page: LookedAt, place: str, role: str, day: date, *, again: bool, open_page: bool
) -> None:
    click.echo(f"\n{place}: {page.title}")
    source = page.url
    if source:
        click.echo(source)
        if open_page:
            click.launch(source)
    else:
        click.echo("We know no address of this page. Find it yourself, or skip.")
    if page.evidence:
        click.echo(f"Seen before: {page.evidence}")
    for number, point in enumerate(page.points, start=1):
        if point.answered and not again:
            continue
        click.echo(f"\n  {number} of {len(page.points)}. To confirm: {point.point}")
        for name, words in point.words:
            click.echo(f"    {name}: {words}")
        if point.evidence:
            click.echo(f"    Seen before: {point.evidence}")
        source = _settle(point, source, role, day)


def _settle(point: Point, source: str, role: str, day: date) -> str:
    """Ask for one point and write the answer; gives the address for the next point of the page."""
    from bot.knowledge_base.live_look import Finding, write_finding
    from bot.knowledge_base.splicing import SplicingError

    click.echo(f"  {_ASKED}")
    key = click.prompt("  Your answer", type=click.Choice([*_KEYS, "s", "q"]), show_choices=False)
    if key == "q":
        raise click.Abort
    if key == "s":
        return source
    finding = Finding(_KEYS[key])
    if not source:
        source = click.prompt("  Address of the page that you looked at", value_proc=_web_address)
    try:
        write_finding(point, finding, on=day, role=role, source=source)
    except SplicingError as error:
        click.echo(f"  Not written: {error} ({point.file}:{point.line})", err=True)
        return source
    click.echo(f"  Written: {_said(finding, point)}")
    return source


def _said(finding: Finding, point: Point) -> str:
    place = f"{point.file}:{point.line}"
    if finding == "changed":
        return f"changed. Somebody must now mend our words: {place}"
    return "confirmed." if finding == "same" else f"not found there; it stays open ({place})."


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or " " in text.strip():
        raise click.BadParameter("an address begins with https://")
    return text.strip()


COMMANDS = (confirm,)
