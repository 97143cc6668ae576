import { EventEmitter } from 'node:events';
import { makeCodec } from './codec.mjs';
import { known } from './known.mjs';

const codec = makeCodec();

/** Handlers as Electron keeps them, under the name under which its own tests reach them. */
class IpcMain extends EventEmitter {
  _invokeHandlers = new Map();

  handle(channel, handler) {
    if (this._invokeHandlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this._invokeHandlers.set(channel, handler);
  }
}

const main = new IpcMain();
export const ipcMain = known('ipcMain', main);

/**
 * What a preload sent: `event` carries the real sender and frame. Whatever crosses is cloned on the
 * way in and on the way out, as text.
 * @param {string} text
 * @param {object} event
 * @param {(text: string) => void} reply
 */
export async function deliver(text, event, reply) {
  const { kind, id, channel, args } = codec.decode(text);
  if (kind === 'send') {
    main.emit(channel, event, ...args);
    return;
  }
  const refuse = (why) =>
    reply(
      codec.encode({
        kind: 'reply',
        id,
        ok: false,
        why: `Error invoking remote method '${channel}': ${why}`,
      }),
    );
  const handler = main._invokeHandlers.get(channel);
  if (!handler) return refuse(`Error: No handler registered for '${channel}'`);
  try {
    const value = await handler(event, ...args);
    reply(codec.encode({ kind: 'reply', id, ok: true, value }));
  } catch (error) {
    refuse(String(error));
  }
}

/** A message from the main process to a preload, as text; throws for what cannot be cloned. */
export const messageText = (channel, args) => codec.encode({ kind: 'message', channel, args });
