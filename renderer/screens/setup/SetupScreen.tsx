import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { Erased } from '../../frame/Erased';
import { Backups } from './backups/Backups';
import { EventDetails } from './EventDetails';
import { ImportPreview } from './ImportPreview';
import { ImportSource } from './ImportSource';
import { Imported } from './Imported';
import { VenueNetwork } from './network/VenueNetwork';
import { Passphrase } from './passphrase/Passphrase';
import { Questions } from './Questions';
import { useImport } from './useImport';
import styles from './SetupScreen.module.css';

/** Before the day: who is coming, and what the event is called. */
export function SetupScreen() {
  const { t } = useTranslation('setup');
  const intake = useImport();
  const { step } = intake;
  if (useEventDesk().state.event.erasedAt !== null) {
    return (
      <div className={styles.setup}>
        <div className={styles.main}>
          <Erased />
          <Backups />
        </div>
        <aside className={styles.aside}>
          <Passphrase />
        </aside>
      </div>
    );
  }
  return (
    <div className={styles.setup}>
      <section className={styles.main} aria-labelledby="import">
        <Title order={1} size="h2" id="import">
          {t('import.title')}
        </Title>
        {step.at === 'done' && <Imported step={step} intake={intake} />}
        {step.at === 'previewed' || step.at === 'applying' ? (
          <ImportPreview key={step.source.name} step={step} intake={intake} />
        ) : (
          <>
            <ImportSource intake={intake} />
            <Backups />
          </>
        )}
      </section>
      {step.at !== 'previewed' && step.at !== 'applying' && (
        <aside className={styles.aside}>
          <EventDetails />
          <Questions />
          <VenueNetwork />
          <Passphrase />
        </aside>
      )}
    </div>
  );
}
