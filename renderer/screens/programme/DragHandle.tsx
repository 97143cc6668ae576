import type { KeyboardEvent } from 'react';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './handle.module.css';
import type { Moving } from './useMoving';

interface Props {
  session: string;
  name: string;
  moving: Moving;
}

/** What a session is dragged by; with the keyboard on it, the arrows move the session. */
export function DragHandle({ session, name, moving }: Props) {
  const { t } = useTranslation('programme');
  const onKeyDown = (press: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[press.key];
    if (!step) return;
    press.preventDefault();
    moving.step(session, step);
  };
  return (
    <UnstyledButton
      className={styles.handle}
      aria-label={t('drag', { name })}
      title={t('dragHow')}
      onPointerDown={(press) => moving.drag.begin(session, press)}
      onKeyDown={onKeyDown}
      data-handle={session}
    >
      <svg width="14" height="20" viewBox="0 0 14 20" fill="currentColor" aria-hidden="true">
        {[3, 10, 17].flatMap((y) =>
          [3, 11].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" />),
        )}
      </svg>
    </UnstyledButton>
  );
}
