"""A Wikidata on this machine: the action API in this process, the query service beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF

from souverain import files, ttl
from souverain.files import Project
from souverain.link.connection import addressed, connected
from souverain.link.profile import Ground
from souverain.link.service import Service
from souverain.link.targets import TARGETS, Target
from souverain.settings import Settings
from souverain.store import Dataset
from souverain.vocab import PREFIXES

from .querying import queried
from .world import World, rows, served, triples

# Of the foundation, beside the repository where there is one.
EVIDENCE = Path(__file__).parents[3] / "shared" / "design" / "wikidata-evidence.tsv"


@pytest.fixture(scope="package")
def query() -> Iterator[str]:
    """The address of a query service over the items of the table."""
    with queried(triples(rows())) as address:
        yield address


@pytest.fixture
def world() -> Iterator[World]:
    """The action API over the items of the table."""
    with served(World({row.id: row for row in rows()})) as running:
        yield running


@pytest.fixture(scope="package")
def ground(project: Project) -> Ground:
    """What the graph knows of its entities."""
    return Ground(Dataset.load(project))


@pytest.fixture
def wikidata(world: World, query: str) -> Target:
    """The target, with the addresses of this machine."""
    return addressed(TARGETS[0], Settings.read({}, link_api=world.url, link_query=query))


@pytest.fixture
def slept() -> list[float]:
    """The pauses that were made, in seconds."""
    return []


@pytest.fixture
def service(tmp_path: Path, slept: list[float]) -> Iterator[Service]:
    """The service, which writes its pauses down in place of making them."""
    settings = Settings.read({}, link_cache=str(tmp_path / "answers"))
    with connected(settings, sleep=slept.append) as made:
        yield made


@pytest.fixture
def small(project: Project, tmp_path: Path) -> Project:
    """The entities and links of the project, with the classes that they need and no claims."""
    root = tmp_path / "small"
    kinds = set(ttl.read(project.graph / "entities.ttl").objects(None, RDF.type))
    core = "".join(f"<{kind}> rdfs:subClassOf sov:Entity .\n" for kind in sorted(map(str, kinds)))
    heads = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    for name in ("graph/entities.ttl", "graph/links/wikidata.ttl"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((project.root / name).read_bytes())
    (root / "ontology").mkdir()
    (root / "ontology" / "core.ttl").write_text(heads + core, "utf-8")
    return files.find(str(root))
