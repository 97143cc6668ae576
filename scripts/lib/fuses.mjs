import { readFileSync } from 'node:fs';

/**
 * Electron's fuses as the packaged program has them (electronjs.org, "Electron Fuses"): names as
 * electron-builder's `electronFuses` calls them, in the order of the wire.
 */
export const FUSES = {
  /** ELECTRON_RUN_AS_NODE would make of the program a Node that runs anything. */
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  /** --inspect would open the main process to whoever is on the machine. */
  enableNodeCliInspectArguments: false,
  /** app.asar is held against its hash (macOS, Windows). */
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  /** A snapshot of its own for the main process; none is made. */
  loadBrowserProcessSpecificV8Snapshot: false,
  /** No page comes from file:. */
  grantFileProtocolExtraPrivileges: false,
};

/** Later fuses, which this @electron/fuses does not set: they keep Electron's own state. */
const LATER = ['wasmTrapHandlers'];

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const STATES = new Map([
  [0x30, false],
  [0x31, true],
  [0x72, 'removed'],
]);

/**
 * Reads the fuses out of a program: behind a sentinel stand the version of the wire, its length and a
 * byte each. A universal program of macOS has two wires; both are read.
 * @param {Buffer} program
 * @returns {Array<Record<string, boolean | 'removed' | string>>} one object a wire
 */
export function readFuses(program) {
  const names = [...Object.keys(FUSES), ...LATER];
  const wires = [];
  for (let at = program.indexOf(SENTINEL); at >= 0; at = program.indexOf(SENTINEL, at + 1)) {
    const begin = at + SENTINEL.length;
    if (program[begin] !== 1) throw new Error(`The fuses are of version ${program[begin]}, not 1.`);
    const bytes = program.subarray(begin + 2, begin + 2 + program[begin + 1]);
    const states = [...bytes].map((byte, i) => [
      names[i] ?? `fuse ${i}`,
      STATES.get(byte) ?? `unreadable (${byte})`,
    ]);
    wires.push(Object.fromEntries(states));
  }
  if (wires.length === 0) throw new Error('No fuses were found: this is no program of Electron.');
  return wires;
}

/** What is wrong with the fuses of a program, in words; nothing when they are as {@link FUSES}. */
export function fuseTrouble(program) {
  return readFuses(program).flatMap((wire) =>
    Object.entries(FUSES)
      .filter(([name, wanted]) => wire[name] !== wanted && wire[name] !== 'removed')
      .map(([name, wanted]) => `fuse ${name} is ${wire[name] ?? 'missing'}, not ${wanted}`),
  );
}

/** As {@link fuseTrouble}, of a file. */
export const fuseTroubleIn = (file) => fuseTrouble(readFileSync(file));
