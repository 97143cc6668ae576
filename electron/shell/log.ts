import { join } from 'node:path';
import { app } from 'electron';
// Not electron-log/main: that one answers pages on a channel of its own and sends them every line.
import file from 'electron-log/node';

/** Writes a line to `main.log` in the folder where the system keeps an app's logs. Never names. */
export function log(line: string): void {
  file.transports.file.setAppName(app.getName());
  file.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'main.log');
  file.info(line);
}
