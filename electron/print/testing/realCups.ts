import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CupsSpooler } from '../cups';
import { runProgram } from '../program';

/** Where a system keeps what only its administrator starts. */
const PLACES = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const NEEDED = [
  'cupsd',
  'lp',
  'lpstat',
  'cancel',
  'lpadmin',
  'cupsdisable',
  'cupsenable',
  'ippeveprinter',
];
/** ippeveprinter does not start without a service of names; this one hears nobody but this machine. */
const NAMES = ['dbus-daemon', 'avahi-daemon'];

/** Why there can be no print service of the tests' own here, or null. */
export function whyNoCups(): string | null {
  const missing = [...NEEDED, ...NAMES].filter((name) => !placeOf(name));
  if (missing.length > 0) return `not installed here: ${missing.join(', ')}`;
  return process.getuid?.() === 0 ? null : 'a print service of its own takes root';
}

const placeOf = (name: string) => PLACES.map((one) => join(one, name)).find(existsSync);

/** A print service of the tests' own with one driverless printer, which can be switched off, and jammed. */
export class RealCups {
  private readonly running = new Map<string, ChildProcess>();
  private port = 0;
  private simplexPort = 0;

  private constructor(readonly folder: string) {}

  /** Answers why it cannot be had, where something of it does not start. */
  static async start(): Promise<RealCups | string> {
    const cups = new RealCups(await mkdtemp(join(tmpdir(), 'nuija-cups-')));
    try {
      await cups.begin();
      return cups;
    } catch (error) {
      await cups.stop();
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Reaches this service, and no other that the machine may have. */
  spooler(): CupsSpooler {
    return new CupsSpooler((file, args, more) =>
      runProgram(file, args, { ...more, env: this.environment() }),
    );
  }

  async switchOn(): Promise<void> {
    await this.plugIn('printer', this.port, 'paper');
  }

  /** A second printer with its queue, which prints on one side alone; answers the queue's name. */
  async addSimplex(): Promise<string> {
    this.simplexPort = await freePort();
    await mkdir(this.at('sheets'));
    await writeFile(this.at('simplex.conf'), PRINTER.replace(TWO_SIDED, ''));
    await this.plugIn('simplex', this.simplexPort, 'sheets');
    await this.addQueue('Simplex', this.simplexPort);
    return 'Simplex';
  }

  switchOff(): Promise<void> {
    return this.end('printer', 'SIGKILL');
  }

  async jam(): Promise<void> {
    await writeFile(this.at('jam'), '');
  }

  async clearJam(): Promise<void> {
    await rm(this.at('jam'), { force: true });
  }

  /** Somebody stops the queue in the system's settings. */
  async pause(): Promise<void> {
    await this.command('cupsdisable', ['Badge']);
  }

  async resume(): Promise<void> {
    await this.command('cupsenable', ['Badge']);
  }

  /** Somebody deletes everything in the system's own list of jobs. */
  async cancelAll(): Promise<void> {
    await this.command('cancel', ['-a', 'Badge']);
  }

  /** What came out, in the order of the printer's own numbers. */
  async paper(of: 'paper' | 'sheets' = 'paper'): Promise<Buffer[]> {
    const names = (await readdir(this.at(of))).filter((name) => name.endsWith('.pdf'));
    const number = (name: string) => Number.parseInt(name, 10);
    names.sort((a, b) => number(a) - number(b));
    return Promise.all(names.map((name) => readFile(this.at(of, name))));
  }

  /** The media that the printer was told, one a job: `6200x10000`, hundredths of mm. */
  async media(): Promise<string[]> {
    const log = await this.said('printer');
    const told = log.matchAll(
      /media-col \(collection\) \{media-size=\{x-dimension=(\d+) y-dimension=(\d+)\}/g,
    );
    return [...new Set([...told].map(([, width, height]) => `${width}x${height}`))];
  }

  /** How the printer was told to use both sides, one a job. */
  async sides(): Promise<string[]> {
    const log = await this.said('printer');
    return [...log.matchAll(/\bsides \(?keyword\)?\s*([a-z-]+)/g)].map(([, sides = '']) => sides);
  }

  async stop(): Promise<void> {
    for (const name of ['printer', 'simplex', 'cupsd', 'avahi', 'bus']) await this.end(name);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 30 });
  }

  private async begin(): Promise<void> {
    const { folder } = this;
    // The service's helpers run as somebody else and have to get here.
    await chmod(folder, 0o711);
    for (const name of ['spool', 'spool/tmp', 'cache', 'state', 'paper'])
      await mkdir(this.at(name));
    await writeFile(this.at('bus.conf'), BUS(folder));
    await writeFile(this.at('avahi.conf'), AVAHI);
    await writeFile(this.at('cups-files.conf'), FILES(folder));
    await writeFile(this.at('cupsd.conf'), SERVICE(folder));
    await writeFile(this.at('printer.conf'), PRINTER);
    await writeFile(this.at('engine.sh'), ENGINE(folder), { mode: 0o755 });
    this.port = await freePort();
    this.run('bus', 'dbus-daemon', [`--config-file=${this.at('bus.conf')}`, '--nofork']);
    await this.until('bus', async () => existsSync(this.at('bus.sock')));
    const namesOnly = ['--no-drop-root', '--no-rlimits', '--no-chroot'];
    this.run('avahi', 'avahi-daemon', ['-f', this.at('avahi.conf'), ...namesOnly]);
    await this.until('avahi', async () => (await this.said('avahi')).includes('startup complete'));
    const files = ['-c', this.at('cupsd.conf'), '-s', this.at('cups-files.conf')];
    this.run('cupsd', 'cupsd', ['-f', ...files]);
    await this.until('cupsd', async () =>
      (await this.command('lpstat', ['-r'])).includes('scheduler is running'),
    );
    await this.switchOn();
    await this.addQueue('Badge', this.port);
  }

  private async plugIn(name: 'printer' | 'simplex', port: number, output: string): Promise<void> {
    const listens = ['-p', String(port), '-n', 'localhost', '-r', 'off'];
    const works = ['-d', this.at(output), '-k', '-c', this.at('engine.sh'), '-vv'];
    this.run(name, 'ippeveprinter', [...listens, ...works, '-a', this.at(`${name}.conf`), name]);
    await this.until(name, () => this.answers(port));
  }

  private async addQueue(name: string, port: number): Promise<void> {
    const address = `ipp://localhost:${port}/ipp/print`;
    await this.command('lpadmin', ['-p', name, '-E', '-v', address, '-m', 'everywhere']);
    await this.until('cupsd', async () => existsSync(this.at('ppd', `${name}.ppd`)));
  }

  private environment(): Record<string, string> {
    return {
      CUPS_SERVER: this.at('cups.sock'),
      DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${this.at('bus.sock')}`,
      HOME: this.folder,
    };
  }

  private at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  private run(name: string, program: string, args: readonly string[]): void {
    const log = `exec "$0" "$@" >>'${this.at(`${name}.log`)}' 2>&1`;
    const child = spawn('sh', ['-c', log, placeOf(program) ?? program, ...args], {
      env: { ...process.env, ...this.environment() },
      stdio: 'ignore',
    });
    this.running.set(name, child);
  }

  private async end(name: string, how: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.running.get(name);
    this.running.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(how);
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }

  private async command(name: string, args: readonly string[]): Promise<string> {
    const ran = await runProgram(placeOf(name) ?? name, args, { env: this.environment() });
    return ran.out + ran.err;
  }

  private answers(port: number): Promise<boolean> {
    return new Promise((resolve) => {
      const line = connect(port, 'localhost');
      line.on('connect', () => line.destroy());
      line.on('error', () => resolve(false));
      line.on('close', (failed) => resolve(!failed));
    });
  }

  /** Rejects when it is not there after half a minute, or has ended. */
  private async until(name: string, isThere: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (await isThere()) return;
      const child = this.running.get(name);
      if (child && child.exitCode !== null) break;
      await wait(100);
    }
    throw new Error(`${name} does not start: ${(await this.said(name)).trim().split('\n').at(-1)}`);
  }

  /** What a program has written, '' before it has. */
  private said(name: string): Promise<string> {
    return readFile(this.at(`${name}.log`), 'utf8').catch(() => '');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const AVAHI = `[server]
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
publish-addresses=no
`;

const BUS = (folder: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${folder}/bus.sock</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
`;

const FILES = (folder: string) => `ServerRoot ${folder}
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/access.log
ErrorLog ${folder}/error.log
PageLog ${folder}/page.log
`;

const SERVICE = (folder: string) => `LogLevel warn
Listen ${folder}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

/** Prints at once, unless paper is jammed. */
const ENGINE = (folder: string) => `#!/bin/sh
if [ -e ${folder}/jam ]; then
  echo "STATE: +media-jam-error" >&2
  while [ -e ${folder}/jam ]; do sleep 0.1; done
  echo "STATE: -media-jam-error" >&2
fi
exit 0
`;

const size = (width: string, height: string) => {
  const kind = width.includes('-') ? 'rangeOfInteger' : 'integer';
  return `MEMBER ${kind} x-dimension ${width}
    MEMBER ${kind} y-dimension ${height}`;
};
const MEDIA = [size('21000', '29700'), size('2500-21600', '2500-300000')];
const margins = ['top', 'right', 'bottom', 'left'];

/** A printer of A4 and of any label up to 216 mm wide, without a margin that it cannot reach. */
const PRINTER = `ATTR keyword media-supported "iso_a4_210x297mm","custom_min_25x25mm","custom_max_216x3000mm"
ATTR keyword media-default "iso_a4_210x297mm"
ATTR keyword media-ready "iso_a4_210x297mm"
${margins.map((one) => `ATTR integer media-${one}-margin-supported 0`).join('\n')}
ATTR collection media-size-supported ${MEDIA.map((one) => `{\n    ${one}\n  }`).join(',')}
ATTR collection media-col-default {
    MEMBER collection media-size {
      ${MEDIA[0]}
    }
    ${margins.map((one) => `MEMBER integer media-${one}-margin 0`).join('\n    ')}
  }
ATTR collection media-col-database ${MEDIA.map(
  (one) => `{
    MEMBER collection media-size {
      ${one}
    }
    ${margins.map((side) => `MEMBER integer media-${side}-margin 0`).join('\n    ')}
  }`,
).join(',')}
ATTR mimeMediaType document-format-supported "application/octet-stream","application/pdf","image/urf"
ATTR keyword urf-supported "V1.4","CP1","W8","SRGB24","RS300"
ATTR keyword print-color-mode-supported "color","monochrome"
ATTR keyword print-color-mode-default "color"
ATTR keyword print-scaling-supported "auto","none"
ATTR keyword print-scaling-default "auto"
ATTR keyword sides-supported "one-sided","two-sided-long-edge","two-sided-short-edge"
ATTR keyword sides-default "one-sided"
ATTR text printer-make-and-model "Nuija"
ATTR text printer-device-id "MFG:Nuija;MDL:Test;CMD:PDF,URF;"
ATTR boolean color-supported true
`;

const TWO_SIDED = ',"two-sided-long-edge","two-sided-short-edge"';
