import { known } from './known.mjs';

const roles = new Set(['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu']);
let current = null;

export const Menu = known('Menu', {
  buildFromTemplate(template) {
    const strange = template.find(({ role }) => !roles.has(role));
    if (strange) throw new Error(`the stand-in does not know the menu ${JSON.stringify(strange)}`);
    return { items: template };
  },
  setApplicationMenu(menu) {
    current = menu;
  },
  getApplicationMenu() {
    return current;
  },
});
