/*
 * Answers queries with Comunica.
 *
 * Reads {"sources": [...], "queries": {name: text}} on standard input and prints {name: answer}:
 * SPARQL JSON for SELECT and ASK, N-Quads for graphs, {"error": words} for what failed. A source
 * is an address, about which Comunica finds out by itself, or an object that says what it is.
 */
import { text } from 'node:stream/consumers';
import { QueryEngine } from '@comunica/query-sparql';

const engine = new QueryEngine();

async function answer(query, sources) {
  try {
    const result = await engine.query(query, { sources });
    const isGraph = result.resultType === 'quads';
    const mediaType = isGraph ? 'application/n-quads' : 'application/sparql-results+json';
    const written = await text((await engine.resultToString(result, mediaType)).data);
    return isGraph ? written : JSON.parse(written);
  } catch (error) {
    return { error: String(error) };
  }
}

const { sources, queries } = JSON.parse(await text(process.stdin));
const answers = {};
for (const [name, query] of Object.entries(queries)) {
  answers[name] = await answer(query, sources);
}
console.log(JSON.stringify(answers));
