import { useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  description?: ReactNode;
  /** What is wrong with it, said in place. */
  error?: string | undefined;
  value: string;
  /** `current-password` or `new-password`, for the machine's own keeper of passphrases. */
  kind: 'current-password' | 'new-password';
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onChange(value: string): void;
}

/** A field for a passphrase: hidden until it is asked to show, and it says when Caps Lock is on. */
export function PassphraseField({ kind, inputRef, description, onChange, ...rest }: Props) {
  const { t } = useTranslation('passphrase');
  const [capsLock, setCapsLock] = useState(false);
  const [shown, setShown] = useState(false);
  const look = (key: KeyboardEvent) => setCapsLock(key.getModifierState('CapsLock'));
  return (
    <PasswordInput
      {...rest}
      {...(inputRef ? { ref: inputRef } : {})}
      description={capsLock ? <output>{t('capsLock')}</output> : description}
      autoComplete={kind}
      spellCheck={false}
      maxLength={1_000}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t(shown ? 'hide' : 'show') }}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCapsLock(false)}
      onChange={(change) => onChange(change.currentTarget.value)}
    />
  );
}
