import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { dialog } from 'electron';
import { version } from '../../package.json';
import { openDesk } from '../desk/desk';
import type { LocalDesk } from '../desk/desk';
import { asDeskError } from '../desk/failure';
import { defaultDataFolder } from '../store/dataFolder';
import { keepAwake } from './awake';
import { sayFailure, speak } from './language';
import { lastLogged, log } from './log';
import { remember } from './shellMemory';
import { stageDoor } from './stageDoor';

/** `--data DIR` among the program's words, else NUIJA_DATA, else where the system keeps such data. */
export function chosenDataFolder(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const at = args.indexOf('--data');
  const given = (at < 0 ? undefined : args[at + 1]) ?? env['NUIJA_DATA'];
  return given ? resolve(given) : defaultDataFolder();
}

/** Opens the desk, or says in a dialog why it cannot be opened and answers null. */
export async function startDesk(dataFolder: string): Promise<LocalDesk | null> {
  const awake = keepAwake(Date.now);
  try {
    return await openDesk({
      dataFolder,
      desk: hostname(),
      host: 'desktop',
      version,
      stage: stageDoor((open) => awake.stages(open)),
      log,
      logged: lastLogged,
      watch: (event, state) => awake.event(event, state),
      spoken: (language) => {
        speak(language);
        remember({ language });
      },
    });
  } catch (error) {
    log(asDeskError(error).code);
    dialog.showErrorBox('Nuija', sayFailure(error));
    return null;
  }
}
