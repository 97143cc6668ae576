import type { Row } from './row';

const heads = ['name', 'value', 'p99', 'reference', 'ratio', 'reach', 'holds'] as const;

/** Three figures that mean something: 1234, 12.3, 0.0123. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function cells(row: Row): string[] {
  const { reference } = row;
  return [
    row.name,
    `${figure(row.value)} ${row.unit}`,
    row.p99 === undefined ? '' : figure(row.p99),
    reference ? `${figure(reference.value)} (${reference.name})` : '',
    row.ratio === undefined ? '' : `${figure(row.ratio)} ×`,
    row.reach,
    row.holds ? 'yes' : 'NO',
  ];
}

/** The rows as lines of text in columns, a heading first. */
export function table(rows: readonly Row[]): string {
  const lines = [[...heads], ...rows.map(cells)];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
