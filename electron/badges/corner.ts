import type { ElementDesign } from '../../shared/badges/design';
import { MM, stepped, type Frame } from './frame';
import type { Item } from './items';
import { QUIET_MODULES, type QrPath } from './qr';

/** A code is at most this wide, mm, so that a long one does not push the words away. */
const WIDEST_CODE = 22;
/** At 0.4 mm a 203 dpi printer still has three dots for a module. */
const SMALLEST_MODULE = 0.4;

/** The code in a corner; lengths in pt. */
export interface Corner {
  side: number;
  /** Free around it. */
  quiet: number;
  /** Of the width, with the quiet zone. */
  taken: number;
  onLeft: boolean;
  /** The code in an area that begins at `left` and is `width` wide, its upper edge at `top`. */
  at(left: number, top: number, width: number): Item;
}

/** The code beside the elements of a zone: on the left where it comes first of them, else on the right. */
export function placeCode(
  elements: readonly ElementDesign[],
  qr: QrPath | undefined,
  { layout }: Frame,
): Corner | undefined {
  const index = elements.findIndex(({ element }) => element === 'qr');
  const one = elements[index];
  if (!one || !qr) return undefined;
  const widest = stepped(WIDEST_CODE, one.size, 0);
  const wanted = Math.min(stepped(layout.module, one.size, SMALLEST_MODULE), widest / qr.size);
  const module = Math.max(SMALLEST_MODULE, wanted) * MM;
  const side = qr.size * module;
  const quiet = QUIET_MODULES * module;
  const onLeft = index === 0 && elements.length > 1;
  return {
    side,
    quiet,
    taken: side + Math.max(quiet, 3 * MM),
    onLeft,
    at: (left, top, width) => ({
      kind: 'qr',
      x: onLeft ? left : left + width - side,
      y: top,
      module,
      path: qr.rectangles,
    }),
  };
}
