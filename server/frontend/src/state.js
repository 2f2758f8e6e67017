// What an address holds: the query, and how its answer is seen.

/** A longer address is not taken by every program: then the query stands after the #. */
const LONGEST = 8000;
const KEPT = ["view", "chart", "x", "y"];

/** The state of an address: { query, seen: { view, chart, x, y } }. */
export function read(location) {
  const search = new URLSearchParams(location.search);
  const hash = new URLSearchParams(location.hash.slice(1));
  const query = hash.get("query") ?? search.get("query") ?? "";
  const seen = Object.fromEntries(KEPT.map((name) => [name, search.get(name) ?? ""]));
  return { query, seen };
}

/** The address of a state; what else stands in the old address, such as a language, is kept. */
export function address(location, { query, seen }) {
  const search = new URLSearchParams(location.search);
  for (const name of ["example", "query", ...KEPT]) search.delete(name);
  for (const name of KEPT) if (seen[name]) search.set(name, seen[name]);
  const long = new URLSearchParams(search);
  search.set("query", query);
  const short = `${location.pathname}?${search}`;
  if (short.length <= LONGEST) return short;
  const rest = long.size ? `?${long}` : "";
  return `${location.pathname}${rest}#${new URLSearchParams({ query })}`;
}
