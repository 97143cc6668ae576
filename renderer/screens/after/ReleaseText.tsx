import { useId, useState } from 'react';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/figures/model';
import { releaseText } from '../../../shared/figures/release';
import { isLanguage, LANGUAGES } from '../../words/languages';
import type { Language } from '../../words/languages';
import styles from './after.module.css';
import { useFigureWords } from './useFigureWords';

/** The figures as sentences for the press release, in any of the three languages, to be changed and copied. */
export function ReleaseText({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation('after');
  const id = useId();
  const [chosen, setChosen] = useState<Language>();
  const language = chosen ?? (isLanguage(i18n.language) ? i18n.language : 'fi');
  const words = useFigureWords(figures.event.timeZone, language);
  const made = releaseText(figures, words);
  /** What a person has made of it, while the figures are as they were then. */
  const [edited, setEdited] = useState({ of: '', text: '' });
  const [told, setTold] = useState('');
  const text = edited.of === made ? edited.text : made;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold(t('taken.text'));
    } catch {
      setTold(t('release.copyByHand'));
    }
  };
  return (
    <section className={`card ${styles.section}`} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{t('release')}</h2>
        <SegmentedControl
          aria-label={t('release.language')}
          value={language}
          data={LANGUAGES.map((one) => ({ value: one, label: one.toUpperCase() }))}
          onChange={(value) => {
            if (isLanguage(value)) setChosen(value);
          }}
        />
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('take.text')}
        </Button>
      </header>
      <output className={styles.told}>{told}</output>
      <Textarea
        aria-label={t('release')}
        lang={language}
        autosize
        minRows={4}
        value={text}
        onChange={({ currentTarget }) => setEdited({ of: made, text: currentTarget.value })}
      />
    </section>
  );
}
