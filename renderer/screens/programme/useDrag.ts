import { useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { dropPlace } from './dropPlace';
import type { DropPlace } from './dropPlace';

export interface Dropped {
  session: string;
  before: string | null;
  /** Where it was dropped in a column of another room. */
  room?: string;
}

/** What is being dragged and where it would go. */
export interface Drag {
  session: string | null;
  over: (DropPlace & { room?: string }) | null;
  /** An empty column that it would go into. */
  column: string | null;
  /** For the handle that a row is dragged by. */
  begin(session: string, press: ReactPointerEvent<HTMLElement>): void;
}

/** Closer than this to the edge of the window, px, the page scrolls along. */
const EDGE = 70;
/** px per frame. */
const SPEED = 9;

const NOTHING = { session: null, over: null, column: null };

/**
 * Dragging with the pointer, mouse, pen or finger alike. Rows say who they are by `data-session`,
 * `data-next` and `data-begun`, columns by `data-column`. Escape, or letting go anywhere else, changes
 * nothing.
 */
export function useDrag(onDrop: (dropped: Dropped) => void): Drag {
  const [drag, setDrag] = useState<Omit<Drag, 'begin'>>(NOTHING);
  const drop = useRef(onDrop);
  const stop = useRef(() => {});
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current(), []);

  const begin: Drag['begin'] = (session, press) => {
    if (press.button !== 0) return;
    stop.current();
    press.preventDefault();
    const handle = press.currentTarget;
    const from = handle.closest<HTMLElement>('[data-column]')?.dataset['column'];
    handle.setPointerCapture(press.pointerId);
    let at = { x: press.clientX, y: press.clientY };
    let found: Omit<Drag, 'begin'> = { ...NOTHING, session };
    const look = () => {
      found = { session, ...placeAt(at, session, from) };
      setDrag(found);
    };
    let frame = requestAnimationFrame(function scroll() {
      const by = at.y < EDGE ? -SPEED : at.y > window.innerHeight - EDGE ? SPEED : 0;
      if (by !== 0 && scrollingOf(handle)) {
        scrollingOf(handle)?.scrollBy(0, by);
        look();
      }
      frame = requestAnimationFrame(scroll);
    });
    const onMove = (move: PointerEvent) => {
      at = { x: move.clientX, y: move.clientY };
      look();
    };
    const end = () => {
      cancelAnimationFrame(frame);
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      handle.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
      stop.current = () => {};
      setDrag(NOTHING);
    };
    const onUp = () => {
      const { over, column } = found;
      end();
      if (over) {
        const { before, room } = over;
        drop.current({ session, before, ...(room === undefined ? {} : { room }) });
      } else if (column !== null) drop.current({ session, before: null, room: column });
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
    handle.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
    stop.current = end;
    setDrag(found);
  };
  return { ...drag, begin };
}

function placeAt(
  { x, y }: { x: number; y: number },
  dragged: string,
  from: string | undefined,
): Pick<Drag, 'over' | 'column'> {
  const under = document.elementFromPoint(x, y);
  const row = under?.closest<HTMLElement>('[data-session]');
  const column = under?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const changes = from !== undefined && column !== undefined && column !== from;
  if (!row) return { over: null, column: changes ? column : null };
  const { top, height } = row.getBoundingClientRect();
  const { session = '', next = '' } = row.dataset;
  const place = dropPlace(dragged, { session, next, top, height }, y, hasBegun);
  return { over: place && { ...place, ...(changes ? { room: column } : {}) }, column: null };
}

const hasBegun = (session: string) =>
  document.querySelector<HTMLElement>(`[data-session="${CSS.escape(session)}"]`)?.dataset[
    'begun'
  ] === 'true';

/** What scrolls around an element, if anything does. */
function scrollingOf(element: HTMLElement): Element | null {
  for (let one = element.parentElement; one; one = one.parentElement) {
    const { overflowY } = getComputedStyle(one);
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(overflowY)) return one;
  }
  return document.scrollingElement;
}
