import type { AnswerOf, BadgeSettings } from '../../shared/contract';
import { fullName } from '../../shared/model/participant';
import type { Participant } from '../../shared/model/participant';
import type { EventState } from '../../shared/model/state';
import type { BadgeOptions, BadgePerson, RenderedBadges } from '../badges/badge';
import type { renderBadges } from '../badges/render';
import type { renderTestSheet } from '../badges/test-sheet';
import { badgeBack } from './badgeBack';
import { badgeWord, dateIn, termIn, type BadgeLanguage } from './badgeWords';
import { failure } from './failure';

type Who = 'all' | 'present' | 'unprinted' | string[];

/** Draws badges; a desk does it off its main thread. */
export type DrawBadges = typeof renderBadges;

/** Draws the test sheet of a layout; likewise. */
export type DrawTestSheet = typeof renderTestSheet;

/** The work whose progress is followed, where somebody follows it. */
type DrawRest = Parameters<DrawBadges> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** How the sheets come onto one printer: moved, one side alone, or turned along another edge. */
export type OnPrinter = Pick<BadgeOptions, 'offset' | 'only' | 'lastFirst' | 'flip'>;

/** Badges as they were drawn, with whose they are in the order of their places. */
export interface EventBadges extends RenderedBadges {
  participants: string[];
  /** How many badges it would be without `first`. */
  of: number;
}

/** The badges of an event, by last name, in the event's own design unless another is tried. */
export async function drawEventBadges(
  draw: DrawBadges,
  state: EventState,
  {
    design: tried,
    language: wanted,
    first,
    ...settings
  }: BadgeSettings & OnPrinter & { first?: number },
  who: Who,
  ...work: DrawRest
): Promise<EventBadges> {
  const { event } = state;
  const all = peopleFor(state, who).sort(byName);
  if (all.length === 0) throw failure('badges.noOne');
  const people = first === undefined ? all : all.slice(0, first);
  const design = tried ?? event.badgeDesign;
  const language = wanted ?? design.language;
  const drawn = await draw(
    people.map((person) => inWords(person, language)),
    {
      cutMarks: design.cutMarks,
      custom: event.badgeSize ?? undefined,
      ...settings,
      design,
      logo: event.badgeLogo,
      back: badgeBack(state, design, language),
      eventName: event.name,
      eventDate: dateIn(language, event.date),
      ...(event.accent ? { accent: event.accent } : {}),
    },
    ...work,
  );
  return { ...drawn, of: all.length, participants: people.map((person) => person.id) };
}

/** The same as an answer to a screen or a verb. */
export async function renderEventBadges(
  ...asked: Parameters<typeof drawEventBadges>
): Promise<AnswerOf<'badges.render'>> {
  const { pdf, badges, of, pages, participants, warnings } = await drawEventBadges(...asked);
  const document = Buffer.from(pdf).toString('base64');
  return { pdf: document, badges, of, pages, participants, warnings };
}

/** Those named are found by id or code; someone named who cancelled gets a badge all the same. */
export function peopleFor(state: EventState, who: Who): Participant[] {
  if (typeof who !== 'string') {
    return who.map((key) => {
      const person = state.participants.get(state.codes.get(key.toUpperCase()) ?? key);
      if (!person) throw failure('badges.unknown', { who: key });
      return person;
    });
  }
  return [...state.participants].filter((person) => {
    if (person.status === 'cancelled') return false;
    if (who === 'present') return person.status === 'present';
    return who === 'all' || person.prints.length === 0;
  });
}

const collator = new Intl.Collator('fi');

export function byName(a: Participant, b: Participant): number {
  return collator.compare(a.lastName, b.lastName) || collator.compare(fullName(a), fullName(b));
}

function inWords(person: Participant, language: BadgeLanguage): BadgePerson {
  const { code, firstName, lastName, title, organisation, role, sector } = person;
  const line = (key: 'offers' | 'needs') =>
    person[key].length > 0 ? badgeWord(language, key, { what: person[key].join(', ') }) : '';
  return {
    code,
    firstName,
    lastName,
    title,
    organisation,
    role,
    roleLabel: termIn(language, `role.${role}`) ?? role,
    sector,
    sectorLabel: termIn(language, `sector.${sector}`) ?? '',
    sectorLetter: termIn(language, `sectorLetter.${sector}`),
    offers: line('offers'),
    needs: line('needs'),
  };
}
