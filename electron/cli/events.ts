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

/** For a coordinator whose reception is locked and whose PIN nobody remembers. */
export const eventPin: Verb = {
  name: 'event pin',
  usage: 'event pin --event ID (--pin DIGITS | --remove)',
  does: 'sets the PIN that opens a locked reception, or takes it away, which opens it at once',
  options: { event: { type: 'string' }, pin: { type: 'string' }, remove: { type: 'boolean' } },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const remove = words.values['remove'] === true;
    const pin = remove ? '' : neededText(words, 'pin');
    if (!remove && !/^\d{4,8}$/.test(pin)) throw new UsageError('--pin takes 4 to 8 digits');
    const outcome = await (await desk()).ask('pin.set', { event, pin });
    if (!outcome.ok) return { json: outcome, lines: [], refused: outcome.reason };
    return { json: { pin: !remove }, lines: [remove ? 'The PIN is gone.' : 'The PIN is set.'] };
  },
};

export const eventList: Verb = {
  name: 'event list',
  usage: 'event list',
  does: 'lists the events of this desk',
  options: {},
  run: async ({ desk }) => {
    const asking = await desk();
    const list = await asking.ask('events.list', {});
    const { problems } = await asking.ask('app.info', {});
    const closed = problems.filter((one) => one.closed);
    const why = closed.map(
      ({ event, says }) => `${event} cannot be opened: ${says.map((one) => one.message).join(' ')}`,
    );
    const lines = list.map((one) =>
      one.locked
        ? `${one.id}  ${one.date}  (locked)`
        : `${one.id}  ${one.date}  ${one.present}/${one.participants}  ${one.name}`,
    );
    return {
      json: list,
      lines: lines.length || closed.length ? lines : ['No events yet.'],
      ...(closed.length ? { refused: why.join(' ') } : {}),
    };
  },
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
