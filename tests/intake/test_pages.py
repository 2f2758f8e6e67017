"""Pages, feeds and addresses: which article is in them, and what is refused with what to do."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from souverain.errors import BadText, MissingExtra, ServiceError, SouverainError, UsageError
from souverain.intake import extras, feed, fetching, origins, page

PARAGRAPHS = (
    "Brévalis change de mains sans changer de cap, et son fondateur s’en réjouit devant la presse.",
    "La société est désormais détenue à 58 % par le fonds Montclar Capital, selon un communiqué.",
    "« Nous cherchions un actionnaire patient », explique Maëlle Quintin, qui reste présidente.",
)
HTML = f"""<!DOCTYPE html><html lang="fr"><head><title>Brévalis change de mains | La Gazette</title>
<meta property="og:title" content="Brévalis change de mains">
<meta property="og:site_name" content="La Gazette">
<meta name="author" content="Jeanne Martin">
<meta property="article:published_time" content="2022-03-16T08:00:00+01:00">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
</head><body><nav><a href="/">Accueil</a> <a href="/abo">Abonnez-vous</a></nav>
<article><h1>Brévalis change de mains</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article>
<footer>Mentions légales</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>La Gazette</title>
<item><title>Un</title><link>{base}/one.html</link><dc:creator>Ada</dc:creator>
<pubDate>Wed, 16 Mar 2022 08:00:00 +0100</pubDate></item>
<item><title>Deux</title><guid>{base}/two.html</guid></item>
<item><title>Trois</title><link>{base}/gone.html</link></item>
{tail}"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>La Gazette</title>
<entry><title>Un</title><link rel="self" href="/no"/><link href="/one.html"/>
<published>2022-03-16T08:00:00Z</published><author><name>Ada</name></author></entry>
<entry><title>Deux</title><content type="html">&lt;p&gt;Orange&lt;/p&gt;</content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>La Gazette</title>
</channel><item><title>Un</title><link>/one.html</link><dc:date>2022-03-16</dc:date></item></rdf:RDF>"""
WHOLE = "</channel></rss>"


class Site(BaseHTTPRequestHandler):
    """A site of two articles, and of what may go wrong."""

    def do_GET(self):
        status, headers, body = self.answers().get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/slow":
            time.sleep(3)

    def answers(self):
        base = f"http://{self.headers['Host']}"
        html = {"Content-Type": "text/html; charset=utf-8"}
        other = HTML.replace("Brévalis", "Halcyor").replace("58 %", "12 %")
        return {
            "/one.html": (200, html, HTML.encode("utf-8")),
            "/two.html": (200, html, other.encode("utf-8")),
            "/feed": (200, {}, RSS.format(base=base, tail=WHOLE).encode("utf-8")),
            "/moved": (301, {"Location": "/one.html"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/empty": (200, html, b"<html><body></body></html>"),
            "/large": (200, {"Content-Length": "99999999"}, b"a"),
            "/slow": (200, {"Content-Length": "10"}, b"a"),
            "/text": (200, {"Content-Type": "text/plain"}, PARAGRAPHS[0].encode("utf-8")),
        }

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_gives_its_article_and_what_it_says_of_it():
    found = page.article(HTML.encode("utf-8"), "a.html", "https://gazette.example/a")
    for paragraph in PARAGRAPHS:
        assert paragraph in found.content
    assert "Abonnez" not in found.content
    assert "Mentions" not in found.content
    assert (found.title, found.author) == ("Brévalis change de mains", "Jeanne Martin")
    assert (found.publisher, found.published) == ("La Gazette", "2022-03-16")
    assert found.url == "https://gazette.example/a"
    assert found.language == ""


def test_a_page_that_does_not_say_when_has_no_date():
    bare = (
        f"<html><body><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>"
    )
    found = page.article(bare.encode("utf-8"), "a.html")
    assert (found.published, found.author, found.publisher, found.url) == (None, "", "", "")


@pytest.mark.parametrize("address", ["https://other.example/b", ""])
def test_a_page_is_at_the_address_that_was_asked_when_it_names_another_host(address):
    head = '<link rel="canonical" href="https://elsewhere.example/a">'
    content = HTML.replace("</head>", f"{head}</head>").encode("utf-8")
    found = page.article(content, "a.html", address)
    assert found.url == (address or "https://elsewhere.example/a")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"<html></html>", "no article was found"),
        (b"<html>" + b"a" * 10_000_001, "10,000,007 bytes"),
    ],
)
def test_a_page_without_an_article_is_refused(content, complaint):
    with pytest.raises(BadText, match=complaint):
        page.article(content, "a.html")


@pytest.mark.parametrize(
    ("content", "name", "is_page"),
    [
        (b"<!DOCTYPE html><p>", "", True),
        (b"\xef\xbb\xbf\n <HTML lang='fr'>", "", True),
        (b'<?xml version="1.0"?>\n<html>', "", True),
        (b"Orange", "a.HTM", True),
        (b"Orange <html>", "a.txt", False),
        (b"<rss>", "", False),
    ],
)
def test_a_page_is_told_by_its_beginning_or_its_name(content, name, is_page):
    assert page.is_page(content, name) is is_page


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        (
            RSS.format(base="https://g.example", tail=WHOLE),
            [
                ("https://g.example/one.html", "Un", "2022-03-16", "Ada"),
                ("https://g.example/two.html", "Deux", "", ""),
                ("https://g.example/gone.html", "Trois", "", ""),
            ],
        ),
        (ATOM, [("https://g.example/one.html", "Un", "2022-03-16", "Ada"), ("", "Deux", "", "")]),
        (RDF, [("https://g.example/one.html", "Un", "2022-03-16", "")]),
    ],
    ids=["RSS 2.0", "Atom", "RSS 1.0"],
)
def test_the_entries_of_a_feed(content, entries):
    assert feed.is_feed(content.encode("utf-8"))
    found = feed.read(content.encode("utf-8"), "feed.xml", "https://g.example/feed")
    assert [entry[:4] for entry in found.entries] == entries
    assert (found.title, found.fault) == ("La Gazette", "")


@pytest.mark.parametrize(
    ("tail", "entries"),
    [
        ("<item><title>Quatre", 3),
        ("<item><title>A & B</title><link>https://g.example/4</link></item>" + WHOLE, 4),
        ("<item><title>Cinq</title></item>\x01</channel>", 3),
        ("", 3),
    ],
)
def test_of_a_broken_feed_what_is_whole_is_taken_and_the_fault_told(tail, entries):
    content = RSS.format(base="https://g.example", tail=tail)
    found = feed.read(content.encode("utf-8"), "feed.xml")
    assert len(found.entries) == entries
    assert found.fault.startswith("feed.xml:")


@pytest.mark.parametrize("content", ["<rss>", "<rss><channel></channel></rss>", "<feed", ""])
def test_a_feed_without_an_entry_is_refused(content):
    with pytest.raises(BadText, match="the feed holds no entry"):
        feed.read(content.encode("utf-8"), "feed.xml")


def test_a_feed_resolves_no_entity(tmp_path):
    (tmp_path / "secret").write_text("hush", "utf-8")
    content = f"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>
<rss><channel><item><title>&x;</title><link>https://g.example/1</link></item></channel></rss>"""
    assert "hush" not in str(feed.read(content.encode("utf-8"), "feed.xml"))


