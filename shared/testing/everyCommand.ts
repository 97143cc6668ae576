import type { Command } from '../commands/command';
import { DEFAULT_DESIGN, withMoved } from '../badges/design';
import { logoUrl } from '../badges/logo';
import { MINUTE } from '../model/units';
import { DeskOfPaper, idOf } from './deskOfPaper';

/** One way a command can come about: a desk on which it is about to be asked. */
export interface Occasion {
  desk: DeskOfPaper;
  command: Command;
}

const LOGO = logoUrl({
  kind: 'svg',
  bytes: new TextEncoder().encode('<svg viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'),
});

type Occasions = { [T in Command['type']]: () => { desk: DeskOfPaper; command: Command } };

function withPerson(command: (who: string, desk: DeskOfPaper) => Command): Occasion {
  const desk = new DeskOfPaper();
  desk.person('Eino');
  const who = desk.person('Aino', 'Näkkäläjärvi');
  return { desk, command: command(who, desk) };
}

/** A talk that runs, a panel after it, and a break; the panel begun with two turns if asked. */
function withProgramme(
  command: (of: { talk: string; panel: string; pause: string; turn: string }) => Command,
  { begun = true } = {},
): Occasion {
  const desk = new DeskOfPaper();
  const talk = desk.session({ title: 'Avaus', plannedStart: 500, plannedMs: 10 * MINUTE });
  const panel = desk.panel(3, {}, { plannedStart: 510, plannedMs: 40 * MINUTE });
  const plannedMs = 30 * MINUTE;
  const pause = desk.session({ kind: 'break', plannedStart: 550, plannedMs });
  desk.now += 40 * MINUTE;
  desk.must({ type: 'session.start', session: talk });
  let turn = '';
  if (begun) {
    desk.pass(60_000);
    const given = desk.must({ type: 'floor.give', session: panel, speaker: 'a' });
    turn = idOf(given, 'floor.given');
    desk.pass(60_000);
    desk.must({ type: 'floor.give', session: panel, speaker: 'b' });
    desk.must({ type: 'hand.raise', session: panel, seat: 'c' });
  }
  desk.pass(60_000);
  return { desk, command: command({ talk, panel, pause, turn }) };
}

