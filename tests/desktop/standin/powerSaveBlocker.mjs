import { known } from './known.mjs';

/** @type {Map<number, string>} */
const running = new Map();
let number = 0;

export const powerSaveBlocker = known('powerSaveBlocker', {
  start(type) {
    if (!['prevent-app-suspension', 'prevent-display-sleep'].includes(type)) {
      throw new Error(`the stand-in does not know the power save blocker ${type}`);
    }
    running.set(++number, type);
    return number;
  },
  stop(id) {
    return running.delete(id);
  },
  isStarted(id) {
    return running.has(id);
  },
});
