import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AUDIENCE, MODERATOR, NOBODY } from '../../../shared/model/mark';
import { seated } from '../../../shared/model/session';
import type { Panel } from '../../../shared/model/session';
import type { Turn } from '../../../shared/panel/ledger';
import { elapsed } from '../stage/countdown';
import styles from './panel.module.css';
import { EARLIER } from './panelKeys';
import { readSpan } from './span';
import type { Floor } from './useFloor';
import { useSpeakerName } from './useSpeakerName';

interface Props {
  turn: Turn;
  panel: Panel;
  floor: Floor;
  /** The keyboard goes to the beginning of the turn at once. */
  typing: boolean;
  onDone(): void;
}

/** What can be put right about one turn: whose it was, when it began, that it was two, that it was none. */
export function TurnCorrection({ turn, panel, floor, typing, onDone }: Props) {
  const { t } = useTranslation('panel');
  const name = useSpeakerName(panel);
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
    <div className={styles.correction}>
      <NativeSelect
        size="xs"
        label={t('fix.giveTo')}
        value={turn.speaker}
        onChange={(input) => {
          floor.giveTo(turn.mark, input.currentTarget.value);
          onDone();
        }}
        data={choices}
      />
      <Earlier turn={turn} floor={floor} typing={typing} onDone={onDone} />
      <Split turn={turn} floor={floor} onDone={onDone} choices={choices} />
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          floor.takeBack(turn.mark);
          onDone();
        }}
      >
        {t('fix.takeBack')}
      </Button>
    </div>
  );
}

type Part = Pick<Props, 'turn' | 'floor' | 'onDone'>;

function Earlier({ turn, floor, typing, onDone }: Part & Pick<Props, 'typing'>) {
  const { t } = useTranslation('panel');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const begin = (ms: number) => {
    floor.earlier(turn, ms);
    onDone();
  };
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
        error={wrong && t('fix.unreadable')}
        onChange={(input) => setTyped(input.currentTarget.value)}
      />
    </form>
  );
}

function Split({
  turn,
  floor,
  onDone,
  choices,
}: Part & { choices: Array<{ value: string; label: string }> }) {
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
    if (!fits) return;
    floor.split(turn, ms, speaker);
    onDone();
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
