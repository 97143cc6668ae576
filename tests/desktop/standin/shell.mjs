import { known } from './known.mjs';

/** Nothing is opened here; a test puts a function of its own in the place of one of these. */
export const shell = known('shell', {
  async openExternal(address) {
    throw new Error(`the stand-in opens no ${address}`);
  },
  async openPath(path) {
    throw new Error(`the stand-in opens no ${path}`);
  },
});
