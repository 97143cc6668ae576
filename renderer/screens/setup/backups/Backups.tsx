import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../../desk/EventDesk';
import { Icon } from '../../../parts/Icon';
import { Notice } from '../../../parts/Notice';
import { useSpeech } from '../../../words/useSpeech';
import { BackupList } from './BackupList';
import { Sticks } from './Sticks';
import { useBackups } from './useBackups';
import type { BackupShelf } from './useBackups';
import { useWhen } from './useWhen';
import styles from './Backups.module.css';

/** The event's backups: what there is, one more now, a copy on a stick, and the way back. */
export function Backups() {
  const { t } = useTranslation('backups');
  const speech = useSpeech();
  const shelf = useBackups();
  return (
    <section className={`card ${styles.backups}`} aria-labelledby="backups">
      <Title order={2} size="h3" id="backups">
        {t('title')}
      </Title>
      <p className={styles.dim}>{t('lead')}</p>
      <div role="alert">
        {shelf.failure && <Notice tone="bad">{speech.failure(shelf.failure)}</Notice>}
        {shelf.trouble && !shelf.failure && (
          <Notice tone="warn">
            {t('trouble')} {speech.failure(shelf.trouble)}
          </Notice>
        )}
      </div>
      <div aria-live="polite">
        <Done shelf={shelf} />
      </div>
      <div className={styles.buttons}>
        <Button
          leftSection={<Icon name="check" />}
          loading={shelf.busy === 'make'}
          disabled={shelf.busy !== undefined}
          onClick={() => shelf.make()}
        >
          {t('make')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="file" />}
          loading={shelf.busy === 'save'}
          disabled={shelf.busy !== undefined}
          onClick={() => shelf.save()}
        >
          {t('save')}
        </Button>
      </div>
      <Sticks shelf={shelf} />
      <BackupList shelf={shelf} />
    </section>
  );
}

/** What was done last, with the way to take a restoring back. */
function Done({ shelf }: { shelf: BackupShelf }) {
  const { t } = useTranslation('backups');
  const { state, now } = useEventDesk();
  const when = useWhen(state.event.timeZone);
  const { deed } = shelf;
  if (!deed) return null;
  if (deed.did === 'made') return <Notice tone="good">{t('made')}</Notice>;
  if (deed.did === 'saved') return <Notice tone="good">{t('saved', { name: deed.name })}</Notice>;
  if (deed.did === 'copied') {
    return <Notice tone="good">{t('copied', { drive: deed.drive, path: deed.path })}</Notice>;
  }
  const { restored, before, aside } = deed.answer;
  return (
    <Notice
      tone="good"
      actions={
        before && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" />}
            onClick={() => shelf.restore(before.name)}
          >
            {t('takeBack')}
          </Button>
        )
      }
    >
      {t('restored', { when: when(restored.at, now()) })}{' '}
      {!before && t('aside', { files: aside.join(', ') })}
    </Notice>
  );
}
