// Scales: from values to places on a line, with round ticks.

/** A scale with ticks at round numbers, wide enough for all values. */
export function numbers(values, length, isFromZero) {
  const least = Math.min(...values, isFromZero ? 0 : Infinity);
  const most = Math.max(...values, isFromZero ? 0 : -Infinity);
  const step = round((most - least || Math.abs(most) || 1) / 5);
  const from = Math.floor(least / step) * step;
  const to = Math.ceil(most / step) * step || step;
  const steps = Math.round((to - from) / step);
  const ticks = Array.from({ length: steps + 1 }, (_, place) => from + place * step);
  return made(
    from,
    to,
    length,
    ticks.map((value) => [value, told(value)]),
  );
}

/** A scale of time, with ticks at the beginnings of years or months. */
export function times(values, length) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => new Date(value));
  const years = most.getUTCFullYear() - least.getUTCFullYear();
  const starts =
    years > 1 ? inYears(least, years, Math.max(2, length / 70)) : inMonths(least, most);
  return made(starts[0][0], starts.at(-1)[0], length, starts);
}

function made(from, to, length, ticks) {
  const at = (value) => ((value - from) / (to - from || 1)) * length;
  return { at, ticks: ticks.map(([value, text]) => ({ place: at(value), text })) };
}

function inYears(least, years, most) {
  const step = Math.ceil((years + 1) / most);
  const first = least.getUTCFullYear();
  const count = Math.ceil((years + 1) / step) + 1;
  return Array.from({ length: count }, (_, place) => {
    const year = first + place * step;
    return [Date.UTC(year, 0, 1), String(year)];
  });
}

function inMonths(least, most) {
  const first = least.getUTCFullYear() * 12 + least.getUTCMonth();
  const last = most.getUTCFullYear() * 12 + most.getUTCMonth() + 1;
  const step = Math.max(1, Math.ceil((last - first) / 6));
  const count = Math.ceil((last - first) / step) + 1;
  return Array.from({ length: count }, (_, place) => {
    const month = first + place * step;
    const start = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    return [start.getTime(), start.toISOString().slice(0, 7)];
  });
}

/** 1, 2 or 5 times a power of ten, at least so much. */
function round(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((digit) => digit * power >= rough * 0.999) * power;
}

function told(value) {
  return Number(value.toPrecision(10)).toLocaleString(document.documentElement.lang);
}
