import { useTranslation } from 'react-i18next';
import type { Sector } from '../../shared/model/participant';
import styles from './SectorMark.module.css';

/** A sector in words, and the letter that stands for it. */
export interface SectorWords {
  word: string;
  letter: string;
}

/** A sector by colour, outline and letter, so that none of the three is needed alone. */
export function SectorMark({ sector }: { sector: Sector }) {
  const { t } = useTranslation('terms');
  const key = sector || 'unknown';
  const words = { word: t(`sector.${key}`), letter: t(`sectorLetter.${key}`) };
  return <SectorSign sector={sector} words={words} />;
}

/** The same for a list of many, which has looked the words up once. */
export function SectorSign({ sector, words }: { sector: Sector; words: SectorWords }) {
  return (
    <span className={styles.mark} data-sector={sector || 'unknown'} title={words.word}>
      <span aria-hidden="true">{words.letter}</span>
      <span className="unseen">{words.word}</span>
    </span>
  );
}
