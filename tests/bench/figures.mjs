// Numbers from repeated measurements.

/** The smallest value that is at least as large as this share of them; a median is share 0.5. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values) {
  return percentile(values, 0.5);
}

/** A line of the table that `make bench` prints. `wanted` is the most that `ratio` should be. */
export function compared(name, unit, ours, peer, wanted) {
  return { name, unit, ours, peer, ratio: ours / peer, wanted };
}

/** A line without a peer: `wanted` is the most that `ours` should be. */
export function bounded(name, unit, ours, wanted) {
  return { name, unit, ours, wanted };
}

export function isOver({ ours, ratio, wanted }) {
  return wanted !== undefined && (ratio ?? ours) > wanted;
}

function number(value, unit) {
  if (value === undefined) return '';
  const digits = ['ms', 's', '%'].includes(unit) ? 2 : 0;
  return `${value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, ',')} ${unit}`;
}

/** The table, and a sentence about what is over. */
export function tableOf(lines) {
  const cells = lines.map((line) => [
    line.name,
    number(line.ours, line.unit),
    number(line.peer, line.unit),
    line.ratio === undefined ? '' : line.ratio.toFixed(2),
    line.wanted === undefined ? '' : `≤ ${line.ratio === undefined ? number(line.wanted, line.unit) : line.wanted}`,
    isOver(line) ? 'OVER' : '',
  ]);
  const rows = [['name', 'ours', 'peer', 'ratio', 'wanted', ''], ...cells];
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const table = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
  const over = lines.filter(isOver).map(({ name }) => name);
  const verdict = over.length === 0 ? 'Everything is within what is wanted.' : `Over what is wanted: ${over.join('; ')}.`;
  return [...table, '', verdict].join('\n');
}
