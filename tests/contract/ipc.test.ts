import { bridgeDesk } from '../../renderer/desk/bridge';
import { bridgeOf } from '../desktop/bridge';
import { launchDesktop } from '../desktop/launch';
import { contractSuite } from './suite';

/** The screens' own transport through the built preload and main, from inside a real page. */
contractSuite('Electron IPC', async () => {
  const desktop = await launchDesktop();
  return {
    desk: bridgeDesk(await bridgeOf(await desktop.page())),
    close: async () => {
      await desktop.quit();
      desktop.venue.remove();
    },
  };
});
