import { known, onlyKnown } from './known.mjs';

const ROLES = new Set(
  'about services hide hideOthers unhide quit close undo redo cut copy paste selectAll resetZoom zoomIn zoomOut togglefullscreen reload toggleDevTools minimize zoom front window help'.split(
    ' ',
  ),
);
const KEYS = 'id role type label accelerator registerAccelerator enabled submenu click'.split(' ');

/** What is in a menu, or an error for what Electron would refuse or the stand-in gives no meaning to. */
function made(item) {
  onlyKnown('a menu item', item, KEYS);
  const { role, type, label, submenu } = item;
  if (role && !ROLES.has(role)) throw new Error(`the stand-in does not know the role ${role}`);
  if (!role && !label && type !== 'separator') throw new Error('a menu item needs a label');
  return { enabled: true, ...item, ...(submenu && { submenu: menuOf(submenu) }) };
}

const menuOf = (template) => {
  const items = template.map(made);
  const all = () => items.flatMap((one) => [one, ...(one.submenu?.all() ?? [])]);
  return { items, all, getMenuItemById: (id) => all().find((one) => one.id === id) ?? null };
};

let current = null;

export const Menu = known('Menu', {
  buildFromTemplate: menuOf,
  setApplicationMenu(menu) {
    current = menu;
  },
  getApplicationMenu() {
    return current;
  },
});
