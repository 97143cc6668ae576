import type { Page } from '@playwright/test';
import type { Bridge, Envelope } from '../../shared/bridge';

/** Puts a question through `window.nuija` of a page, as its own scripts would. */
export function ask(page: Page, channel: string, payload: unknown): Promise<Envelope> {
  return page.evaluate(
    ([on, what]) => {
      if (!window.nuija) throw new Error('the page has no window.nuija');
      return window.nuija.ask(on, what);
    },
    [channel, payload] as const,
  );
}

/** The value of an answer; throws when it is a failure. */
export async function answer(page: Page, channel: string, payload: unknown): Promise<unknown> {
  const envelope = await ask(page, channel, payload);
  if (!envelope.ok) throw new Error(`${channel}: ${envelope.failure.code}`);
  return envelope.value;
}

/** The bridge of a page, for whoever is not in that page. */
export async function bridgeOf(page: Page): Promise<Bridge> {
  const listeners = new Map<number, (frame: unknown) => void>();
  let lines = 0;
  await page.exposeFunction('nuijaHeard', (line: number, frame: unknown) =>
    listeners.get(line)?.(frame),
  );
  return {
    ask: (channel, payload) => ask(page, channel, payload),
    live: (event, view, listener) => {
      const line = ++lines;
      listeners.set(line, listener);
      const stop = page.evaluateHandle(
        ([of, as, number]) =>
          window.nuija?.live(of, as, (frame) => {
            const heard: unknown = Reflect.get(window, 'nuijaHeard');
            if (typeof heard === 'function') heard(number, frame);
          }),
        [event, view, line] as const,
      );
      return () => {
        listeners.delete(line);
        // The page may have closed before.
        void stop.then((handle) => handle.evaluate((end) => end?.())).catch(() => {});
      };
    },
  };
}
