"""The page as an application: which request gets which answer."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot import answering
from bot.address import parse
from bot.channels.web import assets, feeds
from bot.channels.web.form import FormError, read_form
from bot.channels.web.headers import SecurityHeaders, security_headers
from bot.channels.web.pages import Pages, may_be_kept, shown_at
from bot.channels.web.places import ASK, CHANGES_FEED, REVIEWS_FEED, START, ServedPlaces
from bot.channels.web.rendering import Renderer
from bot.channels.web.unexpected import Unexpected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request

    from bot.channels.web.page_store import RenderedPage
    from bot.guide import Guide
    from bot.screen import File
    from bot.settings import WebSettings

_HTML = "text/html; charset=utf-8"
_ATOM = "application/atom+xml; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_KEEP_NOTHING = "no-store"
_GZIP = re.compile(
    r"(?:^|[,\s])(?:gzip|\*)\s*(?:$|,|;\s*q\s*=\s*(?:1|0?\.0*[1-9]))", re.IGNORECASE
)


class WebPage:
    """The page over one guide. It remembers nothing of who asks."""

    def __init__(self, guide: Guide, settings: WebSettings) -> None:
        public_url = urlsplit(settings.public_url or "")
        self._public_origin = f"{public_url.scheme}://{public_url.netloc}" * bool(
            public_url.netloc
        )
        self._places = ServedPlaces(public_url.path.rstrip("/"))
        self._renderer = Renderer(guide, self._places, self._public_origin)
        self._pages = Pages(guide, self._renderer)
        self._guide = guide

    def routes(self) -> list[Route]:
        """Every path. A path that is no other is taken for the address of a screen."""
        return [
            Route("/", self.start),
            Route(f"/{ASK}", self.ask, methods=["POST", "GET"]),
            Route("/healthz", self.alive),
            Route("/readyz", self.ready),
            Route("/robots.txt", self._document(feeds.robots, "text/plain; charset=utf-8")),
            Route("/sitemap.xml", self._document(feeds.sitemap, _XML)),
            Route(f"/{CHANGES_FEED}", self._document(feeds.changes_feed, _ATOM)),
            Route(f"/{REVIEWS_FEED}", self._document(feeds.reviews_feed, _ATOM)),
            Route("/static/{name}", self.asset),
            Route("/{path:path}", self.screen),
        ]

    async def start(self, request: Request) -> Response:
        return _respond(request, self._pages.of_address(START), kept=True)

    async def screen(self, request: Request) -> Response:
        """The screen of an address, or the file that stands at it."""
        path: str = request.path_params["path"]
        address = str(parse(path.removesuffix("/")) or "")
        if address and address != path:
            return RedirectResponse(
                self._places.screen(address),
                HTTPStatus.PERMANENT_REDIRECT,
                headers={"cache-control": "no-store", "x-robots-tag": "noindex"},
            )
        file = await answering.file(self._guide, address) if address else None
        if file is not None:
            return _save(file)
        page = self._pages.of_address(address)
        return _respond(request, page, kept=may_be_kept(address) and not page.has_clock)

    async def ask(self, request: Request) -> Response:
        """The answer to a typed text. The text comes in the body and goes nowhere else."""
        if request.method != "POST":
            return _respond(request, self._pages.of_address(ASK))
        try:
            typed = await read_form(request)
        except FormError as error:
            return _respond(request, self._pages.problem(error.status, *error.lines))
        at = str(parse(typed.at or "") or START)
        if not typed.text.strip():
            return _respond(request, self._pages.nothing_typed(at))
        reply = await answering.ask(self._guide, typed.text, at)
        address = shown_at(self._guide, reply)
        if address is not None:
            return RedirectResponse(
                self._places.screen(address),
                HTTPStatus.SEE_OTHER,
                {"cache-control": _KEEP_NOTHING},
            )
        return _respond(request, self._pages.of_reply(reply, at))

    async def alive(self, request: Request) -> Response:  # noqa: ARG002  (the same for everyone)
        return PlainTextResponse("alive\n", headers={"cache-control": _KEEP_NOTHING})

    async def ready(self, request: Request) -> Response:  # noqa: ARG002  (the same for everyone)
        """Ready once questions can be matched without a wait."""
        ready = "search" in vars(self._guide)
        return JSONResponse(
            {"ready": ready, "knowledge": self._guide.knowledge.version},
            HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE,
            headers={"cache-control": _KEEP_NOTHING},
        )

    async def asset(self, request: Request) -> Response:
        found = assets.find(request.path_params["name"])
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        headers = {"cache-control": _FOR_EVER, "vary": "Accept-Encoding"}
        if not _takes_gzip(request):
            return Response(found.content, media_type=found.type, headers=headers)
        headers["content-encoding"] = "gzip"
        return Response(found.compressed, media_type=found.type, headers=headers)

    async def refused(self, request: Request, error: Exception) -> Response:
        """A page that helps, for an error of HTTP such as a method that is not allowed."""
        if not isinstance(error, HTTPException):
            raise error
        if error.status_code == HTTPStatus.NOT_FOUND:
            return _respond(request, self._pages.of_address(""))
        response = _respond(request, self._pages.problem(error.status_code))
        response.headers.update(error.headers or {})
        return response

    def failed(self, request: Request, reference: str) -> Response:
        return _respond(request, self._pages.unexpected(reference))

    def _document(
        self, write: Callable[[Guide, Renderer, str], str], media_type: str
    ) -> Callable[[Request], Awaitable[Response]]:
        async def respond(request: Request) -> Response:
            asked = f"{request.scope['scheme']}://{request.headers['host']}"
            base = self._public_origin or asked
            text = write(self._guide, self._renderer, base)
            return Response(text, media_type=media_type, headers={"cache-control": _ASK_AGAIN})

        return respond


def web_app(guide: Guide, settings: WebSettings) -> Starlette:
    """The page with its headers, its trusted hosts and its error pages.

    Raises:
        SettingsError: a site that may embed the page is not written as the address of a site.
    """
    page = WebPage(guide, settings)
    headers = security_headers(settings.frame_ancestors)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await asyncio.to_thread(warm, guide)
        yield

    return Starlette(
        routes=page.routes(),
        middleware=[
            Middleware(SecurityHeaders, headers=headers),
            Middleware(
                TrustedHostMiddleware, allowed_hosts=trusted_hosts(settings), www_redirect=False
            ),
            Middleware(Unexpected, answer=page.failed),
        ],
        exception_handlers={HTTPException: page.refused},
        lifespan=lifespan,
    )


def warm(guide: Guide) -> None:
    """Makes ready what the first reader would otherwise wait for."""
    guide.ask("rapid review", START)


def trusted_hosts(settings: WebSettings) -> list[str]:
    """Names under which the page may be asked for: the settings', and the public one."""
    public = urlsplit(settings.public_url or "").hostname
    return [*settings.trusted_hosts, *((public,) if public else ())]


def _respond(request: Request, page: RenderedPage, *, kept: bool = False) -> Response:
    headers = {"cache-control": _KEEP_NOTHING, "vary": "Accept-Encoding"}
    if not page.indexed:
        headers["x-robots-tag"] = "noindex"
    if kept and page.status == HTTPStatus.OK and not page.has_clock:
        headers |= {"cache-control": _ASK_AGAIN, "etag": page.tag}
        if request.headers.get("if-none-match") == page.tag:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    if not _takes_gzip(request):
        return Response(page.plain, page.status, headers, _HTML)
    headers["content-encoding"] = "gzip"
    return Response(page.compressed, page.status, headers, _HTML)


def _save(file: File) -> Response:
    """A drawing is shown in the page, anything else is saved."""
    way = "inline" if file.type.startswith("image/") else "attachment"
    charset = "; charset=utf-8" if file.type.startswith("text/") else ""
    headers = {
        "content-disposition": f'{way}; filename="{file.name}"',
        "cache-control": _KEEP_NOTHING,
        "x-robots-tag": "noindex",
    }
    return Response(file.content, headers=headers, media_type=file.type + charset)


def _takes_gzip(request: Request) -> bool:
    return _GZIP.search(request.headers.get("accept-encoding", "")) is not None
