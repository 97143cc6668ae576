import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where Debian keeps the server's programs, the newest last; else wherever the path leads. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const found = versions
    .toSorted((a, b) => Number(a) - Number(b))
    .map((version) => join(debian, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')));
  const newest = found.at(-1);
  if (newest) return newest;
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const folder = onPath.status === 0 ? onPath.stdout.trim() : '';
  return folder && existsSync(join(folder, 'initdb')) ? folder : null;
}

/** The server refuses to run as root: then the user that its package has made. */
function owner(): { uid?: number; gid?: number } | null {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Why no server can be started here, '' when one can. */
export function whyNoServer(): string {
  if (process.platform === 'win32') return 'the server is started with a socket of Unix';
  if (!programs()) return 'PostgreSQL is not installed here';
  return owner() ? '' : 'PostgreSQL does not run as root, and there is no user postgres';
}

/** A PostgreSQL server of a test's own: in a temporary folder, on a socket there, on no network. */
export class TestServer {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<TestServer> {
    const [bin, user] = [programs(), owner()];
    if (!bin || !user) throw new Error(whyNoServer());
    const folder = mkdtempSync(join(tmpdir(), 'nuija-pg-'));
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid ?? user.uid);
    const words = ['-D', data, '-U', 'nuija', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
    const made = spawnSync(join(bin, 'initdb'), words, { ...user, cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`initdb: ${made.stderr || made.stdout}`);
    }
    const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
    const child = spawn(join(bin, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
    const server = new TestServer(folder, child);
    await server.answers();
    return server;
  }

  /** The address of the server; `password` is taken along and asked by nobody. */
  url(password = ''): string {
    const user = password === '' ? 'nuija' : `nuija:${password}`;
    return `postgres://${user}@/postgres?host=${encodeURIComponent(this.folder)}`;
  }

  /** The file that clients of this machine connect to. */
  get socket(): string {
    return join(this.folder, '.s.PGSQL.5432');
  }

  /** What the server holds, as one client sees it. */
  async ask(sql: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    const gone = this.child.exitCode === null ? once(this.child, 'exit') : null;
    this.child.kill('SIGQUIT');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    for (;;) {
      const failed = await this.ask('SELECT 1').then(
        () => null,
        (error: unknown) => error,
      );
      if (failed === null) return;
      if (this.child.exitCode !== null) throw failed;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
