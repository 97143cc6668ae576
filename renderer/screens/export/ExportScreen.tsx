import { useState } from 'react';
import { SegmentedControl, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract';
import { PERSONAL_DATA } from '../../../shared/exports/formats';
import type { ExportFormat } from '../../../shared/exports/formats';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { isLanguage, LANGUAGES } from '../../words/languages';
import type { Language } from '../../words/languages';
import { useSpeech } from '../../words/useSpeech';
import { Closing } from './Closing';
import { DocumentCard } from './DocumentCard';
import { GROUPS, rowsAre } from './documents';
import type { ExportDocument } from './documents';
import { Erasing } from './Erasing';
import styles from './ExportScreen.module.css';

type Made = { format: ExportFormat; name: string; rows: number };

/** The event's data as files, by whom they are for, each with what of people is in it. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const [chosen, setChosen] = useState<Language>();
  const [busy, setBusy] = useState<ExportFormat>();
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState<Failure>();
  const language = chosen ?? speech.language;
  const erased = state.event.erasedAt !== null;
  /** Lists of people whose names are gone tell nothing. */
  const isShown = ({ files }: ExportDocument) =>
    !erased ||
    files.every(({ format }) => !['consented', 'attendance'].includes(PERSONAL_DATA[format]));

  const make = async (format: ExportFormat) => {
    setBusy(format);
    setFailure(undefined);
    setMade(undefined);
    try {
      const asked = { event: eventId, format, language };
      const { name, mime, bytes, rows } = await desk.ask('export.make', asked);
      download(fromBase64(bytes, mime), name);
      setMade({ format, name, rows });
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(undefined);
  };
  const counted = made && rowsAre(made.format);

  return (
    <div className={styles.export}>
      <header className={styles.head}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <div className={styles.language}>
          <span id="export-language">{t('language')}</span>
          <SegmentedControl
            aria-labelledby="export-language"
            value={language}
            data={LANGUAGES.map((one) => ({ value: one, label: one.toUpperCase() }))}
            onChange={(value) => {
              if (isLanguage(value)) setChosen(value);
            }}
          />
        </div>
      </header>
      <p className={styles.lead}>{t('lead')}</p>
      {erased && <Notice tone="calm">{t('erased')}</Notice>}
      <div className={styles.trouble} role="alert">
        {failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}
      </div>
      <div className={styles.made} aria-live="polite">
        {made && (
          <Notice tone="good">
            {t('made', { name: made.name })} {counted && t(`rows.${counted}`, { count: made.rows })}
          </Notice>
        )}
      </div>
      {GROUPS.map(({ key, documents }, group) => (
        <section key={key} aria-labelledby={`export-${key}`}>
          <h2 id={`export-${key}`} className={styles.group}>
            {t(`group.${key}`)}
          </h2>
          <ul className={styles.documents}>
            {documents.filter(isShown).map((document, at) => (
              <DocumentCard
                key={document.key}
                document={document}
                first={group === 0 && at === 0}
                busy={busy}
                onMake={(format) => void make(format)}
              />
            ))}
          </ul>
          {key === 'funder' && (
            <p className={styles.beside}>
              {t('report')}{' '}
              <a href={writeRoute({ at: 'event', event: eventId, screen: 'after' })}>
                {t('report.open')}
              </a>
            </p>
          )}
        </section>
      ))}
      <Closing />
      <Erasing />
    </div>
  );
}
