import { useState } from 'react';
import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { fileBase64 } from '../../parts/bytes';
import { FilePick } from '../../parts/FilePick';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { goTo } from '../../route';
import type { ScreenName } from '../../../shared/screens';
import { useSpeech } from '../../words/useSpeech';
import { MergeOffer } from '../tour/MergeOffer';
import { FromStick } from './FromStick';
import { NewEventForm } from './NewEventForm';
import type { NewEvent } from './NewEventForm';
import styles from './StartScreen.module.css';

type Way = 'sample' | 'new' | 'file';

/** The ways to an event: the sample, one from the template, an exported file, a backup from elsewhere. */
export function WaysToBegin({ heading }: { heading: boolean }) {
  const { t } = useTranslation('start');
  const desk = useDesk();
  const speech = useSpeech();
  const [busy, setBusy] = useState<Way>();
  const [failure, setFailure] = useState<Failure>();
  /** A file of an event that is here already. */
  const [known, setKnown] = useState('');

  const begin = async (way: Way, screen: ScreenName, make: () => Promise<{ event: string }>) => {
    setBusy(way);
    setFailure(undefined);
    setKnown('');
    try {
      const { event } = await make();
      goTo({ at: 'event', event, screen });
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(undefined);
    }
  };
  const sample = () => begin('sample', 'reception', () => desk.ask('events.demo', {}));
  const make = ({ template, ...details }: NewEvent) =>
    begin('new', 'setup', () => desk.ask('events.create', { details, template }));
  const open = (file: File) =>
    begin('file', 'reception', async () => {
      const bytes = await fileBase64(file);
      try {
        return await desk.ask('events.receive', { bytes });
      } catch (error) {
        if (failureOf(error).code === 'event.exists') setKnown(bytes);
        throw error;
      }
    });

  return (
    <section aria-label={t('begin')}>
      <Title order={2} size="h3" className={heading ? undefined : 'unseen'}>
        {t('begin')}
      </Title>
      <div role="alert">
        {known ? (
          <MergeOffer key={known.length} bytes={known} />
        ) : (
          failure && <Notice tone="bad">{speech.failure(failure)}</Notice>
        )}
      </div>
      <div className={styles.ways}>
        <div className={styles.stack}>
          <div className={`card ${styles.way}`}>
            <h3>
              <Icon name="sample" size={26} /> {t('sample.title')}
            </h3>
            <p>{t('sample.text')}</p>
            <Button
              size="md"
              onClick={() => void sample()}
              loading={busy === 'sample'}
              autoFocus={!heading}
            >
              {t('sample.open')}
            </Button>
          </div>
          <div className={`card ${styles.way}`}>
            <h3>
              <Icon name="file" size={26} /> {t('file.title')}
            </h3>
            <p>{t('file.text')}</p>
            <FilePick
              label={t('file.pick')}
              hint={t('file.hint')}
              accept=".nuija,.json,application/json"
              busy={busy === 'file'}
              onFile={(file) => void open(file)}
            />
          </div>
          <FromStick />
        </div>
        <div className={`card ${styles.way}`}>
          <h3>
            <Icon name="calendar" size={26} /> {t('new.title')}
          </h3>
          <p>{t('new.text')}</p>
          <NewEventForm busy={busy === 'new'} onMake={(event) => void make(event)} />
        </div>
      </div>
    </section>
  );
}
