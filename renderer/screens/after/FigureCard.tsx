import { useEffect, useId, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureSection } from '../../../shared/figures/section';
import { download } from '../../parts/download';
import { pngBlob, svgBlob } from '../panel/svgPicture';
import styles from './after.module.css';
import { copyPicture, sectionCsv, sectionText } from './copying';
import type { CopyKind } from './copying';

interface Props {
  section: FigureSection;
  /** How files of it are called, without an ending. */
  fileName: string;
}

/** One part of the figures: drawn, with its table to open, and ways to take it along. */
export function FigureCard({ section, fileName }: Props) {
  const { t } = useTranslation('after');
  const id = useId();
  const { heading, says, chart } = section;
  const [told, setTold] = useState('');
  const take = async (kind: CopyKind) => {
    try {
      await taken(kind, section, fileName);
      setTold(t(`taken.${kind}`));
    } catch {
      setTold(t('notTaken'));
    }
  };
  return (
    <section className={`card ${styles.section}`} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{heading}</h2>
        {chart !== '' && (
          <Button size="compact-sm" variant="default" onClick={() => void take('picture')}>
            {t('take.picture')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => void take('text')}>
          {t('take.text')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void take('csv')}>
          {t('take.csv')}
        </Button>
      </header>
      <output className={styles.told}>{told}</output>
      {says.map((sentence) => (
        <p key={sentence} className={styles.says}>
          {sentence}
        </p>
      ))}
      {chart !== '' && <Drawing svg={chart} heading={heading} />}
      <details className={styles.table}>
        <summary>{t('table')}</summary>
        <SectionTable section={section} />
      </details>
    </section>
  );
}

/** As a picture of its own, so that nothing in it can become part of the page. */
function Drawing({ svg, heading }: { svg: string; heading: string }) {
  const { t } = useTranslation('after');
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(svgBlob(svg));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  if (address === '') return null;
  return <img className={styles.drawing} src={address} alt={t('drawing', { heading })} />;
}

function SectionTable({ section: { heading, columns, rows } }: { section: FigureSection }) {
  return (
    <table className={styles.figures} aria-label={heading}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" data-number={at > 0 || undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={`${line} ${row[0]}`}>
            {row.map((cell, at) =>
              at === 0 ? (
                <th key={columns[at]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[at]} data-number>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Onto the clipboard, or as a file where the browser lets no page use that (over plain HTTP). */
async function taken(kind: CopyKind, section: FigureSection, fileName: string): Promise<void> {
  const canCopy = window.isSecureContext;
  switch (kind) {
    case 'picture':
      if (canCopy) return copyPicture(section.chart);
      return download(await pngBlob(section.chart), `${fileName}-${section.key}.png`);
    case 'text':
      if (canCopy) return navigator.clipboard.writeText(sectionText(section));
      return download(new Blob([sectionText(section)]), `${fileName}-${section.key}.txt`);
    case 'csv': {
      const csv = new Blob([sectionCsv(section)], { type: 'text/csv;charset=utf-8' });
      return download(csv, `${fileName}-${section.key}.csv`);
    }
  }
}
