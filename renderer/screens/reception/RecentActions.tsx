import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { useSpeech } from '../../words/useSpeech';
import { whoOf } from './answerWords';
import { recentDeeds } from './recentDeeds';
import type { Deeds } from './recentDeeds';
import styles from './Side.module.css';

interface Props {
  onUndo(of: string): void;
  onOpen(person: string): void;
}

/** The last ten deeds of every reception, each with its undo beside it. */
export function RecentActions({ onUndo, onOpen }: Props) {
  const { t } = useTranslation(['reception', 'common']);
  const { state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const deeds = useMemo(() => recentDeeds(state), [state]);
  return (
    <section className={`card ${styles.recent}`} aria-labelledby="recent">
      <h2 id="recent" className={styles.title}>
        {t('recent.title')}
      </h2>
      {deeds.length === 0 && <p className={styles.none}>{t('recent.none')}</p>}
      <ul className={styles.deeds}>
        {deeds.map(({ done, names, people }) => (
          <li key={done.cmd} data-undone={done.undoneBy !== '' || undefined}>
            <span className={styles.when}>{speech.clock(done.at)}</span>
            <span className={styles.deedWords}>
              <DeedWords done={done} names={names} people={people} onOpen={onOpen} />
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t(done.undoneBy ? 'recent.redo' : 'common:undo')}: ${t(`kind.${done.kind}`)} ${names.join(', ')}`}
              onClick={() => onUndo(done.undoneBy || done.cmd)}
            >
              {t(done.undoneBy ? 'recent.redo' : 'common:undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done in the field's words, with the names as links to the people. */
function DeedWords({ done, names, people, onOpen }: Deeds & Pick<Props, 'onOpen'>) {
  const { t } = useTranslation('reception');
  const [only] = done.changes;
  const speech = useSpeech();
  const who = whoOf({ names, people }, t, speech);
  return (
    <>
      <span className={styles.kind}>{t(`kind.${done.kind}`)}</span>
      {people === 1 && only ? (
        <button type="button" className={styles.nameLink} onClick={() => onOpen(only.id)}>
          {who}
        </button>
      ) : (
        <span>{who}</span>
      )}
    </>
  );
}
