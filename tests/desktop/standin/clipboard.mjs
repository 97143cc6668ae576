import { known } from './known.mjs';

let text = '';

/** The program's own; nothing of the machine's is touched. */
export const clipboard = known('clipboard', {
  writeText(given) {
    text = String(given);
  },
  readText() {
    return text;
  },
});
