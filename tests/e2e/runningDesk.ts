import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { json, run, start } from '../faults/program';

const readySchema = z.object({ ready: z.literal(true), url: z.url(), token: z.string() });

const lineSchema = z.object({
  seq: z.number(),
  kind: z.string(),
  facts: z.array(z.looseObject({ type: z.string() })),
});

/** What of an exported event the tests look at. */
const documentSchema = z.object({
  participants: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      organisation: z.string(),
      source: z.string(),
      status: z.string(),
      checkedInAt: z.string().nullable(),
      badgesPrinted: z.number(),
    }),
  ),
  sessions: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string() })),
  turns: z.array(z.object({ session: z.string(), speaker: z.string(), ms: z.number() })),
});
export type StoredEvent = z.infer<typeof documentSchema>;

/** What lets the clocks of a process be moved by hand; nothing where they go by themselves. */
function handClock(shows: number | null): Record<string, string> {
  if (shows === null) return {};
  const file = pathToFileURL(resolve(import.meta.dirname, 'handClock.mjs'));
  return { NODE_OPTIONS: `--import ${file}`, NUIJA_HAND_CLOCK: String(shows) };
}

/** `nuija serve` as a process of its own, on a data folder of its own. */
export class RunningDesk {
  readonly dataFolder: string;
  /** `http://127.0.0.1:PORT/` */
  url = '';
  token = '';
  #process: ChildProcessWithoutNullStreams | undefined;
  #lines: Interface | undefined;
  #said: string[] = [];
  /** What the desk's clocks show, where they are moved by hand. */
  #shows: number | null;

  private constructor(dataFolder: string, shows: number | null) {
    this.dataFolder = dataFolder;
    this.#shows = shows;
  }

  /** With `shows` (ms since the epoch) the clocks of the desk's machine stand still there until they are moved. */
  static async open(shows: number | null = null): Promise<RunningDesk> {
    const desk = new RunningDesk(await mkdtemp(join(tmpdir(), 'nuija-e2e-')), shows);
    await desk.serve('0');
    return desk;
  }

  /** The address that pairs a browser with this run of the desk. */
  get pairing(): string {
    return `${this.url}?token=${this.token}`;
  }

  get origin(): string {
    return new URL(this.url).origin;
  }

  /** Starts the desk and waits until it says that it is ready. */
  async serve(port: string): Promise<void> {
    const words = ['--json', '--no-open', '--port', port, '--data', this.dataFolder];
    const child = start(['serve', ...words], handClock(this.#shows));
    this.#process = child;
    child.stderr.on('data', (text: Buffer) => this.#said.push(text.toString()));
    const lines = createInterface({ input: child.stdout });
    this.#lines = lines;
    const first = await Promise.race([once(lines, 'line'), once(child, 'close')]);
    lines.on('line', (line) => this.#said.push(line));
    if (child.exitCode !== null)
      throw new Error(`The desk did not start. ${this.#said.join('\n')}`);
    const { url, token } = readySchema.parse(JSON.parse(String(first[0])));
    Object.assign(this, { url, token });
  }

  /** Time goes by on the desk's machine, ms; returns once the desk has been told. */
  async pass(ms: number): Promise<void> {
    await this.#move('awake', ms);
  }

  /** The desk's machine sleeps for so long, ms. */
  async sleep(ms: number): Promise<void> {
    await this.#move('asleep', ms);
  }

  /** The desk is off for so long, ms. */
  stayOff(ms: number): void {
    this.#shows = this.#handShows + ms;
  }

  get #handShows(): number {
    if (this.#shows === null) throw new Error('The clocks of this desk go by themselves.');
    return this.#shows;
  }

  async #move(how: 'awake' | 'asleep', ms: number): Promise<void> {
    this.#shows = this.#handShows + ms;
    const lines = this.#lines;
    if (!lines) throw new Error('The desk does not run.');
    const told = new Promise<void>((done) => {
      const hear = (line: string) => {
        if (line !== JSON.stringify({ moved: ms })) return;
        lines.off('line', hear);
        done();
      };
      lines.on('line', hear);
    });
    this.#process?.stdin.write(`${how} ${ms}\n`);
    await told;
  }

  /** As when the power goes: nothing of it can be caught. */
  async killHard(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Starts it again where the pages expect it. */
  async serveAgain(): Promise<void> {
    await this.serve(new URL(this.url).port);
  }

  /** Ends the desk as a person does and takes its data away; throws when it did not end cleanly. */
  async close(): Promise<void> {
    const code = await this.#end('SIGTERM');
    await rm(this.dataFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The desk ended with ${code}. ${this.#said.join('\n')}`);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
    return child.exitCode;
  }

  /** Runs a verb of the command line on the same data; it goes through the desk while that runs. */
  verb(args: readonly string[]): unknown {
    return json([...args, '--data', this.dataFolder]);
  }

  /** Carries commands out; throws when one of them is refused. */
  command(event: string, ...commands: ReadonlyArray<{ type: string; [field: string]: unknown }>) {
    const lines = commands.map((one) => `${JSON.stringify(one)}\n`).join('');
    const { code, stdout, stderr } = run(
      ['do', '--event', event, '--data', this.dataFolder],
      lines,
    );
    if (code !== 0) throw new Error(`The desk refused: ${stdout}${stderr}`);
  }

  /** A verb that answers with the event it has made. */
  newEvent(args: readonly string[]): string {
    return z.object({ event: z.string() }).parse(this.verb(args)).event;
  }

  /** The only event of the data folder. */
  async onlyEvent(): Promise<string> {
    const [event, ...more] = await readdir(join(this.dataFolder, 'events'));
    if (!event || more.length > 0) throw new Error('There is not exactly one event here.');
    return event;
  }

  /** Every commit that is on the disk, read from the journal itself. */
  async journal(event: string): Promise<Array<z.infer<typeof lineSchema>>> {
    const text = await readFile(join(this.dataFolder, 'events', event, 'journal.jsonl'), 'utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    // The first line says what kind of file it is.
    const commits = lines.filter((line) => !line.includes('"format":"nuija-journal"'));
    return commits.map((line) => lineSchema.parse(JSON.parse(line)));
  }

  /** The event as the JSON export tells it. */
  async stored(event: string): Promise<StoredEvent> {
    const out = join(this.dataFolder, 'stored.json');
    this.verb(['export', '--event', event, '--format', 'json', '--out', out]);
    return documentSchema.parse(JSON.parse(await readFile(out, 'utf8')));
  }
}
