"""Small faults put into the code one at a time: each must turn the tests named beside it red.

The list is `mutations.yaml`. A fault that no test sees is a survivor: a statement is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue

import click
import yaml

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("mutations.yaml")
_GREEN = 0
_NO_TESTS = 5
_SECONDS = 300


class Fate(StrEnum):
    """What became of a fault."""

    SEEN = "seen"
    SURVIVED = "survived"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Mutation:
    """One fault.

    Args:
        file: the file that is changed, from the root.
        old: text that stands exactly once in it.
        new: what is put in its place.
        means: what a person would meet.
        tests: the tests that must turn red, as arguments of pytest.
    """

    file: str
    old: str
    new: str
    means: str
    tests: tuple[str, ...]


def mutations_of(path: Path = LIST) -> tuple[Mutation, ...]:
    """The faults of a list, in their order."""
    rows = yaml.safe_load(path.read_text("utf-8"))
    return tuple(Mutation(**{**row, "tests": tuple(row["tests"])}) for row in rows)


def copy_of_the_project(target: Path) -> Path:
    """The files that git tracks or would track, copied."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  (git of the machine)
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def is_green(project: Path, tests: tuple[str, ...]) -> bool:
    """The named tests pass in a copy of the project; one that never ends has failed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(  # noqa: S603  (our own list)
            command, cwd=project, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode == _NO_TESTS:
        raise click.ClickException(f"No test was found in {', '.join(tests)}.")
    return done.returncode == _GREEN


def fate(mutation: Mutation, project: Path) -> Fate:
    """Puts the fault into a copy, runs its tests, and takes it out again."""
    place = project / mutation.file
    before = place.read_text("utf-8") if place.is_file() else ""
    if before.count(mutation.old) != 1:
        return Fate.STALE
    place.write_text(before.replace(mutation.old, mutation.new), "utf-8")
    try:
        return Fate.SURVIVED if is_green(project, mutation.tests) else Fate.SEEN
    finally:
        place.write_text(before, "utf-8")


def fates(mutations: tuple[Mutation, ...], workers: int) -> dict[Mutation, Fate]:
    """What became of each fault; the workers have a copy of the project each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ThreadPoolExecutor(workers) as pool,
        click.progressbar(length=len(mutations), label="Faults tried") as bar,
    ):
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(workers):
            free.put(copy_of_the_project(Path(folder) / str(number)))

        def tried(mutation: Mutation) -> Fate:
            project = free.get()
            try:
                return fate(mutation, project)
            finally:
                free.put(project)
                bar.update(1)

        return dict(zip(mutations, pool.map(tried, mutations), strict=True))


@click.command()
@click.option("--workers", default=2, show_default=True, help="How many are tried at once.")
@click.option("--only", default="", help="Only faults in files whose path holds this text.")
@click.option(
    "--list", "list_", is_flag=True, help="Only check that each fault still fits the code."
)
def main(workers: int, only: str, list_: bool) -> None:
    """Put each fault of mutations.yaml into a copy of the project and say which no test sees.

    Exit code 1 where one survives or no longer fits the code.
    """
    mutations = tuple(one for one in mutations_of() if only in one.file)
    stale = [one for one in mutations if (ROOT / one.file).read_text("utf-8").count(one.old) != 1]
    found = dict.fromkeys(stale, Fate.STALE) if list_ else fates(mutations, workers)
    for mutation, became in found.items():
        if became is not Fate.SEEN:
            click.echo(f"{became}: {mutation.file}: {mutation.means}")
            click.echo(f"  {mutation.old.strip()!r} -> {mutation.new.strip()!r}")
            click.echo(f"  tests: {' '.join(mutation.tests)}")
    lost = sum(became is not Fate.SEEN for became in found.values())
    click.echo(f"{len(mutations)} faults, {lost} not seen or stale.")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
