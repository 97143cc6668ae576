import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Printer, Trouble } from '../../shared/print';
import { runProgram } from './program';
import { SpoolRefusal } from './spooler';
import type { SpoolOrder, SpoolState, Spooler } from './spooler';
import { CANCEL, LIST, LOOK, PRINT } from './windowsScripts';

/** The states of a printer and of a job that keep paper from coming (MSFT_Printer, MSFT_PrintJob). */
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
  }),
);
const lookSchema = z.object({ printer: z.string().nullable(), jobs: z.array(z.string()) });

const statesOf = (status: string) => status.split(/[,\s]+/).filter(Boolean);

/** Troubles in one or more states as PowerShell writes them, e.g. `Printing, PaperOut`. */
export function windowsTroubles(status: string): Trouble[] {
  const found = new Set(statesOf(status).flatMap((one) => TROUBLES[one] ?? []));
  if (found.size > 1) found.delete('needs-attention');
  return [...found];
}

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
    };
  });
}

/**
 * The print service of Windows, through what Windows itself brings along (PowerShell, Windows.Data.Pdf,
 * System.Drawing.Printing). Windows keeps no record of what was printed: a job that was seen without trouble and
 * has left the queue counts as finished, one that left it while there was trouble is `unknown`.
 */
export class WindowsSpooler implements Spooler {
  readonly kind = 'windows';
  /** Of each job of this run, whether it stood well when it was last seen. */
  private readonly well = new Map<string, boolean>();

  async printers(): Promise<Printer[]> {
    const said = await script(LIST, {});
    return said === '' ? [] : windowsPrinters(said);
  }

  async submit({ printer, pdf, size, duplex, title }: SpoolOrder): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'nuija-'));
    try {
      const file = join(folder, 'badges.pdf');
      await writeFile(file, pdf, { mode: 0o600 });
      const said = await script(PRINT, {
        NUIJA_PRINTER: printer,
        NUIJA_TITLE: title,
        NUIJA_PDF: file,
        NUIJA_WIDTH: String(size[0]),
        NUIJA_HEIGHT: String(size[1]),
        NUIJA_DUPLEX: duplex ? (duplex === 'long-edge' ? 'Vertical' : 'Horizontal') : 'Simplex',
      });
      if (said === 'no-printer') throw new SpoolRefusal('no-printer', '');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    this.well.set(title, true);
    // A quick job has left the queue before its number could be asked for: the title is its name.
    return title;
  }

  async look(printer: string, id: string): Promise<SpoolState> {
    const said = await script(LOOK, { NUIJA_PRINTER: printer, NUIJA_TITLE: id });
    const read = lookSchema.parse(JSON.parse(said));
    if (read.printer === null) return { at: 'unknown', troubles: ['no-printer'], says: '' };
    const [job] = read.jobs;
    if (job === undefined) {
      return { at: this.well.get(id) ? 'done' : 'unknown', troubles: [], says: '' };
    }
    const states = statesOf(job);
    if (states.includes('Printed') || states.includes('Completed')) {
      return { at: 'done', troubles: [], says: '' };
    }
    const troubles = windowsTroubles(`${job}, ${read.printer}`);
    const leaving = states.includes('Deleting') || states.includes('Deleted');
    this.well.set(id, troubles.length === 0 && !leaving);
    return { at: states.includes('Printing') ? 'printing' : 'queued', troubles, says: '' };
  }

  async cancel(printer: string, id: string): Promise<void> {
    this.well.set(id, false);
    await script(CANCEL, { NUIJA_PRINTER: printer, NUIJA_TITLE: id });
  }
}

async function script(text: string, env: Record<string, string>): Promise<string> {
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass'];
  const encoded = Buffer.from(text, 'utf16le').toString('base64');
  const ran = await runProgram('powershell.exe', [...args, '-EncodedCommand', encoded], { env });
  if (ran.code === 0) return ran.out.trim();
  throw new SpoolRefusal('no-spooler', ran.err.trim().slice(0, 500));
}
