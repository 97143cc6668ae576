import { announce } from './address.mjs';
import { life } from './app.mjs';
import { known, onlyKnown } from './known.mjs';

const announced = new Set();
/** @type {Map<string, (request: Request) => Promise<Response>>} */
const handlers = new Map();

export const protocol = known('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (life.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged has to come before the app is ready');
    }
    for (const { scheme, privileges } of schemes) {
      onlyKnown('a scheme', privileges, ['standard', 'secure', 'supportFetchAPI']);
      if (!privileges.standard || !privileges.secure) {
        throw new Error('the stand-in knows only schemes that are standard and secure');
      }
      announce(scheme);
      announced.add(scheme);
    }
  },
  handle(scheme, handler) {
    if (!life.isReady()) throw new Error('protocol.handle has to come after the app is ready');
    if (!announced.has(scheme)) throw new Error(`the scheme ${scheme} is not announced`);
    handlers.set(scheme, handler);
  },
});

/**
 * The shell's answer to a request, as `Fetch.fulfillRequest` wants it; null when nobody handles it.
 * @param {string} scheme
 * @param {{ url: string, method: string, headers: Record<string, string>, postData?: string }} asked
 */
export async function answerTo(scheme, { url, method, headers, postData }) {
  const handler = handlers.get(scheme);
  if (!handler) return null;
  const asked = new Request(url, { method, headers, ...(postData && { body: postData }) });
  const answer = await handler(asked);
  return {
    responseCode: answer.status,
    responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
  };
}
