"""Links out of the guide: only to sites that stand among the sources."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.knowledge_base.shapes import Problem
from bot.library.model import Source
from bot.notification.model import GuidanceStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections

NEVER_LINKED = {
    "safeguarding.network": "a page there names what a review keeps anonymous",
    "library.nspcc.org.uk": "a search there ends with its session; name the repository's page",
    "croydonlcsb.org.uk": "the former site; its paths no longer lead where they did",
}
"""Sites that no link leads to, and why."""

REPOSITORY = "https://learning.nspcc.org.uk/case-reviews/national-case-review-repository"
KEPT_FOR_YEARS = 5
_LAST_DAY_OF_ANY_MONTH, _SOME_DAYS = 28, timedelta(days=3)
"""The repository keeps the text of a report so long, and then the catalogue record alone."""

MIRRORS = (
    "readkong",
    "pdfslide",
    "fdocuments",
    "vdocuments",
    "docslib",
    "1library",
    "scribd",
    "dokumen",
    "123docz",
)
"""Sites that copy documents of others. They are never named, not even as a source."""


def links_lead_to_known_hosts(sections: Sections) -> Iterator[Problem]:
    """A link leads to a site that a linked source stands on, and never to a copy."""
    unlinked = {host_of(source.url) for source in sections.sources if not source.linked}
    linked = {host_of(source.url) for source in sections.sources if source.linked} - unlinked
    for path, url, source in _urls(sections):
        host = host_of(url)
        if not host:
            yield Problem(path, f"`{url}` is no address of a page; start it with https://")
        elif host in NEVER_LINKED and (source is None or source.linked):
            yield Problem(path, f"{host} is never linked: {NEVER_LINKED[host]}; delete the link")
        elif any(part in MIRRORS for part in host.split(".")):
            yield Problem(path, f"{host} shows copies of other people's pages; name the original")
        elif host in unlinked and (source is None or source.linked):
            message = f"{host} is never linked: some of its sources say `linked: false`"
            cure = "say the same here" if source else "name it under `sources` and delete the link"
            yield Problem(path, f"{message}; {cure}")
        elif source is None and host not in linked:
            yield Problem(path, f"no source stands on {host}; add the page to the sources first")


def the_repository_is_named_while_it_keeps_the_report(sections: Sections) -> Iterator[Problem]:
    """A review leads to the NSPCC's repository only until five years after its publication."""
    for at, review in enumerate(sections.reviews):
        day = min(review.published.day, _LAST_DAY_OF_ANY_MONTH)
        last = review.published.replace(year=review.published.year + KEPT_FOR_YEARS, day=day)
        for number, link in enumerate(review.links):
            if link.url == REPOSITORY and (link.until is None or link.until > last + _SOME_DAYS):
                message = f"the repository keeps the text of a report for five years; say `until: {last}`"
                yield Problem(("reviews", at, "links", number, "url"), message)


def host_of(url: str | None) -> str | None:
    """The site of an address of the web without `www.`; None when it is no such address."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or " " in (url or ""):
        return None
    return parts.hostname.removeprefix("www.")


def _urls(sections: Sections) -> Iterator[tuple[Path, str, Source | None]]:
    for path, entry in sections.entries:
        url = getattr(entry, "url", None)
        if url is not None:
            yield (*path, "url"), url, entry if isinstance(entry, Source) else None
        if isinstance(entry, GuidanceStep):
            for at, link in enumerate(entry.links):
                if link.startswith("http"):
                    yield (*path, "links", at), link, None
