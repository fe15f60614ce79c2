"""What a browser gets for what it asks."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from bot.channels.web.application import web_app
from bot.channels.web.form import LONGEST_BODY
from bot.guide import Guide
from bot.settings import SettingsError, WebSettings
from tests.channels.web import walks

ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_kind_of_page_opens(client: TestClient, guide: Guide) -> None:
    for name, path in walks.kinds_of_page(guide).items():
        assert client.get(path).status_code == (404 if name == "unknown" else 200), path


def test_an_unknown_address_gets_the_helpful_screen_with_status_404(client: TestClient) -> None:
    for path in ("/no-such-address", "/a/b/c", "/%00", "/static/nothing", "/é", "/check.html"):
        response = client.get(path)
        assert response.status_code == 404
        assert "This link is cut short" in response.text
        assert 'href="/check"' in response.text


def test_another_way_to_write_an_address_leads_to_its_canonical_form(client: TestClient) -> None:
    for path in ("/Check", "/CHECK", "/check/"):
        response = client.get(path)
        assert (response.status_code, response.headers["location"]) == (308, "/check")


def test_a_redirect_never_leaves_the_site(client: TestClient) -> None:
    for path in (
        "//evil.example",
        "/%2F%2Fevil.example/",
        "/\\evil.example",
        "/https:%2F%2Fx.org",
    ):
        location = client.get(f"https://guide.example.org{path}").headers.get("location", "/")
        assert re.fullmatch("/[a-z0-9_-]*", location)


def test_a_typed_text_never_stands_in_an_address(client: TestClient) -> None:
    text = "jayden smith was found dead xyzzy"
    response = client.post("/ask", data={"text": text, "at": "start"})
    assert "xyzzy" not in response.headers.get("location", "")
    assert client.get("/ask", params={"text": text}).text.count("xyzzy") == 0


def test_typed_words_answer_the_open_question_and_lead_to_the_next(client: TestClient) -> None:
    response = client.post("/ask", data={"text": "under 16", "at": "check"})
    assert response.status_code == 303
    assert response.headers["location"].startswith("/check_")


def test_a_question_under_an_open_question_is_answered_and_the_question_shown_again(
    client: TestClient, guide: Guide
) -> None:
    page = client.post("/ask", data={"text": "what is a rapid review", "at": "check"}).text
    assert "fifteen working days" in page
    assert guide.open("check").title in page
    assert 'name="at" value="check"' in page
    assert page.count("<h1") == 1


def test_an_empty_question_is_an_error_at_its_field(client: TestClient) -> None:
    response = client.post("/ask", data={"text": "  ", "at": "check"})
    assert response.status_code == 422
    assert "<title>Error: " in response.text
    assert '<a href="#question">' in response.text


def test_a_date_that_is_not_understood_is_an_error_at_its_field_and_stays_there(
    client: TestClient, guide: Guide
) -> None:
    response = client.post("/ask", data={"text": "31/02/2026", "at": walks.date(guide)})
    assert "<title>Error: " in response.text
    assert '<a href="#date">' in response.text
    assert 'value="31/02/2026" aria-invalid="true"' in response.text


def test_a_typed_date_is_read_back_at_an_address_of_its_own(
    client: TestClient, guide: Guide
) -> None:
    response = client.post("/ask", data={"text": "20/11/2026", "at": walks.date(guide)})
    assert (response.status_code, response.headers["location"]) == (
        303,
        f"/{walks.date(guide)}_20261120",
    )


def test_danger_in_a_question_is_answered_with_the_numbers_first(client: TestClient) -> None:
    page = client.post("/ask", data={"text": "a child is being hurt right now", "at": ""}).text
    assert page.index("act first and read later") < page.index('class="ask"')


def test_what_was_typed_is_never_markup(client: TestClient, guide: Guide) -> None:
    nasty = "<script>alert(1)</script>\"'><img src=x>"
    for at in ("start", walks.date(guide), nasty):
        assert "<script>alert" not in client.post("/ask", data={"text": nasty, "at": at}).text
    date = client.post("/ask", data={"text": '13/13/13">', "at": walks.date(guide)})
    assert 'value="13/13/13&#34;&gt;" aria-invalid="true"' in date.text


def test_too_long_a_body_is_refused_without_reading_it(client: TestClient) -> None:
    response = client.post("/ask", data={"text": "x" * LONGEST_BODY})
    assert response.status_code == 413
    assert "too long" in response.text


def test_a_body_that_is_no_form_is_refused(client: TestClient) -> None:
    assert client.post("/ask", json={"text": "x"}).status_code == 415
    many = "&".join("text=x" for _ in range(50))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/ask", content=many, headers=form).status_code == 400


def test_another_method_gets_a_page_that_helps(client: TestClient) -> None:
    for method, path in (("POST", "/check"), ("DELETE", "/"), ("PUT", "/ask")):
        response = client.request(method, path)
        assert response.status_code == 405
        assert "GET" in response.headers["allow"]
        assert 'href="/check"' in response.text


def test_a_stranger_s_host_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:8080"}).status_code == 200


def test_every_response_carries_the_security_headers(client: TestClient) -> None:
    asset = re.search(r'href="(/static/page[^"]+)"', client.get("/").text)
    assert asset
    for path in ("/", "/check", "/nothing", asset[1], "/robots.txt", "/healthz", "/Check"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'self' https://intranet.example.org" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in headers
    refused = client.get("/", headers={"host": "evil.example"})
    assert "content-security-policy" in refused.headers


def test_a_site_that_may_embed_the_page_must_be_written_as_a_site(guide: Guide) -> None:
    for wrong in ("https://a.example; script-src *", "intranet", "https://a.example\r\nx: y"):
        with pytest.raises(SettingsError):
            web_app(guide, WebSettings(frame_ancestors=(wrong,)))


def test_nothing_of_the_dialogue_is_kept_by_a_browser(client: TestClient, guide: Guide) -> None:
    kinds = walks.kinds_of_page(guide)
    for name in ("help", "answers", "change", "outcome", "date", "dated-outcome", "cases-alike"):
        assert client.get(kinds[name]).headers["cache-control"] == "no-store"
        assert client.get(kinds[name]).headers["x-robots-tag"] == "noindex"
    reply = client.post("/ask", data={"text": "rapid review", "at": "start"})
    assert reply.headers["cache-control"] == "no-store"


def test_a_card_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/topic_rapid-review")
    again = client.get("/topic_rapid-review", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_is_the_same_compressed_and_plain(client: TestClient) -> None:
    plain = client.get("/check", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert client.get("/check").text == plain.text


def test_head_gives_the_headers_alone(client: TestClient) -> None:
    response = client.head("/check")
    assert (response.status_code, response.content) == (200, b"")


def test_the_files_of_an_outcome_can_be_saved(client: TestClient, guide: Guide) -> None:
    files = guide.open(walks.dated_outcome(guide)).attachments
    assert {one.name for one in files} == {
        "record.docx",
        "record.txt",
        *(f"deadline-{number}.ics" for number in range(1, 5)),
        "timeline.png",
        "timeline.svg",
    }
    for file in files:
        response = client.get(f"/{file.address}")
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == file.type
        assert f'filename="{file.name}"' in response.headers["content-disposition"]
        assert response.headers["cache-control"] == "no-store"
        assert len(response.content) > 100


def test_the_timeline_stands_in_the_page_from_its_own_address(
    client: TestClient, guide: Guide
) -> None:
    page = client.get(f"/{walks.dated_outcome(guide)}").text
    picture = re.search(r'<img src="/(timelinesvg_[^"]+)" alt="([^"]+)"', page)
    assert picture
    assert client.get(f"/{picture[1]}").text.startswith("<svg")


def test_a_list_is_narrowed_by_plain_links_with_counts(client: TestClient) -> None:
    page = client.get("/reviews").text
    links = re.findall(r'<a href="/(list_reviews_(kind|year|age|theme)-[^"]+)">', page)
    assert {kind for _, kind in links} == {"kind", "year", "age", "theme"}
    assert re.search(r"<small>\d+ cards?</small>", page)
    for address, _ in links[:10]:
        assert client.get(f"/{address}").status_code == 200


def test_the_feeds_are_atom(client: TestClient) -> None:
    for path in ("/changes.atom", "/reviews.atom"):
        response = client.get(path)
        assert response.headers["content-type"].startswith("application/atom+xml")
        feed = ET.fromstring(response.text)  # noqa: S314  (our own)
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) > 5
        for entry in (feed, *entries):
            for part in ("id", "title", "updated"):
                found = entry.find(f"{ATOM}{part}")
                assert found is not None
                assert found.text
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert days == sorted(days, reverse=True)
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        for link in feed.iter(f"{ATOM}link"):
            assert client.get(link.attrib["href"]).status_code == 200


def test_the_site_map_lists_pages_that_open_and_nothing_of_the_dialogue(
    client: TestClient,
) -> None:
    urls = re.findall("<loc>([^<]+)</loc>", client.get("/sitemap.xml").text)
    assert len(urls) > 100
    for url in urls:
        response = client.get(url)
        assert response.status_code == 200
        assert "x-robots-tag" not in response.headers
        assert f'<link rel="canonical" href="{url}">' in response.text
    assert not [url for url in urls if re.search("/(outcome|check_|change_|ask)", url)]
    assert "Disallow: /outcome_" in client.get("/robots.txt").text


def test_health_is_told(client: TestClient, guide: Guide) -> None:
    assert client.get("/healthz").text == "alive\n"
    assert client.get("/readyz").json() == {"ready": True, "knowledge": guide.knowledge.version}


def test_a_page_below_the_path_of_a_proxy_links_below_it(guide: Guide) -> None:
    settings = WebSettings(public_url="https://council.example/guide")
    page = TestClient(web_app(guide, settings), base_url="https://council.example").get("/").text
    assert 'href="/guide/check"' in page
    assert 'action="/guide/ask"' in page
    assert not re.search(r'(href|src|action)="/(?!guide/)', page)
