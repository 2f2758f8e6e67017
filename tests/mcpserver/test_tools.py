"""Each tool, asked by a client of the SDK over each transport."""

from __future__ import annotations

import jsonschema
import pytest

ID = "https://w3id.org/souverain/id/"
STAKE = f"{ID}stake-002-16d66caa05"
QUOTE = "Cloudwatt, qui s’appuie quant à lui sur Orange pour 44,4 %"
CALLS = [
    ("find_entity", {"name": "Clodwatt SA"}),
    ("describe", {"thing": "cloudwatt", "language": "fr"}),
    ("list_questions", {}),
    ("ask_question", {"name": "cap-table", "parameters": {"target": "Numergy"}}),
    ("run_sparql", {"query": "SELECT ?claim { ?claim a sov:Stake }"}),
    ("run_sparql", {"query": "ASK { ?claim a sov:Stake }"}),
    ("run_sparql", {"query": "DESCRIBE id:orange"}),
    ("schema", {}),
    ("schema", {"term": "Stake"}),
    ("example_queries", {}),
]


def test_every_tool_only_reads_and_says_what_it_answers(session):
    tools = session.run(session.client.list_tools()).tools
    assert {row.name for row in tools} == {name for name, _ in CALLS}
    for row in tools:
        assert row.annotations.read_only_hint
        assert row.description
        assert row.output_schema["properties"]


@pytest.mark.parametrize(("tool", "arguments"), CALLS)
def test_an_answer_is_as_its_schema_says_and_stands_in_text_too(session, tool, arguments):
    (schema,) = [
        row.output_schema
        for row in session.run(session.client.list_tools()).tools
        if row.name == tool
    ]
    found = session.call(tool, **arguments)
    assert not found.is_error
    jsonschema.validate(found.structured_content, schema)
    assert found.content[0].text


def test_an_entity_is_found_in_spite_of_errors_with_a_claim_to_cite(session):
    (first, *_) = session.data("find_entity", name="Clodwatt SA")["entities"]
    assert first["iri"] == f"{ID}cloudwatt"
    assert first["sure"]
    assert first["evidence"]["quotes"][0]["text"] == QUOTE


def test_a_type_tells_namesakes_apart(session):
    assert not session.data("find_entity", name="Shadow")["entities"][0]["sure"]
    told = session.data("find_entity", name="Shadow", type="Organization")["entities"][0]
    assert told["iri"] == f"{ID}shadow-entreprise"
    assert told["sure"]


def test_a_claim_is_described_with_its_quote_and_who_says_otherwise(session):
    told = session.data("describe", thing=STAKE)
    assert [row["text"] for row in told["quotes"]] == [QUOTE]
    assert told["article"]["inferred"]
    assert told["disagreements"][0]["others"]
    text = session.call("describe", thing=STAKE).content[0].text
    assert STAKE in text
    assert QUOTE in text


def test_what_was_computed_says_so_and_carries_the_quotes_of_its_premises(session):
    told = session.data("describe", thing=f"{ID}derivedstake-913e1828d8")
    assert told["computed"]
    assert len(told["premises"]) == 3
    assert all(row["quotes"] for row in told["premises"])


def test_claims_come_page_by_page_and_a_page_says_that_it_is_cut(session):
    first = session.data("describe", thing="Cloudwatt", size=50)
    assert not first["cut"]
    seen, page = [], 1
    while True:
        told = session.data("describe", thing="Cloudwatt", size=20, page=page)
        seen += [row["iri"] for row in told["claims"]]
        if not told["cut"]:
            break
        assert (
            "CUT" in session.call("describe", thing="Cloudwatt", size=20, page=page).content[0].text
        )
        page += 1
    assert seen == [row["iri"] for row in first["claims"]]
    assert len(seen) == first["count"]


@pytest.mark.parametrize(("language", "word"), [("en", "holds"), ("fr", "détient")])
def test_sentences_come_in_the_language_that_is_asked_for(session, language, word):
    told = session.data("describe", thing=STAKE, language=language)
    assert word in told["sentence"]


def test_questions_are_listed_with_their_parameters(session):
    told = {row["name"]: row for row in session.data("list_questions")["questions"]}
    assert told["cap-table"]["parameters"][0]["kind"] == "iri"
    few = session.data("list_questions", about="holds jointly")["questions"]
    assert [row["name"] for row in few] == ["joint-holders"]


