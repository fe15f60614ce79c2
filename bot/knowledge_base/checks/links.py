"""Links out of the guide: only to sites that stand among the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.knowledge_base.shapes import Problem
from bot.library.model import Source
from bot.notification.model import GuidanceStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections

MIRRORS = (
    "readkong",
    "pdfslide",
    "fdocuments",
    "vdocuments",
    "docslib",
    "1library",
    "scribd",
    "dokumen",
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
        elif any(part in MIRRORS for part in host.split(".")):
            yield Problem(path, f"{host} shows copies of other people's pages; name the original")
        elif host in unlinked and (source is None or source.linked):
            message = f"{host} is never linked: some of its sources say `linked: false`"
            cure = "say the same here" if source else "name it under `sources` and delete the link"
            yield Problem(path, f"{message}; {cure}")
        elif source is None and host not in linked:
            yield Problem(path, f"no source stands on {host}; add the page to the sources first")


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