/** Every kind of command, each on a desk where it changes something. */
export const everyCommand: Occasions = {
  'participant.add': () =>
    withPerson(() => ({
      type: 'participant.add',
      fields: { firstName: 'Onni', offers: ['kotihoito'] },
      walkIn: true,
      checkIn: true,
    })),
  'participant.edit': () =>
    withPerson((who) => ({
      type: 'participant.edit',
      who,
      fields: { lastName: 'Aikio', needs: ['tilat'], consentPhoto: false },
    })),
  'participant.checkIn': () => withPerson((who) => ({ type: 'participant.checkIn', who })),
  'participant.checkInGroup': () =>
    withPerson((who, desk) => ({
      type: 'participant.checkInGroup',
      who: [who, ...[...desk.state.participants].map((one) => one.id)],
    })),
  'participant.leave': () =>
    withPerson((who, desk) => {
      desk.must({ type: 'participant.checkIn', who });
      desk.pass(1_000);
      return { type: 'participant.leave', who };
    }),
  'participant.comeBack': () =>
    withPerson((who, desk) => {
      desk.must({ type: 'participant.checkIn', who });
      desk.must({ type: 'participant.leave', who });
      desk.pass(1_000);
      return { type: 'participant.comeBack', who };
    }),
  'participant.cancel': () => withPerson((who) => ({ type: 'participant.cancel', who })),
  'participant.reinstate': () =>
    withPerson((who, desk) => {
      desk.must({ type: 'participant.cancel', who });
      return { type: 'participant.reinstate', who };
    }),
  'participants.import': () =>
    withPerson((who, desk) => {
      const fields = { email: 'aino@example.fi' };
      desk.must({ type: 'participant.edit', who, fields });
      return {
        type: 'participants.import',
        file: 'ilmoittautuneet.csv',
        mapping: { Puhelin: 'phone' },
        rows: [
          {
            row: 2,
            fields: { firstName: 'Aino', lastName: 'Näkkäläjärvi', ...fields, phone: '1' },
          },
          { row: 3, fields: { firstName: 'Veera', email: 'veera@example.fi' } },
          { row: 4, fields: { firstName: 'Onni', email: 'onni@example.fi' } },
        ],
      };
    }),
  'badges.printed': () =>
    withPerson((who) => ({ type: 'badges.printed', who: [who], again: 'lost' })),
  'participant.merge': () =>
    withPerson((who, desk) => {
      const other = desk.person('Aino', 'Näkkäläjärvi');
      desk.must({
        type: 'participant.edit',
        who: other,
        fields: { phone: '1', notes: 'Puhuu', diet: 'gluteeniton', consentPhoto: false },
      });
      desk.must({ type: 'participant.checkIn', who: other });
      desk.must({ type: 'badges.printed', who: [other] });
      const seat = { id: 'a', name: 'Aino', title: '', organisation: '', participant: other };
      desk.panel(0, { seats: [{ ...seat, weight: 1, dropped: false }] });
      return { type: 'participant.merge', who, other };
    }),
  'event.close': () => withPerson(() => ({ type: 'event.close' })),
  'event.reopen': () =>
    withPerson((_, desk) => {
      desk.must({ type: 'event.close' });
      return { type: 'event.reopen' };
    }),
  'event.setPin': () =>
    withPerson(() => ({
      type: 'event.setPin',
      hash: `scrypt$${'s'.repeat(22)}$${'h'.repeat(43)}`,
    })),
  'event.edit': () =>
    withPerson(() => ({
      type: 'event.edit',
      fields: {
        theme: 'Henkilökohtainen budjetointi',
        badgeDesign: withMoved(DEFAULT_DESIGN, 'qr', 0),
        badgeLogo: LOGO,
      },
    })),
  'programme.add': () =>
    withProgramme(() => ({
      type: 'programme.add',
      sessions: [{ title: 'Kysely' }, { title: 'Lounas', kind: 'break' }],
    })),
  'session.add': () =>
    withProgramme(() => ({ type: 'session.add', fields: { title: 'Kysely', kind: 'talk' } })),
  'session.edit': () =>
    withProgramme(({ pause }) => ({
      type: 'session.edit',
      session: pause,
      fields: { title: 'Kahvi', fixed: true, speakers: [{ name: 'A', title: '' }] },
    })),
  'session.move': () =>
    withProgramme(({ panel, pause }) => ({ type: 'session.move', session: pause, before: panel }), {
      begun: false,
    }),
  'session.remove': () =>
    withProgramme(({ panel }) => ({ type: 'session.remove', session: panel }), { begun: false }),
  'session.start': () => withProgramme(({ pause }) => ({ type: 'session.start', session: pause })),
  'session.end': () => withProgramme(({ panel }) => ({ type: 'session.end', session: panel })),
  'programme.replan': () =>
    withProgramme(({ pause }) => ({ type: 'programme.replan', strategy: 'drop', drop: pause })),
  'floor.give': () =>
    withProgramme(({ panel }) => ({ type: 'floor.give', session: panel, speaker: 'c' })),
  'floor.pause': () => withProgramme(({ panel }) => ({ type: 'floor.pause', session: panel })),
  'floor.resume': () => {
    const { desk, command } = withProgramme(({ panel }) => ({
      type: 'floor.pause',
      session: panel,
    }));
    desk.must(command);
    desk.pass(1_000);
    const session = command.type === 'floor.pause' ? command.session : '';
    return { desk, command: { type: 'floor.resume', session } };
  },
  'turn.giveTo': () =>
    withProgramme(({ turn }) => ({ type: 'turn.giveTo', mark: turn, speaker: 'c' })),
  'turn.startAt': () => {
    const { desk } = withProgramme(({ panel }) => ({ type: 'floor.pause', session: panel }));
    const last = [...desk.state.marks].toSorted((a, b) => a.at - b.at).at(-1);
    if (!last) throw new Error('no turn');
    return { desk, command: { type: 'turn.startAt', mark: last.id, at: last.at - 5_000 } };
  },
  'turn.split': () => {
    const { desk, command } = withProgramme(({ turn }) => ({ type: 'turn.takeBack', mark: turn }));
    const mark = command.type === 'turn.takeBack' ? command.mark : '';
    const from = desk.state.marks.get(mark)?.at ?? 0;
    return { desk, command: { type: 'turn.split', mark, at: from + 5_000, speaker: 'c' } };
  },
  'turn.leaveOut': () => {
    const { desk } = withProgramme(({ turn }) => ({ type: 'turn.takeBack', mark: turn }));
    desk.pass(MINUTE);
    const mark = [...desk.state.marks].toSorted((a, b) => a.at - b.at).at(-1);
    if (!mark) throw new Error('no turn');
    const from = mark.at + 5_000;
    return { desk, command: { type: 'turn.leaveOut', mark: mark.id, from, to: from + 20_000 } };
  },
  'turn.join': () => {
    const { desk } = withProgramme(({ panel }) => ({ type: 'floor.pause', session: panel }));
    const last = [...desk.state.marks].toSorted((a, b) => a.at - b.at).at(-1);
    if (!last) throw new Error('no turn');
    return { desk, command: { type: 'turn.join', mark: last.id, speaker: 'a' } };
  },
  'turn.extend': () =>
    withProgramme(({ turn }) => ({ type: 'turn.extend', mark: turn, ms: 30_000 })),
  'panel.edit': () =>
    withProgramme(({ panel }) => ({
      type: 'panel.edit',
      session: panel,
      fields: { turnLimitMs: 3 * MINUTE, warnMs: { first: 20_000, second: 5_000 } },
    })),
  'seat.add': () =>
    withProgramme(({ panel }) => ({
      type: 'seat.add',
      session: panel,
      fields: { name: 'Åke Myöhästynyt', weight: 2 },
    })),
  'seat.edit': () =>
    withProgramme(({ panel }) => ({
      type: 'seat.edit',
      session: panel,
      seat: 'b',
      fields: { dropped: true },
    })),
  'seat.move': () =>
    withProgramme(({ panel }) => ({
      type: 'seat.move',
      session: panel,
      seat: 'c',
      before: 'a',
    })),
  'turn.takeBack': () => withProgramme(({ turn }) => ({ type: 'turn.takeBack', mark: turn })),
  'hand.raise': () =>
    withProgramme(({ panel }) => ({ type: 'hand.raise', session: panel, seat: 'a' })),
  'hand.lower': () =>
    withProgramme(({ panel }) => ({ type: 'hand.lower', session: panel, seat: 'c' })),
  'feedback.give': () =>
    withPerson(() => ({
      type: 'feedback.give',
      answers: { usefulness: 4, met: true, agreed: 'Soitamme Ainolle', ideas: 2 },
    })),
  'feedback.remove': () =>
    withPerson((_, desk) => {
      const given = desk.must({ type: 'feedback.give', answers: { usefulness: 1 } });
      return { type: 'feedback.remove', feedback: idOf(given, 'feedback.given') };
    }),
  'stage.message': () =>
    withPerson(() => ({ type: 'stage.message', text: 'Lopettele', urgent: true })),
  'stage.clear': () =>
    withPerson((_, desk) => {
      desk.must({ type: 'stage.message', text: 'Lopettele' });
      return { type: 'stage.clear' };
    }),
  'stage.blackout': () => withPerson(() => ({ type: 'stage.blackout', on: true })),
  undo: () =>
    withPerson((who, desk) => {
      desk.must({ type: 'participant.checkIn', who });
      return { type: 'undo' };
    }),
};

/** As `everyCommand`, without those that only their own opposite takes back: guests' feedback. */
export const everyUndoable = Object.entries(everyCommand).filter(
  ([type]) => !type.startsWith('feedback.'),
);