@pytest.mark.parametrize("path", ["/one.html", "/moved", "/one.html#part", "/one.html?"])
def test_an_address_is_fetched_and_its_redirects_followed(site, path):
    found = fetching.fetch(site + path, private=True)
    assert found.content == HTML.encode("utf-8")
    assert found.media_type == "text/html"
    assert found.url.partition("#")[0].startswith(f"{site}/one.html")


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/gone", "status 404"),
        ("/round", "redirects more than 5 times"),
        ("/file", "redirects to 'file:///etc/passwd'"),
        ("/large", "more than 10000000 bytes"),
        ("/slow", "did not answer within 0.5 seconds"),
    ],
)
def test_what_cannot_be_fetched_says_why(site, path, complaint):
    with pytest.raises(ServiceError, match=complaint) as caught:
        fetching.fetch(site + path, private=True, seconds=0.5 if path == "/slow" else 20)
    assert "SERVICE" not in caught.value.hint


async def nearby(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "localhost"]
)
def test_an_address_that_is_not_public_must_be_allowed(host):
    with pytest.raises(ServiceError, match="public address"):
        fetching.fetch(f"http://{host}/", resolve=nearby)


def test_a_name_that_leads_to_a_private_address_must_be_allowed(site):
    port = site.rpartition(":")[2]
    with pytest.raises(ServiceError, match="has no public address"):
        fetching.fetch(f"http://gazette.example:{port}/one.html", resolve=nearby)
    found = fetching.fetch(f"http://gazette.example:{port}/text", private=True, resolve=nearby)
    assert found.media_type == "text/plain"


