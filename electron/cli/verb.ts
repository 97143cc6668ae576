import type { ParseArgsConfig } from 'node:util';
import type { AnswerOf, AskOf, ChannelName } from '../../shared/contract';
import type { Words } from './usage';

/** The part of a desk that verbs need; it is the same in this process and through a running desk. */
export interface Asking {
  ask<C extends ChannelName>(channel: C, payload: AskOf<C>): Promise<AnswerOf<C>>;
  /** Whether questions may be put before earlier ones are answered and are still taken in order. */
  readonly inOrder: boolean;
}

/** What a verb has around it. */
export interface Surroundings {
  words: Words;
  dataFolder: string;
  json: boolean;
  /** Opens the data folder, or goes through the desk that holds it; closed when the verb ends. */
  desk(): Promise<Asking>;
  /** A line on standard output. */
  say(line: string): void;
  /** A line on standard error. */
  complain(line: string): void;
}

/** What a verb says: one JSON document, or lines for people. */
export interface Said {
  json: unknown;
  lines: readonly string[];
  /** 1 with a line of why, when it was refused. */
  refused?: string;
}

/** A verb of the command line. */
export interface Verb {
  /** As typed, e.g. `event create`. */
  name: string;
  usage: string;
  does: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** False where the passphrase that comes along is not one to open the event with. */
  opensBefore?: boolean;
  /** Answers null when it has said everything itself. */
  run(around: Surroundings): Promise<Said | null>;
}
