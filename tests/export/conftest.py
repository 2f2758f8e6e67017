"""Graphs to export: the project's own, and a small nasty one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from souverain import export, files
from souverain.export import origin, wanted
from souverain.export.origin import Origin
from souverain.export.target import Target
from souverain.files import Project
from souverain.vocab import PREFIXES

from . import exporting

# Names that break what does not escape them: formulas, markup, line ends, right to left, emoji.
NASTY = """\
id:formula a sov:Organization ; skos:prefLabel "=HYPERLINK(\\"http://a.example\\",\\"x\\")"@en ;
  skos:altLabel "@sum"@en , "-1+1"@fr , "+33 1"@fr , "\\ttab"@en , "\\rreturn"@en .
id:markup a sov:Organization ; skos:prefLabel "<b>&amp; \\"quoted\\" 'single' ]]> \\\\ \\u2028"@en .
id:lines a sov:Organization ; skos:prefLabel "one\\ntwo\\r\\nthree"@fr ,
  "\\U0001F680 \\u0646\\u0648\\u0631"@ar .
id:together a sov:HolderGroup ; skos:prefLabel "\\u202Eboth\\u202C"@en ; sov:splitKnown false ;
  org:hasMember id:formula , id:markup .
article:nasty a sov:Article ; sov:fileName "nasty.txt" ;
  sov:published <{base}articles/nasty#published> .
<{base}articles/nasty#published> a sov:When ; sov:edtf "2012?-10" ; sov:yearBasis sov:InferredYear ;
  sov:earliest "2012-10-01"^^xsd:date ; sov:latest "2012-10-31"^^xsd:date ;
  sov:inferenceNote "guessed"@en .
"""
STAKE = """\
id:stake-{slug} a sov:Stake ; sov:holder id:{holder} ; sov:target id:lines ;
  sov:stakeBasis sov:{basis} ; sov:status sov:{status} ; sov:modality sov:Stated ;
  sov:interest sov:Shares ; sov:directness sov:Unknown ; sov:assertedIn article:nasty ;
  sov:asOf <{base}articles/nasty#published> ; sov:evidence id:evidence-{slug} {more} .
id:evidence-{slug} a sov:Evidence ; oa:hasSource article:nasty ;
  oa:hasSelector <{base}id/evidence-{slug}#position> , <{base}id/evidence-{slug}#quote> .
<{base}id/evidence-{slug}#position> a oa:TextPositionSelector ; oa:start 3 ; oa:end 9 .
<{base}id/evidence-{slug}#quote> a oa:TextQuoteSelector ; oa:exact "=1+\\"\\n\\U0001F680" .
"""
PRINTED = '; sov:percentageText "as printed"@en ; sov:percentage'
STAKES = (
    (
        "joint",
        "together",
        "Exact",
        "InForce",
        '; sov:percentage 75.0 ; sov:percentageText "75 %"@fr',
    ),
    ("rest", "formula", "Remainder", "InForce", '; sov:percentageText "le reste"@fr'),
    (
        "plan",
        "formula",
        "Exact",
        "Planned",
        '; sov:percentage 100.0 ; sov:percentageText "100 %"@fr',
    ),
    ("most", "markup", "Majority", "InForce", "; sov:percentageExclusiveMin 50.0"),
    ("over", "markup", "Unstated", "Ended", "; sov:validUntil <{base}id/stake-over#validUntil>"),
    ("none", "markup", "NoStake", "Negated", "; sov:polarity sov:Negative"),
)
ENDED = """\
<{base}id/stake-over#validUntil> a sov:When ; sov:edtf "2014-05" ; sov:yearBasis sov:StatedYear ;
  sov:earliest "2014-05-01"^^xsd:date ; sov:latest "2014-05-31"^^xsd:date .
"""


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of six stakes whose names are hard to write."""
    from souverain.vocab import BASE

    root = tmp_path_factory.mktemp("nasty")
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    rows = (
        STAKE.format(
            slug=slug,
            holder=holder,
            basis=basis,
            status=status,
            base=BASE,
            more=more.format(base=BASE),
        )
        for slug, holder, basis, status, more in STAKES
    )
    body = NASTY.format(base=BASE) + "".join(rows) + ENDED.format(base=BASE)
    for name, text in {"ontology/core.ttl": "", "graph/nasty.ttl": body}.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(head + text, "utf-8")
    return files.find(str(root))


@pytest.fixture(scope="session")
def whole(project: Project) -> Origin:
    """The project's own graph."""
    return origin.of_project(project)


@pytest.fixture(scope="session")
def nasty_origin(nasty: Project) -> Origin:
    """The nasty graph."""
    return origin.of_project(nasty)


@pytest.fixture(scope="session", params=["whole", "nasty_origin"])
def either(request: pytest.FixtureRequest) -> Origin:
    """The one and the other."""
    found: Origin = request.getfixturevalue(request.param)
    return found


Exported = Callable[..., bytes]


@pytest.fixture(scope="session")
def exported() -> Exported:
    """The bytes of an export in a format that is one file."""

    def run(origin: Origin, name: str, *only: str, at: str = "", layer: str = "all") -> bytes:
        stream = BytesIO()
        selection = export.Selection(origin, wanted.read(only, at, layer))
        export.write(selection, export.find(name), Target(Path("none"), stream))
        return stream.getvalue()

    return run


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what asks a tool of JavaScript where npm has not installed them."""
    needed = {mark.args[0] for mark in item.iter_markers("needs")}
    if "node" in needed and not (exporting.TOOLS / "node_modules").is_dir():
        pytest.skip("needs npm: make test installs tests/export/tools with it")
