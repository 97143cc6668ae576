import { describe, expect, it } from 'vitest';
import { makeCode } from '../model/code';
import type { Status } from '../model/participant';
import { at, DeskOfPaper, TEST_DAY } from '../testing/deskOfPaper';
import type { Answer } from '../testing/deskOfPaper';

/** How the one who is asked about stands before, or why nobody in particular is meant. */
const BEFORE = [
  'expected',
  'present',
  'left',
  'cancelled',
  'unknown',
  'wrong-event',
  'ambiguous',
] as const;
type Before = (typeof BEFORE)[number];

const ACTIONS = [
  'check in',
  'again',
  'let in anyway',
  'undo',
  'after undo',
  'at another desk',
  'before the day',
  'after closing',
  'leave',
  'come back',
  'cancel',
  'reinstate',
] as const;
type Action = (typeof ACTIONS)[number];

/**
 * One line: how they stood · what is asked · what is answered (a status, `done`, `nothing`, or the code
 * of a refusal) · what is told besides · the facts · how they stand after (`-` = there is nobody). The
 * person came at 8.00 at desk 1, left at 8.10; what is asked is asked at 9.00.
 */
const TABLE = `
expected    | check in        | valid                      |                    | checkedIn  | present 9.00 Tiski 1
expected    | again           | used                       | at 9.00, Tiski 1   |            | present 9.00 Tiski 1
expected    | let in anyway   | valid                      |                    | checkedIn  | present 9.00 Tiski 1
expected    | undo            | done                       |                    | undone     | expected
expected    | after undo      | valid                      |                    | checkedIn  | present 9.02 Tiski 1
expected    | at another desk | valid                      |                    | checkedIn  | present 9.00 Tiski 2
expected    | before the day  | valid                      | day 2026-03-18     | checkedIn  | present 9.00 Tiski 1
expected    | after closing   | closed                     | at 9.00            |            | expected
expected    | leave           | participant.notPresent     |                    |            | expected
expected    | come back       | participant.hasNotLeft     |                    |            | expected
expected    | cancel          | done                       |                    | cancelled  | cancelled
expected    | reinstate       | nothing                    |                    |            | expected
present     | check in        | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | again           | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | let in anyway   | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | undo            | not done                   |                    |            | present 8.00 Tiski 1
present     | after undo      | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | at another desk | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | before the day  | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | after closing   | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
present     | leave           | done                       |                    | left       | left 8.00 Tiski 1
present     | come back       | nothing                    |                    |            | present 8.00 Tiski 1
present     | cancel          | participant.hasCome        |                    |            | present 8.00 Tiski 1
present     | reinstate       | nothing                    |                    |            | present 8.00 Tiski 1
left        | check in        | left                       |                    | cameBack   | present 8.00 Tiski 1
left        | again           | used                       | at 8.00, Tiski 1   |            | present 8.00 Tiski 1
left        | let in anyway   | left                       |                    | cameBack   | present 8.00 Tiski 1
left        | undo            | done                       |                    | undone     | left 8.00 Tiski 1
left        | after undo      | left                       |                    | cameBack   | present 8.00 Tiski 1
left        | at another desk | left                       |                    | cameBack   | present 8.00 Tiski 1
left        | before the day  | left                       |                    | cameBack   | present 8.00 Tiski 1
left        | after closing   | closed                     | at 9.00            |            | left 8.00 Tiski 1
left        | leave           | nothing                    |                    |            | left 8.00 Tiski 1
left        | come back       | done                       |                    | cameBack   | present 8.00 Tiski 1
left        | cancel          | participant.hasCome        |                    |            | left 8.00 Tiski 1
left        | reinstate       | nothing                    |                    |            | left 8.00 Tiski 1
cancelled   | check in        | cancelled                  |                    |            | cancelled
cancelled   | again           | cancelled                  |                    |            | cancelled
cancelled   | let in anyway   | valid                      |                    | checkedIn  | present 9.00 Tiski 1
cancelled   | undo            | not done                   |                    |            | cancelled
cancelled   | after undo      | cancelled                  |                    |            | cancelled
cancelled   | at another desk | cancelled                  |                    |            | cancelled
cancelled   | before the day  | cancelled                  |                    |            | cancelled
cancelled   | after closing   | closed                     | at 9.00            |            | cancelled
cancelled   | leave           | participant.notPresent     |                    |            | cancelled
cancelled   | come back       | participant.hasNotLeft     |                    |            | cancelled
cancelled   | cancel          | nothing                    |                    |            | cancelled
cancelled   | reinstate       | done                       |                    | reinstated | expected
unknown     | check in        | unknown                    |                    |            | -
unknown     | again           | unknown                    |                    |            | -
unknown     | let in anyway   | unknown                    |                    |            | -
unknown     | undo            | not done                   |                    |            | -
unknown     | after undo      | unknown                    |                    |            | -
unknown     | at another desk | unknown                    |                    |            | -
unknown     | before the day  | unknown                    |                    |            | -
unknown     | after closing   | unknown                    |                    |            | -
unknown     | leave           | unknown                    |                    |            | -
unknown     | come back       | unknown                    |                    |            | -
unknown     | cancel          | unknown                    |                    |            | -
unknown     | reinstate       | unknown                    |                    |            | -
wrong-event | check in        | wrong-event                |                    |            | -
wrong-event | again           | wrong-event                |                    |            | -
wrong-event | let in anyway   | wrong-event                |                    |            | -
wrong-event | undo            | not done                   |                    |            | -
wrong-event | after undo      | wrong-event                |                    |            | -
wrong-event | at another desk | wrong-event                |                    |            | -
wrong-event | before the day  | wrong-event                |                    |            | -
wrong-event | after closing   | wrong-event                |                    |            | -
wrong-event | leave           | wrong-event                |                    |            | -
wrong-event | come back       | wrong-event                |                    |            | -
wrong-event | cancel          | wrong-event                |                    |            | -
wrong-event | reinstate       | wrong-event                |                    |            | -
ambiguous   | check in        | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | again           | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | let in anyway   | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | undo            | not done                   |                    |            | -
ambiguous   | after undo      | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | at another desk | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | before the day  | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | after closing   | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | leave           | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | come back       | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | cancel          | ambiguous                  | Aino Aikio, Eino Aikio |        | -
ambiguous   | reinstate       | ambiguous                  | Aino Aikio, Eino Aikio |        | -
`;

