import { protocol } from 'electron';
import { SAFE_HEADERS } from '../link/headers';
import { readPageFile } from '../link/pageFiles';
import { SCHEME } from './address';

/** Has to run before the app is ready: makes our scheme a standard, secure origin. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built pages from `folder`, each with the content security policy; all else is not found. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'app' ? await readPageFile(folder, pathname) : null;
    if (!file) return new Response('not found', { status: 404, headers: { ...SAFE_HEADERS } });
    const headers = { ...SAFE_HEADERS, 'Content-Type': file.type };
    return new Response(new Uint8Array(file.bytes), { headers });
  });
}
