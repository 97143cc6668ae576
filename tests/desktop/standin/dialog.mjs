import { appendFileSync } from 'node:fs';
import { known } from './known.mjs';

/** Nobody sees a box here: what it says goes to the file that `NUIJA_SHOWN` names, a line each. */
function show(title, content) {
  const file = process.env['NUIJA_SHOWN'];
  if (!file) throw new Error(`a box that nobody sees: ${title}: ${content}`);
  appendFileSync(file, `${JSON.stringify({ title, content })}\n`);
}

/** As with Electron a box may be given its window first. */
const optionsOf = (given) => given.at(-1);

export const dialog = known('dialog', {
  showErrorBox: show,
  /** Nobody answers but a test, by putting a function of its own in this one's place. */
  async showMessageBox(...given) {
    const { message, detail = '', cancelId = 0 } = optionsOf(given);
    show(message, detail);
    return { response: cancelId, checkboxChecked: false };
  },
  async showOpenDialog() {
    return { canceled: true, filePaths: [] };
  },
});