interface Line {
  before: Before;
  action: Action;
  answer: string;
  told: string;
  facts: string;
  after: string;
}

const lines: Line[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [before, action, answer = '', told = '', facts = '', after = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const known = BEFORE.find((one) => one === before);
    const asked = ACTIONS.find((one) => one === action);
    if (!known || !asked) throw new Error(`The table does not know “${line}”.`);
    return { before: known, action: asked, answer, told, facts, after };
  });

const NINE = at(9 * 60);
const A_MINUTE = 60_000;

/** A desk at 9.00 and by what the one in question is asked for. */
function situation(before: Before): { desk: DeskOfPaper; who: string; id: string } {
  const desk = new DeskOfPaper();
  if (before === 'unknown' || before === 'wrong-event') {
    const tag = before === 'unknown' ? 'T1' : 'X9';
    desk.now = NINE;
    return { desk, who: makeCode(tag, new Uint8Array(9)), id: '' };
  }
  if (before === 'ambiguous') {
    const email = 'info@example.fi';
    for (const firstName of ['Aino', 'Eino']) {
      desk.must({ type: 'participant.add', fields: { firstName, lastName: 'Aikio', email } });
    }
    desk.now = NINE;
    return { desk, who: email, id: '' };
  }
  const id = desk.person('Aino', 'Näkkäläjärvi');
  bringTo(desk, id, before);
  desk.now = NINE;
  return { desk, who: id, id };
}

function bringTo(desk: DeskOfPaper, who: string, status: Status): void {
  if (status === 'present' || status === 'left') desk.must({ type: 'participant.checkIn', who });
  desk.pass(10 * A_MINUTE);
  if (status === 'left') desk.must({ type: 'participant.leave', who });
  if (status === 'cancelled') desk.must({ type: 'participant.cancel', who });
}

/** Takes a check-in back when it was carried out; there is nothing to take back when it was not. */
function undo(desk: DeskOfPaper, { cmd, facts }: Answer): Answer | undefined {
  desk.pass(A_MINUTE);
  return facts.length > 0 ? desk.must({ type: 'undo', of: cmd }) : undefined;
}

function act(desk: DeskOfPaper, who: string, action: Action): Answer | undefined {
  const checkIn = () => desk.ask({ type: 'participant.checkIn', who });
  switch (action) {
    case 'check in':
      return checkIn();
    case 'again':
      checkIn();
      desk.pass(A_MINUTE);
      return checkIn();
    case 'let in anyway':
      return desk.ask({ type: 'participant.checkIn', who, anyway: true });
    case 'undo':
      return undo(desk, checkIn());
    case 'after undo':
      undo(desk, checkIn());
      desk.pass(A_MINUTE);
      return checkIn();
    case 'at another desk':
      desk.desk = 'Tiski 2';
      return checkIn();
    case 'before the day':
      desk.now -= 24 * 60 * A_MINUTE;
      return checkIn();
    case 'after closing':
      desk.must({ type: 'event.close' });
      desk.pass(A_MINUTE);
      return checkIn();
    case 'leave':
      return desk.ask({ type: 'participant.leave', who });
    case 'come back':
      return desk.ask({ type: 'participant.comeBack', who });
    case 'cancel':
      return desk.ask({ type: 'participant.cancel', who });
    case 'reinstate':
      return desk.ask({ type: 'participant.reinstate', who });
  }
}

function clock(instant: unknown): string {
  if (typeof instant !== 'number') return '';
  const minute = Math.floor((instant - at(0)) / A_MINUTE + 24 * 60) % (24 * 60);
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;
}

function answerIn(answer: Answer | undefined): string {
  if (!answer) return 'not done';
  const { refusal, facts, status } = answer;
  if (refusal) return refusal.status ?? refusal.code;
  return facts.length === 0 ? 'nothing' : status || 'done';
}

