"""What a model is told of the graph: how to begin, how to cite, and what not to make of it."""

from __future__ import annotations

INSTRUCTIONS = """\
A knowledge graph of Europe's sovereign cloud, made of what press articles of 2012 to 2023 say.
Every claim is what one article says, with its exact words. Cite a claim by its IRI and its quote,
and keep its state: planned is not in force, a computed figure is not a printed one, an inferred
date is not a stated one, a joint share is not split. Where articles disagree, tell both. What no
claim says, the graph does not know. Answers that are cut say so.

Begin with find_entity, then describe; or list_questions, then ask_question. For anything else:
schema, example_queries, run_sparql.
"""
CITED_ANSWER = """\
Answer this from the souverain tools alone: {question}
After each sentence put the IRI of the claim and its quote, as they came. Say for each whether it is
in force, planned, ended or computed. Tell disagreements. If no claim says it, say that the graph
does not know.
"""
WHO_OWNS = """\
Find the entity {target!r} with find_entity, then ask the question cap-table with it as target. List
each holder with the figure as printed, its state, the article and the quote. Do not split joint
shares, and do not turn a remainder into a number.
"""
