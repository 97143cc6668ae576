import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Edge, Printer, Trouble } from '../../shared/print';
import { runProgram } from './program';
import { SpoolRefusal } from './spooler';
import type { SpoolOrder, SpoolState, Spooler } from './spooler';
import { CANCEL, LIST, LOOK, PRINT, SIDES } from './windowsScripts';

/**
 * The states of a printer and of a job that keep paper from coming, in the names of `PrinterStatus` (MSFT_Printer)
 * and of `JobStatus` (JOB_INFO_1's flags; System.Printing.PrintJobStatus calls one of them otherwise).
 */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  PaperJam: 'paper-jam',
  PaperOut: 'paper-out',
  ManualFeed: 'paper-out',
  PaperProblem: 'paper-out',
  DoorOpen: 'door-open',
  NoToner: 'ink-out',
  OutputBinFull: 'output-full',
  Offline: 'no-contact',
  NotAvailable: 'no-contact',
  ServerUnknown: 'no-contact',
  Paused: 'paused',
  Error: 'needs-attention',
  Blocked: 'needs-attention',
  BlockedDeviceQueue: 'needs-attention',
  UserIntervention: 'needs-attention',
  OutOfMemory: 'needs-attention',
};

const listSchema = z.array(
  z.object({
    name: z.string(),
    comment: z.string(),
    location: z.string(),
    driver: z.string(),
    status: z.string(),
    default: z.boolean(),
    duplex: z.boolean(),
  }),
);
const sidesSchema = z.object({ duplex: z.boolean().nullable() });
const lookSchema = z.object({ printer: z.string().nullable(), jobs: z.array(z.string()) });

const statesOf = (status: string) => status.split(/[,\s]+/).filter(Boolean);

/** Troubles in one or more states as PowerShell writes them, e.g. `Printing, PaperOut`. */
export function windowsTroubles(status: string): Trouble[] {
  const found = new Set(statesOf(status).flatMap((one) => TROUBLES[one] ?? []));
  if (found.size > 1) found.delete('needs-attention');
  return [...found];
}

/** A printer that turns sheets does it along either edge, as the job says. */
const edges = (duplex: boolean): Edge[] => (duplex ? ['long-edge', 'short-edge'] : []);

/** What the list script says, as printers. Throws where it says something else. */
export function windowsPrinters(json: string): Printer[] {
  return listSchema.parse(JSON.parse(json)).map((one) => {
    const states = statesOf(one.status);
    return {
      name: one.name,
      description: one.comment || one.driver,
      place: one.location,
      isDefault: one.default,
      state: states.includes('Paused')
        ? 'stopped'
        : states.includes('Printing')
          ? 'printing'
          : 'idle',
      troubles: windowsTroubles(one.status),
      says: '',
      turns: edges(one.duplex),
    };
  });
}

/** Hundreds of pages drawn one by one take a slow machine minutes, ms. */
const DRAWING = 15 * 60_000;

/**
 * The print service of Windows, through what Windows itself brings along (PowerShell, Windows.Data.Pdf,
 * System.Drawing.Printing). Windows keeps no record of what was printed: a job that was seen without trouble and
 * has left the queue counts as finished, one that left it while there was trouble is `unknown`.
 */
export class WindowsSpooler implements Spooler {
  readonly kind = 'windows';
  /** Of each job of this run, whether it stood well when it was last seen. */
  private readonly well = new Map<string, boolean>();

  constructor(private readonly run: typeof runProgram = runProgram) {}

  async printers(): Promise<Printer[]> {
    return read(await this.script(LIST), windowsPrinters);
  }

  async turns(printer: string): Promise<Edge[]> {
    const { duplex } = read(await this.script(SIDES, { NUIJA_PRINTER: printer }), (json) =>
      sidesSchema.parse(JSON.parse(json)),
    );
    if (duplex === null) throw new SpoolRefusal('no-printer', '');
    return edges(duplex);
  }

  async submit({ printer, pdf, size, duplex, title }: SpoolOrder): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'nuija-'));
    try {
      const file = join(folder, 'badges.pdf');
      await writeFile(file, pdf, { mode: 0o600 });
      const order = {
        NUIJA_PRINTER: printer,
        NUIJA_TITLE: title,
        NUIJA_PDF: file,
        NUIJA_WIDTH: String(size[0]),
        NUIJA_HEIGHT: String(size[1]),
        NUIJA_DUPLEX: duplex ? (duplex === 'long-edge' ? 'Vertical' : 'Horizontal') : 'Simplex',
      };
      const said = await this.script(PRINT, order, DRAWING);
      if (said === 'no-printer') throw new SpoolRefusal('no-printer', '');
    } catch (error) {
      // A refusal means that nothing is in any queue: pages that went out before it broke off are taken back.
      await this.cancel(printer, title).catch(() => undefined);
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    this.well.set(title, true);
    // A quick job has left the queue before its number could be asked for: the title is its name.
    return title;
  }

  async look(printer: string, id: string): Promise<SpoolState> {
    const asked = { NUIJA_PRINTER: printer, NUIJA_TITLE: id };
    const about = read(await this.script(LOOK, asked), (json) =>
      lookSchema.parse(JSON.parse(json)),
    );
    if (about.printer === null) return { at: 'unknown', troubles: ['no-printer'], says: '' };
    const [job] = about.jobs;
    if (job === undefined) {
      return { at: this.well.get(id) ? 'done' : 'unknown', troubles: [], says: '' };
    }
    const states = statesOf(job);
    const troubles = windowsTroubles(`${job}, ${about.printer}`);
    // `Complete` says that all was sent; it is out when nothing keeps the printer from printing it.
    const isSent = states.includes('Complete') || states.includes('Completed');
    if (states.includes('Printed') || (isSent && troubles.length === 0)) {
      return { at: 'done', troubles: [], says: '' };
    }
    const leaving = states.includes('Deleting') || states.includes('Deleted');
    this.well.set(id, troubles.length === 0 && !leaving);
    return { at: states.includes('Printing') ? 'printing' : 'queued', troubles, says: '' };
  }

  async cancel(printer: string, id: string): Promise<void> {
    this.well.set(id, false);
    await this.script(CANCEL, { NUIJA_PRINTER: printer, NUIJA_TITLE: id });
  }

  /** Runs a script of `windowsScripts`; what it works on comes in the environment. */
  private async script(
    text: string,
    env: Record<string, string> = {},
    patience?: number,
  ): Promise<string> {
    const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass'];
    const encoded = Buffer.from(text, 'utf16le').toString('base64');
    const how = { env, ...(patience !== undefined && { patience }) };
    const ran = await this.run('powershell.exe', [...args, '-EncodedCommand', encoded], how);
    if (ran.code === 0) return ran.out.trim();
    throw new SpoolRefusal('no-spooler', ran.err.trim().slice(0, 500));
  }
}

/** Reads what a script has said. A script that says something else is as good as none. */
function read<T>(said: string, as: (json: string) => T): T {
  try {
    return as(said === '' ? '[]' : said);
  } catch {
    throw new SpoolRefusal('no-spooler', said.slice(0, 500));
  }
}
