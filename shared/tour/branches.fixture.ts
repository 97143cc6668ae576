import fc from 'fast-check';
import type { Command } from '../commands/command';
import { decide } from '../commands/decide';
import type { Commit } from '../facts/commit';
import type { Fact, FactBody } from '../facts/fact';
import { fold } from '../facts/fold';
import { makeCode } from '../model/code';
import { newEvent } from '../model/event';
import { EMPTY_STATE } from '../model/state';
import type { EventState } from '../model/state';

/** A laptop without files: its ids are ordered by time, and different from another laptop's. */
export class Laptop {
  state: EventState = EMPTY_STATE;
  readonly commits: Commit[] = [];
  now = Date.UTC(2026, 2, 18, 7);
  private count = 0;

  constructor(readonly name: string) {}

  /** A laptop that has got the event of another as it is now. */
  copy(name: string): Laptop {
    const copy = new Laptop(name);
    copy.state = this.state;
    copy.commits.push(...this.commits);
    copy.now = this.now;
    return copy;
  }

  begin(): this {
    const event = newEvent({ id: 'EVENT', tag: 'T1' }, { name: 'Kainuu', date: '2026-03-18' });
    this.keep('event.create', [{ type: 'event.created', event }]);
    return this;
  }

  /** Answers the facts, none when it was refused; time goes on. */
  ask(command: Command): readonly Fact[] {
    this.now += 1_000;
    const newId = () => this.newId();
    const newCode = (tag: string) => makeCode(tag, this.bytes());
    const decision = decide(this.state, command, {
      now: this.now,
      desk: this.name,
      newId,
      newCode,
    });
    return 'refusal' in decision ? [] : this.keep(command.type, decision.facts);
  }

  private keep(kind: string, bodies: readonly FactBody[]): readonly Fact[] {
    if (bodies.length === 0) return [];
    const cmd = this.newId();
    const facts = bodies.map((body): Fact => {
      const stamp = { id: this.newId(), at: this.now, desk: this.name };
      return { ...stamp, ...body };
    });
    const commit = { seq: this.state.seq + 1, cmd, kind, facts };
    this.state = fold(this.state, commit);
    this.commits.push(commit);
    return facts;
  }

  private newId(): string {
    const time = String(this.now).padStart(16, '0');
    return `${time}-${String(++this.count).padStart(6, '0')}-${this.name}`;
  }

  private bytes(): Uint8Array {
    this.count += 1;
    return Uint8Array.from({ length: 9 }, (_, i) => (i === 0 ? this.name.length : 0) + this.count);
  }
}

/** What somebody does at a laptop; `who` picks one of those who are there. */
export type Deed = { does: string; who: number; text: string };

export const deeds = fc.array(
  fc.record({
    does: fc.constantFrom(
      'add',
      'walkIn',
      'checkIn',
      'leave',
      'edit',
      'cancel',
      'feedback',
      'rename',
      'undo',
      'merge',
    ),
    who: fc.nat(20),
    text: fc.constantFrom('Aino', 'Väinö', 'Siiri', 'Onni'),
  }),
  { maxLength: 25 },
);

/** Does it, where it can be done. */
export function carryOut(laptop: Laptop, { does, who, text }: Deed): void {
  const people = [...laptop.state.participants];
  const id = people[who % Math.max(1, people.length)]?.id ?? '';
  const other = people[(who + 1) % Math.max(1, people.length)]?.id ?? '';
  const command = commandOf(does, { id, other, text }, laptop.state);
  if (command) laptop.ask(command);
}

function commandOf(
  does: string,
  { id, other, text }: { id: string; other: string; text: string },
  state: EventState,
): Command | null {
  const fields = { firstName: text, lastName: 'Malli' };
  switch (does) {
    case 'add':
      return { type: 'participant.add', fields };
    case 'walkIn':
      return { type: 'participant.add', fields, walkIn: true, checkIn: true };
    case 'checkIn':
      return { type: 'participant.checkIn', who: id };
    case 'leave':
      return { type: 'participant.leave', who: id };
    case 'edit':
      return { type: 'participant.edit', who: id, fields: { organisation: text } };
    case 'cancel':
      return { type: 'participant.cancel', who: id };
    case 'feedback':
      return { type: 'feedback.give', answers: { usefulness: 3 } };
    case 'rename':
      return { type: 'event.edit', fields: { venue: text } };
    case 'undo':
      return { type: 'undo', of: state.recent.at(-1)?.cmd ?? '' };
    default:
      return id === other ? null : { type: 'participant.merge', who: id, other };
  }
}
