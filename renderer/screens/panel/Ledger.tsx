import { useTranslation } from 'react-i18next';
import { NOBODY } from '../../../shared/model/mark';
import type { Turn } from '../../../shared/panel/ledger';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { elapsed } from '../stage/countdown';
import { Corrected } from './Corrected';
import styles from './ledger.module.css';
import type { PanelSession } from './panels';
import { TurnCorrection } from './TurnCorrection';
import { useSpeakerName } from './useSpeakerName';

/**
 * The turn whose corrections are open. Opened by a key the keyboard goes there: to its beginning with
 * `typing`, else to its speaker.
 */
export interface Correcting {
  mark: string;
  typing: boolean;
  byKey: boolean;
}

interface Props {
  session: PanelSession;
  turns: readonly Turn[];
  correcting: Correcting | null;
  onCorrect(correcting: Correcting | null): void;
}

/** The turn before another, pauses left out. */
function turnBefore(turns: readonly Turn[], turn: Turn): Turn | undefined {
  return turns.slice(0, turns.indexOf(turn)).findLast(({ speaker }) => speaker !== NOBODY);
}

/** Every turn, the latest first; each opens into its corrections. */
export function Ledger({ session, turns, correcting, onCorrect }: Props) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const name = useSpeakerName(session.panel);
  const isOpen = ({ mark }: Turn) => mark !== '' && correcting?.mark === mark;
  return (
    <section className={styles.ledger} aria-label={t('ledger')}>
      <h2>{t('ledger')}</h2>
      {turns.length === 0 && <p className={styles.quiet}>{t('noTurns')}</p>}
      <ol className={styles.turns}>
        {turns.toReversed().map((turn) => (
          <li key={turn.mark || 'before'}>
            <button
              type="button"
              className={styles.turnRow}
              data-nobody={turn.speaker === NOBODY}
              disabled={turn.mark === ''}
              aria-expanded={isOpen(turn)}
              onClick={() =>
                onCorrect(isOpen(turn) ? null : { mark: turn.mark, typing: false, byKey: false })
              }
            >
              <span className={styles.turnAt}>{clock(turn.from, true)}</span>
              <span className={styles.turnWho}>
                {turn.resume ? t('pauseOf', { name: name(turn.resume) }) : name(turn.speaker)}
                {turn.corrected && <span className={styles.corrected}>{t('corrected')}</span>}
                {turn.extraMs !== 0 && (
                  <span className={styles.corrected}>
                    {turn.extraMs > 0 ? '+' : '−'}
                    {elapsed(Math.abs(turn.extraMs))}
                  </span>
                )}
              </span>
              <b>{elapsed(turn.ms)}</b>
            </button>
            {turn.history.length > 0 && <Corrected turn={turn} name={name} />}
            {isOpen(turn) && (
              <TurnCorrection
                turn={turn}
                before={turnBefore(turns, turn)}
                panel={session.panel}
                typing={correcting?.typing ?? false}
                byKey={correcting?.byKey ?? false}
                onDone={() => onCorrect(null)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
