import { appendFileSync } from 'node:fs';
import { known } from './known.mjs';

/** Nobody sees a box here: what it would say goes to the file that `NUIJA_SHOWN` names, a line each. */
export const dialog = known('dialog', {
  showErrorBox(title, content) {
    const file = process.env['NUIJA_SHOWN'];
    if (!file) throw new Error(`an error box that nobody sees: ${title}: ${content}`);
    appendFileSync(file, `${JSON.stringify({ title, content })}\n`);
  },
});
