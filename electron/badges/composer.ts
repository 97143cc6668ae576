import type { BadgeField, BadgeOptions, BadgePerson, BadgeWarning } from './badge';
import { composeBack } from './back';
import { composeFace, type Face } from './face';
import type { Frame } from './frame';
import { BLACK, inkFromHex, PETROL } from './ink';
import type { Item } from './items';
import type { BadgeLayout } from './layout';
import { lineWidth } from './line';
import { drawnLogo, type DrawnLogo } from './logo';
import { printable } from './printable';
import { qrPath } from './qr';

const TEXTS = [
  'firstName',
  'lastName',
  'title',
  'organisation',
  'roleLabel',
  'sectorLabel',
  'offers',
  'needs',
] as const satisfies readonly BadgeField[];

/** Fields that say the same on every badge: what is wrong with them is told once. */
const COMMON = new Set<BadgeField>(['eventName', 'eventDate', 'logo', 'back']);

/** What a print job draws: a front for each person, and one back for all. */
export interface Composer {
  front(person: BadgePerson): Item[];
  /** Undefined where nothing is to stand there. */
  back: Item[] | undefined;
  /** To be handed to `drawItems` with the items. */
  logo: DrawnLogo | undefined;
}

/**
 * Prepares a job. Whatever cannot be set as it should be goes to `warnings`, by name, while the fronts
 * are composed; what all badges share comes once and has no code.
 */
export function composerFor(
  layout: BadgeLayout,
  options: BadgeOptions,
  warnings: BadgeWarning[],
): Composer {
  const told = new Set<string>();
  const ofAll = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) => {
    const key = `${warning.kind} ${warning.field} ${warning.detail}`;
    if (told.has(key)) return;
    told.add(key);
    warnings.push({ code: '', name: options.eventName, ...warning });
  };
  const clean = (field: BadgeField, raw: string) => {
    const { text, missing } = printable(raw);
    if (missing.length > 0) ofAll({ kind: 'missing-glyph', field, detail: spell(missing) });
    return text;
  };
  const shows = (element: string) =>
    options.design.elements.some((one) => one.element === element && one.shown);
  const logo = options.logo ? drawnLogo(options.logo) : undefined;
  if (logo === null) ofAll({ kind: 'bad-logo', field: 'logo', detail: '' });
  const hasEvent = shows('event');
  const frame: Frame = {
    layout,
    design: options.design,
    eventName: hasEvent ? clean('eventName', options.eventName) : '',
    eventDate: hasEvent ? clean('eventDate', options.eventDate) : '',
    accent: layout.ink === 'black' ? BLACK : (inkFromHex(options.accent ?? '') ?? PETROL),
    logoRatio: logo?.ratio,
    measure: lineWidth,
  };
  const front = (person: BadgePerson): Item[] => {
    const name =
      `${person.firstName} ${person.lastName}`.trim() || person.organisation || person.code;
    const warn = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) => {
      if (COMMON.has(warning.field)) ofAll(warning);
      else warnings.push({ code: person.code, name, ...warning });
    };
    const readable = { ...person };
    for (const field of TEXTS) {
      const { text, missing } = printable(person[field] ?? '');
      readable[field] = text;
      if (missing.length > 0) warn({ kind: 'missing-glyph', field, detail: spell(missing) });
    }
    if (!readable.firstName && !readable.lastName) {
      warn({ kind: 'no-name', field: 'firstName', detail: readable.organisation });
      readable.firstName = readable.organisation;
      readable.organisation = '';
    }
    const wantsCode = shows('qr');
    if (wantsCode && !person.code) warn({ kind: 'no-code', field: 'code', detail: '' });
    const qr = wantsCode && person.code ? qrPath(person.code) : undefined;
    const face = composeFace(readable, qr, frame);
    for (const warning of misfits(face)) warn(warning);
    return face.items;
  };
  const back = layout.back && options.back ? composeBack(options.back, frame, clean) : undefined;
  for (const warning of misfits(back ?? { set: [] })) ofAll(warning);
  return { front, back: back?.items, logo: logo ?? undefined };
}

function misfits({ set }: Pick<Face, 'set'>): Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] {
  const found: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] = [];
  for (const { field, block } of set) {
    if (block.dropped) found.push({ kind: 'cut-short', field, detail: block.dropped });
    else if (block.broken) found.push({ kind: 'too-long', field, detail: block.lines.join(' | ') });
  }
  return found;
}

/** Characters with their code points, so that an invisible or unknown one can still be told. */
function spell(characters: readonly string[]): string {
  return characters
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      return `${character} (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')})`;
    })
    .join(', ');
}
