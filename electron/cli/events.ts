import { UsageError, neededText, oneOf, textOf } from './usage';
import type { Verb } from './verb';

export const demo: Verb = {
  name: 'demo',
  usage: 'demo',
  does: 'creates the sample event',
  options: {},
  run: async ({ desk }) => {
    const made = await (await desk()).ask('events.demo', {});
    return { json: made, lines: [`The sample event is ${made.event}.`] };
  },
};

export const eventCreate: Verb = {
  name: 'event create',
  usage: 'event create --name N --date YYYY-MM-DD [--region R] [--venue V] [--template soteuttamo]',
  does: 'creates an event, empty or with the programme of a template',
  options: {
    name: { type: 'string' },
    date: { type: 'string' },
    region: { type: 'string' },
    venue: { type: 'string' },
    template: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const date = neededText(words, 'date');
    if (!isDay(date)) {
      throw new UsageError(
        `--date takes a day as YYYY-MM-DD, for example 2027-03-27; not "${date}"`,
      );
    }
    const template = textOf(words, 'template');
    const details = {
      name: neededText(words, 'name'),
      date,
      region: textOf(words, 'region') ?? '',
      venue: textOf(words, 'venue') ?? '',
    };
    const made = await (
      await desk()
    ).ask('events.create', {
      details,
      ...(template ? { template: oneOf(template, ['empty', 'soteuttamo'], 'template') } : {}),
    });
    return { json: made, lines: [`The event ${details.name} is ${made.event}.`] };
  },
};

export const eventList: Verb = {
  name: 'event list',
  usage: 'event list',
  does: 'lists the events of this desk',
  options: {},
  run: async ({ desk }) => {
    const list = await (await desk()).ask('events.list', {});
    const lines = list.map(
      (one) => `${one.id}  ${one.date}  ${one.present}/${one.participants}  ${one.name}`,
    );
    return { json: list, lines: lines.length ? lines : ['No events yet.'] };
  },
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
