import { useState } from 'react';
import { showIn } from '../../words/i18n';
import { rememberedLanguage } from '../../words/languages';
import { KioskBar } from './KioskBar';
import { Leave } from './Leave';
import { Sheet } from './Sheet';
import { Thanks } from './Thanks';
import { useOutbox } from './useOutbox';
import type { Fate } from './useOutbox';
import styles from './Kiosk.module.css';

/** Feedback by touch: one guest after the other, each on a clean sheet. */
export function FeedbackKiosk() {
  /** Each guest's sheet has a number of its own: nothing of the last one is left in the next. */
  const [guest, setGuest] = useState(0);
  const [shows, setShows] = useState<'sheet' | 'thanks' | 'leave'>('sheet');
  const [fate, setFate] = useState<Fate>();
  const outbox = useOutbox();
  const next = () => {
    setGuest((last) => last + 1);
    setShows('sheet');
    void showIn(rememberedLanguage());
  };
  return (
    <div className={styles.kiosk}>
      <KioskBar
        waiting={outbox.waiting}
        refused={outbox.refused}
        onLeave={() => setShows(shows === 'leave' ? 'sheet' : 'leave')}
      />
      {shows === 'leave' && <Leave onStay={() => setShows('sheet')} />}
      {shows === 'thanks' ? (
        <Thanks fate={fate} onNext={next} />
      ) : (
        // Who touches the corner by mistake finds the answers as they were.
        <div className={styles.holder} hidden={shows === 'leave'}>
          <Sheet
            key={guest}
            onIdle={next}
            onGive={(answers) => {
              setFate(undefined);
              setShows('thanks');
              void outbox.give(answers).then(setFate);
            }}
          />
        </div>
      )}
    </div>
  );
}