@pytest.mark.parametrize("url", ["http://", "https://user@host/", "http://a b/", "http://x:y/"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match="SOURCE"):
        fetching.fetch(url)


def read(source, **options):
    return list(origins.read(str(source), "2026-01-02", private=True, **options))


def test_an_address_gives_its_article_with_where_and_when(site):
    (found,) = read(f"{site}/moved")
    assert found.text.url == f"{site}/one.html"
    assert found.text.accessed == "2026-01-02"
    assert found.text.title == "Brévalis change de mains"


def test_plain_text_at_an_address_is_kept_as_it_is(site):
    (found,) = read(f"{site}/text")
    assert (found.text.content, found.text.url) == (PARAGRAPHS[0], f"{site}/text")


def test_a_feed_gives_each_article_and_goes_on_after_one_that_is_gone(site):
    one, two, gone = read(f"{site}/feed")
    assert [row.name for row in (one, two, gone)] == [
        f"{site}/one.html",
        f"{site}/two.html",
        f"{site}/gone.html",
    ]
    assert (one.text.published, two.text.published) == ("2022-03-16", "2022-03-16")
    assert "Halcyor" in two.text.content
    assert gone.text is None
    assert "status 404" in str(gone.fault)


def test_entries_that_are_settled_are_not_fetched_again(site):
    found = read(f"{site}/feed", done={f"{site}/one.html", f"{site}/gone.html"})
    assert [row.name for row in found] == [f"{site}/two.html"]


def test_a_broken_feed_in_a_file_says_so_and_gives_the_rest(site, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(base=site, tail="<item><ti"), "utf-8")
    fault, *rest = read(path)
    assert "the feed is broken" in str(fault.fault)
    assert [row.text is not None for row in rest] == [True, True, False]


def test_a_folder_gives_its_files_in_order_and_the_faults_of_the_others(tmp_path):
    (tmp_path / "b.txt").write_text(PARAGRAPHS[0], "utf-8")
    (tmp_path / "a.html").write_text(HTML, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "notes.md").write_text("Orange", "utf-8")
    found = read(tmp_path)
    assert [row.name.rpartition("/")[2] for row in found] == ["a.html", "b.txt", "c.txt"]
    assert [row.text is not None for row in found] == [True, True, False]
    assert isinstance(found[2].fault, BadText)


@pytest.mark.parametrize("source", ["missing.txt", "empty"])
def test_a_source_that_gives_nothing_is_refused(tmp_path, source):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SouverainError, match=source):
        read(tmp_path / source)


@pytest.mark.parametrize("extra", ["intake", "scale"])
def test_a_missing_extra_is_named(monkeypatch, extra):
    monkeypatch.setattr(extras, "find_spec", lambda module: None)
    with pytest.raises(MissingExtra, match=f"`souverain add` needs the extra '{extra}'"):
        extras.demand(extra, "add")
