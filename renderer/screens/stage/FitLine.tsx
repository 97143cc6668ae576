import type { CSSProperties } from 'react';
import styles from './stage.module.css';

/** Custom properties beside the ordinary ones. */
type Sized = CSSProperties & { '--chars': number };

interface Props {
  text: string;
  className?: string;
}

/**
 * One line or two of text, as large as its length allows: the longest name of the day is still whole.
 * The sizes themselves are in the style sheet, in units of the display.
 */
export function FitLine({ text, className }: Props) {
  const style: Sized = { '--chars': Math.max(8, text.length) };
  return (
    <p className={`${styles.fit} ${className ?? ''}`} style={style}>
      {text}
    </p>
  );
}

/** A time in large digits that fills the space it is given. */
export function Digits({ text, label }: { text: string; label: string }) {
  const style: Sized = { '--chars': Math.max(4, text.length) };
  return (
    <div className={styles.digitsBox}>
      <p className={styles.digits} style={style} role="timer" aria-label={label} aria-live="off">
        {text}
      </p>
    </div>
  );
}
