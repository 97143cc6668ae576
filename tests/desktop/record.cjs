/** With Electron (`electron -r record.cjs …`): what error boxes would say goes to a file, a line each. */
const { appendFileSync } = require('node:fs');
const { dialog } = require('electron');

dialog.showErrorBox = (title, content) =>
  appendFileSync(process.env.NUIJA_SHOWN, `${JSON.stringify({ title, content })}\n`);
