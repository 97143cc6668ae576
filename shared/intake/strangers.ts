import type { Entry } from './entry';
import { placeOf } from './identity';
import { deskKeys } from './people';
import type { People } from './people';
import { hasKeysWhere, isForeign } from './rules';
import type { Steps } from './steps';

/** After so many rows other work gets its turn. */
const PAUSE = 1_000;

/**
 * Parts the rows that are about somebody new whatever the rules say from all others: they have a name, and an
 * address or a number; nobody else, known or in the file, has the address, the number or the code; nobody who is
 * known stands in their place (`placeOf`), and no row that says too little could mean them. Most rows of a new file
 * are such. They need not be looked for in every way, and no other row can be about them.
 */
export function* strangersAmong(
  people: People,
  entries: readonly Entry[],
): Steps<{ strangers: Entry[]; others: Entry[] }> {
  const hasKeys = hasKeysWhere(isForeign(entries, people, 0));
  yield;
  const codes = new Signs(people.byCode);
  const numbers = new Signs(people.byExternalId);
  const emails = new Signs(people.byEmail);
  const vaguePlaces = new Set<string>();
  for (const entry of entries) {
    codes.add(entry.code);
    numbers.add(entry.externalId);
    emails.add(entry.email);
    if (!entry.name || !hasKeys(entry)) vaguePlaces.add(placeOf(entry));
    if (entry.at % PAUSE === 0) yield;
  }
  const { byPlace, byDeskKey } = people;
  const isPlaced = (entry: Entry) => {
    if (vaguePlaces.size === 0 && byPlace.size === 0) return false;
    const place = placeOf(entry);
    return vaguePlaces.has(place) || byPlace.has(place);
  };
  const strangers: Entry[] = [];
  const others: Entry[] = [];
  for (const entry of entries) {
    const isStranger =
      entry.name !== '' &&
      hasKeys(entry) &&
      emails.isAlone(entry.email) &&
      numbers.isAlone(entry.externalId) &&
      codes.isAlone(entry.code) &&
      !isPlaced(entry) &&
      !(byDeskKey.size > 0 && deskKeys(entry.row.fields).some((key) => byDeskKey.has(key)));
    (isStranger ? strangers : others).push(entry);
    if (entry.at % PAUSE === 0) yield;
  }
  return { strangers, others };
}

/** Signs of one kind in a file. */
class Signs {
  private readonly once = new Set<string>();
  private readonly often = new Set<string>();

  constructor(private readonly holders: ReadonlyMap<string, unknown>) {}

  add(sign: string): void {
    if (sign === '') return;
    const { size } = this.once;
    if (this.once.add(sign).size === size) this.often.add(sign);
  }

  /** Whether a sign, if there is one, stands in no other row and belongs to nobody. */
  isAlone(sign: string): boolean {
    return sign === '' || !(this.often.has(sign) || this.holders.has(sign));
  }
}
