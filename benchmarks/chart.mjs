// The picture of docs/benchmarks.md: one bar a program, to the right of the line where Taipan is faster than CPython, and the mean over time.

const WIDTH = 760;
const LABEL = 190;
const ROW = 14;
const TOP = 28;
const HISTORY = 130;
/** Ratios at the ends of the scale, which is logarithmic. */
const LEAST = 1 / 16;
const MOST = 16;

/** SVG text. `ratios`: times CPython's speed by name; `means`: `{commit, date, mean}` of the runs recorded, oldest first. */
export function drawChart(ratios, means) {
  const names = Object.keys(ratios).sort((a, b) => ratios[b] - ratios[a]);
  const bars = names.map((name, i) => bar(name, ratios[name], TOP + i * ROW));
  const bottom = TOP + names.length * ROW;
  const height = bottom + HISTORY;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="10">`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    ...[1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8].map((value) => gridLine(value, bottom)),
    ...bars,
    ...historyLine(means, bottom + 30, HISTORY - 50),
    '</svg>',
    '',
  ].join('\n');
}

function place(value) {
  const share = Math.log(Math.min(MOST, Math.max(LEAST, value)) / LEAST) / Math.log(MOST / LEAST);
  return round(LABEL + share * (WIDTH - LABEL - 40));
}

function gridLine(value, bottom) {
  const x = place(value);
  const text = value < 1 ? `1/${1 / value}` : `${value}×`;
  const stroke = value === 1 ? '#333' : '#ddd';
  return `<path d="M${x} ${TOP - 6}V${bottom}" stroke="${stroke}"/><text x="${x}" y="${TOP - 10}" text-anchor="middle">${text}</text>`;
}

function bar(name, value, y) {
  const [from, to] = [place(1), place(value)].sort((a, b) => a - b);
  const fill = value >= 1 ? '#3a7d44' : '#b5483a';
  return (
    `<text x="${LABEL - 6}" y="${y + 10}" text-anchor="end">${name}</text>` +
    `<rect x="${from}" y="${y + 2}" width="${round(Math.max(1, to - from))}" height="${ROW - 4}" fill="${fill}"/>` +
    `<text x="${round(place(Math.max(1, value)) + 4)}" y="${y + 10}">${value.toFixed(2)}</text>`
  );
}

/** The mean of each recorded run, joined by a line. */
function historyLine(means, top, height) {
  const most = Math.max(1, ...means.map(({ mean }) => mean));
  const x = (i) => round(LABEL + (means.length > 1 ? i / (means.length - 1) : 0) * (WIDTH - LABEL - 80));
  const y = (mean) => round(top + height - (mean / most) * height);
  const points = means.map(({ mean }, i) => `${x(i)},${y(mean)}`).join(' ');
  return [
    `<text x="${LABEL - 6}" y="${top + 10}" text-anchor="end">mean of the recorded runs</text>`,
    `<polyline points="${points}" fill="none" stroke="#2b5c8a" stroke-width="2"/>`,
    ...means.map(
      ({ mean, commit }, i) =>
        `<circle cx="${x(i)}" cy="${y(mean)}" r="3" fill="#2b5c8a"/>` +
        `<text x="${x(i)}" y="${y(mean) - 6}">${mean.toFixed(2)}</text>` +
        `<text x="${x(i)}" y="${top + height + 14}">${commit}</text>`,
    ),
  ];
}

function round(value) {
  return Math.round(value * 10) / 10;
}
