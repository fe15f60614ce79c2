from __future__ import annotations

from datetime import date
from os import mkfifo
from typing import TYPE_CHECKING

import pytest

from bot.knowledge_base.fault import KnowledgeError
from bot.library.model import AgeGroup, ReviewKind, Status

if TYPE_CHECKING:
    from tests.knowledge_base.conftest import Base


def test_the_sections_of_all_files_are_one_library(base: Base) -> None:
    library = base.read().library

    assert list(library.topics) == ["harm", "notice", "immediate-danger", "escalation"]
    assert list(library.reviews) == ["child-a"]
    assert list(library.sources) == ["act", "partnership-page"]


def test_values_become_what_the_models_say(base: Base) -> None:
    review = base.read().library.reviews["child-a"]

    assert review.published == date(2020, 2, 29)
    assert review.review_kind is ReviewKind.SPR
    assert review.status is Status.CONFIRMED
    assert review.age_groups == (AgeGroup.UNDER_1,)
    assert review.documents[0].url is None


def test_local_names_fill_the_placeholders(base: Base) -> None:
    knowledge = base.read()

    assert knowledge.library.topics["harm"].summary == "Lasting harm to a child in Exampleton."
    assert knowledge.vocabulary()[0].expansion == "the front door of Exampleton"


def test_a_local_rule_stands_in_front_of_the_rule_that_it_names(base: Base) -> None:
    rules = [rule.id for rule in base.read().criteria.rules]

    assert rules == ["adult", "death-abuse", "harm-abuse", "death", "harm-here", "harm"]


def test_changes_stand_newest_first(base: Base) -> None:
    base.write(
        "local/changes.yaml", "changes:\n  - {since: 2026-05-01, title: Newer, what: More.}\n"
    )

    assert [change.title for change in base.read().library.changes] == ["Newer", "First criteria"]


def test_the_vocabulary_is_read_once_and_late(base: Base) -> None:
    base.replace("england/vocabulary.yaml", "category: harm", "kategory: harm")
    knowledge = base.read()

    with pytest.raises(KnowledgeError, match=r"vocabulary\.yaml:6:5: `kategory`.*`category`"):
        knowledge.vocabulary()


def test_terms_that_were_read_are_not_read_again(base: Base) -> None:
    vocabulary = base.read().vocabulary

    assert vocabulary() is vocabulary()
    assert [term.term for term in vocabulary()] == ["MASH", "suicide"]


def test_a_vocabulary_beside_other_sections_is_read_with_them(base: Base) -> None:
    term = "{term: EXP, expansion: the partnership, category: places}"
    base.write("local/words.yaml", f"out_of_scope: [what is on]\nvocabulary:\n  - {term}\n")

    assert [term.term for term in base.read().vocabulary()] == ["EXP", "MASH", "suicide"]


def test_the_version_changes_with_any_text_and_with_nothing_else(base: Base) -> None:
    before = base.read().version
    assert base.read().version == before

    base.replace("england/vocabulary.yaml", "category: harm", "category: harms")

    assert base.read().version != before


def test_all_faults_are_told_at_once_each_at_its_place(base: Base) -> None:
    base.replace("england/topics/harm.yaml", "title: What a notice is", "titel: What a notice is")
    base.replace("england/sources.yaml", "linked: false", "linked: no")
    base.replace("local/reviews/child-a.yaml", "published: 2020-02-29", "published: 2021-02-29")
    base.write("local/broken.yaml", "topics:\n\t- id: x\n")

    assert [str(fault) for fault in base.faults()] == [
        "england/sources.yaml:5:56: write true or false, without quotes",
        "england/topics/harm.yaml:24:5: `titel` is not known here; did you mean `title`?",
        "local/broken.yaml:2:1: a tab stands here; use spaces",
        "local/reviews/child-a.yaml:6:16: there is no day 2021-02-29; correct the date",
    ]


def test_a_missing_name_is_told_at_the_start_of_its_entry(base: Base) -> None:
    base.replace("england/topics/harm.yaml", "    title: What a notice is\n", "")

    assert base.fault() == (
        "england/topics/harm.yaml:23:5: `title` is missing in this entry; add a line `title: …`"
    )


