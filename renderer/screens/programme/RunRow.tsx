import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Badge, Table, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { Duration, Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { useSend } from '../../parts/useSend';
import { useSpeech } from '../../words/useSpeech';
import { lengthText } from './lateness';
import { LatenessWord } from './LatenessWord';
import styles from './programme.module.css';
import { RowActions } from './RowActions';
import type { Editing } from './useEditing';

interface Props {
  one: Projection;
  before: Projection | undefined;
  after: Projection | undefined;
  /** The one after `after`: before it this one moves when it goes down. */
  beyond: Projection | undefined;
  now: Instant;
  editing: Editing;
}

/** One session: as planned, as it went, as it will go. Enter opens it, Alt with an arrow moves it. */
export function RunRow({ one, before, after, beyond, now, editing }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const send = useSend();
  const [removing, setRemoving] = useState(false);
  const { session, planned, actual, projected, phase } = one;
  const open = editing.session === session.id;
  const begun = session.startedAt !== null;

  const moveTo = (place: string | null) =>
    void send({ type: 'session.move', session: session.id, before: place });
  const up = before && !begun ? () => moveTo(before.session.id) : undefined;
  const down = after && !begun ? () => moveTo(beyond?.session.id ?? null) : undefined;
  const onKeyDown = (press: KeyboardEvent<HTMLButtonElement>) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[press.key];
    if (!step) return;
    press.preventDefault();
    if (press.altKey) (step < 0 ? up : down)?.();
    else focusRow(press.currentTarget, step);
  };

  return (
    <Table.Tr className={styles.row} data-phase={phase} data-open={open}>
      <Table.Td className={styles.planned}>
        <b className={state.event.sample ? styles.madeUp : undefined}>{clock(planned.from)}</b>
        <span>–{clock(planned.to)}</span>
        <span className={styles.quiet}>
          {lengthText(session.plannedMs)}
          {session.fixed && ` · ${t('fixed')}`}
        </span>
      </Table.Td>
      <Table.Td className={styles.what}>
        <UnstyledButton
          className={styles.title}
          data-row
          onKeyDown={onKeyDown}
          onClick={() => (open ? editing.end() : editing.begin(session.id))}
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        >
          {session.title || t('untitled')}
        </UnstyledButton>
        <span className={styles.quiet}>
          {[t(`terms:sessionKind.${session.kind}`), session.room, namesOf(one)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Table.Td>
      <Table.Td className={styles.time} data-label={t('column.actual')}>
        {actual.from !== null && (
          <>
            {clock(actual.from)}–{actual.to === null ? '' : clock(actual.to)}
          </>
        )}
      </Table.Td>
      <Table.Td className={styles.time} data-label={t('column.projected')}>
        {phase !== 'ended' && phase !== 'skipped' && (
          <>
            {clock(projected.from)}–{clock(projected.to)}
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Phase one={one} now={now} />
      </Table.Td>
      <Table.Td className={styles.actions}>
        <RowActions
          one={one}
          up={up}
          down={down}
          removing={removing}
          onRemoving={setRemoving}
          onEdit={() => (open ? editing.end() : editing.begin(session.id))}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** The phase in a word, and how far from the plan. */
function Phase({ one, now }: { one: Projection; now: Instant }) {
  const { t } = useTranslation('programme');
  const { phase, lateness, conflict, planned } = one;
  const over = phase === 'running' ? Math.max(0, now - planned.to) : 0;
  return (
    <div className={styles.phase}>
      <Badge
        variant={phase === 'running' ? 'filled' : 'light'}
        color={phase === 'running' ? undefined : 'gray'}
        className={styles.badge}
      >
        {t(`phase.${phase}`)}
      </Badge>
      {phase !== 'skipped' && <LatenessWord ms={lateness} />}
      {over >= 30_000 && (
        <span className={styles.conflict}>{t('over', { length: wholeMinutes(over) })}</span>
      )}
      {conflict > 0 && (
        <span className={styles.conflict}>{t('conflict', { length: wholeMinutes(conflict) })}</span>
      )}
    </div>
  );
}

const wholeMinutes = (ms: Duration) => lengthText(Math.ceil(ms / MINUTE) * MINUTE);

/** Speakers as stated, or those at the panel's table. */
function namesOf({ session }: Projection): string {
  const speakers = session.speakers.map((speaker) => speaker.name);
  const seats = session.panel?.seats.filter((seat) => !seat.dropped).map((seat) => seat.name) ?? [];
  return (speakers.length ? speakers : seats).filter(Boolean).join(', ');
}

function focusRow(from: HTMLElement, step: number) {
  const rows = [...(from.closest('table')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  rows[rows.indexOf(from) + step]?.focus();
}
