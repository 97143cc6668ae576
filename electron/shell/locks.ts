import { app, session } from 'electron';
import { isOurs } from './address';

/** What a page of ours may ask of the machine: the camera, to scan codes. */
const ALLOWED_PERMISSIONS = new Set(['media']);

/** Keeps every page where it is: no other address, no further window, no web view, no permission unasked for. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      const badge = event.url.startsWith('blob:') && isOurs(event.url.slice('blob:'.length));
      if (!isOurs(event.url) && !badge) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Has to run once the app is ready. */
export function lockPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.has(permission) && isOurs(contents.getURL()));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED_PERMISSIONS.has(permission) && isOurs(`${origin}`),
  );
}