def test_a_missing_name_of_the_criteria_is_told_at_the_criteria(base: Base) -> None:
    base.replace("england/criteria.yaml", "  version: 3\n", "")

    assert base.fault().startswith("england/criteria.yaml:1:1: `version` is missing")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: notice", "id: 7", "23:9: a text is expected; put it in quotes"),
        ("id: notice", "id:", "23:5: the text is missing; write it or delete the line"),
        ("id: notice", 'id: " "', "23:9: the text is empty; write it or delete the line"),
        (
            "id: notice",
            "id: [notice]",
            "23:5: one text is expected, not a list; take the dash away",
        ),
        (
            "id: notice",
            "id: {a: b}",
            "23:5: a text is expected; put it in quotes if it holds a colon",
        ),
        (
            "aliases: [lasting harm]",
            "aliases: harm",
            "20:14: a list is expected; start each entry",
        ),
        ("status: to-confirm", "status: to confirm", "28:13: `to confirm` is not one of"),
        ("status: to-confirm", "status: [x]", "28:5: write `confirmed`, `to-confirm`"),
        (
            "- heading: In the Act",
            "- In the Act",
            "7:9: an entry of lines `name: value` is expected",
        ),
        ("{area}", "{aera}", "5:14: `{aera}` is no name that we know; did you mean `area`?"),
        ("{area}", "{X}", "5:14: curly brackets are kept for local names such as `{area}`"),
        ("topics:", "topic:", "2:1: `topic` is no section; did you mean `topics`?"),
        ("# What we say about harm.\ntopics:", "topics: 3\nreviews:", "1:1: `topics` is a list"),
    ],
)
def test_a_wrong_value_is_told_with_its_cure(base: Base, old: str, new: str, told: str) -> None:
    base.replace("england/topics/harm.yaml", old, new)

    assert f"england/topics/harm.yaml:{told}" in "\n".join(map(str, base.faults()))


def test_a_name_missing_in_a_section_of_two_files_is_told_with_both(base: Base) -> None:
    base.replace(
        "england/guidance.yaml", "  counting_note: Day one is the next working day.\n", ""
    )
    base.write("local/guidance.yaml", "guidance:\n  council_does: []\n")
    base.replace("england/guidance.yaml", "  council_does: []\n", "")

    told = base.fault()

    assert told.startswith("england/guidance.yaml:1:1: `counting_note` is missing in this entry")
    assert told.endswith("(`guidance` goes on in local/guidance.yaml)")


def test_a_section_of_names_is_no_list(base: Base) -> None:
    base.write("local/names.yaml", "names:\n  - area\n")

    assert base.fault().startswith("local/names.yaml:1:1: `names` is made of lines `name: value`")


def test_a_name_given_in_two_files_is_told_in_the_second(base: Base) -> None:
    base.write("local/q.yaml", "names:\n  area: Elsewhere\n")

    assert base.fault().startswith("local/q.yaml:2:3: `area` is given in another file too")


def test_a_name_made_of_other_names_is_refused(base: Base) -> None:
    base.replace("local/partnership.yaml", "Exampleton Partnership (EXP)", '"{area} Partnership"')

    assert "local/partnership.yaml:3:16: a name cannot be made of" in base.fault()


def test_a_section_that_no_file_has_is_told(base: Base) -> None:
    (base.root / "england/guidance.yaml").unlink()

    assert (
        base.fault() == "local:1:1: no file has the section `guidance:`; write it in one of them"
    )


def test_a_file_that_is_not_utf_8_is_told_with_the_line(base: Base) -> None:
    (base.root / "local/latin.yaml").write_bytes(b"out_of_scope:\n  - caf\xe9\n")

    assert base.fault() == (
        "local/latin.yaml:2:8: this character is not in UTF-8; save the file in the encoding UTF-8"
    )


def test_a_link_that_leads_nowhere_is_not_overlooked(base: Base) -> None:
    (base.root / "local/gone.yaml").symlink_to(base.root / "nowhere.yaml")

    assert base.fault().startswith("local/gone.yaml:1:1: the file cannot be read")


def test_a_pipe_is_not_waited_for(base: Base) -> None:
    mkfifo(base.root / "local/pipe.yaml")

    assert base.fault().startswith("local/pipe.yaml:1:1: this is no plain file")


def test_a_byte_order_mark_does_no_harm(base: Base) -> None:
    (base.root / "local/windows.yaml").write_bytes(
        b"\xef\xbb\xbfout_of_scope:\r\n  - caf\xc3\xa9\r\n"
    )

    assert "café" in base.read().out_of_scope


def test_a_file_of_another_ending_is_not_overlooked(base: Base) -> None:
    base.write("local/more.yml", "topics: []\n")

    assert base.fault().startswith("local/more.yml:1:1: only files that end in .yaml are read")


def test_a_folder_that_is_not_there_is_told(base: Base) -> None:
    (base.root / "local").rename(base.root / "lokal")

    assert "local:1:1: there is no such folder; correct its name" in map(str, base.faults())


def test_an_empty_file_is_told(base: Base) -> None:
    base.write("local/empty.yaml", "# nothing yet\n")

    assert base.fault() == "local/empty.yaml:1:1: the file is empty; fill it or delete it"


def test_a_file_without_sections_is_told(base: Base) -> None:
    base.write("local/list.yaml", "- a\n- b\n")

    assert base.fault().startswith("local/list.yaml:1:1: a file starts with the name of a section")
