import { SCREENS } from '../../shared/screens';
import type { ScreenName } from '../../shared/screens';
import type { MenuItemConstructorOptions } from 'electron';
import type { Say } from './language';

/** An event that was on the screen lately. */
export interface RecentEvent {
  id: string;
  /** Empty for one that waits for its passphrase. */
  name: string;
}

/** What the menu does. */
export interface MenuDeeds {
  toStart(): void;
  openFile(): void;
  openEvent(id: string): void;
  goTo(screen: ScreenName): void;
  copyDiagnostics(): void;
  showLogs(): void;
  /** Opens the page of releases in the browser; absent where none is known. */
  lookForNewVersion?(): void;
}

/** What the menu depends on. */
export interface MenuScene {
  say: Say;
  platform: NodeJS.Platform;
  /** Installed on this machine, not run from its sources. */
  packaged: boolean;
  recent: readonly RecentEvent[];
  /** Whether an event is on the screen. */
  inEvent: boolean;
  deeds: MenuDeeds;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/** The whole menu in one language. Every item has words of ours: Electron's own are English. */
export function menuTemplate(scene: MenuScene): Item[] {
  const mac = scene.platform === 'darwin';
  return [
    ...(mac ? [appMenu(scene)] : []),
    fileMenu(scene, mac),
    editMenu(scene),
    viewMenu(scene),
    windowMenu(scene, mac),
    helpMenu(scene, mac),
  ];
}

function appMenu({ say }: MenuScene): Item {
  const item = (role: NonNullable<Item['role']>): Item => ({ role, label: say(`app.${role}`) });
  return {
    label: 'Nuija',
    submenu: [
      item('about'),
      LINE,
      item('services'),
      LINE,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      LINE,
      item('quit'),
    ],
  };
}

function fileMenu({ say, recent, deeds }: MenuScene, mac: boolean): Item {
  return {
    label: say('file'),
    submenu: [
      { id: 'start', label: say('file.start'), accelerator: 'CmdOrCtrl+N', click: deeds.toStart },
      { id: 'open', label: say('file.open'), accelerator: 'CmdOrCtrl+O', click: deeds.openFile },
      {
        id: 'recent',
        label: say('file.recent'),
        enabled: recent.length > 0,
        submenu: recent.map(({ id, name }) => ({
          // An ampersand in a menu's words would mark the next letter as its key.
          label: name.replaceAll('&', '&&') || say('file.sealed'),
          click: () => deeds.openEvent(id),
        })),
      },
      LINE,
      mac
        ? { role: 'close', label: say('window.close') }
        : { role: 'quit', label: say('app.quit') },
    ],
  };
}

function editMenu({ say }: MenuScene): Item {
  const item = (role: NonNullable<Item['role']>): Item => ({ role, label: say(`edit.${role}`) });
  return {
    label: say('edit'),
    submenu: [
      item('undo'),
      item('redo'),
      LINE,
      item('cut'),
      item('copy'),
      item('paste'),
      item('selectAll'),
    ],
  };
}

function viewMenu({ say, packaged, inEvent, deeds }: MenuScene): Item {
  const item = (role: NonNullable<Item['role']>): Item => ({ role, label: say(`view.${role}`) });
  return {
    label: say('view'),
    submenu: [
      ...SCREENS.map((screen, i) => ({
        id: screen,
        label: say(`common:screens.${screen}`),
        accelerator: `Alt+${i + 1}`,
        registerAccelerator: false,
        enabled: inEvent,
        click: () => deeds.goTo(screen),
      })),
      LINE,
      item('resetZoom'),
      item('zoomIn'),
      item('zoomOut'),
      LINE,
      item('togglefullscreen'),
      item('reload'),
      ...(packaged ? [] : [item('toggleDevTools')]),
    ],
  };
}

function windowMenu({ say }: MenuScene, mac: boolean): Item {
  const item = (role: NonNullable<Item['role']>): Item => ({ role, label: say(`window.${role}`) });
  return {
    label: say('window'),
    role: 'window',
    submenu: [item('minimize'), item('zoom'), ...(mac ? [LINE, item('front')] : [item('close')])],
  };
}

function helpMenu({ say, deeds }: MenuScene, mac: boolean): Item {
  const { lookForNewVersion } = deeds;
  return {
    label: say('help'),
    role: 'help',
    submenu: [
      { id: 'diagnostics', label: say('help.diagnostics'), click: deeds.copyDiagnostics },
      { id: 'logs', label: say('help.logs'), click: deeds.showLogs },
      ...(lookForNewVersion
        ? [LINE, { id: 'releases', label: say('help.releases'), click: lookForNewVersion }]
        : []),
      ...(mac ? [] : [LINE, { role: 'about' as const, label: say('app.about') }]),
    ],
  };
}
