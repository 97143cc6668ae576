import { neededText, onlyWord } from './usage';
import type { Verb } from './verb';

export const checkIn: Verb = {
  name: 'checkin',
  usage: 'checkin CODE_OR_EMAIL --event ID [--anyway]',
  does: 'checks one participant in; --anyway lets a cancelled one in',
  options: { event: { type: 'string' }, anyway: { type: 'boolean' } },
  run: async ({ words, desk }) => {
    const who = onlyWord(words, 'the code or e-mail address');
    const anyway = words.values['anyway'] === true;
    const asked = await desk();
    const outcome = await asked.ask('event.command', {
      event: neededText(words, 'event'),
      ask: { command: { type: 'participant.checkIn', who, ...(anyway ? { anyway } : {}) } },
    });
    const participant = outcome.ok ? outcome.participant : outcome.participants?.[0];
    const status = outcome.status ?? 'valid';
    const at = participant?.checkedInAt ?? null;
    const several =
      !outcome.ok && (outcome.participants?.length ?? 0) > 1
        ? { participants: outcome.participants }
        : {};
    const day = outcome.ok && outcome.otherDay ? { otherDay: outcome.otherDay } : {};
    const json = { status, participant: participant ?? null, at, ...several, ...day };
    const name = participant ? `${participant.firstName} ${participant.lastName}`.trim() : who;
    return outcome.ok
      ? { json, lines: [`${name}: ${status}, ${at ?? ''}`, ...dayLine(outcome.otherDay)] }
      : { json: { ...json, reason: outcome.reason }, lines: [], refused: outcome.reason };
  },
};

const dayLine = (day: string | undefined) => (day ? [`Note: the event is on ${day}.`] : []);
