import { EventEmitter } from 'node:events';
import { known } from './known.mjs';

const given = process.env['NUIJA_STANDIN_DISPLAYS'];
const sizes = given ? JSON.parse(given) : [{ width: 1366, height: 768 }];

/** Displays side by side; `NUIJA_STANDIN_DISPLAYS` is a JSON list of `{width, height}`. */
let left = 0;
const displays = sizes.map(({ width, height }, i) => {
  const bounds = { x: left, y: 0, width, height };
  left += width;
  const size = { width, height };
  return { id: 101 + i, label: `Display ${i + 1}`, bounds, workArea: { ...bounds }, size };
});

class Screen extends EventEmitter {
  getAllDisplays() {
    return [...displays];
  }
  getPrimaryDisplay() {
    return displays[0];
  }
  /** Not of Electron: somebody pulls the cable. */
  unplug(id) {
    const at = displays.findIndex((one) => one.id === id);
    const [gone] = displays.splice(at, 1);
    this.emit('display-removed', {}, gone);
  }
}

export const screen = known('screen', new Screen());