function toldIn(answer: Answer | undefined): string {
  const { refusal, otherDay } = answer ?? {};
  if (otherDay) return `day ${otherDay}`;
  const { at: when, desk, names } = refusal?.params ?? {};
  if (refusal?.status === 'used') return `at ${clock(when)}, ${desk}`;
  if (refusal?.status === 'closed') return `at ${clock(when)}`;
  return typeof names === 'string' ? names : '';
}

function standing(desk: DeskOfPaper, id: string): string {
  const person = desk.state.participants.get(id);
  if (!person) return '-';
  return [person.status, clock(person.checkedInAt), person.checkedInDesk].filter(Boolean).join(' ');
}

describe('the status of a participant', () => {
  it('is tried with every action, each once', () => {
    const tried = lines.map(({ before, action }) => `${before}, ${action}`);
    const all = BEFORE.flatMap((before) => ACTIONS.map((action) => `${before}, ${action}`));
    expect(tried).toEqual(all);
  });

  it.each(lines)(
    '$before, "$action": $answer $told, then $after',
    ({ before, action, answer, told, facts, after }) => {
      const { desk, who, id } = situation(before);
      const given = act(desk, who, action);
      expect(answerIn(given)).toBe(answer);
      expect(toldIn(given)).toBe(told);
      const kinds = given?.facts.map(({ type }) => type.replace('participant.', '')) ?? [];
      expect(kinds.join(' ')).toBe(facts);
      expect(standing(desk, id)).toBe(after);
      if (given?.refusal && id) {
        expect(given.refusal.participants?.map((one) => one.id)).toEqual([id]);
      }
      if (answer === 'ambiguous') expect(given?.refusal?.participants).toHaveLength(2);
    },
  );
});

describe('the day of an event', () => {
  const onDay = (day: number, minute: number) => {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    desk.now = at(day * 24 * 60 + minute);
    return desk.must({ type: 'participant.checkIn', who }).otherDay;
  };

  it('lasts from midnight until four in the morning after', () => {
    expect(onDay(0, 0)).toBeUndefined();
    expect(onDay(1, 3 * 60 + 59)).toBeUndefined();
    expect(onDay(-1, 24 * 60 - 1)).toBe(TEST_DAY);
    expect(onDay(1, 4 * 60)).toBe(TEST_DAY);
  });

  it('is told of a walk-in too', () => {
    const desk = new DeskOfPaper();
    desk.now -= 24 * 60 * A_MINUTE;
    const add = { type: 'participant.add', fields: { firstName: 'Eino' } } as const;
    expect(desk.must({ ...add, walkIn: true, checkIn: true }).otherDay).toBe(TEST_DAY);
    expect(desk.must(add).otherDay).toBeUndefined();
  });
});

describe('an event that has been closed', () => {
  function closed() {
    const desk = new DeskOfPaper();
    const who = desk.person('Aino');
    const awaited = desk.person('Eino');
    const came = desk.must({ type: 'participant.checkIn', who });
    desk.must({ type: 'event.close' });
    return { desk, who, awaited, came };
  }

  it('takes nobody in and lets nobody out, until it is opened again', () => {
    const { desk, who, awaited, came } = closed();
    const asks = () => [
      desk.ask({ type: 'participant.checkIn', who: awaited }),
      desk.ask({ type: 'participant.checkInGroup', who: [awaited] }),
      desk.ask({ type: 'participant.add', fields: { firstName: 'Onni' }, checkIn: true }),
      desk.ask({ type: 'participant.cancel', who: awaited }),
      desk.ask({ type: 'participant.leave', who }),
      desk.ask({ type: 'undo', of: came.cmd }),
    ];
    for (const { refusal } of asks()) expect(refusal?.code).toBe('event.closed');
    desk.must({ type: 'event.reopen' });
    expect(desk.must({ type: 'participant.checkIn', who: awaited }).status).toBe('valid');
    expect(desk.must({ type: 'undo', of: came.cmd }).facts).toHaveLength(1);
  });

  it('still lets details be corrected, and double records be joined', () => {
    const { desk, who, awaited } = closed();
    desk.must({ type: 'participant.edit', who, fields: { phone: '1' } });
    const merged = desk.must({ type: 'participant.merge', who, other: awaited });
    desk.must({ type: 'undo', of: merged.cmd });
    expect(desk.state.participants.has(awaited)).toBe(true);
  });

  it('brings nothing back that had been undone before', () => {
    const { desk, came } = closed();
    desk.must({ type: 'event.reopen' });
    const undone = desk.must({ type: 'undo', of: came.cmd });
    desk.must({ type: 'event.close' });
    expect(desk.ask({ type: 'undo', of: undone.cmd }).refusal?.code).toBe('event.closed');
  });

  it('is opened again by undoing, and closed only once', () => {
    const { desk } = closed();
    expect(desk.ask({ type: 'event.close' }).refusal?.code).toBe('event.closedAlready');
    desk.must({ type: 'undo' });
    expect(desk.state.event.closedAt).toBeNull();
  });
});
