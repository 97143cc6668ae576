import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FitLine } from './FitLine';
import styles from './test.module.css';

/** Heights of letters in hundredths of the picture, and from how far a picture 2 m high can be read with them. */
const SIZES = [
  { vh: 6.5, metres: 20 },
  { vh: 4.9, metres: 15 },
  { vh: 3.3, metres: 10 },
] as const;

const COLOURS = ['white', 'yellow', 'cyan', 'green', 'magenta', 'red', 'blue', 'black'] as const;

const GREYS = [0, 5, 10, 20, 40, 60, 80, 90, 95, 100] as const;

interface Props {
  /** What the display is called; '' where nobody knows. */
  display: string;
  /** The time that runs, in words of the screen's language; '' before the desk has told it. */
  time: string;
}

/**
 * For the technician: a frame at the very edge and letters in the corners show what is cut off, a circle
 * what is stretched, bars the colours and greys, lines of text what can be read from the back.
 */
export function TestPicture({ display, time }: Props) {
  const { t } = useTranslation('stage');
  const size = useSyncExternalStore(onResize, sizeOf);
  return (
    <div className={styles.test}>
      <div className={styles.testCross} aria-hidden="true" />
      <div className={styles.testCircle} aria-hidden="true" />
      {(['A', 'B', 'C', 'D'] as const).map((corner) => (
        <span key={corner} className={styles.testCorner} data-corner={corner} data-text>
          {corner}
        </span>
      ))}
      <div className={styles.testBody}>
        <FitLine text={display || t('title.test')} className={styles.testName} far />
        <p className={styles.testFacts} data-text>
          {[size, time].filter(Boolean).join(' · ')}
        </p>
        <p className={styles.testHow} data-text>
          {t('test.how')}
        </p>
        {SIZES.map(({ vh, metres }) => (
          <p key={vh} className={styles.testSize} style={{ fontSize: `${vh}vh` }} data-text>
            {t('test.readable', { metres })} ÅÄÖ Šš Čč Đđ 0123
          </p>
        ))}
        <div className={styles.testBars} aria-hidden="true">
          {COLOURS.map((colour) => (
            <i key={colour} style={{ background: colour }} />
          ))}
        </div>
        <div className={styles.testBars} aria-hidden="true">
          {GREYS.map((grey) => (
            <i key={grey} style={{ background: `hsl(0 0% ${grey}%)` }} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The picture in the display's own pixels. */
function sizeOf(): string {
  const { innerWidth, innerHeight, devicePixelRatio } = window;
  const pixels = (length: number) => Math.round(length * devicePixelRatio);
  return `${pixels(innerWidth)} × ${pixels(innerHeight)}`;
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