def test_a_question_is_answered_with_the_claims_that_it_stands_on(session):
    told = session.data("ask_question", name="cap-table", parameters={"target": "Numergy"})
    assert told["parameters"]["target"] == f"{ID}numergy"
    assert told["count"] == len(told["rows"]) == 4
    cited = {row["quote"] for row in told["citations"]}
    assert {row["quote"] for row in told["rows"]} <= cited
    assert all(row["claim"].startswith(ID) for row in told["citations"])


def test_rows_that_are_cut_say_how_many_there_are(session):
    query = "SELECT ?claim { ?claim a sov:Stake } ORDER BY ?claim"
    told = session.data("run_sparql", query=query, limit=3)
    assert (len(told["rows"]), told["cut"]) == (3, True)
    assert told["count"] > 3
    assert {row["claim"] for row in told["citations"]} == {row["claim"] for row in told["rows"]}
    assert "CUT: 3 of" in session.call("run_sparql", query=query, limit=3).content[0].text


def test_an_answer_that_names_no_claim_says_how_it_could_be_cited(session):
    told = session.data("run_sparql", query="SELECT (COUNT(*) AS ?n) { ?claim a sov:Stake }")
    assert told["citations"] == []
    assert "sov:evidence" in told["advice"]


def test_a_graph_comes_as_turtle_and_says_when_it_is_cut(session):
    told = session.data("run_sparql", query="CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert told["cut"]
    assert not session.data("run_sparql", query="DESCRIBE id:orange")["cut"]


def test_the_schema_tells_what_a_class_has_and_who_has_a_property(session):
    of_class = session.data("schema", term="Stake")
    assert "sov:holder" in {row["name"] for row in of_class["properties"]}
    assert of_class["classes"][0]["count"] > 0
    of_property = session.data("schema", term="sov:holder")
    assert "sov:Stake" in {row["name"] for row in of_property["classes"]}
    assert session.data("schema")["prefixes"]["sov"]


def test_an_example_runs_as_it_stands(session):
    (example,) = session.data("example_queries", about="joint-holders")["examples"]
    assert session.data("run_sparql", query=example["query"])["count"] > 0


REFUSED = [
    ("find_entity", {"name": "x", "type": "Organisation"}, "Organization"),
    ("find_entity", {"name": ""}, "name"),
    ("find_entity", {}, "name"),
    ("describe", {"thing": "zzzqqq"}, "zzzqqq"),
    ("describe", {"thing": "clodwatt"}, "Cloudwatt"),
    ("describe", {"thing": f"{ID}nothing"}, "nothing"),
    ("describe", {"thing": "Orange", "language": "de"}, "language"),
    ("ask_question", {"name": "cap-tabel"}, "cap-table"),
    ("ask_question", {"name": "../x"}, "name"),
    ("ask_question", {"name": "cap-table", "parameters": {"target": "zzzqqq"}}, "zzzqqq"),
    ("run_sparql", {"query": "SELEC ?s {}"}, "line 1, column"),
    ("run_sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, "read-only"),
    ("run_sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, "SERVICE"),
    ("run_sparql", {"query": "x" * 20_001}, "20000 characters"),
    ("run_sparql", {"query": "ASK {}", "limit": 0}, "limit"),
    ("schema", {"term": "Stakes"}, "sov:Stake"),
    ("schema", {"term": "a> <b"}, "term"),
]


@pytest.mark.parametrize(("tool", "arguments", "words"), REFUSED)
def test_bad_input_is_refused_in_words_that_say_what_to_do(session, tool, arguments, words):
    assert words in session.refused(tool, **arguments)


def test_a_query_without_end_ends_at_the_limit_and_the_next_one_is_answered(session):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    told = session.refused("run_sparql", query=endless)
    assert "seconds" in told or "turn" in told
    assert session.data("run_sparql", query="ASK {}")["truth"]


def test_resources_and_prompts_are_there(session):
    uris = {str(row.uri) for row in session.run(session.client.list_resources()).resources}
    assert uris == {"souverain://questions", "souverain://schema"}
    read = session.run(session.client.read_resource("souverain://id/stake-002-16d66caa05"))
    assert QUOTE in read.contents[0].text
    prompt = session.run(session.client.get_prompt("who_owns", {"target": "Bleu"}))
    assert "Bleu" in prompt.messages[0].content.text
