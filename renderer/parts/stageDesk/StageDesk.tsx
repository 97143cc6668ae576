import { useState } from 'react';
import type { FormEvent, Ref } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mayAsk } from '../../../shared/network/roles';
import { useEventDesk } from '../../desk';
import { useRole } from '../../desk/useRole';
import { Key } from '../Key';
import { Refused } from '../Refused';
import { useAsking } from '../useAsking';
import { OpenStage } from './OpenStage';
import styles from './stageDesk.module.css';

/** Messages that are sent with one press, in the language of the screen. */
const PRESETS = ['finish', 'halfMinute', 'microphone', 'questions'] as const;

interface Props {
  messageRef?: Ref<HTMLInputElement>;
  /** The key that leads into the message, where a screen has one. */
  messageKey?: string;
  /** The room that the screen asking is about, '' = all. */
  room?: string;
}

/** What is put on the stage: a message, darkness, the screens themselves. */
export function StageDesk({ messageRef, messageKey, room = '' }: Props) {
  const { t } = useTranslation('stage');
  const { state } = useEventDesk();
  const { ask: send, refused } = useAsking();
  const role = useRole();
  const [text, setText] = useState('');
  const [urgent, setUrgent] = useState(false);
  const { message, blackout } = state.stage;

  const show = (words: string) => send({ type: 'stage.message', text: words, urgent });
  const submit = async (press: FormEvent) => {
    press.preventDefault();
    if (text.trim() !== '' && (await show(text))) setText('');
  };
  return (
    <section className={styles.stageDesk} aria-label={t('desk.title')}>
      <h2>{t('desk.title')}</h2>
      {message && (
        <p className={styles.shown}>
          <span>
            {t('desk.shown')} {message.urgent && <b aria-label={t('desk.urgent')}>!! </b>}
            <b>{message.text}</b>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void send({ type: 'stage.clear' })}
          >
            {t('desk.clear')}
          </Button>
        </p>
      )}
      <div className={styles.presets}>
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="compact-md"
            variant="light"
            onClick={() => void show(t(`desk.preset.${preset}`))}
          >
            {t(`desk.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <form className={styles.messageForm} onSubmit={(press) => void submit(press)}>
        <TextInput
          ref={messageRef}
          aria-label={t('desk.message')}
          aria-keyshortcuts={messageKey}
          placeholder={t('desk.messageHint')}
          rightSection={messageKey && text === '' ? <Key>{messageKey}</Key> : null}
          rightSectionWidth={40}
          value={text}
          maxLength={500}
          onChange={(input) => setText(input.currentTarget.value)}
          onKeyDown={(press) => {
            if (press.key === 'Escape') press.currentTarget.blur();
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('desk.send')}
        </Button>
      </form>
      <Refused why={refused} />
      <Checkbox
        label={t('desk.urgent')}
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
          {t(blackout ? 'desk.blackoutOff' : 'desk.blackout')}
        </Button>
        {/* On a device in the venue's network a window of the stage would be refused. */}
        {role && mayAsk(role, 'stage.open') && <OpenStage room={room} />}
      </div>
    </section>
  );
}
