import { describe, expect, it } from 'vitest';
import { packages } from '../../package-lock.json';
import { CONTENT_SECURITY_POLICY } from '../link/headers';
import { shutWindow, SHUT } from './windowOptions';

const shell = import.meta.glob<string>(['./*.ts', '../*.ts', '!./*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
});
const pages = import.meta.glob<string>(
  ['../../renderer/**/*.{ts,tsx,html}', '!../../renderer/**/*.test.*'],
  {
    eager: true,
    import: 'default',
    query: '?raw',
  },
);

/** The files in which something is written. */
const written = (files: Record<string, string>, pattern: RegExp) =>
  Object.entries(files)
    .filter(([, text]) => pattern.test(text))
    .map(([name]) => name);

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe('of Electron’s checklist (docs/security.md)', () => {
  it('1, 18: every page comes from our own scheme, none over http: or file:', () => {
    expect(written(shell, /loadFile\(|file:\/\/|loadURL\(\s*['"`]http/)).toEqual([]);
    expect(written(pages, /(?:src|href)=["']https?:/)).toEqual([]);
  });

  it('2, 3, 4, 6, 8, 9, 10: every window has exactly these preferences', () => {
    const { preload, ...others } = shutWindow().webPreferences ?? {};
    expect(preload).toMatch(/preload\.cjs$/);
    expect(others).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      plugins: true,
    });
    expect(SHUT).toEqual(others);
  });

  it('2, 3, 4, 6: no window is made with others', () => {
    const making = Object.entries(shell).filter(([, text]) => text.includes('new BrowserWindow('));
    expect(making.map(([name]) => name)).toEqual(['./windows.ts']);
    const [, text = ''] = making[0] ?? [];
    const every = /new BrowserWindow\(\{\s*\.\.\.shutWindow\(\),(?:(?!webPreferences)[^}])*\}\)/g;
    expect(count(text, every)).toBe(count(text, /new BrowserWindow\(/g));
    expect(written(shell, /WebContentsView|BrowserView\b/)).toEqual([]);
  });

  it('4: the sandbox is switched on for all processes before anything else, and by no switch off', () => {
    expect(shell['./start.ts']).toMatch(/app\.enableSandbox\(\);\s*announceScheme\(\)/);
    expect(written(shell, /appendSwitch|appendArgument/)).toEqual([]);
  });

  it('5: what is asked for and what is looked up are each held to the same', () => {
    const locks = shell['./locks.ts'] ?? '';
    expect(locks).toMatch(
      /setPermissionRequestHandler\([^;]*;\s*answer\(mayHave\(permission, details\.requestingUrl, sound\)\);\s*\}\);/,
    );
    expect(locks).toMatch(
      /setPermissionCheckHandler\([^;]*=>\s*mayHave\(permission, origin, mediaType === 'audio'\),\s*\);/,
    );
  });

  it('7: the policy allows no script but our own, and no text as script', () => {
    const scripts = /script-src ([^;]*)/.exec(CONTENT_SECURITY_POLICY)?.[1];
    expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'/);
  });

  it('11, 12: no page has a web view', () => {
    expect(written(pages, /<webview|allowpopups/i)).toEqual([]);
    expect(shell['./locks.ts']).toContain(
      "'will-attach-webview', (event) => event.preventDefault()",
    );
  });

  it('15: one function alone hands an address to the system, and only what safeLink lets through', () => {
    expect(written(shell, /openExternal/)).toEqual(['./links.ts']);
    expect(shell['./links.ts']).toMatch(
      /const link = safeLink\(address\);[^]*openExternal\(link\)/,
    );
  });

  it('16: Electron is of a line that still gets its security fixes, and exactly what was tried', () => {
    const { version } = packages['node_modules/electron'];
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  it('17: messages are heard in one place, and there every sender is looked at', () => {
    expect(written(shell, /ipcMain\.(?:handle|on|once|handleOnce)\(/)).toEqual(['./bridge.ts']);
    const bridge = shell['./bridge.ts'] ?? '';
    expect(count(bridge, /senderRole\(event\)/g)).toBe(count(bridge, /ipcMain\.(?:handle|on)\(/g));
  });

  it('20: the preload hands the page one frozen object, and nothing of Electron’s', () => {
    const preload = shell['../preload.ts'] ?? '';
    expect(count(preload, /exposeInMainWorld\(/g)).toBe(1);
    expect(preload).toMatch(/exposeInMainWorld\(\s*'nuija',\s*Object\.freeze\(\{/);
    // No event object, which would carry the sender along, reaches a page's function.
    expect(preload).toMatch(/\(_event: IpcRendererEvent, line: number, frame: unknown\)/);
  });
});
