// The query as a program asks it.

/** A command for a shell. */
export function curl(endpoint, query, mediaType) {
  return `curl -s ${quoted(endpoint)} -H ${quoted(`Accept: ${mediaType}`)} \\
  --data-urlencode ${quoted(`query=${query}`)}
`;
}

/** A program in Python, by the form of the answer. */
export function python(endpoint, query, kind) {
  const format = kind === "graph" ? "TURTLE" : "JSON";
  return `from SPARQLWrapper import ${format}, SPARQLWrapper

endpoint = SPARQLWrapper(${JSON.stringify(endpoint)}, returnFormat=${format})
endpoint.setMethod("POST")
endpoint.setQuery(${text(query)})
answer = endpoint.queryAndConvert()
${READING[kind]}
`;
}

const READING = {
  rows: `for row in answer["results"]["bindings"]:
    print({name: term["value"] for name, term in row.items()})`,
  boolean: `print(answer["boolean"])`,
  graph: `print(answer.decode("utf-8"))`,
};

function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A literal of Python: on many lines where nothing in it could end it. */
function text(query) {
  return /["\\]$|\\|"""/.test(query) ? JSON.stringify(query) : `"""\n${query.trim()}\n"""`;
}
