// Charts of two columns, drawn as SVG: bars, a line, a time line. The table says the same in words.

import { drawn, element } from "./dom.js";
import { numbers, times } from "./scale.js";
import { words } from "./terms.js";
import { number, time } from "./values.js";
import { figure, say } from "./words.js";

export const KINDS = ["bar", "line", "time"];
const MOST = 200;
const ROW = 24;
const HEIGHT = 320;
const MARGIN = { top: 8, right: 24, bottom: 32 };
const LETTER = 7.2;

/** What suits some results: { kind, x, y }. */
export function suggestion({ head: { vars }, results: { bindings } }) {
  const all = (read) => vars.filter((name) => bindings.some((row) => read(row[name]) !== null));
  const [dates, figures] = [all(time), all(number)];
  const named = vars.filter((name) => !dates.includes(name) && !figures.includes(name));
  const words = named.find((name) => bindings.some((row) => row[name]?.type === "literal"));
  const other = words ?? named[0] ?? vars[0];
  if (dates.length && figures.length) return { kind: "line", x: dates[0], y: figures[0] };
  if (dates.length) return { kind: "time", x: dates[0], y: other };
  return { kind: "bar", x: other, y: figures[0] ?? vars.at(-1) };
}

/** The chart of some results, as wide as it may be. */
export function chart(results, { kind, x, y }, site, width) {
  const rows = results.results.bindings;
  const points = POINTS[kind](rows, x, y, site).slice(0, MOST);
  if (!points.length) {
    const column = kind === "time" ? x : y;
    return element("p", { class: "note" }, say("no_chart", { column }));
  }
  const made = DRAW[kind](points, width);
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", say("chart", { x, y }));
  const left = element("p", { class: "note" });
  const drawnRows = { drawn: figure(points.length), count: figure(rows.length), most: MOST };
  if (points.length < rows.length) left.textContent = say("drawn", drawnRows);
  return element("div", { class: "chart" }, made, left);
}

const POINTS = {
  bar: (rows, x, y, site) =>
    rows
      .map((row) => ({ name: words(row[x], site), value: number(row[y]), told: row[y]?.value }))
      .filter((point) => point.value !== null),
  line: (rows, x, y, site) => {
    const isTime = rows.some((row) => time(row[x]) !== null);
    const read = isTime ? time : number;
    return rows
      .map((row) => ({
        at: read(row[x]),
        value: number(row[y]),
        isTime,
        name: words(row[x], site),
        told: row[y]?.value,
      }))
      .filter((point) => point.at !== null && point.value !== null)
      .sort((a, b) => a.at - b.at);
  },
  time: (rows, x, y, site) =>
    rows
      .map((row) => ({ at: time(row[x]), name: words(row[y], site), told: row[x]?.value }))
      .filter((point) => point.at !== null)
      .sort((a, b) => a.at - b.at),
};

const DRAW = { bar: bars, line, time: timeLine };

function bars(points, width) {
  const names = points.map((point) => point.name);
  const left = Math.min(width * 0.45, Math.max(...names.map((name) => name.length)) * LETTER + 12);
  const values = points.map((point) => point.value);
  const room =
    width - left - MARGIN.right - Math.max(...points.map((row) => row.told.length)) * LETTER;
  const scale = numbers(values, Math.max(room, 20), true);
  const height = points.length * ROW;
  const svg = canvas(width, height + MARGIN.top + MARGIN.bottom);
  svg.append(...across(scale, left, height));
  points.forEach((point, place) => {
    const top = MARGIN.top + place * ROW;
    const [from, to] = [0, point.value].map(scale.at).sort((a, b) => a - b);
    const bar = {
      class: "bar",
      x: left + from,
      y: top + 3,
      width: Math.max(1, to - from),
      height: ROW - 6,
    };
    const name = shorter(point.name, left - 12);
    svg.append(
      drawn(
        "g",
        {},
        drawn("title", {}, `${point.name}: ${point.told}`),
        drawn("text", { class: "name end", x: left - 8, y: top + 16 }, name),
        drawn("rect", bar),
        drawn("text", { class: "value", x: left + to + 5, y: top + 16 }, point.told),
      ),
    );
  });
  return svg;
}

function line(points, width) {
  const values = points.map((point) => point.value);
  const height = HEIGHT - MARGIN.top - MARGIN.bottom;
  const up = numbers(values, height, Math.min(...values) >= 0);
  const left = Math.max(...up.ticks.map((tick) => tick.text.length)) * LETTER + 14;
  const places = points.map((point) => point.at);
  const room = width - left - MARGIN.right;
  const along = points[0].isTime ? times(places, room) : numbers(places, room, false);
  const svg = canvas(width, HEIGHT);
  svg.append(...across(along, left, height));
  for (const { place, text } of up.ticks) {
    const y = MARGIN.top + height - place;
    svg.append(
      drawn("line", { class: "grid", x1: left, x2: width - MARGIN.right, y1: y, y2: y }),
      drawn("text", { class: "tick end", x: left - 6, y: y + 4 }, text),
    );
  }
  const at = points.map(({ at, value }) => [
    left + along.at(at),
    MARGIN.top + height - up.at(value),
  ]);
  // Several values at one place are of several things, and no line leads from one to the other.
  const isOne = new Set(places).size === places.length;
  const path = at.map((pair) => pair.join(",")).join(" ");
  if (isOne) svg.append(drawn("polyline", { class: "path", points: path }));
  points.forEach((point, place) => {
    const [cx, cy] = at[place];
    const title = drawn("title", {}, `${point.name}: ${point.told}`);
    svg.append(drawn("circle", { class: "dot", cx, cy, r: 4 }, title));
  });
  return svg;
}

function timeLine(points, width) {
  const left = 20;
  const room = width - left - MARGIN.right;
  const scale = times(
    points.map((point) => point.at),
    room,
  );
  const height = points.length * ROW;
  const svg = canvas(width, height + MARGIN.top + MARGIN.bottom);
  svg.append(...across(scale, left, height));
  points.forEach((point, place) => {
    const y = MARGIN.top + place * ROW + ROW / 2;
    const cx = left + scale.at(point.at);
    const isLate = cx > width / 2;
    const free = isLate ? cx - left : width - MARGIN.right - cx;
    const name = shorter(`${point.told} ${point.name}`, free - 10);
    svg.append(
      drawn(
        "g",
        {},
        drawn("title", {}, `${point.told}: ${point.name}`),
        drawn("circle", { class: "dot", cx, cy: y, r: 4 }),
        drawn(
          "text",
          { class: isLate ? "name end" : "name", x: cx + (isLate ? -9 : 9), y: y + 4 },
          name,
        ),
      ),
    );
  });
  return svg;
}

function canvas(width, height) {
  return drawn("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
}

/** The ticks of a scale that goes from left to right, below all. */
function across(scale, left, height) {
  const [top, bottom] = [MARGIN.top, MARGIN.top + height];
  return scale.ticks.flatMap(({ place, text }) => [
    drawn("line", { class: "grid", x1: left + place, x2: left + place, y1: top, y2: bottom }),
    drawn("text", { class: "tick middle", x: left + place, y: bottom + 18 }, text),
  ]);
}

function shorter(text, room) {
  const most = Math.max(3, Math.floor(room / LETTER));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
