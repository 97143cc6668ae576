import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Bridge } from '../shared/bridge';
import { IPC } from './ipc';

const listeners = new Map<number, (frame: unknown) => void>();
let lines = 0;

ipcRenderer.on(IPC.frame, (_event: IpcRendererEvent, line: number, frame: unknown) => {
  listeners.get(line)?.(frame);
});

contextBridge.exposeInMainWorld(
  'nuija',
  Object.freeze({
    ask: (channel, payload) => ipcRenderer.invoke(IPC.ask, channel, payload),
    live: (event, view, listener) => {
      const line = ++lines;
      listeners.set(line, listener);
      ipcRenderer.send(IPC.listen, line, event, view);
      return () => {
        listeners.delete(line);
        ipcRenderer.send(IPC.stop, line);
      };
    },
  } satisfies Bridge),
);
