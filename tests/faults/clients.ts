import { ulid } from 'ulid';
import type { Chance } from './chance';
import type { Serving } from './serving';

/** One command of a client, as it was asked for. */
export interface Asked {
  id: string;
  command: { type: string; [field: string]: unknown };
  /** Asked again after a kill, because no answer had come. */
  again: boolean;
  /** Under which ids the same was refused before: the disk had it at times all the same. */
  before: readonly string[];
}

/** A client at the desk: asks for one command after the other, and again for what was not answered. */
export class Client {
  readonly acknowledged: Array<{ asked: Asked; seq: number }> = [];
  readonly refused: Array<{ asked: Asked; code: string }> = [];
  #pending: Asked | null = null;
  /** What the disk has refused is wanted all the same. */
  #wanted: Pick<Asked, 'command' | 'before'> | null = null;

  constructor(
    private readonly event: string,
    private readonly next: () => Asked['command'],
  ) {}

  /** Asks again for what was not answered, as a screen does when it has found the desk again. */
  async settle(serving: Serving): Promise<void> {
    await this.work(serving, () => this.#pending === null);
  }

  /** Works until the desk no longer answers, or `enough` says so. */
  async work(serving: Serving, enough: () => boolean): Promise<void> {
    while (!enough()) {
      this.#wanted ??= { command: this.next(), before: [] };
      this.#pending ??= { id: ulid(), again: false, ...this.#wanted };
      const asked = this.#pending;
      try {
        const { ok, seq, code, failure } = await serving.command(this.event, asked);
        this.#pending = null;
        this.#wanted = ok ? null : { command: asked.command, before: [...asked.before, asked.id] };
        if (ok) this.acknowledged.push({ asked, seq: seq ?? 0 });
        else this.refused.push({ asked, code: failure?.code ?? code ?? '' });
      } catch {
        this.#pending = { ...asked, again: true };
        return;
      }
    }
  }
}

/** What the clients of the load have to do with. */
export interface Ground {
  event: string;
  /** People to check in, each once. */
  expected: string[];
  /** People whose organisation is edited over and over. */
  edited: string[];
  panel: string;
}

const SPEAKERS = ['moderator', 'audience', ''];

/** Two doors, a walk-in desk, an editor, a moderator and somebody who imports. */
export function clientsOf({ event, expected, edited, panel }: Ground, chance: Chance): Client[] {
  let walkIns = 0;
  let edits = 0;
  let gives = 0;
  let imports = 0;
  const walkIn = () => ({
    type: 'participant.add',
    fields: { lastName: `Ohikulkija${++walkIns}` },
    walkIn: true,
    checkIn: true,
  });
  const door = () => {
    const who = expected.pop();
    return who ? { type: 'participant.checkIn', who } : walkIn();
  };
  const edit = () => ({
    type: 'participant.edit',
    who: edited[chance.upTo(edited.length)],
    fields: { organisation: `Muutos ${++edits}` },
  });
  const floor = () => ({
    type: 'floor.give',
    session: panel,
    speaker: SPEAKERS[++gives % SPEAKERS.length],
  });
  const file = () => {
    const number = ++imports;
    const rows = Array.from({ length: 20 }, (_, at) => ({
      row: at + 2,
      fields: { lastName: `Tuotu${number}x${at}`, email: `t${number}x${at}@malli.example` },
    }));
    return { type: 'participants.import', file: `tuonti${number}.csv`, rows };
  };
  const rarely = (seldom: () => Asked['command'], otherwise: () => Asked['command']) => () =>
    chance.upTo(8) === 0 ? seldom() : otherwise();
  return [door, door, walkIn, edit, floor, rarely(file, edit)].map(
    (next) => new Client(event, next),
  );
}
