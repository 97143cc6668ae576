import { _electron } from '@playwright/test';
import type { Size, Start } from './host';
import type { Host, Main } from './launch';

/** Starts real Electron through Playwright. */
export async function launchElectron(
  { program, args, env }: Start,
  displays: readonly Size[],
): Promise<Host> {
  const app = await _electron.launch({ executablePath: program, args, env });
  // A machine that runs tests has one display; which there are is the only thing made up here.
  await app.evaluate(({ screen }, sizes) => {
    let left = 0;
    const [first] = screen.getAllDisplays();
    const made = sizes.map(({ width, height }, i) => {
      const bounds = { x: left, y: 0, width, height };
      left += width;
      const size = { width, height };
      const own = { id: 101 + i, label: `Display ${i + 1}`, bounds, workArea: bounds, size };
      return { ...first, ...own };
    });
    Object.assign(screen, { getAllDisplays: () => made, getPrimaryDisplay: () => made[0] });
  }, displays);
  return {
    pages: () => app.windows(),
    evaluate: <A, R>(run: (main: Main, argument: A) => R | Promise<R>, argument: A) =>
      app.evaluate<R, A>(run.toString(), argument),
    at: (address) => address,
    process: app.process(),
    release: async () => {},
  };
}
