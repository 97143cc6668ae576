import { withElement } from '../../shared/badges/design';
import type { BadgeField, BadgePerson } from './badge';
import type { Frame, SetText } from './frame';
import type { Item } from './items';
import type { QrPath } from './qr';
import { composeWhole } from './whole';

export { MM } from './frame';

/** Everything on one side of a badge, and how each text came out. */
export interface Face {
  items: Item[];
  set: SetText[];
}

/**
 * What gives way, one after the other, before a name is cut short, and before title and organisation
 * are: on small labels not everything has room.
 */
const YIELDING = [
  { element: 'needs', size: 'small' },
  { element: 'offers', size: 'small' },
  { element: 'needs', shown: false },
  { element: 'offers', shown: false },
  { element: 'logo', shown: false },
  { element: 'event', shown: false },
  { element: 'title', shown: false },
] as const;

/**
 * Composes one person's badge; all positions in pt from its upper left corner, y downwards. The names
 * stand in what the zones above and under them leave; the code in the corner that its place in the
 * order stands for.
 */
export function composeFace(person: BadgePerson, qr: QrPath | undefined, frame: Frame): Face {
  let face = composeWhole(person, qr, frame);
  let { design } = frame;
  const gone: SetText[] = [];
  for (const change of YIELDING) {
    const cut = face.set.filter(({ block }) => block.dropped !== '').map(({ field }) => field);
    const forName = cut.includes('firstName') || cut.includes('lastName');
    const forDetails = cut.includes('title') || cut.includes('organisation');
    const { element } = change;
    const mayGo = forName || (forDetails && (element === 'needs' || element === 'offers'));
    const text = textOf(element, person, frame);
    if (!mayGo || text === '') continue;
    if (!design.elements.some((one) => one.element === element && one.shown)) continue;
    design = withElement(design, element, change);
    if ('shown' in change) gone.push(leftOut(element, text));
    face = composeWhole(person, qr, { ...frame, design });
  }
  return { ...face, set: [...face.set, ...gone] };
}

type Yielding = (typeof YIELDING)[number]['element'];

function textOf(element: Yielding, person: BadgePerson, { eventName, logoRatio }: Frame): string {
  if (element === 'logo') return logoRatio === undefined ? '' : 'logo';
  if (element === 'event') return eventName;
  return person[element] ?? '';
}

function leftOut(element: Yielding, text: string): SetText {
  const field: BadgeField = element === 'event' ? 'eventName' : element;
  return { field, block: { lines: [], size: 0, font: 'regular', broken: false, dropped: text } };
}
