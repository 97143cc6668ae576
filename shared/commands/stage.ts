import type { EventState } from '../model/state';
import type { CommandOf } from './command';
import { NOTHING } from './context';
import type { Context, Decision } from './context';

/** Messages to the stage and its blackout. */
export function decideStage(
  state: EventState,
  command: CommandOf<'stage.message' | 'stage.clear' | 'stage.blackout'>,
  context: Context,
): Decision {
  switch (command.type) {
    case 'stage.message': {
      const message = { text: command.text, urgent: command.urgent ?? false, at: context.now };
      return { facts: [{ type: 'stage.changed', fields: { message } }] };
    }
    case 'stage.clear':
      if (state.stage.message === null) return NOTHING;
      return { facts: [{ type: 'stage.changed', fields: { message: null } }] };
    case 'stage.blackout':
      if (state.stage.blackout === command.on) return NOTHING;
      return { facts: [{ type: 'stage.changed', fields: { blackout: command.on } }] };
  }
}
