"""The page in a real Chromium: accessible, narrow enough, usable by keyboard and without a script."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bot.channels.web.application import web_app
from bot.guide import Guide
from bot.settings import WebSettings
from tests.channels.web import walks
from tests.channels.web.survey import NARROW, SMALLEST_TARGET, Survey, survey

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium was found: install chromium, or name one in CHROMIUM"
    ),
]
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
UNSEEN_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle === "none" || style.outlineWidth === "0px";
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def origin(guide: Guide) -> Iterator[str]:
    """The page, served on this machine."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = web_app(guide, WebSettings())
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def seen(browser: Browser, origin: str, guide: Guide) -> Survey:
    return survey(browser, origin, guide)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": NARROW, "height": 640})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_axe_finds_nothing_on_any_kind_of_page_light_dark_narrow_and_wide(seen: Survey) -> None:
    assert len(seen.kinds) >= 35
    assert seen.violations == []


def test_no_page_scrolls_sideways_at_320_pixels(seen: Survey) -> None:
    assert seen.sideways == []


def test_every_target_is_at_least_44_pixels_high(seen: Survey) -> None:
    assert seen.small_targets == []


def test_no_request_leaves_the_origin(seen: Survey, origin: str) -> None:
    assert len(seen.requests) > len(seen.kinds)
    assert [url for url in seen.requests if not url.startswith(f"{origin}/")] == []


def test_no_cookie_is_set_and_nothing_is_stored(seen: Survey) -> None:
    assert seen.stored == []


def test_the_browser_has_nothing_to_complain_of(seen: Survey) -> None:
    assert seen.complaints == []


