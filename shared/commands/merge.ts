import type { FactBody } from '../facts/fact';
import { differing } from '../facts/records';
import { allCodes, fullName, NO_DETAILS } from '../model/participant';
import type { Details, OtherRecord, Participant } from '../model/participant';
import type { EventState } from '../model/state';
import type { CommandOf } from './command';
import { refuse } from './context';
import type { Decision } from './context';
import { findParticipant } from './who';

/**
 * Two records of one person become one: `who` stays, `other` goes into it. What `who` states stands,
 * its blanks are filled from the other; notes, diets, lists and answers are joined; of two consents
 * the stricter stands; the earlier check-in stands; both codes go on working; badges are counted
 * together; seats of panels follow. One undo brings both back.
 */
export function decideMerge(state: EventState, command: CommandOf<'participant.merge'>): Decision {
  const one = findParticipant(state, command.who);
  if ('decision' in one) return one.decision;
  const two = findParticipant(state, command.other);
  if ('decision' in two) return two.decision;
  const [kept, other] = [one.person, two.person];
  if (kept.id === other.id) return refuse('participant.sameRecord', { name: fullName(kept) });
  return {
    facts: [
      {
        type: 'participant.merged',
        participant: kept.id,
        other: other.id,
        fields: differing<Details>(kept, joinedDetails(kept, other)) ?? {},
        codes: allCodes(other),
        records: [...other.otherRecords, recordOf(other)],
        attendance: joinedAttendance(kept, other),
        prints: other.prints,
      },
      ...seatFacts(state, kept.id, other.id),
    ],
    participant: kept.id,
  };
}

function recordOf({ id, firstName, lastName, email, externalId, edits }: Participant): OtherRecord {
  return { id, firstName, lastName, email, externalId, cleared: edits['checkedInAt'] ?? '' };
}

const TEXTS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'organisation',
  'title',
  'orgSize',
  'externalId',
] as const;

function joinedDetails(kept: Participant, other: Participant): Details {
  const joined = { ...NO_DETAILS, ...kept };
  // A first name alone must not get the last name of another spelling: a name is taken whole.
  const named = Boolean(kept.firstName || kept.lastName);
  for (const field of TEXTS) {
    if (named && (field === 'firstName' || field === 'lastName')) continue;
    joined[field] = kept[field] || other[field];
  }
  return {
    ...joined,
    sector: kept.sector || other.sector,
    role: !kept.role || kept.role === NO_DETAILS.role ? other.role || kept.role : kept.role,
    diet: bothTexts(kept.diet, other.diet, '; '),
    notes: bothTexts(kept.notes, other.notes, '\n'),
    offers: [...new Set([...kept.offers, ...other.offers])],
    needs: [...new Set([...kept.needs, ...other.needs])],
    consentContact: stricter(kept.consentContact, other.consentContact),
    consentPhoto: stricter(kept.consentPhoto, other.consentPhoto),
    answers: joinedAnswers(kept.answers, other.answers),
  };
}

function bothTexts(one: string, two: string, between: string): string {
  if (!one || !two || one.includes(two)) return one || two;
  return `${one}${between}${two}`;
}

/** No stands over yes, and either over not having been asked. */
function stricter(one: boolean | null, two: boolean | null): boolean | null {
  if (one === null || two === null) return one ?? two;
  return one && two;
}

function joinedAnswers(kept: Details['answers'], other: Details['answers']): Details['answers'] {
  const given = Object.entries(kept).filter(([, answer]) => answer !== '');
  return { ...other, ...Object.fromEntries(given) };
}

type Attendance = Pick<Participant, 'status' | 'checkedInAt' | 'checkedInDesk' | 'leftAt'>;

/** Here when either is; else gone, else awaited when either is; cancelled only when both are. */
function joinedAttendance(one: Participant, two: Participant): Attendance {
  const both = [one, two];
  const status =
    (['present', 'left', 'expected'] as const).find((wanted) =>
      both.some((record) => record.status === wanted),
    ) ?? 'cancelled';
  const [first] = both
    .filter((record) => record.checkedInAt !== null)
    .toSorted((a, b) => (a.checkedInAt ?? 0) - (b.checkedInAt ?? 0));
  const gone = both.map((record) => record.leftAt ?? 0);
  return {
    status,
    checkedInAt: first?.checkedInAt ?? null,
    checkedInDesk: first?.checkedInDesk ?? '',
    leftAt: status === 'left' ? Math.max(...gone) || null : null,
  };
}

/** The panels in which the other record had a seat, with the seat given to the record that stays. */
function seatFacts(state: EventState, kept: string, other: string): FactBody[] {
  const facts: FactBody[] = [];
  for (const { id, panel } of state.sessions) {
    if (!panel?.seats.some((seat) => seat.participant === other)) continue;
    const seats = panel.seats.map((seat) =>
      seat.participant === other ? { ...seat, participant: kept } : seat,
    );
    facts.push({ type: 'session.edited', session: id, fields: { panel: { ...panel, seats } } });
  }
  return facts;
}
