import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
// Not electron-log/main: that one answers pages on a channel of its own and sends them every line.
import file from 'electron-log/node';

/** A log of this size, bytes, becomes `main.old.log`, and a new one is begun: never more than two. */
const LARGEST = 512 * 1024;

/** How many lines of it are told in a diagnosis. */
const LAST = 60;

const place = () => join(app.getPath('logs'), 'main.log');

file.transports.file.setAppName(app.getName());
file.transports.file.resolvePathFn = place;
file.transports.file.maxSize = LARGEST;
file.transports.console.level = app.isPackaged ? false : 'info';

/** Writes a line to `main.log` in the folder where the system keeps an app's logs. Never names. */
export function log(line: string): void {
  file.info(line);
}

/** The last lines of the log, the latest last; none when there is no log yet. */
export function lastLogged(): string[] {
  try {
    return readFileSync(place(), 'utf8').trimEnd().split('\n').slice(-LAST);
  } catch {
    // Nothing was logged yet.
    return [];
  }
}
