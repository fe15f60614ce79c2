"""The commands that Telegram offers, by scope. A command's name is the address of its screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `in_groups`: it is offered and answered in a group too."""

    name: str
    description: str
    in_groups: bool = False


COMMANDS = (
    Command("start", "Start page, and what this guide can do"),
    Command("check", "Does this appear to meet the criteria?", in_groups=True),
    Command("notify", "Whom to tell, step by step", in_groups=True),
    Command("contacts", "Phone numbers and links", in_groups=True),
    Command("reviews", "Published local reviews", in_groups=True),
    Command("learning", "National learning", in_groups=True),
    Command("topics", "Plain answers to common questions", in_groups=True),
    Command("themes", "Learning by theme"),
    Command("changes", "What changed in the guidance, and since when"),
    Command("help", "How to use this guide", in_groups=True),
    Command("privacy", "What this guide keeps, and what to leave out", in_groups=True),
    Command("about", "Who runs this guide, and its version"),
)


def in_private() -> tuple[Command, ...]:
    return COMMANDS


def in_groups() -> tuple[Command, ...]:
    return tuple(command for command in COMMANDS if command.in_groups)
