import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import { fitText } from './fitText';
import styles from './fit.module.css';

interface Props {
  text: string;
  /** Gives the box its place, its room and the largest size of the text. */
  className: string | undefined;
  /** Whether it has to be read from the back of the hall; what stands beside it may be smaller. */
  far?: boolean;
}

/**
 * A text in a box of its own, as large as the box allows, on as many lines as it takes: the longest
 * name of the day is still whole.
 */
export function FitLine({ text, className, far = false }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    const line = box?.firstElementChild;
    if (!box || !(line instanceof HTMLElement)) return undefined;
    const fit = () => fitText(box, line);
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [text]);
  return (
    <div ref={ref} className={`${styles.fitBox} ${className ?? ''}`} data-far={far}>
      <p className={styles.fitText} data-text>
        {text}
      </p>
    </div>
  );
}

/** Custom properties beside the ordinary ones. */
type Sized = CSSProperties & { '--chars': number };

/** A time in large digits that fills the space it is given. */
export function Digits({ text, label }: { text: string; label: string }) {
  const style: Sized = { '--chars': Math.max(4, text.length) };
  return (
    <div className={styles.digitsBox}>
      <p
        className={styles.digits}
        style={style}
        role="timer"
        aria-label={label}
        aria-live="off"
        data-far
      >
        {text}
      </p>
    </div>
  );
}
