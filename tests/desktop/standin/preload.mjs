import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { makeCodec } from './codec.mjs';
import { makeCrossing, pageWorld, preloadWorld } from './worlds.mjs';

/** Name of the isolated world in which the preload runs. */
export const WORLD = 'nuija preload';
/** The way from the isolated world to the main process; the page's own world does not have it. */
export const BINDING = 'nuijaToMain';

/**
 * What Chromium runs at the start of each document, before any script of the page.
 * @param {string} file the built preload
 * @param {boolean} inSubFrames whether frames get it too
 * @returns {{ isolated: string, page: string }}
 */
export function preloadScripts(file, inSubFrames) {
  // Unlike at every start, so that no page can speak on these events.
  const word = randomBytes(16).toString('hex');
  const once = (body) => `{
    const topOnly = ${!inSubFrames};
    if (!(topOnly && window.top !== window)) {
      const codec = (${makeCodec})();
      const makeCrossing = ${makeCrossing};
      ${body}
    }
  }`;
  const source = readFileSync(file, 'utf8');
  return {
    isolated: once(`
      const crossing = makeCrossing(codec, '${word} preload', '${word} page');
      const preload = (require, module, exports) => {${source}\n};
      (${preloadWorld})(codec, crossing, '${BINDING}', preload);
    `),
    page: once(`
      const crossing = makeCrossing(codec, '${word} page', '${word} preload');
      (${pageWorld})(crossing);
    `),
  };
}
