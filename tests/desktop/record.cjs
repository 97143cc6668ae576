/** With Electron (`electron -r record.cjs …`): what boxes would say goes to a file, a line each. */
const { appendFileSync } = require('node:fs');
const { dialog } = require('electron');

dialog.showErrorBox = (title, content) =>
  appendFileSync(process.env.NUIJA_SHOWN, `${JSON.stringify({ title, content })}\n`);

/** Nobody answers but a test, by putting a function of its own in this one's place. */
dialog.showMessageBox = async (...given) => {
  const { message, detail = '', cancelId = 0 } = given.at(-1);
  dialog.showErrorBox(message, detail);
  return { response: cancelId, checkboxChecked: false };
};
