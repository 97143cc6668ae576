import type { Edge, Printer } from '../../../shared/print';
import { SpoolRefusal } from '../spooler';
import type { SpoolOrder, SpoolState, Spooler } from '../spooler';

export const QUEUED: SpoolState = { at: 'queued', troubles: [], says: '' };
export const PRINTING: SpoolState = { at: 'printing', troubles: [], says: 'Printing.' };
export const DONE: SpoolState = { at: 'done', troubles: [], says: '' };
export const JAMMED: SpoolState = { at: 'printing', troubles: ['paper-jam'], says: 'Jam.' };
export const STOPPED: SpoolState = { at: 'stopped', troubles: ['given-up'], says: 'No.' };

/** A print service whose printers do what a test says. */
export class FakeSpooler implements Spooler {
  readonly kind = 'cups';
  readonly names = new Set(['Tarrat', 'Toinen']);
  /** What was handed over, by the number of its job. */
  readonly orders = new Map<string, SpoolOrder>();
  readonly states = new Map<string, SpoolState>();
  isUp = true;
  /** Along which edges its printers turn sheets. */
  edges: readonly Edge[] = [];
  /** What a job is at when it has just been handed over. */
  first = QUEUED;
  /** While a test holds it, nothing is handed over. */
  gate: Promise<void> = Promise.resolve();

  async printers(): Promise<Printer[]> {
    this.check();
    return [...this.names].map((name) => ({
      name,
      description: '',
      place: '',
      isDefault: false,
      state: 'idle',
      troubles: [],
      says: '',
      turns: [...this.edges],
    }));
  }

  async turns(): Promise<readonly Edge[]> {
    this.check();
    return this.edges;
  }

  async submit(order: SpoolOrder): Promise<string> {
    await this.gate;
    this.check();
    if (!this.names.has(order.printer)) throw new SpoolRefusal('no-printer', '');
    const id = String(this.orders.size + 1);
    this.orders.set(id, order);
    this.states.set(id, this.first);
    return id;
  }

  async look(_printer: string, id: string): Promise<SpoolState> {
    this.check();
    return this.states.get(id) ?? { at: 'unknown', troubles: [], says: '' };
  }

  async cancel(_printer: string, id: string): Promise<void> {
    this.check();
    if (this.states.get(id)?.at !== 'done') this.states.set(id, STOPPED);
  }

  private check(): void {
    if (!this.isUp) throw new SpoolRefusal('no-spooler', 'connection refused');
  }
}
