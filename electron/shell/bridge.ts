import { ipcMain } from 'electron';
import type { IpcMainEvent, WebContents } from 'electron';
import { z } from 'zod';
import type { Envelope } from '../../shared/bridge';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { IPC } from '../ipc';
import { senderRole } from './senders';

const listenSchema = z.tuple([z.int(), z.string().max(100), z.enum(['desk', 'stage'])]);
const stopSchema = z.tuple([z.int()]);

/** Stops everything that one page listens to, by the page's own numbers. */
type Lines = Map<number, () => void>;

/** The lines of a page; they end with it, and when another page takes its place. */
function linesOf(sender: WebContents, all: Map<WebContents, Lines>): Lines {
  const there = all.get(sender);
  if (there) return there;
  const lines: Lines = new Map();
  const stopAll = () => {
    for (const stop of lines.values()) stop();
    lines.clear();
  };
  all.set(sender, lines);
  sender.on('did-navigate', stopAll);
  sender.on('render-process-gone', stopAll);
  sender.once('destroyed', () => {
    stopAll();
    all.delete(sender);
  });
  return lines;
}

/** Answers the windows' questions. Every message is checked for who sent it and what it holds. */
export function serveWindows(desk: LocalDesk): void {
  const all = new Map<WebContents, Lines>();

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
    const lines = linesOf(sender, all);
    lines.get(line)?.();
    const stop = desk.live(id, role === 'stage' ? 'stage' : view, (frame) => {
      if (!sender.isDestroyed()) sender.send(IPC.frame, line, frame);
    });
    lines.set(line, stop);
  });

  ipcMain.on(IPC.stop, (event: IpcMainEvent, ...args: unknown[]) => {
    const asked = stopSchema.safeParse(args);
    if (!senderRole(event) || !asked.success) return;
    const [line] = asked.data;
    all.get(event.sender)?.get(line)?.();
    all.get(event.sender)?.delete(line);
  });
}
