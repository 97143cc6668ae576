import { describe, expect, it } from 'vitest';
import { fold } from '../facts/fold';
import { NO_DETAILS } from '../model/participant';
import type { Details } from '../model/participant';
import { stateFromJson, stateToJson } from '../model/state';
import type { EventState, StateJson } from '../model/state';
import { everyCommand } from '../testing/everyCommand';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { projectCommit, projectFrame, projectOutcome, projectState } from './project';

const SECRETS: Partial<Details> = {
  email: 'salainen@malli.example',
  phone: '+358 00 salainen',
  diet: 'salainen ruoka',
  notes: 'salainen huomautus',
  offers: ['salainen tarjous'],
  needs: ['salainen tarve'],
  externalId: 'salainen-7',
  answers: { Mistä: 'salainen vastaus' },
  consentContact: true,
};

/** What a person would compare: without the list of what can be undone, which keeps hidden changes empty. */
const withoutRecent = ({ recent: _recent, event, ...rest }: StateJson) => ({
  ...rest,
  // Which fact stated a field is book-keeping.
  event: { ...event, edits: {} },
});

const asSeen = (role: 'reception' | 'moderator' | 'kiosk', state: EventState) =>
  stateFromJson(projectState(role, stateToJson(state)));

describe.each(['reception', 'moderator', 'kiosk'] as const)('a %s’s copy', (role) => {
  it.each(Object.keys(everyCommand))('goes on as the desk’s own through %s', (type) => {
    const [, occasion] = Object.entries(everyCommand).find(([name]) => name === type) ?? [];
    const { desk, command } = occasion?.() ?? { desk: new DeskOfPaper(), command: null };
    const before = desk.state;
    const told = desk.commits.length;
    if (command) desk.ask(command);
    let seen = asSeen(role, before);
    for (const commit of desk.commits.slice(told)) seen = fold(seen, projectCommit(role, commit));
    expect(desk.state.seq).toBeGreaterThan(before.seq);
    expect(withoutRecent(stateToJson(seen))).toEqual(
      withoutRecent(projectState(role, stateToJson(desk.state))),
    );
  });
});

describe('what is hidden', () => {
  function lived() {
    const desk = new DeskOfPaper();
    desk.must({ type: 'participant.add', fields: { firstName: 'Aino', ...SECRETS } });
    const [aino] = [...desk.state.participants];
    if (!aino) throw new Error('nobody');
    desk.must({ type: 'participant.edit', who: aino.id, fields: { diet: 'salainen uusi' } });
    desk.must({ type: 'undo' });
    desk.must({
      type: 'participants.import',
      file: 'ilmot.csv',
      rows: [{ row: 2, fields: { firstName: 'Eino', lastName: 'E', email: 'salainen@b.example' } }],
    });
    desk.must({
      type: 'participant.add',
      fields: { firstName: 'Aino', email: 'salainen@c.example' },
    });
    const other = [...desk.state.participants].at(-1);
    if (!other) throw new Error('nobody');
    desk.must({ type: 'participant.merge', who: aino.id, other: other.id });
    desk.must({ type: 'undo' });
    desk.must({ type: 'event.setPin', hash: `scrypt$${'s'.repeat(22)}$${'h'.repeat(43)}` });
    desk.must({ type: 'feedback.give', answers: { free: 'salainen mielipide' } });
    return desk;
  }

  it('never reaches a moderator, neither in the state nor in any commit nor in what can be undone', () => {
    const desk = lived();
    expect(JSON.stringify(stateToJson(desk.state))).toContain('salainen');
    const state = JSON.stringify(projectState('moderator', stateToJson(desk.state)));
    const commits = desk.commits.map((one) => JSON.stringify(projectCommit('moderator', one)));
    for (const text of [state, ...commits]) expect(text).not.toMatch(/salainen|scrypt/);
    expect(state).toContain('Aino');
  });

  it('leaves a kiosk nothing but the event and its questions', () => {
    const desk = lived();
    const { event, ...rest } = projectState('kiosk', stateToJson(desk.state));
    expect(event).toMatchObject({ name: 'Testi', questions: [] });
    expect(Object.values(rest).filter((one) => Array.isArray(one) && one.length > 0)).toEqual([]);
    const texts = desk.commits.map((one) => JSON.stringify(projectCommit('kiosk', one)));
    for (const text of [JSON.stringify(event), ...texts]) {
      expect(text).not.toMatch(/salainen|scrypt|Aino|Eino|participant\.|Tiski 1/);
    }
  });

  it('leaves a reception the participants, but neither the PIN nor what guests think', () => {
    const desk = lived();
    const state = projectState('reception', stateToJson(desk.state));
    expect(state.participants).toEqual(stateToJson(desk.state).participants);
    const texts = [state, ...desk.commits.map((one) => projectCommit('reception', one))];
    for (const one of texts) expect(JSON.stringify(one)).not.toMatch(/mielipide|scrypt/);
    // That there is a PIN it has to know, so that it can be locked.
    expect(state.event.pinHash).not.toBe('');
  });

  it('is nothing from the desk', () => {
    const json = stateToJson(lived().state);
    expect(projectState('desk', json)).toBe(json);
  });

  it('is empty in the answer to a command as well', () => {
    const participant = {
      ...NO_DETAILS,
      ...SECRETS,
      id: 'x',
      code: 'T1-2345',
      source: 'desk' as const,
      status: 'present' as const,
      checkedInAt: null,
      checkedInDesk: '',
      badgesPrinted: 0,
    };
    const done = projectOutcome('moderator', { ok: true, seq: 1, cmd: 'c', participant });
    const refused = projectOutcome('moderator', {
      ok: false,
      code: 'x',
      params: {},
      reason: '',
      participants: [participant],
    });
    expect(JSON.stringify([done, refused])).not.toContain('salainen');
  });

  it('are the troubles of the desk with its backups', () => {
    const failure = { code: 'backup.x', params: {}, message: '' };
    const frame = { type: 'alive' as const, now: 1, notSaving: failure, notBackedUp: failure };
    expect(projectFrame('reception', frame)).toEqual({ type: 'alive', now: 1, notSaving: failure });
    expect(projectFrame('desk', frame)).toBe(frame);
  });
});
