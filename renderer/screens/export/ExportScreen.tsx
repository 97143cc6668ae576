import { useState } from 'react';
import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskOf, Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { Icon } from '../../parts/Icon';
import type { IconName } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { Closing } from './Closing';
import { Erasing } from './Erasing';
import styles from './ExportScreen.module.css';

type Format = AskOf<'export.make'>['format'];

/** The documents, each with whether it holds personal data: `consented` = only of those who agreed. */
const DOCUMENTS: ReadonlyArray<{
  format: Format;
  icon: IconName;
  personal: 'yes' | 'consented' | 'no';
}> = [
  { format: 'xlsx', icon: 'file', personal: 'yes' },
  { format: 'csv', icon: 'file', personal: 'yes' },
  { format: 'vcf', icon: 'people', personal: 'consented' },
  { format: 'ics', icon: 'calendar', personal: 'no' },
  { format: 'json', icon: 'sample', personal: 'yes' },
];

type Made = { format: Format; name: string; rows: number };

/** The event's data in other programs' formats, each with what of people is in it. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const speech = useSpeech();
  const [busy, setBusy] = useState<Format>();
  const [made, setMade] = useState<Made>();
  const [failure, setFailure] = useState<Failure>();

  const make = async (format: Format) => {
    setBusy(format);
    setFailure(undefined);
    setMade(undefined);
    try {
      const { name, mime, bytes, rows } = await desk.ask('export.make', { event: eventId, format });
      download(fromBase64(bytes, mime), name);
      setMade({ format, name, rows });
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(undefined);
  };

  return (
    <div className={styles.export}>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <p className={styles.lead}>{t('lead')}</p>
      <div role="alert">{failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}</div>
      <div aria-live="polite">
        {made && (
          <Notice tone="good">
            {t('made', { name: made.name })} {t(`rows.${made.format}`, { count: made.rows })}
          </Notice>
        )}
      </div>
      <ul className={styles.documents}>
        {DOCUMENTS.map(({ format, icon, personal }, index) => (
          <li key={format} className={`card ${styles.document}`}>
            <Icon name={icon} size={30} />
            <div className={styles.words}>
              <h2>{t(`${format}.title`)}</h2>
              <p>{t(`${format}.text`)}</p>
              <p className={styles.personal} data-personal={personal}>
                <Icon name={personal === 'no' ? 'check' : 'warn'} size={16} />
                {t(`${format}.personal`)}
              </p>
            </div>
            <Button
              size="md"
              variant={index === 0 ? 'filled' : 'default'}
              loading={busy === format}
              autoFocus={index === 0}
              aria-label={`${t('download')}: ${t(`${format}.title`)}`}
              onClick={() => void make(format)}
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
      <Closing />
      <Erasing />
    </div>
  );
}
