import type { Envelope } from '../../shared/bridge';
import { PASSED_OVER } from '../../shared/commands/undo';
import { channels, DeskError } from '../../shared/contract';
import type { AskOf, ChannelName, Outcome } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import { mayAsk, mayCommand } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { projectOutcome, projectState } from '../../shared/network/project';
import type { LocalDesk } from '../desk/desk';
import { asDeskError, failure } from '../desk/failure';
import { PinDoor } from '../desk/pin';
import { reasonOf } from '../desk/words';

const isChannel = (name: string): name is ChannelName => Object.hasOwn(channels, name);

/**
 * A question of a device in some role: refused with `link.notForThisRole` where the role has no
 * business with it, and answered with what the role may know. The desk's own is passed on as it is.
 */
export async function askAs(
  desk: LocalDesk,
  role: Role,
  channel: string,
  payload: unknown,
): Promise<Envelope> {
  if (channel === 'network.me') return { ok: true, value: { role } };
  if (role === 'desk') return desk.envelope(channel, payload);
  try {
    if (!isChannel(channel) || !mayAsk(role, channel)) throw failure('link.notForThisRole');
    return { ok: true, value: await answerFor(desk, role, channel, payload) };
  } catch (error) {
    return { ok: false, failure: asDeskError(error).toFailure() };
  }
}

/** A command of a device in some role. Rejects with a DeskError. */
export async function commandAs(
  desk: LocalDesk,
  role: Role,
  asked: AskOf<'event.command'>,
): Promise<Outcome> {
  if (role === 'desk') return desk.ask('event.command', asked);
  const { event, ask } = asked;
  const { command } = ask;
  if (!mayCommand(role, command.type)) throw failure('link.notForThisRole');
  if (command.type !== 'undo') {
    return projectOutcome(role, await desk.ask('event.command', asked));
  }
  const { state } = await desk.shelf.open(event);
  const of = undoable(role, state, command.of);
  if (of === null) return nothingToUndo(state);
  const own = { ...ask, command: { ...command, of } };
  return projectOutcome(role, await desk.ask('event.command', { event, ask: own }));
}

async function answerFor(
  desk: LocalDesk,
  role: Role,
  channel: ChannelName,
  payload: unknown,
): Promise<unknown> {
  if (channel === 'event.command') {
    return commandAs(desk, role, channels['event.command'].ask.parse(payload));
  }
  if (channel === 'event.state') {
    const { state, now } = await desk.ask(channel, channels[channel].ask.parse(payload));
    return { state: projectState(role, state), now };
  }
  if (channel === 'app.info') {
    // Where the files lie and what is wrong with them is the desk's business.
    return { ...(await desk.ask(channel, {})), dataFolder: '', problems: [] };
  }
  if (channel === 'pin.check') {
    const { event, pin } = channels[channel].ask.parse(payload);
    const { pinHash } = (await desk.shelf.open(event)).state.event;
    return doorOf(desk, role).check(event, pin, pinHash, performance.now());
  }
  const envelope = await desk.envelope(channel, payload);
  if (envelope.ok) return envelope.value;
  const { code, params, message } = envelope.failure;
  throw new DeskError(code, params, message);
}

const doors = new WeakMap<LocalDesk, Map<Role, PinDoor>>();

/** Each role has a door of its own: devices that guess a PIN make nobody wait but their own kind. */
function doorOf(desk: LocalDesk, role: Role): PinDoor {
  const all = doors.get(desk) ?? new Map<Role, PinDoor>();
  doors.set(desk, all);
  const door = all.get(role) ?? new PinDoor();
  all.set(role, door);
  return door;
}

/**
 * The command that an undo of a role takes back: never one that the role could not have given. What
 * is to be taken back is settled here, so that nothing that comes in between is taken for it. Null
 * where there is nothing.
 */
function undoable(role: Role, state: EventState, named: string | undefined): string | null {
  if (named === undefined) {
    const last = state.recent.findLast(
      ({ undoneBy, kind }) => !undoneBy && !PASSED_OVER.has(kind) && mayCommand(role, kind),
    );
    return last?.cmd ?? null;
  }
  let entry = state.recent.find((done) => done.cmd === named);
  while (entry?.kind === 'undo') {
    const { cmd } = entry;
    entry = state.recent.find((done) => done.undoneBy === cmd);
  }
  if (entry && !mayCommand(role, entry.kind)) throw failure('link.notForThisRole');
  return named;
}

function nothingToUndo({ event }: EventState): Outcome {
  const refusal = { code: 'undo.nothing', params: {} };
  return { ok: false, ...refusal, reason: reasonOf(refusal, event.timeZone) };
}
