"""What every command takes, and how it opens the guide: errors are lines with their cure."""

# ruff: noqa: PLC0415 - `--help` waits for no guide
from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.clock import ENGLAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.guide import Guide
    from bot.settings import Settings

WRONG_INPUT = 2
FOUND_FAULTS = 1
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


_YEARS = range(2000, 2101)


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            day = datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007  (a day, no time)
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2026-11-23.", param, ctx)
        if day.year not in _YEARS:
            self.fail(f"{value!r} is not a day that this guide can stand in.", param, ctx)
        return day


class _Moment(click.ParamType[datetime]):
    name = "YYYY-MM-DDTHH:MM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.strptime(str(value), "%Y-%m-%dT%H:%M").replace(tzinfo=ENGLAND)
        except ValueError:
            message = f"{value!r} is not a moment in England. Write it as 2026-12-04T17:40."
            self.fail(message, param, ctx)
        if moment.year not in _YEARS:
            self.fail(f"{value!r} is not a day that this guide can stand in.", param, ctx)
        return moment


def _keep(context: click.Context, param: click.Parameter, value: object) -> None:
    """What is given before the name of a command holds for it too, unless it is given again."""
    if value is not None:
        context.ensure_object(dict)[param.name] = value


_OPTIONS = (
    click.option(
        "--now",
        type=_Moment(),
        expose_value=False,
        callback=_keep,
        help="Take this moment in England as now, such as 2026-12-04T17:40.",
    ),
    click.option(
        "--today",
        type=_Day(),
        expose_value=False,
        callback=_keep,
        help="Take this date as today, such as 2026-11-23, at noon.",
    ),
    click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        expose_value=False,
        callback=_keep,
        help="Another config.yaml.",
    ),
)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(context: click.Context, name: str) -> Any:  # noqa: ANN401  (each option has its own type)
    return context.ensure_object(dict).get(name)


def opened(context: click.Context) -> Guide:
    """The guide of the settings, the day and the moment that were given."""
    return guide_over(context, settings_named(context))


def settings_named(context: click.Context) -> Settings:
    from bot.opening import settings_of
    from bot.settings import SettingsError

    try:
        return settings_of(given(context, "config"))
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)


def guide_over(context: click.Context, settings: Settings) -> Guide:
    from bot.knowledge_base.fault import KnowledgeError
    from bot.opening import open_guide

    today, now = given(context, "today"), given(context, "now")
    if today and now and now.date() != today:
        raise click.UsageError("--now lies on another day than --today. Give one of them.")
    try:
        return open_guide(settings, today, now)
    except KnowledgeError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        click.echo(
            "The knowledge base has faults. Mend the lines above, then try again.", err=True
        )
        sys.exit(WRONG_INPUT)
