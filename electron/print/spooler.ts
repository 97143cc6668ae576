import type { Edge, Printer, Trouble } from '../../shared/print';
import type { Size } from './pageSize';

/** Where a job is by the spooler's own account. */
export interface SpoolState {
  /**
   * `done` is said only of a job that the spooler has finished; `stopped` is over without having come out;
   * `unknown` means that the spooler does not know the job (any more).
   */
  at: 'queued' | 'printing' | 'done' | 'stopped' | 'unknown';
  troubles: readonly Trouble[];
  /** The printer's or the spooler's own words, '' where it has none. */
  says: string;
}

/** A document for a printer. */
export interface SpoolOrder {
  printer: string;
  pdf: Uint8Array;
  /** Size of the medium and of every page, mm. */
  size: Size;
  /** How two-sided pages are turned; null prints on one side. */
  duplex: Edge | null;
  /** What the queue shows: no names, because a system keeps it for long. */
  title: string;
}

/** A job could not be handed over; nothing of it is in any queue. */
export class SpoolRefusal extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly says: string,
  ) {
    super(says || trouble);
    this.name = 'SpoolRefusal';
  }
}

/** The system's print service, as far as badges need it. */
export interface Spooler {
  readonly kind: 'cups' | 'windows' | 'none';
  /** Every printer that is set up here. Rejects with a SpoolRefusal `no-spooler` when the service does not answer. */
  printers(): Promise<Printer[]>;
  /**
   * Along which edges a printer turns a sheet by itself, as far as it says so. Rejects with a SpoolRefusal
   * `no-printer` or `no-spooler`.
   */
  turns(printer: string): Promise<readonly Edge[]>;
  /** Hands a document over and answers the spooler's own id of the job. Rejects with a SpoolRefusal. */
  submit(order: SpoolOrder): Promise<string>;
  /** Where a job is. Rejects with a SpoolRefusal `no-spooler` when the service does not answer. */
  look(printer: string, id: string): Promise<SpoolState>;
  /** Takes a job out of the queue; one that is over already is left as it is. */
  cancel(printer: string, id: string): Promise<void>;
}

/** Where nothing can print: every badge goes through the browser's print dialog. */
export const noSpooler: Spooler = {
  kind: 'none',
  printers: async () => [],
  turns: async () => {
    throw new SpoolRefusal('no-spooler', '');
  },
  submit: async () => {
    throw new SpoolRefusal('no-spooler', '');
  },
  look: async () => {
    throw new SpoolRefusal('no-spooler', '');
  },
  cancel: async () => {
    throw new SpoolRefusal('no-spooler', '');
  },
};
