"""What the served graph says of its own service: example queries, prefixes and statistics.

Editors and clients read these by SPARQL to configure themselves: `sh:SPARQLExecutable` for the
examples (SHACL, section 5.2), `sh:declare` for the prefixes, VoID for what can be asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from souverain import iri, syntax
from souverain.question import Question, Value
from souverain.vocab import PREFIXES

NAME = "service"
RDF_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
FORMS = {"SELECT": "Select", "ASK": "Ask", "CONSTRUCT": "Construct", "DESCRIBE": "Describe"}

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


def add(store: Store, base: str, questions: Mapping[str, Question], statistics: str) -> None:
    """Put the graph `graph/service` into a store, and into its default graph."""
    graph = NamedNode(iri.graph(NAME, base))
    told = [
        Quad(*row) for row in (*_prefixes(graph.value), *_examples(graph.value, base, questions))
    ]
    if statistics:
        told += parse(statistics, format=RdfFormat.TURTLE, base_iri=graph.value)
    for place in (graph, DefaultGraph()):
        store.extend(Quad(quad.subject, quad.predicate, quad.object, place) for quad in told)


def _prefixes(document: str) -> Iterator[Statement]:
    holder = NamedNode(f"{document}#prefixes")
    yield holder, RDF_TYPE, _owl("Ontology")
    for prefix, namespace in PREFIXES.items():
        node = NamedNode(f"{document}#prefix-{prefix}")
        yield holder, _sh("declare"), node
        yield node, RDF_TYPE, _sh("PrefixDeclaration")
        yield node, _sh("prefix"), Literal(prefix)
        yield node, _sh("namespace"), Literal(namespace, datatype=_xsd("anyURI"))


def _examples(document: str, base: str, questions: Mapping[str, Question]) -> Iterator[Statement]:
    for name, question in questions.items():
        if not all(row.default for row in question.parameters.values()):
            continue  # as it stands it cannot be asked
        node = NamedNode(f"{base}questions/{name}")
        form = syntax.form(question.text)
        yield node, RDF_TYPE, _sh("SPARQLExecutable")
        yield node, RDF_TYPE, _sh(f"SPARQL{FORMS[form]}Executable")
        for language, words in question.words.items():
            yield node, NamedNode(f"{PREFIXES['rdfs']}comment"), Literal(words, language=language)
        yield node, _sh("prefixes"), NamedNode(f"{document}#prefixes")
        yield node, _sh(form.lower()), Literal(example(question))


def example(question: Question) -> str:
    """A question as a query that any endpoint can be asked: prefixes declared, parameters set.

    A parameter stands as its value everywhere; where SELECT names it, the value gets its name, so
    that the answer has the same columns.
    """
    values = question.bind({name: row.default for name, row in question.parameters.items()})
    found = syntax.tokens(question.text)
    written = [token.text for token in found]
    opening, end = written.index("{"), len(written) - written[::-1].index("}")
    for place, token in enumerate(found):
        if token.text[0] in "?$" and token.text[1:] in values:
            term = _term(values[token.text[1:]])
            named, grouped = f"({term} AS {token.text})", f"({term})"
            written[place] = named if place < opening else term if place < end else grouped
    body = _laid(question.text, found, written)
    used = {token.partition(":")[0] for token in written if ":" in token}
    declared = "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in PREFIXES if p in used)
    return declared + body


def _laid(text: str, found: list[syntax.Token], written: list[str]) -> str:
    """The tokens as written, with the spaces and lines between them as they were in the text."""
    parts, end = [], found[0].start
    for token, replacement in zip(found, written, strict=True):
        parts += [text[end : token.start], replacement]
        end = token.start + len(token.text)
    return "".join(parts).strip() + "\n"


def _term(value: Value) -> str:
    if value.datatype is None:
        return str(NamedNode(value.text))
    return str(Literal(value.text, datatype=NamedNode(value.datatype)))


def _sh(name: str) -> NamedNode:
    return NamedNode(f"{PREFIXES['sh']}{name}")


def _owl(name: str) -> NamedNode:
    return NamedNode(f"{PREFIXES['owl']}{name}")


def _xsd(name: str) -> NamedNode:
    return NamedNode(f"{PREFIXES['xsd']}{name}")
