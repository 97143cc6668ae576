import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './root.mjs';

const day = 24 * 60 * 60 * 1000;
const markOf = (what) => at('node_modules/.cache/nuija', `${what}-could-not-be-had`);

/**
 * Remembers for a day that a download did not succeed, so that the next start does not make a
 * person wait for it again; a new `version` is tried at once.
 */
export const attempts = {
  failedLately(what, version) {
    try {
      const { at: then, version: tried } = JSON.parse(readFileSync(markOf(what), 'utf8'));
      return tried === version && Date.now() - then < day;
    } catch {
      return false;
    }
  },
  failed(what, version) {
    try {
      mkdirSync(path.dirname(markOf(what)), { recursive: true });
      writeFileSync(markOf(what), JSON.stringify({ at: Date.now(), version }));
    } catch {
      // A project folder of someone else's: it is only tried again the next time.
    }
  },
  succeeded(what) {
    rmSync(markOf(what), { force: true });
  },
};
