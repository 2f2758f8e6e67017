// The tokens of a SPARQL query, with their places; a query that is being typed need not be whole.

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<text>"""(?:[^"\\]|\\.|"(?!""))*(?:"""|$)|'''(?:[^'\\]|\\.|'(?!''))*(?:'''|$)` +
      String.raw`|"(?:[^"\\\r\n]|\\.)*(?:"|$|(?=[\r\n]))|'(?:[^'\\\r\n]|\\.)*(?:'|$|(?=[\r\n])))`,
    String.raw`(?<iri><[^<>"{}|^\x60\\\s]*>?)`,
    String.raw`(?<variable>[?$][\p{L}\p{N}_]*)`,
    String.raw`(?<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)`,
    String.raw`(?<name>_:[\p{L}\p{N}_.-]*|(?:\p{L}[\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_:%-]|\.(?=[\p{L}\p{N}_:%-])|\\.)*)`,
    String.raw`(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<sign>\^\^|&&|\|\||!=|<=|>=|.)`,
  ].join("|"),
  "gsu",
);
const SKIPPED = new Set(["space", "comment"]);

/** Each token as { kind, text, start, end }, without spaces and comments. */
export function tokens(text) {
  return all(text).filter((token) => !SKIPPED.has(token.kind));
}

/** Whether a place is within a comment or a string, where nothing is completed. */
export function isWords(text, place) {
  const last = all(text.slice(0, place)).at(-1);
  if (last?.kind === "comment") return true;
  return last?.kind === "text" && !/^("""|'''|"|')[^]*\1$/.test(last.text);
}

function all(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    found.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
