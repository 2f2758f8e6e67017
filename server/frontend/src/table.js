// The answer of a SELECT as a table, a thousand rows at a time.

import { element } from "./dom.js";
import { isNumber } from "./values.js";
import { shown } from "./terms.js";
import { figure, say } from "./words.js";

export const STEP = 1000;

/** The table of some results, with a button for more where there are more. */
export function table(results, site, label) {
  const columns = results.head.vars;
  const rows = results.results.bindings;
  const body = element("tbody");
  const heads = columns.map((name) => element("th", { scope: "col" }, name));
  const number = element("th", { scope: "col" }, say("number"));
  const made = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, number, ...heads)),
    body,
  );
  const more = element("button", { type: "button" });
  const told = element("p", { class: "note" });
  const show = () => {
    const from = body.rows.length;
    const next = rows.slice(from, from + STEP);
    body.append(...next.map((row, place) => line(row, from + place + 1, columns, site)));
    const left = rows.length - body.rows.length;
    const count = figure(Math.min(STEP, left));
    more.textContent = say("more", { count, rest: figure(left) });
    told.textContent = say("shown", {
      shown: figure(body.rows.length),
      count: figure(rows.length),
    });
    more.hidden = told.hidden = left === 0;
  };
  more.addEventListener("click", show);
  show();
  const region = { class: "scrolled", role: "region", "aria-label": label, tabindex: "0" };
  return element("div", {}, element("div", region, made), told, more);
}

function line(row, number, columns, site) {
  const cells = columns.map((name) => {
    const kind = isNumber(row[name]) ? "number" : "";
    return element("td", { class: kind }, shown(row[name], site));
  });
  return element("tr", {}, element("th", { scope: "row" }, figure(number)), ...cells);
}
