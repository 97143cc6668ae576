import type { Command } from '../commands/command';
import type { ChannelName } from '../contract';

/**
 * What a device is at the desk: the desk itself may do everything, the others what their work needs.
 * In order of strength, for a browser that is paired as several.
 */
export const ROLES = ['desk', 'reception', 'moderator', 'stage', 'kiosk'] as const;
export type Role = (typeof ROLES)[number];

/** Roles of devices on the venue's network. The desk's own is for the desk's machine alone. */
export const VENUE_ROLES = ['reception', 'moderator', 'stage', 'kiosk'] as const;
export type VenueRole = (typeof VENUE_ROLES)[number];

type Kinds<T extends string> = readonly T[];

/** What any device with a screen of its own asks to show an event at all. */
const ANY_SCREEN = [
  'network.me',
  'app.info',
  'events.list',
  'event.state',
  'event.command',
  'event.save',
  'event.protection',
  'draft.keep',
  'draft.read',
  'pin.check',
] as const satisfies Kinds<ChannelName>;

const CHANNELS: Readonly<Record<VenueRole, Kinds<ChannelName>>> = {
  reception: [
    ...ANY_SCREEN,
    'badges.layouts',
    'badges.render',
    'badges.progress',
    'badges.cancel',
    'print.printers',
    'print.settings',
    'print.send',
    'print.jobs',
    'print.retry',
    'print.cancel',
    'print.settle',
    'print.backs',
  ],
  moderator: [...ANY_SCREEN, 'programme.read', 'reports.runSheet'],
  stage: ['network.me'],
  kiosk: ['network.me', 'kiosk.read', 'app.info', 'event.state', 'event.command', 'pin.check'],
};

const COMMANDS: Readonly<Record<VenueRole, Kinds<Command['type']>>> = {
  reception: [
    'participant.add',
    'participant.edit',
    'participant.checkIn',
    'participant.checkInGroup',
    'participant.leave',
    'participant.comeBack',
    'participant.cancel',
    'participant.reinstate',
    'participant.merge',
    'badges.printed',
    'undo',
  ],
  moderator: [
    'session.add',
    'programme.add',
    'session.edit',
    'session.move',
    'session.remove',
    'session.start',
    'session.end',
    'programme.replan',
    'floor.give',
    'floor.pause',
    'floor.resume',
    'turn.giveTo',
    'turn.startAt',
    'turn.split',
    'turn.leaveOut',
    'turn.takeBack',
    'turn.join',
    'turn.extend',
    'panel.edit',
    'seat.add',
    'seat.edit',
    'seat.move',
    'hand.raise',
    'hand.lower',
    'stage.message',
    'stage.clear',
    'stage.blackout',
    'undo',
  ],
  stage: [],
  kiosk: ['feedback.give'],
};

/** Whether a role may put this question. What is on no list is refused. */
export function mayAsk(role: Role, channel: ChannelName): boolean {
  return role === 'desk' || CHANNELS[role].includes(channel);
}

/**
 * Whether a role may give this command. `type` may be any text: what is on no list is refused. An
 * undo is, beside this, held to the commands that the role could have given itself.
 */
export function mayCommand(role: Role, type: string): boolean {
  return role === 'desk' || COMMANDS[role].some((one) => one === type);
}

/** Which line a role may listen on: the state as far as it may know it, or the stage's projection. */
export function lineOf(role: Role): 'state' | 'stage' {
  return role === 'stage' ? 'stage' : 'state';
}
