import { useEffect, useRef, useState, type RefObject } from 'react';
import { BADGE_ELEMENTS, type BadgeElement } from '../../../shared/badges/design';

/**
 * Moves the items of a list by dragging them; each is known by its `data-element`. The list itself
 * listens, because an item is nothing to press: its keys are.
 */
export function useElementDrag(
  order: readonly BadgeElement[],
  move: (element: BadgeElement, to: number) => void,
): { list: RefObject<HTMLOListElement | null>; dragged: BadgeElement | null } {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<BadgeElement | null>(null);
  const latest = useRef({ order, move, dragged });
  useEffect(() => {
    latest.current = { order, move, dragged };
  });
  useEffect(() => {
    const own = list.current;
    if (!own) return undefined;
    const begin = (drag: DragEvent) => {
      const element = elementAt(drag.target);
      if (!element || !drag.dataTransfer) return;
      drag.dataTransfer.effectAllowed = 'move';
      drag.dataTransfer.setData('text/plain', element);
      setDragged(element);
    };
    const over = (drag: DragEvent) => {
      const now = latest.current;
      if (!now.dragged) return;
      drag.preventDefault();
      const element = elementAt(drag.target);
      if (element && element !== now.dragged) now.move(now.dragged, now.order.indexOf(element));
    };
    const drop = (drag: DragEvent) => drag.preventDefault();
    const end = () => setDragged(null);
    own.addEventListener('dragstart', begin);
    own.addEventListener('dragover', over);
    own.addEventListener('drop', drop);
    own.addEventListener('dragend', end);
    return () => {
      own.removeEventListener('dragstart', begin);
      own.removeEventListener('dragover', over);
      own.removeEventListener('drop', drop);
      own.removeEventListener('dragend', end);
    };
  }, []);
  return { list, dragged };
}

function elementAt(target: EventTarget | null): BadgeElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const item = target.closest('[data-element]');
  return BADGE_ELEMENTS.find((one) => one === item?.getAttribute('data-element'));
}
