import { correction, generate } from 'lean-qr';
import { useMemo } from 'react';
import styles from './Network.module.css';

/** Light modules that must stay free around the code (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A QR code of a text, dark on light in every colour scheme. `label` says what it leads to. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawn(text: string): { side: number; path: string } {
  const bitmap = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (bitmap.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  return { side: bitmap.size + 2 * QUIET, path };
}
