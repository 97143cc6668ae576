import fc from 'fast-check';
import { attendanceOf } from '../figures/attendance';
import type { Command } from '../commands/command';
import type { EventState } from '../model/state';
import { MINUTE } from '../model/units';
import { marksOf } from '../panel/marks';
import { turnsOf } from '../panel/ledger';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';

/** A day at a desk whose every personal word is made up and known. */
export interface Day {
  desk: DeskOfPaper;
  /** Every personal text that was stated, whole. */
  personal: Set<string>;
}

const SYLLABLES = ['Qvä', 'zyl', 'xöh', 'wuf', 'kåj', 'phy', 'gnu', 'bżi'];

/** A word that nothing else in the history holds; the same for the same number. */
function word(n: number): string {
  let made = '';
  for (let rest = n + 8; rest > 0; rest = Math.floor(rest / 8)) made += SYLLABLES[rest % 8] ?? '';
  return made[0]?.toUpperCase() + made.slice(1);
}

/** What happens next: which of the ways below, and two numbers to choose by. */
export const steps = fc.array(fc.tuple(fc.nat(19), fc.nat(30), fc.nat(30)), {
  minLength: 5,
  maxLength: 40,
});

/** Lets the steps happen; commands that are refused change nothing, as at a real desk. */
export function dayOf(happenings: ReadonlyArray<readonly [number, number, number]>): Day {
  const desk = new DeskOfPaper({ name: 'Kohtaamisia', organisers: ['Maakunnan liitto'] });
  const personal = new Set<string>();
  const say = (text: string) => {
    personal.add(text);
    return text;
  };
  let count = 0;
  const people: Array<{ id: string; name: string }> = [];
  const panel = desk.panel(2, { reserveMs: 5 * MINUTE });
  const fieldsOf = (n: number) => {
    const made = count++;
    const [firstName, lastName] = [say(word(3 * made)), say(word(3 * made + 1))];
    say(`${firstName} ${lastName}`);
    return {
      firstName,
      lastName,
      email: say(`${word(3 * made)}@${word(n)}.example`),
      phone: say(`+358 40 ${1_000_000 + made}`),
      organisation: n % 5 === 0 ? '' : say(`${word(1_000 + (n % 7))} Oy`),
      title: say(`Johtaja ${word(2_000 + n)}`),
      sector: (['private', 'public', 'third', 'other', ''] as const)[n % 5] ?? '',
      orgSize: ['1–9', '250+', '', say(`vain ${firstName}`)][n % 4] ?? '',
      role: ['participant', 'speaker', say(`ystävä ${word(3_000 + made)}`)][n % 3] ?? '',
      diet: say(`ei ${word(4_000 + n)}`),
      notes: say(`Soita "${word(5_000 + n)}"\nä\u00a0`.trim()),
      offers: [say(`tarjoan ${word(6_000 + n)}`)],
      needs: [say(`etsin ${word(7_000 + n)}`)],
      consentContact: n % 2 === 0,
      externalId: say(`ILMO-${word(8_000 + made)}`),
      answers: {
        [say(`Mitä ${word(9_000 + n)}?`)]: say(`vastaus ${word(10_000 + n)}`),
        Maakunta: ['Kainuu', '', 'Korvenkylä', say(`kylä ${word(16_000 + made)}`)][n % 4] ?? '',
      },
    };
  };
  for (const [way, one, two] of happenings) {
    const chosen = people[one % Math.max(1, people.length)];
    const who = chosen?.id ?? 'nobody';
    desk.pass((1 + one) * 1_000);
    const ask = (command: Command) => void desk.ask(command);
    const add = (walkIn: boolean) => {
      const fields = fieldsOf(two);
      const command: Command = { type: 'participant.add', fields, walkIn, checkIn: walkIn };
      const id = idOf(desk.must(command), 'participant.added');
      people.push({ id, name: `${fields.firstName} ${fields.lastName}` });
    };
    const ways: Array<() => void> = [
      () => add(true),
      () => add(false),
      () => {
        const rows = [0, 1].map((row) => ({ row, fields: fieldsOf(two + row) }));
        const heading = say(`Etunimi ${word(11_000 + two)}`);
        const mapping = { [heading]: 'firstName' };
        ask({ type: 'participants.import', file: 'a.csv', rows, mapping });
      },
      () => ask({ type: 'participant.checkIn', who }),
      () => ask({ type: 'participant.leave', who }),
      () => ask({ type: 'participant.cancel', who }),
      () => ask({ type: 'participant.reinstate', who }),
      () => {
        const { externalId, ...fields } = fieldsOf(two);
        personal.delete(externalId);
        ask({ type: 'participant.edit', who, fields });
      },
      () => ask({ type: 'badges.printed', who: [who] }),
      () => ask({ type: 'undo' }),
      () => ask({ type: 'undo', of: desk.state.recent[one % 10]?.cmd ?? '' }),
      () => {
        const text = say(`Lopeta ${word(12_000 + two)}`);
        ask({ type: 'stage.message', text, urgent: true });
      },
      () => {
        const title = `Puhujana ${chosen?.name ?? 'joku'}`;
        const speakers = [{ name: chosen?.name ?? 'Vieras', title: '' }];
        ask({ type: 'session.add', fields: { title, speakers } });
      },
      () => {
        const details = chosen ? say(`puh. ${word(13_000 + two)}`) : 'ilmoitustaulu';
        const contacts = [{ name: chosen?.name ?? 'Toimisto', details }];
        ask({ type: 'event.edit', fields: { contacts } });
      },
      () => {
        const session = desk.state.sessions.get(panel);
        if (!session?.panel || !chosen) return;
        const seat = { id: 'a', title: say(`rehtori ${word(14_000 + two)}`), weight: 2 };
        const name = say(`tri ${word(15_000 + two)}`);
        const more = { name, organisation: '', participant: chosen.id, dropped: false };
        const seats = [{ ...seat, ...more }, ...session.panel.seats.slice(1)];
        ask({
          type: 'session.edit',
          session: panel,
          fields: { panel: { ...session.panel, seats } },
        });
      },
      () => ask({ type: 'floor.give', session: panel, speaker: one % 2 ? 'a' : 'b' }),
      () => ask({ type: 'floor.pause', session: panel }),
      () => ask({ type: 'participant.merge', who, other: people[two % people.length]?.id ?? 'x' }),
      () => ask({ type: 'session.start', session: panel }),
      () => ask({ type: 'programme.replan', strategy: 'shift' }),
    ];
    ways[way]?.();
  }
  return { desk, personal };
}

