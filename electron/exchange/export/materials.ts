import { createHash } from 'node:crypto';
import type { EventState } from '../../../shared/model/state';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import type { Session } from '../../../shared/model/session';
import { asHtml, linkHtml, withLinks } from './html';
import { MATERIALS_STYLE } from './materialsStyle';
import type { ExportWords } from './words';

/**
 * The event's page for those who were there: programme as planned, links, contact persons, organisers, the next
 * event. One HTML file with its style inside: no script, nothing from elsewhere, and a content security policy that
 * would allow neither. It names speakers and contact persons, nobody else.
 */
export function materialsHtml(state: EventState, words: ExportWords): string {
  const { event } = state;
  const { say } = words;
  const place = [event.venue, event.region].filter(Boolean).join(', ');
  const sessions = inOrder(state.sessions);
  const style = `style-src 'sha256-${createHash('sha256').update(MATERIALS_STYLE).digest('base64')}'`;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${style}; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asHtml(`${event.name}: ${say('materials.title')}`)}</title>
<style>${MATERIALS_STYLE}</style>
</head>
<body>
<header>
<h1>${asHtml(event.name)}</h1>
<p>${asHtml([words.day(event.date), place].filter(Boolean).join(' · '))}</p>
${event.theme ? `<p class="theme">${asHtml(event.theme)}</p>` : ''}
</header>
<main>
${sessions.length ? part(say('materials.programme'), programme(state, sessions, words)) : ''}
${part(say('materials.links'), links(state, words))}
${event.contacts.length ? part(say('materials.contacts'), contacts(state)) : ''}
${event.organisers.length ? part(say('materials.organisers'), list(event.organisers.map(asHtml))) : ''}
${event.next.name || event.next.date ? part(say('materials.next'), next(state, words)) : ''}
</main>
</body>
</html>
`.replace(/\n{2,}/g, '\n');
}

const part = (heading: string, inside: string) =>
  `<section>\n<h2>${asHtml(heading)}</h2>\n${inside}\n</section>`;

const list = (items: readonly string[]) =>
  `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

function programme(
  { event }: EventState,
  sessions: readonly Session[],
  words: ExportWords,
): string {
  const rows = sessions.map((session) => {
    const from = instantOf(event.date, session.plannedStart, event.timeZone);
    const clock = `${words.clock(from)}–${words.clock(from + session.plannedMs)}`;
    const title = session.title || words.term(`sessionKind.${session.kind}`);
    const speakers = speakersOf(session, words).map((one) => `<p>${asHtml(one)}</p>`);
    const room = session.room ? `<p class="room">${asHtml(session.room)}</p>` : '';
    return `<tr><td>${clock}</td><th scope="row">${asHtml(title)}${speakers.join('')}${room}</th></tr>`;
  });
  const made = event.sample ? `<p>${asHtml(words.say('materials.sample'))}</p>\n` : '';
  return `${made}<table>\n${rows.join('\n')}\n</table>`;
}

function speakersOf({ panel, speakers }: Session, { say }: ExportWords): string[] {
  const named = (one: { name: string; title: string; organisation?: string }) =>
    [one.name, one.title, one.organisation].filter(Boolean).join(', ');
  if (!panel) return speakers.map(named);
  return [
    ...panel.seats.filter(({ dropped }) => !dropped).map(named),
    ...(panel.moderator ? [say('materials.moderator', { name: panel.moderator })] : []),
  ];
}

function links({ event }: EventState, { say }: ExportWords): string {
  if (event.links.length === 0) return `<p>${asHtml(say('materials.noLinks'))}</p>`;
  return list(event.links.map(({ label, url }) => linkHtml(url, label)));
}

function contacts({ event }: EventState): string {
  return list(
    event.contacts.map(({ name, details }) =>
      [name && `<strong>${asHtml(name)}</strong>`, withLinks(details)].filter(Boolean).join('<br>'),
    ),
  );
}

function next({ event }: EventState, words: ExportWords): string {
  const { name, date, start, end, venue, url } = event.next;
  const clock = [start, end]
    .filter(Boolean)
    .map((time) => clockText(time, words))
    .join('–');
  const when = [date && words.day(date), clock].filter(Boolean).join(' ');
  return [
    name && `<p><strong>${asHtml(name)}</strong></p>`,
    `<p>${asHtml([when, venue].filter(Boolean).join(' · '))}</p>`,
    url && `<p>${linkHtml(url, '')}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** `09:05` as it is written in the language. */
function clockText(time: string, { language }: ExportWords): string {
  const plain = time.replace(/^0/, '');
  return language === 'en' ? plain : plain.replace(':', '.');
}
