"""How each format is opened by what it is for: a library, and what it finds in the file or folder.

A row gives the library, and a function of the path that gives how much it read, by what it is
called.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from souverain.export.tables.columns import TABLES
from souverain.vocab import PREFIXES

from . import exporting
from .drawer import drawer

# Of so many, one is read whole by its library, which takes a second for twenty.
WHOLE_NANOPUBS = 40
# So many statements are read by the linter of Neo4j, which takes a second for ten.
LINTED = 5
COUNTED_MILLISECONDS = 60_000


def as_rdf(format: RdfFormat) -> Callable[[bytes], dict[str, int]]:
    return lambda content: {"quads": len(set(pyoxigraph.parse(content, format=format)))}


def by_rdflib(name: str) -> Callable[[bytes], dict[str, int]]:
    def read(content: bytes) -> dict[str, int]:
        import rdflib

        # Its own JSON-LD parser makes a graph that it says not to make (rdflib 7.6).
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            graph = rdflib.Graph().parse(data=content, format=name)
        return {"triples": len(graph)}

    return read


def by_owlready(content: bytes) -> dict[str, int]:
    import owlready2

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.owl"
        path.write_bytes(content)
        ontology = owlready2.World().get_ontology(path.as_uri()).load()
        return {"classes": len(list(ontology.classes()))}


def by_horned_owl(content: bytes) -> dict[str, int]:
    import pyhornedowl

    ontology = pyhornedowl.open_ontology_from_string(content.decode("utf-8"), "ofn")
    return {"axioms": len(ontology.get_components())}


def by_cove(content: bytes) -> dict[str, int]:
    """Raises where the schema, or an additional check, finds anything."""
    from libcovebods import (
        additionalfields,
        config,
        data_reader,
        jsonschemavalidate,
        run_tasks,
        schema,
    )
    from libcovebods.tasks.checks import record_based_checks

    # The list of schemes, which it would fetch (org-id.guide).
    record_based_checks.get_orgids_prefixes = lambda: ["XI-LEI"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bods.json"
        path.write_bytes(content)
        reader, settings = data_reader.DataReader(str(path)), config.LibCoveBODSConfig()
        standard = schema.SchemaBODS(reader, settings)
        assert standard.schema_version == "0.4"
        assert [*jsonschemavalidate.JSONSchemaValidator(standard).validate(reader)] == []
        assert additionalfields.AdditionalFields(standard).process(reader) == {}
        tasks = [task for task in run_tasks.TASK_CLASSES if "legacy" not in task.__module__]
        found = run_tasks.process_additional_checks(reader, settings, standard, tasks)
        assert found["additional_checks"] == []
    return {"statements": len(json.loads(content))}


def by_ftm(content: bytes) -> dict[str, int]:
    """Raises where an entity is not of its schema, or loses a value when it is cleaned."""
    from followthemoney.proxy import EntityProxy

    rows = [json.loads(line) for line in content.splitlines()]
    kept = {row["id"] for row in rows}
    for row in rows:
        clean = EntityProxy.from_dict(row, cleaned=False)
        clean.schema.validate(row)
        for property, values in row["properties"].items():
            assert sorted(clean.get(property)) == sorted(values)
        assert {value for name, value in clean.itervalues() if name.type.name == "entity"} <= kept
    return {"entities": len(kept)}


def by_ftm_statements(content: bytes) -> dict[str, int]:
    from followthemoney.statement.serialize import read_statements

    statements = list(read_statements(BytesIO(content), "json"))
    assert [row.id for row in statements] == [row.generate_key() for row in statements]
    return {"statements": len(statements)}


def by_networkx(name: str) -> Callable[[bytes], dict[str, int]]:
    def read(content: bytes) -> dict[str, int]:
        import networkx

        graph = getattr(networkx, f"read_{name}")(BytesIO(content))
        return {"nodes": len(graph), "edges": graph.number_of_edges()}

    return read


def by_schema_org(content: bytes) -> dict[str, int]:
    """How many claims there are by the triples, of which none is in another vocabulary."""
    import rdflib

    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        graph = rdflib.Graph().parse(data=content, format="json-ld")
    schema = rdflib.Namespace(PREFIXES["schema"])
    assert all(p in schema or p == rdflib.RDF.type for p in graph.predicates())
    return {"claims": len(set(graph.subjects(rdflib.RDF.type, schema.Claim)))}


def by_nanopub(content: bytes) -> dict[str, int]:
    """Raises where one is not formed as the library wants it, or its IRI has another hash."""
    from nanopub import Nanopub
    from nanopub.trustyuri.rdf import RdfHasher, RdfUtils
    from rdflib import ConjunctiveGraph

    found = 0
    quads = pyoxigraph.parse(content, format=RdfFormat.TRIG)
    for name, rows in groupby(quads, key=lambda quad: graph_of(quad).partition("#")[0]):
        text = "".join(f"{row} .\n" for row in rows)
        # Of the class that the library stands on, rdflib says that it will go (7.6).
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            graph = ConjunctiveGraph().parse(data=text, format="nquads")
            graph = graph if isinstance(graph, ConjunctiveGraph) else graph.default_context
            code = name.rpartition("/")[2]
            assert RdfHasher.make_hash(RdfUtils.get_quads(graph), code) == code
            if found % WHOLE_NANOPUBS == 0:
                whole = Nanopub(rdf=graph)
                assert whole.is_valid
                assert whole.has_valid_trusty
        found += 1
    return {"nanopublications": found}


def graph_of(quad: pyoxigraph.Quad) -> str:
    return str(getattr(quad.graph_name, "value", ""))


def by_cytoscape(content: bytes) -> dict[str, int]:
    import networkx

    told = json.loads(content)
    # NetworkX wants what it writes itself beside what Cytoscape.js reads.
    for node in told["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for edge in told["elements"]["edges"]:
        edge["data"]["key"] = edge["data"]["id"]
    graph = networkx.cytoscape_graph({**told, "data": [], "directed": True, "multigraph": True})
    return {"nodes": len(graph), "edges": graph.number_of_edges()}


def by_pandas(path: Path) -> dict[str, int]:
    """The nodes and relationships, each with an end that is there."""
    import pandas

    nodes, edges = (
        pandas.read_csv(path / f"{name}.csv", keep_default_na=False, dtype=str)
        for name in ("nodes", "relationships")
    )
    known = set(nodes["iri:ID"])
    assert set(edges[":START_ID"]) | set(edges[":END_ID"]) <= known
    return {"nodes": len(nodes), "edges": len(edges)}


def by_cypher(content: bytes) -> dict[str, int]:
    """Raises where Neo4j's own linter finds something wrong with the first statements."""
    lines = content.decode("utf-8").split("\n")[:-1]
    assert exporting.tool("cypher.mjs", "\n".join(lines[:LINTED])) == []
    _, *statements = lines
    nodes = sum(line.startswith("MERGE (entity:") for line in statements)
    return {"nodes": nodes, "edges": len(statements) - nodes}


