import { useTranslation } from 'react-i18next';
import type { Correction } from '../../../shared/model/mark';
import type { Turn } from '../../../shared/panel/ledger';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import styles from './ledger.module.css';

interface Props {
  turn: Turn;
  name(speaker: string): string;
}

/** What was put right about a turn: when, at which desk, old and new. */
export function Corrected({ turn, name }: Props) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const words = ({ how, was, is, other }: Correction): string => {
    const at = (instant: number | undefined) => (instant === undefined ? '' : clock(instant, true));
    const who = (speaker: string | undefined) => (speaker === undefined ? '' : name(speaker));
    switch (how) {
      case 'giveTo':
      case 'split':
        return t(`was.${how}`, { old: who(was.speaker), now: who(is.speaker) });
      case 'startAt':
        return t('was.startAt', { old: at(was.at), now: at(is.at) });
      case 'join':
        return is.speaker === undefined
          ? t('was.join', { time: at(other?.at) })
          : t('was.joinAs', { time: at(other?.at), old: who(was.speaker), now: who(is.speaker) });
      case 'takeBack':
        return t('was.takeBack', {
          old: who(other?.speaker ?? was.speaker),
          time: at(other?.at ?? turn.from),
        });
    }
  };
  return (
    <ul className={styles.history}>
      {turn.history.map((one) => (
        <li key={one.fact}>
          {words(one)}{' '}
          <span className={styles.by}>
            {t('correctedBy', { time: clock(one.at, true), desk: one.desk })}
          </span>
        </li>
      ))}
    </ul>
  );
}
