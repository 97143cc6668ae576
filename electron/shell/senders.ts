import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isOurs } from './address';

/** What a window may do: the app's own windows everything, a stage window only see the stage. */
export type WindowRole = 'desk' | 'stage';

const roles = new WeakMap<WebContents, WindowRole>();

/** Has to be said of every window that may talk to the desk. */
export function trust(contents: WebContents, role: WindowRole): void {
  roles.set(contents, role);
}

/** The role of a window, or null for one that may not talk to the desk. */
export function roleOf(contents: WebContents): WindowRole | null {
  return roles.get(contents) ?? null;
}

/** The role of whoever sent a message, or null: only the top frame of a window of ours, on a page of ours. */
export function senderRole(event: IpcMainEvent | IpcMainInvokeEvent): WindowRole | null {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !isOurs(frame.url)) return null;
  return roleOf(event.sender);
}
