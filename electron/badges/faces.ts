import type { BadgeField, BadgeOptions, BadgePerson, BadgeWarning } from './badge';
import { composeFace, eventLine, type Face } from './face';
import type { Measure } from './fit';
import { badgeFont } from './fonts';
import type { BadgeLayout } from './layout';
import { printable } from './printable';
import { qrPath } from './qr';

const TEXTS = [
  'firstName',
  'lastName',
  'title',
  'organisation',
  'roleLabel',
  'sectorLabel',
] as const satisfies readonly BadgeField[];

const measure: Measure = (text, sizePt, font) => badgeFont(font).width(text, sizePt);

/** The line that every badge of an event shares, with what could not be set of it told once. */
export function eventFace(
  layout: BadgeLayout,
  options: BadgeOptions,
  warnings: BadgeWarning[],
): ReturnType<typeof eventLine> | undefined {
  if (!options.show.event || !(options.eventName || options.eventDate)) return undefined;
  const warn = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) =>
    warnings.push({ code: '', name: options.eventName, ...warning });
  const clean = (field: 'eventName' | 'eventDate') => {
    const { text, missing } = printable(options[field]);
    if (missing.length > 0) warn({ kind: 'missing-glyph', field, detail: spell(missing) });
    return text;
  };
  const line = eventLine(
    { eventName: clean('eventName'), eventDate: clean('eventDate') },
    layout,
    measure,
  );
  for (const warning of misfits(line)) warn(warning);
  return line;
}

/** One person's badge, with what could not be set of it told by name. `top` is the height of the event's line, pt. */
export function personFace(
  person: BadgePerson,
  top: number,
  layout: BadgeLayout,
  options: BadgeOptions,
  warnings: BadgeWarning[],
): Face {
  const name =
    `${person.firstName} ${person.lastName}`.trim() || person.organisation || person.code;
  const warn = (warning: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>) =>
    warnings.push({ code: person.code, name, ...warning });
  const clean = { ...person };
  for (const field of TEXTS) {
    const { text, missing } = printable(person[field]);
    clean[field] = text;
    if (missing.length > 0) warn({ kind: 'missing-glyph', field, detail: spell(missing) });
  }
  if (!clean.firstName && !clean.lastName) {
    warn({ kind: 'no-name', field: 'firstName', detail: clean.organisation });
    clean.firstName = clean.organisation;
    clean.organisation = '';
  }
  const wantsCode = options.show.qr;
  if (wantsCode && !person.code) warn({ kind: 'no-code', field: 'code', detail: '' });
  const qr = wantsCode && person.code ? qrPath(person.code) : undefined;
  const face = composeFace(clean, qr, top, layout, options, measure);
  for (const warning of misfits(face)) warn(warning);
  return face;
}

function misfits(face: Face): Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] {
  const found: Pick<BadgeWarning, 'kind' | 'field' | 'detail'>[] = [];
  for (const { field, block } of face.set) {
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
