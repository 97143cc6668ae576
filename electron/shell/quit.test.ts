import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import type { Unsaved } from '../desk/eventShelf';

const electron = vi.hoisted(() => ({
  app: {} as EventEmitter & { exit: ReturnType<typeof vi.fn>; quit(): void },
  answers: [] as number[],
  boxes: [] as unknown[],
}));
const shown = vi.hoisted(() => ({ main: vi.fn(async () => {}) }));

vi.mock('electron', () => ({
  get app() {
    return electron.app;
  },
  BrowserWindow: { getAllWindows: () => [] },
  dialog: {
    showErrorBox: (title: string, content: string) => electron.boxes.push({ title, content }),
    showMessageBox: async (box: unknown) => {
      electron.boxes.push(box);
      return { response: electron.answers.shift() ?? 1 };
    },
  },
}));
vi.mock('./windows', () => ({ showMainWindow: shown.main }));
vi.mock('./log', () => ({ log: () => {} }));

const full = (): Unsaved[] => [
  { id: '1', name: 'Soteuttamo Kainuu', failure: failure('store.disk-full') },
];

/** A desk that says, time after time, what it cannot save. */
function deskThatSaves(...times: Unsaved[][]) {
  const close = vi.fn(async () => {});
  const saveAll = vi.fn(async () => times.shift() ?? []);
  return { desk: { shelf: { saveAll }, close } as unknown as LocalDesk, close, saveAll };
}

async function quitting(desk: LocalDesk, ...answers: number[]) {
  electron.answers.push(...answers);
  const { quitWhenSaved } = await import('./quit');
  quitWhenSaved(desk);
  const event = { preventDefault: vi.fn() };
  electron.app.emit('before-quit', event);
  expect(event.preventDefault).toHaveBeenCalled();
  const again = () => electron.app.emit('before-quit', event);
  return again;
}

beforeEach(() => {
  electron.app = Object.assign(new EventEmitter(), { exit: vi.fn(), quit: vi.fn() });
  electron.answers.length = 0;
  electron.boxes.length = 0;
  shown.main.mockClear();
});

const exited = () => electron.app.exit.mock.calls.length;

describe('quitting', () => {
  it('waits until the desk is saved and closed, and asks nobody', async () => {
    const { desk, close } = deskThatSaves();
    const again = await quitting(desk);
    again();
    await expect.poll(exited).toBe(1);
    expect(close).toHaveBeenCalledTimes(1);
    expect(electron.boxes).toEqual([]);
  });

  it('names the event that cannot be saved and why, and tries again when asked to', async () => {
    const { desk, close, saveAll } = deskThatSaves(full());
    await quitting(desk, 0);
    await expect.poll(exited).toBe(1);
    expect(saveAll).toHaveBeenCalledTimes(2);
    expect(close).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(electron.boxes)).toContain('Soteuttamo Kainuu: Levy on täynnä');
  });

  it('is given up when the person wants to stay, with a window to go on in', async () => {
    const { desk, close } = deskThatSaves(full());
    const again = await quitting(desk, 1);
    await expect.poll(() => shown.main.mock.calls.length).toBe(1);
    expect(close).not.toHaveBeenCalled();
    expect(exited()).toBe(0);
    again();
    await expect.poll(exited).toBe(1);
  });

  it('goes on without what cannot be saved when the person says so', async () => {
    const { desk, close } = deskThatSaves(full(), full());
    await quitting(desk, 2);
    await expect.poll(exited).toBe(1);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('says why when the desk cannot be closed, and ends all the same', async () => {
    const { desk } = deskThatSaves();
    desk.close = async () => Promise.reject(failure('store.disk-full'));
    await quitting(desk);
    await expect.poll(exited).toBe(1);
    expect(electron.boxes).toHaveLength(1);
  });
});
