import type { Details, Sector } from '../../../shared/model/participant';
import { normalised } from './normalised';
import { remembering } from './remembering';

type KnownSector = Exclude<Sector, ''>;

const SECTOR_WORDS: Record<KnownSector, string[]> = {
  private: [
    'private',
    'yksityinen',
    'yksityinen sektori',
    'privat',
    'privata sektorn',
    'privat sektor',
    'private sector',
    'yritys',
    'yrittäjä',
    'företag',
    'företagare',
    'company',
    'business',
    'entrepreneur',
  ],
  public: [
    'public',
    'julkinen',
    'julkinen sektori',
    'offentlig',
    'offentliga sektorn',
    'offentlig sektor',
    'public sector',
    'kunta',
    'kaupunki',
    'valtio',
    'kuntayhtymä',
    'hyvinvointialue',
    'kommun',
    'stad',
    'stat',
    'välfärdsområde',
    'municipality',
    'government',
  ],
  third: [
    'third',
    'kolmas',
    'kolmas sektori',
    '3 sektori',
    'tredje',
    'tredje sektorn',
    '3 sektorn',
    'third sector',
    'järjestö',
    'yhdistys',
    'säätiö',
    'förening',
    'stiftelse',
    'association',
    'ngo',
    'non profit',
    'nonprofit',
    'foundation',
  ],
  other: [
    'other',
    'muu',
    'muut',
    'jokin muu',
    'annan',
    'annat',
    'övrig',
    'övriga',
    'other sector',
    'none of these',
    'ei mikään näistä',
    'inget av dessa',
    'yksityishenkilö',
    'privatperson',
  ],
};

const ROLE_WORDS: Record<string, string[]> = {
  participant: ['participant', 'osallistuja', 'deltagare', 'attendee', 'kuulija'],
  speaker: ['speaker', 'puhuja', 'esiintyjä', 'talare', 'föreläsare', 'luennoitsija'],
  panelist: ['panelist', 'panellist', 'panelisti', 'paneldeltagare', 'paneelikeskustelija'],
  moderator: ['moderator', 'moderaattori', 'puheenjohtaja', 'juontaja', 'ordförande', 'chair'],
  organiser: ['organiser', 'organizer', 'järjestäjä', 'arrangör', 'organizing team', 'staff'],
};

const YES = new Set([
  'kyllä',
  'kylla',
  'joo',
  'ja',
  'yes',
  'x',
  '1',
  'true',
  'tosi',
  'k',
  'j',
  'y',
  'ok',
  'sant',
  'saa',
  'suostun',
  'annan luvan',
  'samtycker',
  'jag samtycker',
  'i agree',
  '✓',
  '✔',
]);
const NO = new Set([
  'ei',
  'en',
  'nej',
  'no',
  '0',
  'false',
  'epätosi',
  'e',
  'n',
  'falskt',
  'ei saa',
  'en suostu',
  'en anna lupaa',
  'samtycker inte',
  'jag samtycker inte',
  'i do not agree',
]);

const SECTOR_OF = byWord(SECTOR_WORDS);
const ROLE_OF = byWord(ROLE_WORDS);

/**
 * The sector a cell names in Finnish, Swedish or English; undefined where none of them. Of several names, as in
 * "Kolmas sektori / järjestö", each must mean the same sector.
 */
export const sectorOf: (cell: string) => KnownSector | undefined = remembering((cell) => {
  const whole = SECTOR_OF.get(normalised(cell));
  if (whole) return whole;
  const parts = cell.split(/[/(),;]/).map(normalised);
  const named = new Set(parts.filter(Boolean).map((part) => SECTOR_OF.get(part)));
  return named.size === 1 ? [...named][0] : undefined;
});

/** A known role, or the text as it was written: a badge may say anything. */
export const roleOf: (cell: string) => string = remembering(
  (cell) => ROLE_OF.get(normalised(cell)) ?? cell,
);

/** Yes or no in three languages; undefined where it is neither. A sentence counts by its first word. */
export const yesOrNo: (cell: string) => boolean | undefined = remembering(readYesOrNo);

function readYesOrNo(cell: string): boolean | undefined {
  const words = normalised(cell) || cell.trim();
  if (YES.has(words)) return true;
  if (NO.has(words)) return false;
  const [first = ''] = cell.toLowerCase().split(/[\s,.;:–-]/);
  if (/[,.]/.test(cell) && (first === 'kyllä' || first === 'ja' || first === 'yes')) return true;
  if (/[,.]/.test(cell) && ['ei', 'en', 'nej', 'no'].includes(first)) return false;
  return undefined;
}

/** Whether a cell is filled with a dash alone, as forms ask for it where there is nothing to say. */
export const saysNothing = (cell: string): boolean => cell.length < 4 && /^[-–—]+$/.test(cell);

/** An e-mail address as mail programs copy it: bare, as a link, or behind its owner's name. */
export function addressOf(cell: string): string {
  const behindName = cell.includes('<') ? /^[^<>]*<([^<>]+)>$/.exec(cell)?.[1] : undefined;
  return (behindName ?? cell).trim().replace(/^mailto: ?/i, '');
}

/** A list in one cell: its parts between semicolons or line ends. */
export function listOf(cell: string): Details['offers'] {
  return cell
    .split(/[;\n]/)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

function byWord<K extends string>(words: Record<K, string[]>): Map<string, K> {
  const map = new Map<string, K>();
  for (const key in words) for (const word of words[key]) map.set(normalised(word), key);
  return map;
}
