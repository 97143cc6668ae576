import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract';
import { useDesk } from '../desk/DeskContext';
import { useEventDesk } from '../desk/EventDesk';
import { failureOf } from '../desk/replica';
import { Icon } from '../parts/Icon';
import { useSpeech } from '../words/useSpeech';
import { openPage } from './pageLock';
import { isComplete, NOTHING_TYPED, PIN_LENGTH, withKey } from './pinEntry';
import { Waiting } from './Waiting';
import styles from './LockScreen.module.css';

/** A finger or a mouse leaves the keyboard where it is: Enter goes on opening. */
const stay = (down: React.MouseEvent) => down.preventDefault();

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** While the event of the lock is being opened; an event that is gone locks nothing any more. */
export function LockWaiting({ failure }: { failure: Failure | undefined }) {
  const isGone = failure?.code === 'event.unknown';
  useEffect(() => {
    if (isGone) openPage();
  }, [isGone]);
  return <Waiting failure={failure} />;
}

/** Instead of everything while the page is locked: no name is on it, and nothing that is scanned is taken. */
export function LockScreen() {
  const { t } = useTranslation('lock');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const [entry, setEntry] = useState(NOTHING_TYPED);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { name, pinHash } = state.event;
  // A coordinator who has taken the PIN away has opened every page that it locked.
  useEffect(() => {
    if (pinHash === '') openPage();
  }, [pinHash]);

  const attempt = async () => {
    if (busy) return;
    setEntry(NOTHING_TYPED);
    if (!isComplete(entry)) {
      setSaid(t(entry.foreign ? 'scanned' : 'short', { least: PIN_LENGTH.least }));
      return;
    }
    setBusy(true);
    try {
      const { opened, waitMs } = await desk.ask('pin.check', { event: eventId, pin: entry.digits });
      if (opened) return openPage();
      setSaid(waitMs > 0 ? t('wait', { count: Math.ceil(waitMs / 1_000) }) : t('wrong'));
    } catch (error) {
      setSaid(speech.failure(failureOf(error)));
    }
    setBusy(false);
  };
  const press = (key: string) => {
    if (key === 'Enter') void attempt();
    else setEntry((last) => withKey(last, key));
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const onKey = (key: KeyboardEvent) => {
      if (key.ctrlKey || key.altKey || key.metaKey || key.key === 'Tab') return;
      // Space and Enter press the button that Tab has come to.
      if (key.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(key.key)) return;
      key.preventDefault();
      latest.current(key.key);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  return (
    <main className={styles.lock}>
      <div className={`card ${styles.panel}`}>
        <Icon name="lock" size={40} />
        <h1>{t('title')}</h1>
        <p className={styles.event}>{name}</p>
        <p className={styles.dots} data-typed={entry.digits !== '' || undefined}>
          <span className="unseen">{t('typed', { count: entry.digits.length })}</span>
          <span aria-hidden="true">{'●'.repeat(entry.digits.length) || t('enter')}</span>
        </p>
        <p className={styles.said} role="alert">
          {said}
        </p>
        <div className={styles.pad}>
          {DIGITS.map((digit) => (
            <button key={digit} type="button" onMouseDown={stay} onClick={() => press(digit)}>
              {digit}
            </button>
          ))}
          <button
            type="button"
            aria-label={t('back')}
            onMouseDown={stay}
            onClick={() => press('Backspace')}
          >
            ←
          </button>
          <button
            type="button"
            className={styles.open}
            disabled={busy}
            onClick={() => press('Enter')}
          >
            {t('open')}
          </button>
        </div>
        <p className={styles.forgotten}>{t('forgotten')}</p>
      </div>
    </main>
  );
}
