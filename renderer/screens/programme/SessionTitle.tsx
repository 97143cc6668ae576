import type { KeyboardEvent } from 'react';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Projection } from '../../../shared/programme/project';
import { namesOf } from './names';
import styles from './session.module.css';
import type { Editing } from './useEditing';
import type { Moving } from './useMoving';

interface Props {
  one: Projection;
  editing: Editing;
  moving: Moving;
  /** Where the room is said already by the column. */
  withRoom: boolean;
}

/** What it is and who speaks. Enter opens its form, Alt with an arrow moves it, arrows go on. */
export function SessionTitle({ one: { session, phase }, editing, moving, withRoom }: Props) {
  const { t } = useTranslation('programme');
  const open = editing.session === session.id;
  const onKeyDown = (press: KeyboardEvent<HTMLButtonElement>) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[press.key];
    if (!step) return;
    press.preventDefault();
    if (press.altKey) moving.step(session.id, step);
    else focusRow(press.currentTarget, step);
  };
  return (
    <div className={styles.what} data-phase={phase}>
      <UnstyledButton
        className={styles.title}
        data-row={session.id}
        onKeyDown={onKeyDown}
        onClick={() => (open ? editing.end() : editing.begin(session.id))}
        aria-expanded={open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      >
        {session.title || t('untitled')}
      </UnstyledButton>
      <span className={styles.quiet}>
        {[t(`terms:sessionKind.${session.kind}`), withRoom && session.room, namesOf(session)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

function focusRow(from: HTMLElement, step: number) {
  const sheet = from.closest('[data-sheet]');
  const rows = [...(sheet?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  rows[rows.indexOf(from) + step]?.focus();
}
