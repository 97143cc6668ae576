import { app, Menu } from 'electron';

/** The menu of roles alone, whose words the system gives in its own language. */
export function setMenu(): void {
  const own = process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...own,
      { role: 'fileMenu' },
      { role: 'editMenu' },
      { role: 'viewMenu' },
      { role: 'windowMenu' },
    ]),
  );
  app.setAboutPanelOptions({ applicationName: 'Nuija', applicationVersion: app.getVersion() });
}
