import { CupsSpooler } from './cups';
import type { Spooler } from './spooler';
import { WindowsSpooler } from './windows';

/** The print service of the system that Nuija runs on. */
export function systemSpooler(platform: NodeJS.Platform = process.platform): Spooler {
  return platform === 'win32' ? new WindowsSpooler() : new CupsSpooler();
}