def _press_until(page: Page, label: str, *, leads_on: bool = True) -> None:
    """Tab until the link or button of this label has the focus, then Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.innerText || document.activeElement.id")
        assert not page.evaluate(UNSEEN_FOCUS)
        if str(focused).strip().startswith(label):
            if leads_on:
                with page.expect_navigation():
                    page.keyboard.press("Enter")
            else:
                page.keyboard.press("Enter")
            return
    pytest.fail(f"{label!r} cannot be reached by keyboard on {page.url}")


def test_a_keyboard_alone_completes_a_journey(page: Page, origin: str, guide: Guide) -> None:
    page.goto(origin)
    _press_until(page, guide.open("start").actions[0].label)
    here = guide.open("check")
    while here.question:
        choice = here.question.choices[0]
        _press_until(page, choice.label)
        here = guide.open(choice.address)
    _press_until(page, "Your answers:", leads_on=False)
    _press_until(page, "Add the date")
    page.focus("#date")
    page.keyboard.type("20 November 2026")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("_20261120")
    _press_until(page, "Yes, show the deadlines")
    assert "Notification to the Panel" in page.inner_text("main")


def test_everything_works_with_javascript_off(browser: Browser, origin: str, guide: Guide) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin)
    page.click(".start .main-actions a")
    here = guide.open("check")
    while here.question:
        page.click(f'.options a[href="/{here.question.choices[0].address}"]')
        here = guide.open(page.url.rpartition("/")[2])
    assert guide.open(page.url.rpartition("/")[2]).outcome
    page.click('a[href^="/date_"]')
    page.fill("#date", "last friday")
    page.press("#date", "Enter")
    page.click(".options li:first-child a")
    assert "Notification to the Panel" in page.content()
    page.fill("#question", "what is a rapid review")
    page.press("#question", "Enter")
    assert "fifteen working days" in page.content()
    page.click(".menu summary")
    page.click('.menu a[href="/reviews"]')
    page.click(".facets summary >> nth=1")
    page.click(".facets details[open] a >> nth=0")
    assert "list_reviews_" in page.url
    page.click("a.leave")
    assert "stay in this browser's history" in page.content()
    context.close()


def test_leaving_takes_the_place_of_the_page_in_the_history(page: Page, origin: str) -> None:
    page.goto(f"{origin}/about")
    page.goto(f"{origin}/check")
    page.click("a.leave")
    page.wait_for_url("**/leave")
    page.go_back()
    assert page.url == f"{origin}/about"


def test_an_outcome_can_be_copied_as_text(
    context: BrowserContext, origin: str, guide: Guide
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
    page = context.new_page()
    page.goto(f"{origin}/{walks.outcome(guide)}")
    page.click("text=Copy as text")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Ring Croydon MASH" in copied
    assert "All your steps, in order" in copied
    assert "Copy as text" not in copied


def test_an_outcome_prints_on_two_sides_with_all_steps_on_the_first(
    page: Page, origin: str, guide: Guide, tmp_path: Path
) -> None:
    page.goto(f"{origin}/{walks.outcome(guide)}")
    printed = page.pdf(path=tmp_path / "outcome.pdf", prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 2


def test_the_exported_copy_opens_from_a_folder_with_its_style(page: Page, copy: Path) -> None:
    page.goto((copy / "index.html").as_uri())
    page.click(".main-actions a")
    page.click(".options li:first-child a")
    box = page.locator(".options a").first.bounding_box()
    assert box
    assert box["height"] >= SMALLEST_TARGET
    assert page.locator("form").count() == 0


PHONE = {"width": 360, "height": 800}
_TOP = "(what) => Math.round(document.querySelector(what).getBoundingClientRect().top + scrollY)"
_BOTTOM = """(what) => Math.round(
  [...document.querySelectorAll(what)].pop().getBoundingClientRect().bottom + scrollY)"""
_HEIGHT = "document.documentElement.scrollHeight"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]  # width and height
    yield context.new_page()
    context.close()


def _every_question(guide: Guide) -> list[str]:
    """One address of every question, the way of the first options and the one of the last."""
    found: dict[str, str] = {}
    for option in (0, -1, 2):
        here = guide.open("check")
        while here.question:
            found.setdefault(here.question.id, here.address)
            choices = here.question.choices
            here = guide.open(choices[min(option, len(choices) - 1)].address)
    return list(found.values())


def test_an_outcome_is_one_phone_screen_and_its_folds(
    phone: Page, origin: str, guide: Guide
) -> None:
    phone.goto(f"{origin}/{walks.outcome(guide)}")
    assert phone.evaluate(_TOP, "h1") <= 125
    assert phone.evaluate(_BOTTOM, "a.ring") <= 420
    assert phone.evaluate(_HEIGHT) <= 1400


def test_the_council_finds_its_last_day_before_the_number(
    phone: Page, origin: str, guide: Guide
) -> None:
    phone.goto(f"{origin}/{walks.outcome(guide)}rc")
    assert phone.evaluate(_TOP, "[data-part=due]") < phone.evaluate(_TOP, "a.ring")
    assert phone.evaluate(_BOTTOM, "a.ring") <= 560


def test_every_option_of_every_question_is_in_reach(
    phone: Page, origin: str, guide: Guide
) -> None:
    for address in _every_question(guide):
        phone.goto(f"{origin}/{address}")
        assert phone.evaluate(_BOTTOM, ".options a") <= 800, address


def test_the_start_shows_what_to_do_whom_to_ring_and_where_to_type(
    phone: Page, origin: str
) -> None:
    phone.goto(f"{origin}/")
    assert phone.evaluate(_BOTTOM, "form.ask") <= 720
    assert phone.evaluate(_HEIGHT) <= 1100


def test_a_review_answers_on_one_screen(phone: Page, origin: str) -> None:
    phone.goto(f"{origin}/review_baby-eva-2024")
    assert phone.evaluate(_HEIGHT) <= 1000


def test_at_400_percent_the_heading_stands_in_the_first_view(
    browser: Browser, origin: str, guide: Guide
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    for address in ("", "check", walks.outcome(guide), "review_baby-eva-2024", "contacts"):
        page.goto(f"{origin}/{address}")
        assert page.evaluate(_BOTTOM, "h1") <= 256, address
    context.close()


def test_without_a_script_every_fold_stands_open(
    browser: Browser, origin: str, guide: Guide
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]  # width and height
    page = context.new_page()
    page.goto(f"{origin}/{walks.outcome(guide)}")
    folds = page.locator("details[data-fold]")
    assert folds.count() > 5
    assert page.locator("details[data-fold]:not([open])").count() == 0
    context.close()


def test_the_parts_of_a_first_screen_stand_in_their_order(
    phone: Page, origin: str, guide: Guide
) -> None:
    address = walks.outcome(guide)
    phone.goto(f"{origin}/{address}")
    outcome = guide.open(address).outcome
    assert outcome
    shown = phone.eval_on_selector_all(
        "main [data-part]", "(all) => all.map((e) => e.dataset.part)"
    )
    assert shown == [line.part.value for line in outcome.first if line.part.value != "danger"]
