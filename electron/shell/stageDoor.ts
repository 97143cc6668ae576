import { screen } from 'electron';
import type { BrowserWindow, Display } from 'electron';
import type { StageDoor } from '../desk/handlers';
import { failure } from '../desk/failure';
import { stageHash } from '../desk/stageAddress';
import { HOME } from './address';
import { displayOf, openStageWindow } from './windows';

const labelOf = ({ label, size }: Display) => `${label} ${size.width}×${size.height}`.trim();

/**
 * Stage screens as windows on a display that a person picks. A display that is gone is an error, never
 * silently another one, and takes its window with it; asked again for one display, its window makes
 * room for the new view. `onCount` hears how many are open.
 */
export function stageDoor(onCount: (open: number) => void): StageDoor {
  const open = new Map<number, BrowserWindow>();
  // The system would move the window onto another display, over whatever is there.
  screen.on('display-removed', (_event, { id }) => open.get(id)?.close());
  return {
    displays: async () => {
      const primary = screen.getPrimaryDisplay().id;
      return screen.getAllDisplays().map((display) => ({
        id: String(display.id),
        label: labelOf(display),
        primary: display.id === primary,
      }));
    },
    open: async ({ event, view, display, language, room }) => {
      const wanted = display === undefined ? undefined : displayOf(display);
      if (!wanted) throw failure('stage.noDisplay', { display: display ?? '' });
      open.get(wanted.id)?.close();
      const window = openStageWindow(wanted);
      open.set(wanted.id, window);
      onCount(open.size);
      window.once('closed', () => {
        if (open.get(wanted.id) === window) open.delete(wanted.id);
        onCount(open.size);
      });
      // By its name the test picture says which display it is on.
      const label = view === 'test' ? labelOf(wanted) : '';
      await window.loadURL(`${HOME}${stageHash({ event, view, language, room, label })}`);
      return { opened: true, url: '' };
    },
  };
}
