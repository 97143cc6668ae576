import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../row';
import { checkInRows } from './checkIns';
import { openingRows } from './opening';
import { sealedRows } from './sealed';
import { throughputRow } from './throughput';
import { writingRows } from './writing';

/**
 * What it costs that nothing acknowledged is ever lost. Measured on the disk that the project lies on: the
 * system's folder for temporary files may be memory, where a sync costs nothing.
 */
export async function storeRows(): Promise<Row[]> {
  mkdirSync('out', { recursive: true });
  const data = mkdtempSync(join('out', 'bench-store-'));
  try {
    return [
      ...(await checkInRows(data)),
      await throughputRow(data),
      ...(await openingRows(data, 10_000, 7)),
      ...(await openingRows(data, 100_000, 3)),
      ...(await writingRows(data, 10_000, 7)),
      ...(await writingRows(data, 100_000, 3)),
      ...(await sealedRows(data)),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
