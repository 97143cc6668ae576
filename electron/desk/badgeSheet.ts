import enTerms from '../../resources/locales/en/terms.json';
import fiTerms from '../../resources/locales/fi/terms.json';
import svTerms from '../../resources/locales/sv/terms.json';
import type { AnswerOf, BadgeSettings } from '../../shared/contract';
import { fullName } from '../../shared/model/participant';
import type { Participant } from '../../shared/model/participant';
import type { EventState } from '../../shared/model/state';
import type { BadgePerson } from '../badges/badge';
import type { renderBadges } from '../badges/render';
import { failure } from './failure';

const TERMS = { fi: fiTerms, sv: svTerms, en: enTerms };
const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

type Who = 'all' | 'present' | 'unprinted' | string[];

/** Draws badges; a desk does it off its main thread. */
export type DrawBadges = typeof renderBadges;

/** The badges of an event as a PDF, by last name. */
export async function renderEventBadges(
  draw: DrawBadges,
  state: EventState,
  { language, ...settings }: BadgeSettings,
  who: Who,
): Promise<AnswerOf<'badges.render'>> {
  const people = peopleFor(state, who).sort(byName);
  if (people.length === 0) throw failure('badges.noOne');
  const { pdf, ...rest } = await draw(
    people.map((person) => inWords(person, language)),
    {
      ...settings,
      eventName: state.event.name,
      eventDate: dateInWords(state.event.date, language),
      ...(state.event.accent ? { accent: state.event.accent } : {}),
    },
  );
  return {
    ...rest,
    pdf: Buffer.from(pdf).toString('base64'),
    participants: people.map((person) => person.id),
  };
}

/** Those named are found by id or code; someone named who cancelled gets a badge all the same. */
function peopleFor(state: EventState, who: Who): Participant[] {
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

function byName(a: Participant, b: Participant): number {
  return collator.compare(a.lastName, b.lastName) || collator.compare(fullName(a), fullName(b));
}

function inWords(person: Participant, language: BadgeSettings['language']): BadgePerson {
  const { code, firstName, lastName, title, organisation, role, sector } = person;
  const terms: Record<string, string> = TERMS[language];
  return {
    code,
    firstName,
    lastName,
    title,
    organisation,
    role,
    roleLabel: terms[`role.${role}`] ?? role,
    sector,
    sectorLabel: terms[`sector.${sector}`] ?? '',
    sectorLetter: terms[`sectorLetter.${sector}`],
  };
}

function dateInWords(date: string, language: BadgeSettings['language']): string {
  const day = new Date(`${date}T12:00:00Z`);
  const format = new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(day);
}
