import { correction, generate } from 'lean-qr';
import { useMemo } from 'react';
import styles from './Network.module.css';

/** Light modules that must stay free around the code (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A QR code of a text, dark on light in every colour scheme. `label` says what it leads to. */
export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(drawn(text))}`, [text]);
  return <img className={styles.qr} src={picture} alt={label} />;
}

function drawn(text: string): string {
  const bitmap = generate(text, { minCorrectionLevel: correction.M });
  const side = bitmap.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (bitmap.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path d="${path}" shape-rendering="crispEdges"/></svg>`
  );
}
