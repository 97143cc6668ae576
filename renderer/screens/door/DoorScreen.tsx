import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCode, readCode } from '../../../shared/model/code';
import { useEventDesk } from '../../desk/EventDesk';
import { Erased } from '../../frame/Erased';
import { SavedWord } from '../../frame/SavedWord';
import { Trouble } from '../../frame/Trouble';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import { LazyCamera } from '../../scanner/camera/LazyCamera';
import { ANSWER_SIGNS } from '../../scanner/answerKind';
import { meantAsCode } from '../../scanner/codeText';
import { InOrder } from '../../scanner/inOrder';
import { sound } from '../../scanner/sound';
import { useScanner } from '../../scanner/useScanner';
import { useSpeech } from '../../words/useSpeech';
import { theOneMeant } from '../reception/alike';
import { Directory } from '../reception/directory';
import { doorAnswer } from './doorAnswer';
import type { DoorAnswer } from './doorAnswer';
import styles from './DoorScreen.module.css';

/** How long an answer stays when nobody comes after, ms: the next one must not see the last one's. */
const STAYS = 15_000;

/** Answers of codes that follow each other faster than this stand together, ms. */
const BESIDE_MS = 4_000;
/** How many stand beside the last. */
const BESIDE = 2;

interface Shown extends DoorAnswer {
  turn: number;
  /** ms, monotonic. */
  at: number;
}

/** For a steward at the door: the whole window answers with a colour, a shape and a word. */
export function DoorScreen() {
  const { erasedAt } = useEventDesk().state.event;
  return erasedAt === null ? <Door /> : <Erased />;
}

function Door() {
  const { t } = useTranslation(['door', 'scanner']);
  const { eventId, state, send } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const [directory] = useState(() => new Directory());
  const people = directory.follow(state.participants);
  const [query, setQuery] = useState('');
  /** The newest last. */
  const [shown, setShown] = useState<readonly Shown[]>([]);
  /** While somebody types the last one is out of the way. */
  const answer = query ? undefined : shown.at(-1);
  const [camera, setCamera] = useState(false);
  const [order] = useState(() => new InOrder());
  const search = useRef<HTMLInputElement>(null);
  const turn = useRef(0);
  const found = query.trim().length < 2 ? [] : people.find(query);
  const meant = theOneMeant(query, found);

  const show = (given: DoorAnswer, at: number) => {
    turn.current += 1;
    const newest: Shown = { ...given, turn: turn.current, at };
    sound(given.kind);
    setShown((before) => {
      const beside = before.filter((one) => newest.at - one.at < BESIDE_MS).slice(-BESIDE);
      return [...beside, newest];
    });
  };
  const checkIn = async (who: string, at = performance.now()) => {
    setQuery('');
    search.current?.focus();
    const outcome = await order.next(send({ type: 'participant.checkIn', who }));
    show(doorAnswer(outcome), at);
    return outcome;
  };
  const isKnown = (code: string) => state.codes.has(code);
  const scanner = useScanner(isKnown, async (code, at) => {
    const outcome = await checkIn(code, at);
    return outcome.ok || outcome.status !== undefined;
  });
  useEffect(() => {
    if (!answer) return undefined;
    const later = setTimeout(() => setShown([]), STAYS);
    return () => clearTimeout(later);
  }, [answer]);

  const wordsOf = ({ tone, kind, firstName, since }: DoorAnswer): string =>
    tone === 'bad'
      ? t(`scanner:kind.${kind}`)
      : `${firstName}${since === null ? '' : ` ${t('since', { at: speech.clock(since) })}`}`;
  const enter = () => {
    const code = readCode(query);
    if (state.codes.has(code) || isCode(code)) void checkIn(code);
    else if (meant) void checkIn(meant.id);
    else if (found.length === 0 && meantAsCode(query)) void checkIn(query.trim());
    else if (found.length === 0 && query.trim()) {
      setQuery('');
      show({ tone: 'bad', kind: 'unknown', firstName: '', since: null }, performance.now());
    }
  };
  return (
    <div className={styles.door} data-tone={answer?.tone}>
      <header className={styles.head}>
        <a href={writeRoute({ at: 'event', event: eventId, screen: 'reception' })}>{t('back')}</a>
        <h1>{state.event.name}</h1>
        <button
          type="button"
          className={styles.camera}
          aria-expanded={camera}
          onClick={() => setCamera(!camera)}
        >
          <Icon name="camera" />
          {t('scanner:camera.open')}
        </button>
        <SavedWord />
      </header>
      <Trouble />
      <main className={styles.main}>
        {camera && (
          <div className={styles.eye}>
            <LazyCamera
              isKnown={isKnown}
              onSight={scanner.sight}
              onClose={() => {
                setCamera(false);
                search.current?.focus();
              }}
            />
          </div>
        )}
        {answer && shown.length > 1 && (
          <ol className={styles.earlier} aria-label={t('scanner:earlier')}>
            {shown.slice(0, -1).map((one) => (
              <li key={one.turn} data-tone={one.tone}>
                <Icon name={ANSWER_SIGNS[one.kind]} size={28} />
                <b>{t(`word.${one.tone}`)}</b> {wordsOf(one)}
              </li>
            ))}
          </ol>
        )}
        <output className={styles.answer} data-testid="door">
          {answer ? (
            <>
              <Icon name={ANSWER_SIGNS[answer.kind]} size={220} />
              <p className={styles.word}>{t(`word.${answer.tone}`)}</p>
              <p className={styles.name}>{wordsOf(answer)}</p>
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
          }}
          onKeyDown={(key) => {
            if (key.key === 'Enter' && !key.nativeEvent.isComposing) enter();
            if (key.key !== 'Escape') return;
            setQuery('');
            setShown([]);
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
