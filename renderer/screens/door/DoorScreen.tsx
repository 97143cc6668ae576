import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCode, readCode } from '../../../shared/model/code';
import { useEventDesk } from '../../desk/EventDesk';
import { SavedWord } from '../../frame/SavedWord';
import { Trouble } from '../../frame/Trouble';
import { Icon } from '../../parts/Icon';
import type { IconName } from '../../parts/Icon';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { theOneMeant } from '../reception/alike';
import { Directory } from '../reception/directory';
import { meantAsCode } from '../reception/scanBurst';
import { useScanner } from '../reception/useScanner';
import { doorAnswer } from './doorAnswer';
import type { DoorAnswer, DoorTone } from './doorAnswer';
import styles from './DoorScreen.module.css';

/** How long an answer stays when nobody comes after, ms: the next one must not see the last one's. */
const STAYS = 15_000;

const SIGNS: Record<DoorTone, IconName> = { good: 'check', warn: 'warn', bad: 'stop' };

/** For a steward at the door: the whole window answers with a colour, a shape and a word. */
export function DoorScreen() {
  const { t } = useTranslation('door');
  const { eventId, state, send } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const [directory] = useState(() => new Directory());
  const people = directory.follow(state.participants);
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<DoorAnswer>();
  const search = useRef<HTMLInputElement>(null);
  const turn = useRef(0);
  const found = query.trim().length < 2 ? [] : people.find(query);
  const meant = theOneMeant(query, found);

  const checkIn = async (who: string) => {
    setQuery('');
    search.current?.focus();
    turn.current += 1;
    const mine = turn.current;
    const given = doorAnswer(await send({ type: 'participant.checkIn', who }));
    // Two scans one after the other: the later one's answer stands.
    if (mine === turn.current) setAnswer(given);
  };
  useScanner(
    (code) => state.codes.has(code),
    (code) => void checkIn(code),
  );
  useEffect(() => {
    if (!answer) return undefined;
    const later = setTimeout(() => setAnswer(undefined), STAYS);
    return () => clearTimeout(later);
  }, [answer]);

  const enter = () => {
    const code = readCode(query);
    if (state.codes.has(code) || isCode(code)) void checkIn(code);
    else if (meant) void checkIn(meant.id);
    else if (found.length === 0 && meantAsCode(query)) void checkIn(query.trim());
    else if (found.length === 0 && query.trim()) {
      setQuery('');
      setAnswer({ tone: 'bad', firstName: '', since: null });
    }
  };
  return (
    <div className={styles.door} data-tone={answer?.tone}>
      <header className={styles.head}>
        <a href={writeRoute({ at: 'event', event: eventId, screen: 'reception' })}>{t('back')}</a>
        <h1>{state.event.name}</h1>
        <SavedWord />
      </header>
      <Trouble />
      <main className={styles.main}>
        <output className={styles.answer} data-testid="door">
          {answer ? (
            <>
              <Icon name={SIGNS[answer.tone]} size={220} />
              <p className={styles.word}>{t(`word.${answer.tone}`)}</p>
              <p className={styles.name}>
                {answer.firstName}
                {answer.since !== null && ` ${t('since', { at: speech.clock(answer.since) })}`}
              </p>
            </>
          ) : (
            <p className={styles.ready}>{t('ready')}</p>
          )}
        </output>
      </main>
      <footer className={styles.foot}>
        <input
          ref={search}
          className={styles.input}
          value={query}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label={t('search')}
          placeholder={t('search')}
          onChange={(change) => {
            setQuery(change.currentTarget.value);
            setAnswer(undefined);
          }}
          onKeyDown={(key) => {
            if (key.key === 'Enter' && !key.nativeEvent.isComposing) enter();
            if (key.key === 'Escape') setQuery('');
          }}
        />
        <p className={styles.hint} aria-live="polite">
          {query.trim().length < 2
            ? ''
            : found.length === 0
              ? t('none')
              : meant
                ? t('one')
                : t('several', { number: speech.number(found.length) })}
        </p>
        {meant && (
          <button type="button" className={styles.go} onClick={enter}>
            {meant.firstName || t('word.good')}
          </button>
        )}
      </footer>
    </div>
  );
}
