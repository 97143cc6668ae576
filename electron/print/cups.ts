import type { Edge, Printer, Trouble } from '../../shared/print';
import { edgeSchema } from '../../shared/print';
import { askCups, cupsServer } from './askCups';
import type { CupsServer } from './askCups';
import { NOT_FOUND, OPERATION } from './ipp';
import type { Asked, IppAnswer, IppValue } from './ipp';
import { mediumOptions } from './medium';
import { runProgram } from './program';
import type { Ran } from './program';
import { SpoolRefusal } from './spooler';
import type { SpoolOrder, SpoolState, Spooler } from './spooler';
import { troublesIn } from './troubles';

type Attributes = ReadonlyMap<string, readonly IppValue[]>;

/** `job-state` of RFC 8011, 5.3.7. */
const JOB = { held: 4, processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
/** `printer-state` of RFC 8011, 5.4.11. */
const PRINTER = { processing: 4, stopped: 5 } as const;

const PRINTER_ATTRIBUTES = [
  'printer-name',
  'printer-info',
  'printer-location',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
];
const SIDES = 'sides-supported';

/**
 * CUPS, the print service of Linux and macOS. Jobs are handed over with `lp` and taken back with `cancel`, which
 * know how this system wants them; where a job is, the service is asked itself, over IPP: `lpstat` lists a job
 * that failed and one that was printed alike.
 */
export class CupsSpooler implements Spooler {
  readonly kind = 'cups';
  private server: CupsServer | null = null;

  constructor(private readonly run: typeof runProgram = runProgram) {}

  async printers(): Promise<Printer[]> {
    const wanted: Asked = {
      name: 'requested-attributes',
      tag: 'keyword',
      values: [...PRINTER_ATTRIBUTES, SIDES],
    };
    const { status, groups } = await this.ask('/', OPERATION.cupsGetPrinters, [wanted]);
    // A service without any printer says that it found none.
    if (status === NOT_FOUND) return [];
    const standard = await this.ask('/', OPERATION.cupsGetDefault, [
      { ...wanted, values: ['printer-name'] },
    ]);
    const isDefault = standard.groups[0] ? text(standard.groups[0], 'printer-name') : '';
    return groups.filter((one) => one.has('printer-name')).map((one) => printerOf(one, isDefault));
  }

  async turns(printer: string): Promise<Edge[]> {
    const { status, groups } = await this.askPrinter(printer, [SIDES]);
    if (status === NOT_FOUND) throw new SpoolRefusal('no-printer', '');
    return edgesOf(groups[0] ?? new Map());
  }

  async submit(order: SpoolOrder): Promise<string> {
    const { status, groups } = await this.askPrinter(order.printer, ['media-supported']);
    if (status === NOT_FOUND) throw new SpoolRefusal('no-printer', '');
    const medium = mediumOptions(order.size, texts(groups[0] ?? new Map(), 'media-supported'));
    if (!medium) throw new SpoolRefusal('no-paper-size', '');
    const ran = await this.run('lp', lpArguments(order, medium), { input: order.pdf });
    const [, id] = /^request id is \S+-(\d+)\b/m.exec(ran.out) ?? [];
    if (ran.code === 0 && id) return id;
    throw new SpoolRefusal(refusedWith(ran), ran.err.trim().replace(/^lp: /, ''));
  }

  async look(printer: string, id: string): Promise<SpoolState> {
    const [{ status, groups }, about] = await Promise.all([
      this.ask(path(printer), OPERATION.getJobAttributes, [
        uri(printer),
        { name: 'job-id', tag: 'integer', values: [Number(id)] },
        {
          name: 'requested-attributes',
          tag: 'keyword',
          values: ['job-state', 'job-printer-state-message', 'job-printer-state-reasons'],
        },
      ]),
      this.askPrinter(printer, PRINTER_ATTRIBUTES),
    ]);
    const [job] = groups;
    if (status === NOT_FOUND || !job) {
      const troubles: Trouble[] = about.status === NOT_FOUND ? ['no-printer'] : [];
      return { at: 'unknown', troubles, says: '' };
    }
    return stateOf(job, about.groups[0] ?? new Map());
  }

  async cancel(printer: string, id: string): Promise<void> {
    // -x: the document with the names on it goes from the queue's folder too.
    const ran = await this.run('cancel', ['-x', `${printer}-${id}`]);
    if (ran.code !== 0 && /scheduler|connect|refused/i.test(ran.err)) {
      throw new SpoolRefusal('no-spooler', ran.err.trim());
    }
  }

  private askPrinter(printer: string, wanted: readonly string[]): Promise<IppAnswer> {
    return this.ask(path(printer), OPERATION.getPrinterAttributes, [
      uri(printer),
      { name: 'requested-attributes', tag: 'keyword', values: wanted },
    ]);
  }

  private async ask(where: string, operation: number, asked: readonly Asked[]): Promise<IppAnswer> {
    const server = await this.reach();
    try {
      return await askCups(server, where, operation, asked);
    } catch (error) {
      this.server = null;
      throw new SpoolRefusal('no-spooler', error instanceof Error ? error.message : String(error));
    }
  }

  /** `lpstat -H` knows every place where this system may keep the service's address. */
  private async reach(): Promise<CupsServer> {
    if (!this.server) {
      const ran = await this.run('lpstat', ['-H']);
      this.server = ran.code === 0 ? cupsServer(ran.out) : null;
      // Without the program there is no print service here at all, and nothing to say of it.
      if (!this.server)
        throw new SpoolRefusal('no-spooler', ran.code === null ? '' : ran.err.trim());
    }
    return this.server;
  }
}

/**
 * What `lp` is told. Whatever a user or a queue has set as a default and would scale, turn, crop or multiply the
 * page is overruled by name.
 */
export function lpArguments(order: SpoolOrder, medium: readonly string[]): string[] {
  const options = [
    ...medium,
    'print-scaling=none',
    'fit-to-page=false',
    'pdfAutoRotate=no',
    'orientation-requested=3',
    'number-up=1',
    'page-border=none',
    'page-set=all',
    'job-sheets=none,none',
    `sides=${order.duplex ? `two-sided-${order.duplex}` : 'one-sided'}`,
  ];
  const wanted = options.flatMap((one) => ['-o', one]);
  return ['-d', order.printer, '-n', '1', '-t', order.title, ...wanted];
}

function refusedWith({ code, err }: Ran): Trouble {
  if (code === null || /scheduler|unable to connect|connection refused/i.test(err)) {
    return 'no-spooler';
  }
  if (/not accepting/i.test(err)) return 'not-accepting';
  return /does not exist|no such|unknown destination|not found/i.test(err)
    ? 'no-printer'
    : 'given-up';
}

function printerOf(about: Attributes, isDefault: string): Printer {
  const name = text(about, 'printer-name');
  const state = number(about, 'printer-state');
  return {
    name,
    description: text(about, 'printer-info'),
    place: text(about, 'printer-location'),
    isDefault: name === isDefault,
    state:
      state === PRINTER.stopped ? 'stopped' : state === PRINTER.processing ? 'printing' : 'idle',
    troubles: troublesOf(about),
    says: text(about, 'printer-state-message'),
    turns: edgesOf(about),
  };
}

/** `sides-supported` of RFC 8011, 5.2.8: `one-sided`, `two-sided-long-edge`, `two-sided-short-edge`. */
function edgesOf(about: Attributes): Edge[] {
  const sides = texts(about, SIDES);
  return edgeSchema.options.filter((edge) => sides.includes(`two-sided-${edge}`));
}

function stateOf(job: Attributes, about: Attributes): SpoolState {
  const state = number(job, 'job-state');
  const says = text(job, 'job-printer-state-message');
  if (state === JOB.completed) return { at: 'done', troubles: [], says: '' };
  if (state === JOB.canceled || state === JOB.aborted) {
    return { at: 'stopped', troubles: ['given-up'], says };
  }
  const own = troublesIn(texts(job, 'job-printer-state-reasons'), says);
  const troubles = new Set<Trouble>([...own, ...troublesOf(about)]);
  if (state === JOB.held || state === JOB.stopped) troubles.add('paused');
  return {
    at: state === JOB.processing ? 'printing' : 'queued',
    troubles: [...troubles],
    says: says || text(about, 'printer-state-message'),
  };
}

function troublesOf(about: Attributes): Trouble[] {
  const found = troublesIn(
    texts(about, 'printer-state-reasons'),
    text(about, 'printer-state-message'),
  );
  if (number(about, 'printer-state') === PRINTER.stopped && !found.includes('paused')) {
    found.push('paused');
  }
  const accepts = about.get('printer-is-accepting-jobs')?.[0];
  if (accepts === false) found.push('not-accepting');
  return found;
}

const texts = (from: Attributes, name: string): string[] =>
  (from.get(name) ?? []).filter((one) => typeof one === 'string');
const text = (from: Attributes, name: string): string => texts(from, name)[0] ?? '';
const number = (from: Attributes, name: string): number =>
  (from.get(name) ?? []).find((one) => typeof one === 'number') ?? 0;

const path = (printer: string) => `/printers/${encodeURIComponent(printer)}`;
const uri = (printer: string): Asked => ({
  name: 'printer-uri',
  tag: 'uri',
  values: [`ipp://localhost${path(printer)}`],
});
