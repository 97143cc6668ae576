import type { Commit } from '../../../shared/facts/commit';
import type { Fact } from '../../../shared/facts/fact';
import type { EventState } from '../../../shared/model/state';

/**
 * What is left empty of those who did not agree to be contacted. A name, an organisation and whether somebody
 * came are no contact details and stay.
 */
export const PRIVATE_FIELDS = [
  'email',
  'phone',
  'diet',
  'notes',
  'offers',
  'needs',
  'answers',
  'externalId',
] as const;

const EMPTY: Readonly<Record<string, unknown>> = {
  email: '',
  phone: '',
  diet: '',
  notes: '',
  offers: [],
  needs: [],
  answers: {},
  externalId: '',
};

/**
 * The history as it may leave the machine: without the contact details, diets, notes and answers of those who
 * have not agreed, and without the hash of the PIN. Which facts there are, and their order, stays.
 */
export function consentedOnly(commits: readonly Commit[], state: EventState): Commit[] {
  const agreed = new Set<string>();
  for (const person of state.participants) {
    if (!person.consentContact) continue;
    agreed.add(person.id);
    for (const { id } of person.otherRecords) agreed.add(id);
  }
  return commits.map((commit) => ({
    ...commit,
    facts: commit.facts.map((fact) => factWithout(fact, (id) => agreed.has(id))),
  }));
}

type Agreed = (id: string) => boolean;

function factWithout(fact: Fact, agreed: Agreed): Fact {
  switch (fact.type) {
    case 'event.created':
      return { ...fact, event: { ...fact.event, pinHash: '' } };
    case 'event.pinSet':
      return { ...fact, hash: '' };
    case 'participant.added':
      return { ...fact, participant: without(fact.participant, agreed(fact.participant.id)) };
    case 'participants.imported':
      return {
        ...fact,
        people: fact.people.map((one) => ({ ...one, fields: without(one.fields, agreed(one.id)) })),
      };
    case 'participant.edited':
      return { ...fact, fields: without(fact.fields, agreed(fact.participant)) };
    case 'participant.merged':
      return {
        ...fact,
        fields: without(fact.fields, agreed(fact.participant)),
        records: fact.records.map((one) => without(one, agreed(fact.participant))),
      };
    case 'undone':
      return {
        ...fact,
        changes: fact.changes.map((change) => {
          if (change.kind === 'event') return { ...change, ...sides(change, withoutPin) };
          if (change.kind !== 'participant') return change;
          const may = agreed(change.id);
          return { ...change, ...sides(change, (fields) => without(fields, may)) };
        }),
      };
    default:
      return fact;
  }
}

type Fields = Record<string, unknown>;
type Sides = { before: Fields | null; after: Fields | null };

const sides = ({ before, after }: Sides, change: (fields: Fields) => Fields): Sides => ({
  before: before && change(before),
  after: after && change(after),
});

const withoutPin = (fields: Fields): Fields =>
  'pinHash' in fields ? { ...fields, pinHash: '' } : fields;

/** Only fields that are stated are emptied: a fact that says nothing of one goes on saying nothing. */
function without<T extends object>(record: T, may: boolean): T {
  if (may) return record;
  const left = { ...record };
  for (const field of PRIVATE_FIELDS) {
    if (field in left) Object.assign(left, { [field]: EMPTY[field] });
  }
  if ('otherRecords' in left && Array.isArray(left.otherRecords)) {
    const others = left.otherRecords.map((one: object) => without(one, false));
    Object.assign(left, { otherRecords: others });
  }
  return left;
}
