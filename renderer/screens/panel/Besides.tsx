import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AUDIENCE, MODERATOR, NOBODY } from '../../../shared/model/mark';
import type { Balance } from '../../../shared/panel/balance';
import { Key } from '../../parts/Key';
import { elapsed } from '../stage/countdown';
import styles from './table.module.css';
import type { PanelSession } from './panels';
import type { Floor } from './useFloor';

interface Props {
  session: PanelSession;
  figures: Balance;
  floor: Floor;
}

/** Those beside the table, whose time comes out of the reserve; and the pause. */
export function Besides({ session, figures, floor }: Props) {
  const { t } = useTranslation('panel');
  const { current, paused } = figures;
  const running = session.startedAt !== null && session.endedAt === null;
  const others = [
    { speaker: MODERATOR, key: 'M', word: 'moderator', ms: figures.moderatorMs },
    { speaker: AUDIENCE, key: 'Q', word: 'questions', ms: figures.audienceMs },
    { speaker: NOBODY, key: '0', word: 'nobody', ms: figures.silenceMs },
  ];
  const holds = (speaker: string) =>
    running && (speaker === NOBODY ? !current && !paused : current?.speaker === speaker);
  return (
    <fieldset className={styles.besides} aria-label={t('besides')}>
      {others.map(({ speaker, key, word, ms }) => (
        <Button
          key={key}
          size="lg"
          variant={holds(speaker) ? 'filled' : 'default'}
          className={styles.beside}
          classNames={{ label: styles.besideLabel }}
          data-floor
          disabled={session.endedAt !== null}
          aria-pressed={holds(speaker)}
          aria-keyshortcuts={key}
          onClick={() => floor.give(speaker)}
          rightSection={<Key>{key}</Key>}
        >
          <span>{t(speaker === AUDIENCE && holds(AUDIENCE) ? 'nextQuestion' : word)}</span>
          <span className={styles.besideTime}>
            {speaker === AUDIENCE && figures.questions > 0
              ? t('questionsTime', { count: figures.questions, time: elapsed(ms) })
              : elapsed(ms)}
          </span>
        </Button>
      ))}
      <Button
        size="lg"
        variant={paused ? 'filled' : 'default'}
        className={styles.beside}
        data-floor
        disabled={!running || (!current && !paused)}
        aria-keyshortcuts="Space"
        onClick={floor.pause}
        rightSection={<Key>{t('space')}</Key>}
      >
        {paused ? t('resume') : t('pause')}
      </Button>
    </fieldset>
  );
}
