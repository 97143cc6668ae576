import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Kept beside the events; taken away, the venue network is off. */
const FILE = 'network.json';

const settingsSchema = z.object({
  on: z.boolean(),
  /** IPv4 address to listen on, '' = all. */
  address: z.union([z.literal(''), z.ipv4()]),
  /** 0 until one was picked. */
  port: z.int().min(0).max(65_535),
  /** Whether what goes to and fro is encrypted; an older Nuija could not. */
  secure: z.boolean().default(false),
});
export type VenueSettings = z.infer<typeof settingsSchema>;

const OFF: VenueSettings = { on: false, address: '', port: 0, secure: false };

/** How the venue network was left; off where nothing readable is kept. */
export async function readVenue(dataFolder: string): Promise<VenueSettings> {
  try {
    const kept = settingsSchema.safeParse(
      JSON.parse(await readFile(join(dataFolder, FILE), 'utf8')),
    );
    return kept.success ? kept.data : OFF;
  } catch {
    // Not there, or no JSON: off is what opens nothing.
    return OFF;
  }
}

export async function keepVenue(dataFolder: string, settings: VenueSettings): Promise<void> {
  const path = join(dataFolder, FILE);
  const fresh = `${path}.new`;
  await writeFile(fresh, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  await rename(fresh, path);
}
