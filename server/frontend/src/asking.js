// Asking the endpoint: an answer that is whole, or what is wrong.

export const ENDPOINT = "/sparql";
const TAKEN = "application/sparql-results+json, text/turtle;q=0.9";
/** A larger answer is not read into the page. */
export const MOST_BYTES = 50_000_000;

/** The endpoint's refusal: a problem document (RFC 9457). */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}
/** The answer broke off after so many bytes. */
export class Broken extends Error {
  constructor(bytes) {
    super();
    this.bytes = bytes;
  }
}
export class TooLarge extends Error {}
export class Unreachable extends Error {}

/** The answer: { results } or { turtle }, with its bytes and milliseconds. */
export async function ask(query, signal) {
  const begun = performance.now();
  const response = await sent(query, signal);
  const { text, bytes } = await read(response, signal);
  if (!response.ok) throw new Refused(problem(text, response));
  const isGraph = response.headers.get("Content-Type").startsWith("text/turtle");
  const told = isGraph ? { turtle: text } : { results: JSON.parse(text) };
  return { ...told, bytes, milliseconds: performance.now() - begun };
}

async function sent(query, signal) {
  const body = new URLSearchParams({ query });
  try {
    return await fetch(ENDPOINT, { method: "POST", headers: { Accept: TAKEN }, body, signal });
  } catch (fault) {
    throw signal.aborted ? fault : new Unreachable();
  }
}

async function read(response, signal) {
  const decoder = new TextDecoder();
  const parts = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((fault) => {
      throw signal.aborted ? fault : new Broken(bytes);
    });
    if (done) return { text: parts.join("") + decoder.decode(), bytes };
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}

function problem(text, response) {
  try {
    return JSON.parse(text);
  } catch {
    return { title: response.statusText, status: response.status, detail: text.slice(0, 500) };
  }
}
