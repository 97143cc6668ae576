import { useMemo } from 'react';
import type { Command } from '../../../shared/commands/command';
import type { Duration } from '../../../shared/model/units';
import type { Balance } from '../../../shared/panel/balance';
import type { Turn } from '../../../shared/panel/ledger';
import { useSend } from '../../parts/useSend';
import type { PanelSession } from './panels';

/** What can be done with the floor of one panel. Each is one command, and so one step of undo. */
export interface Floor extends Corrections {
  give(speaker: string): void;
  /** Pauses a turn, or gives the floor back to whom it was paused for. */
  pause(): void;
  start(): void;
  end(): void;
  hand(seat: string): void;
  /** Gives the running turn more time, or less. */
  extend(mark: string, ms: Duration): void;
}

/** What can be put right about turns; each answers whether it was carried out. */
export interface Corrections {
  giveTo(mark: string, speaker: string): Promise<boolean>;
  earlier(turn: Pick<Turn, 'mark' | 'from'>, ms: Duration): Promise<boolean>;
  split(turn: Turn, after: Duration, speaker: string): Promise<boolean>;
  takeBack(mark: string): Promise<boolean>;
  /** With the turn before it, into one of `speaker`; left out: of its own. */
  join(mark: string, speaker?: string): Promise<boolean>;
}

/** The corrections as commands that are asked for with `send`. */
export function corrections(send: (command: Command) => Promise<boolean>): Corrections {
  return {
    giveTo: (mark, speaker) => send({ type: 'turn.giveTo', mark, speaker }),
    earlier: ({ mark, from }, ms) => send({ type: 'turn.startAt', mark, at: from - ms }),
    split: ({ mark, from }, after, speaker) =>
      send({ type: 'turn.split', mark, at: from + after, speaker }),
    takeBack: (mark) => send({ type: 'turn.takeBack', mark }),
    join: (mark, speaker) =>
      send({ type: 'turn.join', mark, ...(speaker !== undefined && { speaker }) }),
  };
}

export function useFloor(session: PanelSession, paused: Balance['paused']): Floor {
  const send = useSend();
  const { id, panel } = session;
  const { hands } = panel;
  return useMemo<Floor>(() => {
    const raised = (seat: string) => hands.includes(seat);
    return {
      give: (speaker) => void send({ type: 'floor.give', session: id, speaker }),
      pause: () => void send({ type: paused ? 'floor.resume' : 'floor.pause', session: id }),
      start: () => void send({ type: 'session.start', session: id }),
      end: () => void send({ type: 'session.end', session: id }),
      hand: (seat) =>
        void send({ type: raised(seat) ? 'hand.lower' : 'hand.raise', session: id, seat }),
      extend: (mark, ms) => void send({ type: 'turn.extend', mark, ms }),
      ...corrections(send),
    };
  }, [send, id, paused, hands]);
}
