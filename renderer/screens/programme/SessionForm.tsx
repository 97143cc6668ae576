import { useEffect, useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SESSION_KINDS } from '../../../shared/model/session';
import type { Session } from '../../../shared/model/session';
import { roomsOf } from '../../../shared/programme/order';
import { useEventDesk } from '../../desk';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { draftOf, endBefore, newDraft, readDraft } from './draft';
import type { Draft, Unreadable } from './draft';
import { PanelFields } from './PanelFields';
import styles from './form.module.css';
import { SpeakerFields } from './SpeakerFields';
import { TimeFields } from './TimeFields';

interface Props {
  /** null for a new one, which then comes last in its room. */
  session: Session | null;
  /** The room of a new one. */
  room?: string;
  onDone(): void;
}

const asKind = (text: string) => SESSION_KINDS.find((kind) => kind === text) ?? 'talk';

/** All that is stated of a session, in its place in the run sheet. One save is one step of undo. */
export function SessionForm({ session, room = '', onDone }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { ask, refused } = useAsking();
  const [draft, setDraft] = useState<Draft>(() => (session ? draftOf(session) : newDraft(room)));
  const rooms = useId();
  const [unreadable, setUnreadable] = useState<Unreadable[]>([]);
  const change = (part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part }));
  const { sessions, event: day } = state;
  const follows = endBefore(sessions, draft.room.trim(), session);
  const around = { follows, day, panel: session?.panel ?? null };
  const wrong = (field: Unreadable) => unreadable.includes(field) && t(`unreadable.${field}`);

  const save = async (submit: FormEvent) => {
    submit.preventDefault();
    const read = readDraft(draft, session?.panel?.hands ?? [], around);
    if ('unreadable' in read) {
      setUnreadable(read.unreadable);
      return;
    }
    setUnreadable([]);
    const { fields } = read;
    const done = await ask(
      session
        ? { type: 'session.edit', session: session.id, fields }
        : { type: 'session.add', fields },
    );
    if (done) leave();
  };
  const leave = () => {
    const opener = session ? '[data-row][aria-expanded=true]' : '[data-add]';
    document.querySelector<HTMLElement>(opener)?.focus();
    onDone();
  };
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.key === 'Escape' && !press.defaultPrevented) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <form className={styles.form} onSubmit={(submit) => void save(submit)} noValidate>
      <div className={styles.fields}>
        <TextInput
          className={styles.wide}
          label={t('field.title')}
          value={draft.title}
          onChange={(input) => change({ title: input.currentTarget.value })}
          data-autofocus
          autoFocus
          maxLength={500}
        />
        <NativeSelect
          label={t('field.kind')}
          value={draft.kind}
          onChange={(input) => change({ kind: asKind(input.currentTarget.value) })}
          data={SESSION_KINDS.map((kind) => ({
            value: kind,
            label: t(`terms:sessionKind.${kind}`),
          }))}
        />
        <TextInput
          label={t('field.room')}
          value={draft.room}
          placeholder={t('hint.room')}
          onChange={(input) => change({ room: input.currentTarget.value })}
          list={rooms}
          maxLength={100}
        />
        <TimeFields draft={draft} around={around} onChange={change} wrong={wrong} />
        <TextInput
          label={t('field.shortest')}
          placeholder={t('hint.shortest')}
          value={draft.shortest}
          error={wrong('shortest')}
          onChange={(input) => change({ shortest: input.currentTarget.value })}
        />
        <datalist id={rooms}>
          {roomsOf(sessions)
            .filter(Boolean)
            .map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </datalist>
        <Checkbox
          className={styles.check}
          label={t('field.fixed')}
          checked={draft.fixed}
          onChange={(input) => change({ fixed: input.currentTarget.checked })}
        />
      </div>
      {draft.kind === 'panel' ? (
        <PanelFields draft={draft} session={session?.id ?? null} onChange={change} wrong={wrong} />
      ) : (
        <SpeakerFields speakers={draft.speakers} onChange={(speakers) => change({ speakers })} />
      )}
      <Refused why={refused} />
      <div className={styles.formEnd}>
        <Button type="submit">{session ? t('common:save') : t('addIt')}</Button>
        <Button variant="default" onClick={leave}>
          {t('common:cancel')}
        </Button>
        <span className={styles.quiet}>{t('formKeys')}</span>
      </div>
    </form>
  );
}
