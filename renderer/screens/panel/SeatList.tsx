import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import type { PanelSession } from './panels';
import { SeatLine } from './SeatLine';
import styles from './settings.module.css';
import { useDragOrder } from './useDragOrder';

/** Who sits at the table: their order, their weights, who is not here, and a late one who comes. */
export function SeatList({ session }: { session: PanelSession }) {
  const { t } = useTranslation('panel');
  const { ask, refused } = useAsking();
  const list = useRef<HTMLOListElement>(null);
  const { id, panel } = session;
  const { seats } = panel;
  const move = (seat: string, before: string | null) =>
    void ask({ type: 'seat.move', session: id, seat, before });
  useDragOrder(list, (seat, onto) => {
    const ids = seats.map((one) => one.id);
    const [from, to] = [ids.indexOf(seat), ids.indexOf(onto)];
    if (from !== to) move(seat, from < to ? (ids[to + 1] ?? null) : onto);
  });
  return (
    <div>
      <h3>{t('table')}</h3>
      <ol ref={list} className={styles.seats}>
        {seats.map((seat, at) => (
          <SeatLine
            key={seat.id}
            seat={seat}
            number={seats.slice(0, at + 1).filter(({ dropped }) => !dropped).length}
            onEdit={(fields) => void ask({ type: 'seat.edit', session: id, seat: seat.id, fields })}
            onUp={at > 0 ? () => move(seat.id, seats[at - 1]?.id ?? null) : undefined}
            onDown={
              at < seats.length - 1 ? () => move(seat.id, seats[at + 2]?.id ?? null) : undefined
            }
          />
        ))}
      </ol>
      <LateOne onAdd={(fields) => ask({ type: 'seat.add', session: id, fields })} />
      <Refused why={refused} />
    </div>
  );
}

interface LateProps {
  onAdd(fields: {
    name: string;
    title?: string;
    organisation?: string;
    participant?: string;
  }): Promise<boolean>;
}

/** A panelist who comes late; tied to the registration when the name is one person's. */
function LateOne({ onAdd }: LateProps) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const [name, setName] = useState('');
  const person = registered(state.participants, name);
  const submit = async (press: FormEvent) => {
    press.preventDefault();
    const tied = person && {
      participant: person.id,
      title: person.title,
      organisation: person.organisation,
    };
    if (await onAdd({ name, ...tied })) setName('');
  };
  return (
    <form className={styles.late} onSubmit={(press) => void submit(press)}>
      <TextInput
        aria-label={t('set.late')}
        placeholder={t('set.late')}
        value={name}
        maxLength={300}
        onChange={(input) => setName(input.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''}>
        {t('set.add')}
      </Button>
      {person && (
        <span className={styles.quiet}>
          {t('set.tied', { organisation: person.organisation || fullName(person) })}
        </span>
      )}
    </form>
  );
}

/** The one participant of that name; none when there are several. */
function registered(participants: Iterable<Participant>, name: string): Participant | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  if (wanted === '') return undefined;
  const found = [...participants].filter((one) => fullName(one).toLocaleLowerCase() === wanted);
  return found.length === 1 ? found[0] : undefined;
}
