import { everyElement, type ElementDesign } from '../../shared/badges/design';
import type { BadgePerson } from './badge';
import { placeCode, type Corner } from './corner';
import type { Face } from './face';
import { MM, type Frame, type Piece } from './frame';
import { moved } from './items';
import type { QrPath } from './qr';
import { composeZone } from './zone';

const GAP = 2 * MM;
/** The parts of the height that what stands under the names may take; names come before it. */
const SHARES = [0.55, 0.45, 0.36, 0.28, 0.68];
/** What stands above the names takes no more than this part of the height. */
const TOP_SHARE = 0.4;
/** How much of what is left over stands above the name, so that it sits a little high. */
const LIFT = 0.38;

/** The elements above the names, from the first to the last name, and under them. */
interface Zones {
  top: ElementDesign[];
  middle: ElementDesign[];
  bottom: ElementDesign[];
}

/** The three zones as they came out with one way to share the height between them. */
interface Attempt {
  names: Piece;
  below: Piece;
  corner: Corner | undefined;
  /** From where the names may begin on the left, and the height that they have. */
  left: number;
  room: number;
  /** Letters that found no room. */
  dropped: number;
}

/** Composes all elements of a badge as the design has them, whether or not they have room. */
export function composeWhole(person: BadgePerson, qr: QrPath | undefined, frame: Frame): Face {
  const { layout } = frame;
  const safe = layout.safe * MM;
  const [width, height] = [layout.badge[0] * MM - 2 * safe, layout.badge[1] * MM - 2 * safe];
  const zones = zonesOf(frame);
  const upper = placeCode(zones.top, qr, frame);
  const above = composeZone(zones.top, person, [width - taken(upper), height * TOP_SHARE], frame);
  const topHeight = Math.max(above.height, upper ? upper.side + upper.quiet : 0);
  const nameTop = topHeight > 0 ? topHeight + GAP / 2 : 0;
  const best = bestAttempt(zones, person, qr, [width, height - nameTop], frame);
  const { names, below, corner, left, room } = best;
  const spare = Math.max(0, room - names.height);
  const onLeft = (one: Corner | undefined) => (one?.onLeft ? one.taken : 0);
  return {
    items: [
      ...moved(above.items, safe + onLeft(upper), safe),
      ...moved(names.items, safe + left, safe + nameTop + spare * LIFT),
      ...moved(below.items, safe + onLeft(corner), safe + height - below.height),
      ...(upper ? [upper.at(safe, safe, width)] : []),
      ...(corner ? [corner.at(safe, safe + height - corner.side, width)] : []),
    ],
    set: [...above.set, ...names.set, ...below.set],
  };
}

/**
 * Shares the height between the names and what is under them, in the first way that leaves nothing
 * out, else in the one that leaves out least. Where the names do not fit above the code they stand
 * beside it.
 */
function bestAttempt(
  zones: Zones,
  person: BadgePerson,
  qr: QrPath | undefined,
  [width, height]: readonly [width: number, height: number],
  frame: Frame,
): Attempt {
  const corner = placeCode(zones.bottom, qr, frame);
  const attempt = (share: number, beside: boolean): Attempt => {
    const below = composeZone(zones.bottom, person, [width - taken(corner), height * share], frame);
    const code = corner && !beside ? corner.side + corner.quiet : 0;
    const under = Math.max(below.height, code);
    const room = height - under - (under > 0 ? GAP : 0);
    const narrower = beside ? taken(corner) : 0;
    const names = composeZone(zones.middle, person, [width - narrower, room], frame);
    const dropped = [...names.set, ...below.set].reduce(
      (sum, { block }) => sum + block.dropped.length,
      0,
    );
    const left = beside && corner?.onLeft ? corner.taken : 0;
    return { names, below, corner, left, room, dropped };
  };
  if (zones.middle.length === 0) return attempt(1, false);
  const canStandBeside = corner !== undefined && corner.side + corner.quiet <= height;
  let best: Attempt | undefined;
  for (const beside of canStandBeside ? [false, true] : [false]) {
    for (const share of SHARES) {
      const next = attempt(share, beside);
      if (!best || next.dropped < best.dropped) best = next;
      if (best.dropped === 0) return best;
    }
  }
  return best ?? attempt(1, false);
}

const taken = (corner: Corner | undefined): number => corner?.taken ?? 0;

function zonesOf({ design }: Frame): Zones {
  const shown = everyElement(design).filter((one) => one.shown);
  const isName = ({ element }: ElementDesign) => element === 'firstName' || element === 'lastName';
  const first = shown.findIndex(isName);
  const last = shown.findLastIndex(isName);
  if (first < 0) return { top: [], middle: [], bottom: shown };
  const middle = shown.slice(first, last + 1);
  // The code is no line of its own: between the names it stands with what is under them.
  const code = middle.filter(({ element }) => element === 'qr');
  return {
    top: shown.slice(0, first),
    middle: middle.filter(({ element }) => element !== 'qr'),
    bottom: [...code, ...shown.slice(last + 1)],
  };
}
