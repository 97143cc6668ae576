import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Rows of a list (`[data-seat]`, draggable) put into another order with the mouse: `onMove` is told
 * which row was let go upon which. The keyboard has buttons of its own for it.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onMove: (seat: string, onto: string) => void,
): void {
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const rows = list.current;
    if (!rows) return;
    let dragged: HTMLElement | null = null;
    const onStart = (drag: DragEvent) => {
      dragged = rowOf(drag);
      dragged?.setAttribute('data-dragged', 'true');
      if (drag.dataTransfer) drag.dataTransfer.effectAllowed = 'move';
    };
    const onOver = (drag: DragEvent) => {
      if (dragged && rowOf(drag)) drag.preventDefault();
    };
    const onDrop = (drag: DragEvent) => {
      const onto = rowOf(drag)?.dataset['seat'];
      const seat = dragged?.dataset['seat'];
      if (!seat || !onto) return;
      drag.preventDefault();
      latest.current(seat, onto);
    };
    const onEnd = () => {
      dragged?.removeAttribute('data-dragged');
      dragged = null;
    };
    rows.addEventListener('dragstart', onStart);
    rows.addEventListener('dragover', onOver);
    rows.addEventListener('drop', onDrop);
    rows.addEventListener('dragend', onEnd);
    return () => {
      rows.removeEventListener('dragstart', onStart);
      rows.removeEventListener('dragover', onOver);
      rows.removeEventListener('drop', onDrop);
      rows.removeEventListener('dragend', onEnd);
    };
  }, [list]);
}

function rowOf({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-seat]') : null;
}
