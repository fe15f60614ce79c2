"""What every command takes, and how it opens the guide: errors are lines with their cure."""

# ruff: noqa: PLC0415 - `--help` waits for no guide
from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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


_today = click.option("--today", type=_Day(), help="Take this date as today, such as 2026-11-23.")
_config = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Another config.yaml.",
)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    return _today(_config(command))


def opened(context: click.Context, today: date | None, config: Path | None) -> Guide:
    settings = settings_named(config or context.obj["config"])
    return guide_over(settings, today or context.obj["today"])


def settings_named(config: Path | None) -> Settings:
    from bot.opening import settings_of
    from bot.settings import SettingsError

    try:
        return settings_of(config)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)


def guide_over(settings: Settings, today: date | None) -> Guide:
    from bot.knowledge_base.fault import KnowledgeError
    from bot.opening import open_guide

    try:
        return open_guide(settings, today)
    except KnowledgeError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        click.echo(
            "The knowledge base has faults. Mend the lines above, then try again.", err=True
        )
        sys.exit(WRONG_INPUT)
