import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/DeskContext';
import { useEventDesk } from '../desk/EventDesk';
import { failureOf } from '../desk/replica';
import { useSpeech } from '../words/useSpeech';
import { isComplete, NOTHING_TYPED, PIN_LENGTH, withKey } from './pinEntry';
import styles from './PinPad.module.css';

/** A finger or a mouse leaves the keyboard where it is: Enter goes on opening. */
const stay = (down: React.MouseEvent) => down.preventDefault();

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/**
 * The keys of the event's PIN, by touch and by keyboard. While it stands every key is its own, wherever the
 * focus is, and nothing that is scanned is taken.
 */
export function PinPad({ onOpened }: { onOpened(): void }) {
  const { t } = useTranslation('lock');
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const speech = useSpeech();
  const [entry, setEntry] = useState(NOTHING_TYPED);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

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
      if (opened) return onOpened();
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
    <>
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
    </>
  );
}
