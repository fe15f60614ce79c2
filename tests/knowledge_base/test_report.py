from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from click.testing import CliRunner

from bot.cli import main
from bot.knowledge_base.fault import KnowledgeError
from bot.knowledge_base.report import render

if TYPE_CHECKING:
    from tests.knowledge_base.conftest import Base


def test_the_report_lists_what_a_person_must_confirm(base: Base) -> None:
    assert list(render(base.report(), to_confirm=True)) == [
        "The page of the front door: https://www.law.example/door (1 point)",
        "  england/sources.yaml:19:5: front-door: the number",
        "For maintainers, never shown to a reader (1 point)",
        "  england/topics/harm.yaml:29:5: notice: the present form",
        "0 faults, 0 warnings, 1 to confirm, 1 for maintainers",
    ]


def test_a_point_that_a_person_has_settled_is_listed_no_more(base: Base) -> None:
    base.replace(
        "england/sources.yaml",
        "page: front-page}",
        "page: front-page, found: same, checked: 2026-11-25, by: business manager}",
    )
    base.replace("england/sources.yaml", "status: to-confirm", "status: confirmed")
    base.replace("england/sources.yaml", "    confirm: To confirm on the council's page\n", "")

    assert list(render(base.report())) == ["0 faults, 0 warnings, 0 to confirm, 1 for maintainers"]


def test_a_point_that_was_looked_for_and_not_found_stays_open(base: Base) -> None:
    base.replace(
        "england/sources.yaml",
        "page: front-page}",
        "page: front-page, found: no, checked: 2026-11-25, by: business manager}",
    )

    assert list(render(base.report())) == ["0 faults, 0 warnings, 1 to confirm, 1 for maintainers"]


def test_the_report_counts_without_listing_when_not_asked(base: Base) -> None:
    assert list(render(base.report())) == ["0 faults, 0 warnings, 1 to confirm, 1 for maintainers"]


def test_faults_come_before_warnings_each_with_its_place(base: Base) -> None:
    base.replace("england/topics/harm.yaml", "themes: [neglect]", "themes: [neglet]")

    lines = list(render(base.report()))

    assert lines[0] == (
        "england/topics/harm.yaml:15:14: there is no theme `neglet`; did you mean `neglect`?"
    )
    assert lines[1].startswith("england/sources.yaml:7:10: warning: no card has the theme")
    assert lines[2] == "1 fault, 1 warning, 1 to confirm, 1 for maintainers"


def test_the_check_reads_the_vocabulary_at_once(base: Base) -> None:
    base.replace("england/vocabulary.yaml", "category: harm", "kategory: harm")

    (fault,) = base.report().faults

    assert str(fault).startswith("england/vocabulary.yaml:6:5: `kategory` is not known here")


def test_files_that_cannot_be_read_are_all_that_is_told(base: Base) -> None:
    base.write("local/broken.yaml", "names: {\n")
    base.replace("england/topics/harm.yaml", "themes: [neglect]", "themes: [neglet]")

    report = base.report()

    assert [fault.file for fault in report.faults] == ["local/broken.yaml"]
    assert report.warnings == ()


def test_the_command_ends_with_1_only_when_something_is_wrong(base: Base) -> None:
    folders = ", ".join(f'"{folder}"' for folder in base.folders)
    base.write("config.yaml", f"knowledge: [{folders}]\n")
    command = ["--config", str(base.root / "config.yaml"), "--today", "2026-11-26", "check"]

    sound = CliRunner().invoke(main, command)
    assert (sound.exit_code, sound.output) == (
        0,
        "0 faults, 0 warnings, 1 to confirm, 1 for maintainers\n",
    )

    base.write("local/empty.yaml", "")

    wrong = CliRunner().invoke(main, command)
    assert wrong.exit_code == 1
    assert "local/empty.yaml:1:1: the file is empty" in wrong.output


def test_reading_imports_nothing_that_the_first_prompt_cannot_afford() -> None:
    heavy = "pydantic numpy Stemmer telegram starlette docx icalendar govuk_bank_holidays difflib"
    code = (
        "import sys, bot.knowledge_base.loader, bot.settings; "
        f"print(sorted(set({heavy!r}.split()) & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_an_error_says_every_fault_on_a_line_of_its_own(base: Base) -> None:
    base.write("local/a.yaml", "")
    base.write("local/b.yaml", "")
    error = KnowledgeError(base.report().faults)

    assert str(error).splitlines() == [
        "local/a.yaml:1:1: the file is empty; fill it or delete it",
        "local/b.yaml:1:1: the file is empty; fill it or delete it",
    ]
