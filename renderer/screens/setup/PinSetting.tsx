import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { useSpeech } from '../../words/useSpeech';
import styles from './SetupScreen.module.css';

/** The PIN of the receptions: set, changed and taken away; nobody can read it back. */
export function PinSetting() {
  const { t } = useTranslation('setup');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const isSet = state.event.pinHash !== '';
  const save = async (digits: string) => {
    setBusy(true);
    try {
      const outcome = await desk.ask('pin.set', { event: eventId, pin: digits });
      setWrong(outcome.ok ? '' : speech.refusal(outcome));
      if (outcome.ok) setPin('');
    } catch (error) {
      setWrong(speech.failure(failureOf(error)));
    }
    setBusy(false);
  };
  return (
    <form
      className={styles.pin}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (/^\d{4,8}$/.test(pin)) void save(pin);
        else setWrong(t('pin.bad'));
      }}
    >
      <TextInput
        size="sm"
        label={t('pin.title')}
        description={isSet ? `${t('pin.is')} ${t('pin.how')}` : t('pin.how')}
        placeholder={t('pin.new')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        error={wrong || undefined}
        onChange={(change) => {
          setPin(change.currentTarget.value);
          setWrong('');
        }}
      />
      <Button type="submit" size="sm" variant="default" loading={busy}>
        {t('pin.set')}
      </Button>
      {isSet && (
        <Button size="sm" variant="default" disabled={busy} onClick={() => void save('')}>
          {t('pin.remove')}
        </Button>
      )}
    </form>
  );
}