def by_graphviz(content: bytes) -> dict[str, int]:
    return {"arrows": len(exporting.tool("dot.mjs", content.decode("utf-8"))["edges"])}


def by_mermaid(content: bytes) -> dict[str, int]:
    with drawer() as draw:
        return {"arrows": draw(content.decode("utf-8"))["edges"]}


def by_csvw(path: Path) -> dict[str, int]:
    """The rows of all tables, by their metadata."""
    import csvw

    (metadata,) = path.glob("*metadata.json")
    group = csvw.TableGroup.from_file(metadata)
    return {"rows": sum(len(list(table)) for table in group.tables)}


def by_duckdb(path: Path) -> dict[str, int]:
    import duckdb

    counts = (
        duckdb.sql(f"SELECT count(*) FROM read_parquet('{file}')").fetchall()
        for file in sorted(path.glob("*.parquet"))
    )
    return {"rows": sum(count for ((count,),) in counts)}


def by_openpyxl(path: Path) -> dict[str, int]:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(path.read_bytes()), read_only=True)
    found = sum(sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book.worksheets)
    book.close()
    return {"rows": found}


def by_datasette(path: Path) -> dict[str, int]:
    """The rows of the tables, as its pages count them."""
    import asyncio

    from datasette.app import Datasette

    async def ask() -> int:
        served = Datasette([], immutables=[path])
        # Counted beforehand, as its own command does: a page gives up after some milliseconds.
        await served.get_database(path.stem).table_counts(limit=COUNTED_MILLISECONDS)
        answer = await served.client.get(f"/{path.stem}.json")
        found: int = sum(
            table["count"]
            for table in answer.json()["tables"]
            if not table["hidden"] and table["name"] in TABLES
        )
        served.get_database(path.stem).close()
        return found

    return {"rows": asyncio.run(ask())}


