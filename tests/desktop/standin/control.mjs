import { runInThisContext } from 'node:vm';
import electron from './electron.mjs';

/** A test runs a function in the main process, as it can with Electron through Playwright. */
process.on('message', async ({ id, source, argument }) => {
  try {
    const value = await runInThisContext(`(${source})`)(electron, argument);
    process.send?.({ id, value });
  } catch (error) {
    process.send?.({ id, error: String(error.stack) });
  }
});
// The test that started this has gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
