import { FitLine } from './FitLine';
import styles from './bar.module.css';

/** The line at the top of a stage view: what it is about, and the time of day. */
export function Bar({ text, time }: { text: string; time: string }) {
  return (
    <header className={styles.bar}>
      <FitLine text={text} className={styles.barText} />
      <time className={styles.clock} data-text>
        {time}
      </time>
    </header>
  );
}
