import type { Engine } from './engines';
import type { Person } from './names';

/**
 * How check-in programs match what is typed, restated from what they say of themselves, in the reading that is kindest
 * to them: case is ignored, and what was typed may stand anywhere in a text. None of them says that marks (å as a) or
 * slips are forgiven, or that words may come in another order; those found are listed by name, as they list them.
 */
function containing(
  name: string,
  people: readonly Person[],
  texts: (person: Person) => string[],
  beginnings: (person: Person) => string[] = () => [],
): Engine {
  const lower = (list: string[]): string[] => list.map((text) => text.toLowerCase());
  const lines = people.map((person, at) => ({
    at,
    texts: lower(texts(person)),
    beginnings: lower(beginnings(person)),
    place: `${person.lastName} ${person.firstName}`,
  }));
  lines.sort((a, b) => a.place.localeCompare(b.place, 'fi'));
  return {
    name,
    looksThroughAll: true,
    find(query, limit) {
      const typed = query.trim().toLowerCase();
      const found: number[] = [];
      for (const line of lines) {
        const fits =
          line.texts.some((text) => text.includes(typed)) ||
          line.beginnings.some((text) => text.startsWith(typed));
        if (fits) found.push(line.at);
        if (found.length === limit) break;
      }
      return found;
    },
  };
}

/**
 * pretix's check-in search: "matching the attendee name, order code, invoice address name as well as to the beginning
 * of the secret", listed by attendee name (docs.pretix.eu, REST API, check-in lists, positions, `search`).
 */
export function pretix(people: readonly Person[]): Engine {
  return containing(
    'pretix',
    people,
    ({ firstName, lastName, organisation }) => [`${firstName} ${lastName}`, organisation],
    ({ code }) => [code],
  );
}

/**
 * Hi.Events' check-in list: by name, order number, attendee number or e-mail, as its search bar says (Hi.Events on
 * GitHub, #1049).
 */
export function hiEvents(people: readonly Person[]): Engine {
  return containing('Hi.Events', people, ({ firstName, lastName, email, code }) => [
    `${firstName} ${lastName}`,
    email,
    code,
  ]);
}

/**
 * Indico's list of registrations is searched by the text of its columns; which, its documentation leaves open, so all
 * that a registration has are taken here.
 */
export function indico(people: readonly Person[]): Engine {
  return containing(
    'Indico',
    people,
    ({ firstName, lastName, organisation, email, title, code }) => [
      `${firstName} ${lastName}`,
      organisation,
      email,
      title,
      code,
    ],
  );
}
