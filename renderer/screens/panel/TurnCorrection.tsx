import { useEffect, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AUDIENCE, MODERATOR, NOBODY } from '../../../shared/model/mark';
import { seated } from '../../../shared/model/session';
import type { Panel } from '../../../shared/model/session';
import type { Turn } from '../../../shared/panel/ledger';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { elapsed } from '../stage/countdown';
import styles from './ledger.module.css';
import { EARLIER } from './panelKeys';
import { readSpan } from './span';
import { corrections } from './useFloor';
import type { Corrections } from './useFloor';
import { useSpeakerName } from './useSpeakerName';
import { useWholeInSight } from './useWholeInSight';

interface Props {
  turn: Turn;
  /** The turn before it, if any: what it can be joined with. */
  before: Turn | undefined;
  panel: Panel;
  /** The keyboard goes to the beginning of the turn at once. */
  typing: boolean;
  /** It was opened by a key: the keyboard goes to the speaker. */
  byKey: boolean;
  onDone(): void;
}

/** What can be put right about one turn: whose it was, when it began, that it was two, that it was none. */
export function TurnCorrection({ turn, before, panel, typing, byKey, onDone }: Props) {
  const { t } = useTranslation('panel');
  const { ask, refused } = useAsking();
  const correct = useMemo(() => corrections(ask), [ask]);
  /** Closed only when it was carried out: else what was typed stays. */
  const put = async (corrected: Promise<boolean>) => {
    if (await corrected) onDone();
  };
  const name = useSpeakerName(panel);
  const whole = useWholeInSight<HTMLDivElement>();
  const speakers = [...seated(panel).map((seat) => seat.id), MODERATOR, AUDIENCE, NOBODY];
  const choices = speakers.map((speaker) => ({ value: speaker, label: name(speaker) }));
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.key === 'Escape') onDone();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onDone]);
  return (
    <div ref={whole} className={styles.correction}>
      <GiveTo turn={turn} correct={correct} byKey={byKey && !typing} put={put} choices={choices} />
      <Earlier turn={turn} correct={correct} typing={typing} put={put} />
      <Split turn={turn} correct={correct} put={put} choices={choices} />
      {before && <Join turn={turn} before={before} correct={correct} put={put} name={name} />}
      <div className={styles.fix}>
        <span className={styles.fixLabel}>
          {before ? t('fix.takeBackHow', { name: name(before.speaker) }) : t('fix.takeBackFirst')}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void put(correct.takeBack(turn.mark))}
        >
          {t('fix.takeBack')}
        </Button>
      </div>
      <Refused why={refused} />
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
}

interface Part {
  turn: Turn;
  correct: Corrections;
  put(corrected: Promise<boolean>): Promise<void>;
}

/** Picked first, changed by the button: who goes through the names by arrows has changed nothing yet. */
function GiveTo({
  turn,
  correct,
  byKey,
  put,
  choices,
}: Part & Pick<Props, 'byKey'> & { choices: Choice[] }) {
  const { t } = useTranslation('panel');
  const [speaker, setSpeaker] = useState(turn.speaker);
  const submit = (press: FormEvent) => {
    press.preventDefault();
    void put(correct.giveTo(turn.mark, speaker));
  };
  return (
    <form className={styles.fix} onSubmit={submit}>
      <NativeSelect
        size="xs"
        className={styles.speaker}
        label={t('fix.giveTo')}
        autoFocus={byKey}
        value={speaker}
        onChange={(input) => setSpeaker(input.currentTarget.value)}
        data={choices}
      />
      <Button size="compact-sm" variant="default" type="submit" disabled={speaker === turn.speaker}>
        {t('fix.doGive')}
      </Button>
    </form>
  );
}

function Earlier({ turn, correct, typing, put }: Part & Pick<Props, 'typing'>) {
  const { t } = useTranslation('panel');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const begin = (ms: number) => void put(correct.earlier(turn, ms));
  const submit = (press: FormEvent) => {
    press.preventDefault();
    const ms = readSpan(typed);
    setWrong(ms === null);
    if (ms !== null) begin(ms);
  };
  return (
    <form className={styles.fix} onSubmit={submit}>
      <span className={styles.fixLabel}>{t('fix.earlier')}</span>
      {EARLIER.map((ms) => (
        <Button key={ms} size="compact-sm" variant="default" onClick={() => begin(ms)}>
          {ms / 1_000} s
        </Button>
      ))}
      <TextInput
        size="xs"
        className={styles.short}
        autoFocus={typing}
        aria-label={t('fix.earlierTyped')}
        placeholder="1:15"
        value={typed}
        error={wrong && t('unreadable.seconds')}
        onChange={(input) => setTyped(input.currentTarget.value)}
      />
    </form>
  );
}

/** Whose the joined turn was is asked only where the two were of different speakers. */
function Join({
  turn,
  before,
  correct,
  put,
  name,
}: Part & { before: Turn; name(speaker: string): string }) {
  const { t } = useTranslation('panel');
  const whose = [...new Set([before.speaker, turn.speaker])].filter((one) => one !== NOBODY);
  return (
    <div className={styles.fix}>
      <span className={styles.fixLabel}>{t('fix.join')}</span>
      {whose.map((speaker) => (
        <Button
          key={speaker}
          size="compact-sm"
          variant="default"
          onClick={() => void put(correct.join(turn.mark, speaker))}
        >
          {t('fix.joinAs', { name: name(speaker) })}
        </Button>
      ))}
    </div>
  );
}

function Split({ turn, correct, put, choices }: Part & { choices: Choice[] }) {
  const { t } = useTranslation('panel');
  const [after, setAfter] = useState(elapsed(turn.ms / 2));
  const [speaker, setSpeaker] = useState(
    choices.find((one) => one.value !== turn.speaker)?.value ?? NOBODY,
  );
  const [wrong, setWrong] = useState(false);
  const submit = (press: FormEvent) => {
    press.preventDefault();
    const ms = readSpan(after);
    const fits = ms !== null && ms > 0 && ms < turn.ms;
    setWrong(!fits);
    if (fits) void put(correct.split(turn, ms, speaker));
  };
  return (
    <form className={styles.fix} onSubmit={submit}>
      <span className={styles.fixLabel}>{t('fix.split')}</span>
      <TextInput
        size="xs"
        className={styles.short}
        aria-label={t('fix.splitAfter')}
        value={after}
        error={wrong && t('fix.outside', { length: elapsed(turn.ms) })}
        onChange={(input) => setAfter(input.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={t('fix.splitTo')}
        value={speaker}
        onChange={(input) => setSpeaker(input.currentTarget.value)}
        data={choices}
      />
      <Button size="compact-sm" variant="default" type="submit">
        {t('fix.doSplit')}
      </Button>
    </form>
  );
}
