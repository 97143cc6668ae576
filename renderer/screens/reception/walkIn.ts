import type { Participant, Sector } from '../../../shared/model/participant';

/**
 * A name typed into one field: the last word is the last name, "Last, First" is understood, one word
 * alone is a first name. Nothing is re-cased.
 */
export function splitName(typed: string): { firstName: string; lastName: string } {
  const name = typed.trim().replace(/\s+/g, ' ');
  const comma = name.indexOf(',');
  if (comma >= 0) {
    return { firstName: name.slice(comma + 1).trim(), lastName: name.slice(0, comma).trim() };
  }
  const space = name.lastIndexOf(' ');
  if (space < 0) return { firstName: name, lastName: '' };
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
}

/** An organisation that is known already, with the sector most of its people have. */
export interface KnownOrganisation {
  name: string;
  people: number;
  sector: Sector;
}

/** The organisations of those known, the largest first; spelled as most spell it. */
export function knownOrganisations(people: Iterable<Participant>): KnownOrganisation[] {
  const found = new Map<string, { names: Map<string, number>; sectors: Map<Sector, number> }>();
  for (const { organisation, sector } of people) {
    const name = organisation.trim();
    if (!name) continue;
    const key = name.toLowerCase();
    const entry = found.get(key) ?? { names: new Map(), sectors: new Map() };
    found.set(key, entry);
    entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
    if (sector) entry.sectors.set(sector, (entry.sectors.get(sector) ?? 0) + 1);
  }
  return Array.from(found.values(), ({ names, sectors }) => ({
    name: mostOf(names, ''),
    people: [...names.values()].reduce((sum, count) => sum + count, 0),
    sector: mostOf<Sector>(sectors, ''),
  })).toSorted((a, b) => b.people - a.people);
}

function mostOf<T>(counts: ReadonlyMap<T, number>, otherwise: T): T {
  let best = otherwise;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
