import { join } from 'node:path';
import { z } from 'zod';
import { printSettingsSchema } from '../../shared/print';
import type { PrintSettings } from '../../shared/print';
import type { Disk } from '../store/disk';
import { KeptFile } from './keptFile';

/** Which printer is for what, on this machine alone: another desk has other printers. */
const FILE = 'printers.json';

const fileSchema = z.object({
  format: z.literal('nuija-printers'),
  version: z.literal(1),
  ...printSettingsSchema.shape,
});

const EMPTY: z.infer<typeof fileSchema> = {
  format: 'nuija-printers',
  version: 1,
  printers: {},
  offsets: [],
};

/** The printer of each layout, and by how much each printer is off. */
export class PrinterBook {
  private readonly file: KeptFile<z.infer<typeof fileSchema>>;
  private content: Promise<PrintSettings> | null = null;

  constructor(disk: Disk, dataFolder: string, log: (line: string) => void) {
    this.file = new KeptFile(disk, join(dataFolder, FILE), fileSchema, EMPTY, log);
  }

  async settings(): Promise<PrintSettings> {
    this.content ??= this.file.read().then(({ printers, offsets }) => ({ printers, offsets }));
    this.content.catch(() => (this.content = null));
    return this.content;
  }

  async choose(layout: string, printer: string | null): Promise<PrintSettings> {
    const { printers, offsets } = await this.settings();
    const { [layout]: _before, ...others } = printers;
    return this.keep({ printers: printer ? { ...others, [layout]: printer } : others, offsets });
  }

  async calibrate(
    printer: string,
    layout: string,
    mm: readonly [number, number],
  ): Promise<PrintSettings> {
    const { printers, offsets } = await this.settings();
    const others = offsets.filter((one) => one.printer !== printer || one.layout !== layout);
    const off = mm[0] !== 0 || mm[1] !== 0;
    const own = { printer, layout, mm: [mm[0], mm[1]] satisfies [number, number] };
    return this.keep({ printers, offsets: off ? [...others, own] : others });
  }

  /** By how much this printer is off with this layout, mm to the right and down. */
  async offsetOf(printer: string, layout: string): Promise<[number, number] | undefined> {
    const { offsets } = await this.settings();
    return offsets.find((one) => one.printer === printer && one.layout === layout)?.mm;
  }

  private async keep(settings: PrintSettings): Promise<PrintSettings> {
    await this.file.write({ ...EMPTY, ...settings });
    this.content = Promise.resolve(settings);
    return settings;
  }
}
