import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The first of these programs that is installed: names are looked up on the PATH. */
export function which(...programs) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['', '.exe'] : [''];
  return programs
    .flatMap((one) => (path.isAbsolute(one) ? [one] : folders.map((dir) => path.join(dir, one))))
    .flatMap((file) => endings.map((ending) => file + ending))
    .find(isProgram);
}
