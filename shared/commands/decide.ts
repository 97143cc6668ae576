import type { EventState } from '../model/state';
import { decideCheckIn, decideStatus } from './checkIn';
import type { Command } from './command';
import { refuse } from './context';
import type { Context, Decision } from './context';
import { decideEvent } from './event';
import { decideFeedback } from './feedback';
import { decideFloor, decideHand } from './floor';
import { decideGroup } from './group';
import { decideMerge } from './merge';
import { decideAdd, decideEdit, decideImport, decidePrinted } from './people';
import {
  decideAddProgramme,
  decideAddSession,
  decideEditSession,
  decideMove,
  decideReplan,
  decideRun,
} from './programme';
import { decideStage } from './stage';
import { decideTable } from './table';
import { decideTurn } from './turn';
import { decideUndo } from './undo';

/** Which facts follow from a command, or why none do. Pure: the state is never touched. */
export function decide(state: EventState, command: Command, context: Context): Decision {
  if (state.event.erasedAt !== null) return refuse('event.erased', { at: state.event.erasedAt });
  switch (command.type) {
    case 'event.edit':
    case 'event.close':
    case 'event.reopen':
    case 'event.setPin':
      return decideEvent(state, command);
    case 'participant.add':
      return decideAdd(state, command, context);
    case 'participant.edit':
      return decideEdit(state, command);
    case 'participant.checkIn':
      return decideCheckIn(state, command, context);
    case 'participant.checkInGroup':
      return decideGroup(state, command, context);
    case 'participant.leave':
    case 'participant.comeBack':
    case 'participant.cancel':
    case 'participant.reinstate':
      return decideStatus(state, command);
    case 'participant.merge':
      return decideMerge(state, command);
    case 'participants.import':
      return decideImport(state, command, context);
    case 'badges.printed':
      return decidePrinted(state, command);
    case 'session.add':
      return decideAddSession(state, command, context);
    case 'programme.add':
      return decideAddProgramme(state, command, context);
    case 'session.edit':
      return decideEditSession(state, command);
    case 'session.move':
      return decideMove(state, command);
    case 'session.start':
    case 'session.end':
    case 'session.remove':
      return decideRun(state, command);
    case 'programme.replan':
      return decideReplan(state, command, context);
    case 'floor.give':
    case 'floor.pause':
    case 'floor.resume':
      return decideFloor(state, command, context);
    case 'turn.giveTo':
    case 'turn.join':
    case 'turn.extend':
    case 'turn.startAt':
    case 'turn.split':
    case 'turn.leaveOut':
    case 'turn.takeBack':
      return decideTurn(state, command, context);
    case 'panel.edit':
    case 'seat.add':
    case 'seat.edit':
    case 'seat.move':
      return decideTable(state, command, context);
    case 'hand.raise':
    case 'hand.lower':
      return decideHand(state, command);
    case 'feedback.give':
    case 'feedback.remove':
      return decideFeedback(state, command, context);
    case 'stage.message':
    case 'stage.clear':
    case 'stage.blackout':
      return decideStage(state, command, context);
    case 'undo':
      return decideUndo(state, command);
  }
}
