import { ipcMain } from 'electron';
import type { IpcMainEvent } from 'electron';
import { z } from 'zod';
import type { Envelope } from '../../shared/bridge';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { IPC } from '../ipc';
import { senderRole } from './senders';

const listenSchema = z.tuple([z.int(), z.string().max(100), z.enum(['desk', 'stage'])]);
const stopSchema = z.tuple([z.int()]);

/** Answers the windows' questions. Every message is checked for who sent it and what it holds. */
export function serveWindows(desk: LocalDesk): void {
  const lines = new Map<string, () => void>();
  const stop = (key: string) => {
    lines.get(key)?.();
    lines.delete(key);
  };

  ipcMain.handle(IPC.ask, async (event, channel: unknown, payload: unknown): Promise<Envelope> => {
    if (senderRole(event) !== 'desk' || typeof channel !== 'string') {
      return { ok: false, failure: failure('link.notForThisRole').toFailure() };
    }
    return desk.envelope(channel, payload);
  });

  ipcMain.on(IPC.listen, (event: IpcMainEvent, ...args: unknown[]) => {
    const role = senderRole(event);
    const asked = listenSchema.safeParse(args);
    if (!role || !asked.success) return;
    const [line, id, view] = asked.data;
    const { sender } = event;
    const key = `${sender.id} ${line}`;
    stop(key);
    const stopLive = desk.live(id, role === 'stage' ? 'stage' : view, (frame) => {
      if (!sender.isDestroyed()) sender.send(IPC.frame, line, frame);
    });
    lines.set(key, stopLive);
    sender.once('destroyed', () => stop(key));
    sender.once('did-navigate', () => stop(key));
  });

  ipcMain.on(IPC.stop, (event: IpcMainEvent, ...args: unknown[]) => {
    const asked = stopSchema.safeParse(args);
    if (senderRole(event) && asked.success) stop(`${event.sender.id} ${asked.data[0]}`);
  });
}
