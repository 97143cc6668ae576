import type { CardKind } from '../../shared/badges/cards';
import type { AnswerOf, AskOf } from '../../shared/contract';
import { fullName, hasCome } from '../../shared/model/participant';
import type { Participant } from '../../shared/model/participant';
import { seated } from '../../shared/model/session';
import type { EventState } from '../../shared/model/state';
import type { Instant } from '../../shared/model/units';
import { dateOf } from '../../shared/programme/instant';
import { inOrder } from '../../shared/programme/order';
import type { CardJob, CardPerson, DrawCards } from '../badges/cards/cards';
import { clockIn } from '../reports/runSheetWords';
import { byName, peopleFor } from './badgeSheet';
import { badgeWord, dateIn, termIn, type BadgeLanguage } from './badgeWords';
import { failure } from './failure';

type Asked = Pick<AskOf<'badges.document'>, 'kind' | 'language' | 'who'>;

/** One of the papers beside the badges as a PDF, in the language of the badges unless another is asked for. */
export async function renderCards(
  draw: DrawCards,
  state: EventState,
  { kind, language = state.event.badgeDesign.language, who }: Asked,
  now: Instant,
): Promise<AnswerOf<'badges.document'>> {
  const job = jobOf(kind, state, language, who && peopleFor(state, who).sort(byName), now);
  if ('people' in job && job.people.length === 0) {
    throw failure(kind === 'certificates' ? 'badges.nobodyCame' : 'badges.noSpeakers');
  }
  const { pdf, ...rest } = await draw(job);
  return { ...rest, pdf: Buffer.from(pdf).toString('base64') };
}

function jobOf(
  kind: CardKind,
  state: EventState,
  language: BadgeLanguage,
  who: readonly Participant[] | undefined,
  now: Instant,
): CardJob {
  const { event } = state;
  switch (kind) {
    case 'door-list':
      return doorList(state, language, who, now);
    case 'certificates': {
      const came = who ?? [...state.participants].filter(hasCome).toSorted(byName);
      return {
        kind,
        title: badgeWord(language, 'certificate'),
        took: badgeWord(language, 'certificate.took'),
        event: event.name,
        when: [dateIn(language, event.date), event.venue].filter(Boolean).join(' · '),
        organisers: {
          heading: badgeWord(language, 'certificate.organisers'),
          names: event.organisers.join(', '),
        },
        signature: badgeWord(language, 'certificate.signature'),
        people: came.map((person) => ({
          code: person.code,
          name: fullName(person),
          organisation: `${person.firstName}${person.lastName}` ? person.organisation : '',
        })),
        logo: event.badgeLogo,
      };
    }
    case 'name-plates':
    case 'table-cards':
      return {
        kind,
        event: event.name,
        people: who
          ? who.map((person) => ({
              name: fullName(person),
              details: [person.title, person.organisation].filter(Boolean).join(', '),
              role: person.role === 'participant' ? '' : roleIn(language, person.role),
            }))
          : programmePeople(state, language),
        logo: event.badgeLogo,
      };
  }
}

const roleIn = (language: BadgeLanguage, role: string): string =>
  termIn(language, `role.${role}`) ?? role;

/** Everybody who sits or speaks in the programme, each once, as they first come. */
function programmePeople(state: EventState, language: BadgeLanguage): CardPerson[] {
  const found = new Map<string, CardPerson>();
  const add = (name: string, details: string, role: string) => {
    const key = name.trim().toLocaleLowerCase('fi');
    if (key && !found.has(key)) found.set(key, { name: name.trim(), details, role });
  };
  for (const session of inOrder(state.sessions)) {
    const { panel } = session;
    if (panel) {
      add(panel.moderator, '', roleIn(language, 'moderator'));
      for (const { name, title, organisation } of seated(panel)) {
        add(name, [title, organisation].filter(Boolean).join(', '), roleIn(language, 'panelist'));
      }
    }
    for (const { name, title } of session.speakers) add(name, title, roleIn(language, 'speaker'));
  }
  return [...found.values()];
}

function doorList(
  state: EventState,
  language: BadgeLanguage,
  who: readonly Participant[] | undefined,
  now: Instant,
): CardJob {
  const { event } = state;
  const people = who ?? peopleFor(state, 'all').sort(byName);
  const clock = clockIn(language, event.timeZone);
  const printed = badgeWord(language, 'doorList.printed', {
    day: dateIn(language, dateOf(now, event.timeZone)),
    time: clock(now),
  });
  const count = people.length === 1 ? 'doorList.count_one' : 'doorList.count_other';
  return {
    kind: 'door-list',
    title: badgeWord(language, 'doorList'),
    event: event.name,
    lines: [
      [dateIn(language, event.date), event.venue].filter(Boolean).join(' · '),
      badgeWord(language, count, { count: people.length }),
      printed,
    ],
    headings: {
      here: badgeWord(language, 'doorList.here'),
      name: badgeWord(language, 'doorList.name'),
      organisation: badgeWord(language, 'doorList.organisation'),
      code: badgeWord(language, 'doorList.code'),
      sector: badgeWord(language, 'doorList.sector'),
    },
    rows: people.map(({ firstName, lastName, organisation, code, sector, status }) => ({
      name: [lastName, firstName].filter(Boolean).join(', ') || organisation,
      organisation: firstName || lastName ? organisation : '',
      code,
      sector,
      sectorLetter: termIn(language, `sectorLetter.${sector}`) ?? '',
      here: status === 'present',
    })),
    empty: badgeWord(language, 'doorList.empty'),
  };
}
