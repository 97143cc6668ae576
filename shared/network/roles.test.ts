import { describe, expect, it } from 'vitest';
import { commandSchema } from '../commands/command';
import { channels } from '../contract';
import type { ChannelName } from '../contract';
import { lineOf, mayAsk, mayCommand, ROLES, VENUE_ROLES } from './roles';

const isChannel = (name: string): name is ChannelName => Object.hasOwn(channels, name);
const names = Object.keys(channels).filter(isChannel);
const commands = commandSchema.options.map((one) => one.shape.type.value);

/** Who may, by the first word of a channel's or a command's name; the desk may everything. */
const askers: Record<string, readonly string[]> = {
  'app.info': ['reception', 'moderator', 'kiosk'],
  'events.list': ['reception', 'moderator'],
  'event.state': ['reception', 'moderator', 'kiosk'],
  'event.command': ['reception', 'moderator', 'kiosk'],
  'event.save': ['reception', 'moderator'],
  'event.protection': ['reception', 'moderator'],
  'draft.keep': ['reception', 'moderator'],
  'draft.read': ['reception', 'moderator'],
  'pin.check': ['reception', 'moderator', 'kiosk'],
  'badges.layouts': ['reception'],
  'badges.render': ['reception'],
  'badges.progress': ['reception'],
  'badges.cancel': ['reception'],
  'print.printers': ['reception'],
  'print.settings': ['reception'],
  'print.send': ['reception'],
  'print.jobs': ['reception'],
  'print.retry': ['reception'],
  'print.cancel': ['reception'],
  'print.settle': ['reception'],
  'print.backs': ['reception'],
  'programme.read': ['moderator'],
  'reports.runSheet': ['moderator'],
  'network.me': ['reception', 'moderator', 'stage', 'kiosk'],
  'kiosk.read': ['kiosk'],
};

const givers: Record<string, readonly string[]> = {
  participant: ['reception'],
  badges: ['reception'],
  session: ['moderator'],
  programme: ['moderator'],
  floor: ['moderator'],
  turn: ['moderator'],
  panel: ['moderator'],
  seat: ['moderator'],
  hand: ['moderator'],
  stage: ['moderator'],
  undo: ['reception', 'moderator'],
  'feedback.give': ['kiosk'],
};

describe('every question in every role', () => {
  it.each(names)('%s', (name) => {
    const may = ROLES.filter((role) => mayAsk(role, name));
    expect(may).toEqual(['desk', ...ROLES.filter((role) => askers[name]?.includes(role))]);
  });
});

describe('every command in every role', () => {
  it.each(commands)('%s', (type) => {
    const area = type.split('.')[0] ?? '';
    const expected = givers[type] ?? givers[area] ?? [];
    const may = ROLES.filter((role) => mayCommand(role, type));
    expect(may).toEqual(['desk', ...ROLES.filter((role) => expected.includes(role))]);
  });

  it.each(['', 'constructor', '__proto__', 'participant', 'participant.checkin', 'event.vanish'])(
    'a command that is on no list is for no device: %s',
    (type) => {
      expect(VENUE_ROLES.some((role) => mayCommand(role, type))).toBe(false);
    },
  );
});

it('lets a stage hear its projection alone', () => {
  expect(ROLES.filter((role) => lineOf(role) === 'stage')).toEqual(['stage']);
});
