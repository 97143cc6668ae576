import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inOrder } from '../../../shared/programme/order';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { useSend } from '../../parts/useSend';
import { useSpeech } from '../../words/useSpeech';
import { stepsOf } from './blocks';
import { useDrag } from './useDrag';
import type { Drag, Dropped } from './useDrag';

/** Moving sessions: by dragging, and step by step. */
export interface Moving {
  drag: Drag;
  /** −1 = earlier, 1 = later; nothing where there is no step or where it has begun. */
  step(session: string, by: number): void;
  can(session: string): { up: boolean; down: boolean };
  /** What has just been moved and when it begins now, for those who hear it. */
  said: string;
}

export function useMoving(programme: readonly Projection[], rooms: readonly string[]): Moving {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const send = useSend();
  const moved = useRef<{ id: string; from: number; focus: string }>(undefined);
  const [last, setLast] = useState('');
  const indexOf = (id: string) => inOrder(state.sessions).findIndex((one) => one.id === id);

  // A row that changes its place in the page loses the keyboard; it gets it back there.
  useEffect(() => {
    const { id, from, focus } = moved.current ?? {};
    if (id === undefined || focus === undefined || indexOf(id) === from) return;
    moved.current = undefined;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-${focus}="${CSS.escape(id)}"]`)?.focus();
  });

  const moveTo = async ({ session, before, room }: Dropped) => {
    const focus = document.activeElement?.matches('[data-handle]') ? 'handle' : 'row';
    moved.current = { id: session, from: indexOf(session), focus };
    const where = room === undefined ? {} : { room };
    if (await send({ type: 'session.move', session, before, ...where })) setLast(session);
    else moved.current = undefined;
  };
  const placesOf = (session: string) => {
    const one = programme.find((each) => each.session.id === session);
    if (!one || one.session.startedAt !== null) return { up: undefined, down: undefined };
    const { up, down } = stepsOf(one, programme, rooms);
    const before = programme.find((each) => each.session.id === up);
    return { up: before?.session.startedAt === null ? up : undefined, down };
  };
  const drag = useDrag((dropped) => void moveTo(dropped));
  const said = programme.find((one) => one.session.id === last);
  return {
    drag,
    step: (session, by) => {
      const { up, down } = placesOf(session);
      const before = by < 0 ? up : down;
      if (before !== undefined) void moveTo({ session, before });
    },
    can: (session) => {
      const { up, down } = placesOf(session);
      return { up: up !== undefined, down: down !== undefined };
    },
    said: said
      ? t('moved', { name: said.session.title || t('untitled'), time: clock(said.planned.from) })
      : '',
  };
}
