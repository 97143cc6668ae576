import { join } from 'node:path';
import { startClock } from '../../../electron/desk/clock';
import { EventDesk } from '../../../electron/desk/eventDesk';
import { createIdentity } from '../../../electron/desk/identity';
import { openStore } from '../../../electron/desk/openStore';
import type { OpenStore } from '../../../electron/desk/openStore';
import { nodeDisk } from '../../../electron/store/nodeDisk';
import type { Seal } from '../../../electron/store/seal';
import type { FactBody } from '../../../shared/facts/fact';
import { newEvent } from '../../../shared/model/event';
import { newParticipant } from '../../../shared/model/participant';
import { chance } from '../search/chance';
import { makePeople } from '../search/names';

const seed = 20190327;

/** An event open on a desk, with people registered for it. */
export interface Hall {
  folder: string;
  desk: EventDesk;
  store: OpenStore;
  seal: Seal | null;
  /** Ids of everyone, in an order that has nothing to do with their names. */
  people: readonly string[];
}

/** Makes an event of `n` registered people in a folder of its own under `data`. */
export async function makeHall(data: string, n: number, seal: Seal | null = null): Promise<Hall> {
  const identity = createIdentity();
  const clock = startClock();
  const id = identity.newId(clock.now());
  const folder = join(data, id);
  const { desk, store } = await openHall(folder, seal);
  await desk.begin('event.create', [
    {
      type: 'event.created',
      event: newEvent({ id, tag: 'NJ' }, { name: 'Mittaus', date: '2026-11-22' }),
    },
  ]);
  const draw = chance(seed + 7);
  const added = makePeople(n, seed).map((person): FactBody => {
    const rev = identity.newId(clock.now());
    const base = { id: rev, code: identity.newCode('NJ'), source: 'registration', rev } as const;
    const sector = draw.pick(['private', 'public', 'third', 'other'] as const);
    const { firstName, lastName, email, organisation, title } = person;
    const details = { firstName, lastName, email, organisation, title, sector };
    return { type: 'participant.added', participant: newParticipant(base, details) };
  });
  await desk.begin('participants.import', added);
  const people = [...desk.state.participants.keys()];
  return { folder, desk, store, seal, people };
}

/** Opens an event's folder the way the program does. */
export async function openHall(
  folder: string,
  seal: Seal | null = null,
): Promise<{ desk: EventDesk; store: OpenStore }> {
  const warn = (error: unknown) => {
    throw error;
  };
  const reopen = () => openStore(nodeDisk, folder, seal, { warn });
  const store = await reopen();
  const around = {
    store,
    reopen,
    clock: startClock(),
    identity: createIdentity(),
    desk: 'mittaus',
  };
  return { store, desk: new EventDesk(around) };
}

/** Checks one person in; throws unless the desk says that it is saved. */
export async function checkIn({ desk }: Hall, who: string): Promise<void> {
  const outcome = await desk.commit({ command: { type: 'participant.checkIn', who } });
  if (!outcome.ok) throw new Error(`check-in refused: ${outcome.code}`);
}