def by_rocrate(folder: Path) -> dict[str, int]:
    from rocrate.rocrate import ROCrate

    return {"files": len(ROCrate(str(folder)).data_entities)}


def by_mlcroissant(folder: Path) -> dict[str, int]:
    import mlcroissant

    # What it uses warns of itself, and of how it is used.
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
        sets = [sets.id for sets in dataset.metadata.record_sets]
        return {"rows": sum(1 for name in sets for _ in dataset.records(name))}


def by_frictionless(folder: Path) -> dict[str, int]:
    from frictionless import Package, system

    with warnings.catch_warnings(action="ignore"), system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid
    return {"rows": sum(task.stats["rows"] for task in report.tasks)}


Reader = Callable[[Path], dict[str, int]]


def of_file(read: Callable[[bytes], dict[str, int]]) -> Reader:
    return lambda path: read(path.read_bytes())


def version_of(library: str) -> str:
    """That of a library of Python, or of one that npm installs."""
    pinned = json.loads((exporting.TOOLS / "package.json").read_text("utf-8"))["dependencies"]
    return str(pinned.get(library) or version(library))


OPENED: dict[str, tuple[str, Reader]] = {
    "turtle": ("rdflib", of_file(by_rdflib("turtle"))),
    "trig": ("pyoxigraph", of_file(as_rdf(RdfFormat.TRIG))),
    "ntriples": ("rdflib", of_file(by_rdflib("nt"))),
    "nquads": ("pyoxigraph", of_file(as_rdf(RdfFormat.N_QUADS))),
    "rdfxml": ("rdflib", of_file(by_rdflib("xml"))),
    "jsonld": ("pyoxigraph", of_file(as_rdf(RdfFormat.JSON_LD))),
    "jsonld-framed": ("rdflib", of_file(by_rdflib("json-ld"))),
    "nquads-canonical": ("pyoxigraph", of_file(as_rdf(RdfFormat.N_QUADS))),
    "trig-star": ("pyoxigraph", of_file(as_rdf(RdfFormat.TRIG))),
    "owl-rdfxml": ("owlready2", of_file(by_owlready)),
    "owl-functional": ("py-horned-owl", of_file(by_horned_owl)),
    "graphml": ("networkx", of_file(by_networkx("graphml"))),
    "gexf": ("networkx", of_file(by_networkx("gexf"))),
    "bods": ("libcovebods", of_file(by_cove)),
    "ftm": ("followthemoney", of_file(by_ftm)),
    "ftm-statements": ("followthemoney", of_file(by_ftm_statements)),
    "schemaorg": ("rdflib", of_file(by_schema_org)),
    "nanopub": ("nanopub", of_file(by_nanopub)),
    "dcat": ("rdflib", of_file(by_rdflib("turtle"))),
    "cytoscape": ("networkx", of_file(by_cytoscape)),
    "neo4j": ("pandas", by_pandas),
    "neo4j-cypher": ("@neo4j-cypher/language-support", of_file(by_cypher)),
    "neosemantics": ("rdflib", lambda path: by_rdflib("nt")((path / "graph.nt").read_bytes())),
    "dot": ("@viz-js/viz", of_file(by_graphviz)),
    "mermaid": ("mermaid", of_file(by_mermaid)),
    "csv": ("csvw", by_csvw),
    "parquet": ("duckdb", by_duckdb),
    "xlsx": ("openpyxl", by_openpyxl),
    "sqlite": ("datasette", by_datasette),
    "rocrate": ("rocrate", by_rocrate),
    "croissant": ("mlcroissant", by_mlcroissant),
    "datapackage": ("frictionless", by_frictionless),
}
# What npm installs.
OF_NODE = ("neo4j-cypher", "dot", "mermaid")
# What draws in a browser.
OF_CHROMIUM = ("mermaid",)
