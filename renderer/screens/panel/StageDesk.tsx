import { useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk';
import { Key } from '../../parts/Key';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { OpenStage } from './OpenStage';
import styles from './stageDesk.module.css';

/** Messages that are sent with one press, in the language of the screen. */
const PRESETS = ['finish', 'halfMinute', 'microphone', 'questions'] as const;

/** What the moderator puts on the stage: a message, darkness, the screens themselves. */
export function StageDesk({ messageRef }: { messageRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const { ask: send, refused } = useAsking();
  const [text, setText] = useState('');
  const [urgent, setUrgent] = useState(false);
  const { message, blackout } = state.stage;

  const show = (words: string) => send({ type: 'stage.message', text: words, urgent });
  const submit = async (press: FormEvent) => {
    press.preventDefault();
    if (text.trim() !== '' && (await show(text))) setText('');
  };
  return (
    <section className={styles.stageDesk} aria-label={t('stage')}>
      <h2>{t('stage')}</h2>
      {message && (
        <p className={styles.shown}>
          <span>
            {t('onStage')} <b>{message.text}</b>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void send({ type: 'stage.clear' })}
          >
            {t('clear')}
          </Button>
        </p>
      )}
      <div className={styles.presets}>
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="compact-md"
            variant="light"
            onClick={() => void show(t(`preset.${preset}`))}
          >
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </div>
      <form className={styles.messageForm} onSubmit={(press) => void submit(press)}>
        <TextInput
          ref={messageRef}
          aria-label={t('message')}
          aria-keyshortcuts="V"
          placeholder={t('messageHint')}
          rightSection={text === '' ? <Key>V</Key> : null}
          rightSectionWidth={40}
          value={text}
          maxLength={500}
          onChange={(input) => setText(input.currentTarget.value)}
          onKeyDown={(press) => {
            if (press.key === 'Escape') press.currentTarget.blur();
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('send')}
        </Button>
      </form>
      <Refused why={refused} />
      <Checkbox
        label={t('urgent')}
        checked={urgent}
        onChange={(input) => setUrgent(input.currentTarget.checked)}
      />
      <div className={styles.screens}>
        <Button
          variant={blackout ? 'filled' : 'default'}
          color={blackout ? 'red' : undefined}
          aria-pressed={blackout}
          onClick={() => void send({ type: 'stage.blackout', on: !blackout })}
        >
          {t(blackout ? 'blackoutOff' : 'blackout')}
        </Button>
        <OpenStage />
      </div>
    </section>
  );
}