/** What the organisers count after the day; every one of these has to outlive the erasing. */
export function figuresOf(state: EventState) {
  const people = [...state.participants];
  const tally = (of: (one: (typeof people)[number]) => string) => {
    const counts = new Map<string, number>();
    for (const one of people) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return counts;
  };
  const { byRole, bySize, byRegion } = attendanceOf(people, null);
  const sorted = (counts: Map<string, number>) => [...counts].toSorted();
  return {
    statuses: sorted(tally((one) => `${one.status} ${one.source}`)),
    sectors: sorted(tally((one) => `${one.sector} ${one.status}`)),
    arrivals: people.map((one) => one.checkedInAt ?? 0).toSorted((a, b) => a - b),
    departures: people.map((one) => one.leftAt ?? 0).toSorted((a, b) => a - b),
    badges: people.reduce((sum, one) => sum + one.prints.length, 0),
    consents: sorted(tally((one) => `${one.consentContact} ${one.consentPhoto}`)),
    // The organisations lose their names, and stay as many and as large.
    organisations: [...tally((one) => one.organisation.toLowerCase()).values()].toSorted(),
    groups: [byRole, bySize, byRegion],
    withoutOrganisation: people.filter((one) => one.organisation === '').length,
    panels: [...state.sessions].map((session) => ({
      id: session.id,
      plannedMs: session.plannedMs,
      seats: session.panel?.seats.map((seat) => [seat.id, seat.weight, seat.dropped]),
      turns: turnsOf(marksOf(state, session.id), session.startedAt, session.endedAt, 9e12).map(
        ({ speaker, ms, corrected }) => [speaker, ms, corrected],
      ),
    })),
  };
}
