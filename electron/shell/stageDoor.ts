import { screen } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StageDoor } from '../desk/handlers';
import { failure } from '../desk/failure';
import { displayOf, openStageWindow } from './windows';

/**
 * Stage screens as windows on a display that a person picks. A display that is gone is an error,
 * never silently another one; asked again for one display, its window shows the new view.
 */
export function stageDoor(): StageDoor {
  const open = new Map<string, BrowserWindow>();
  return {
    displays: async () => {
      const primary = screen.getPrimaryDisplay().id;
      return screen.getAllDisplays().map(({ id, label, size }) => ({
        id: String(id),
        label: `${label} ${size.width}×${size.height}`.trim(),
        primary: id === primary,
      }));
    },
    open: async ({ event, view, display }) => {
      const wanted = display === undefined ? undefined : displayOf(display);
      if (!wanted) throw failure('stage.noDisplay', { display: display ?? '' });
      const key = String(wanted.id);
      open.get(key)?.close();
      const window = await openStageWindow(wanted, `#/stage/${event}/${view}`);
      open.set(key, window);
      window.once('closed', () => {
        if (open.get(key) === window) open.delete(key);
      });
      return { opened: true, url: '' };
    },
  };
}
