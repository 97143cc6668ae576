import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_FOUND, OPERATION } from '../ipp';

/** What a job of a fake printer is at, and what its printer says. */
export interface FakeJob {
  printer: string;
  /** What `lp` was told. */
  options: string[];
  pdf: Buffer;
  /** `job-state`: 3 waiting, 5 printing, 7 cancelled, 8 aborted, 9 completed. */
  state: number;
}

interface FakePrinter {
  reasons: string[];
  message: string;
  media: string[];
  /** Its `sides-supported`; it says nothing of sides where there are none. */
  sides: string[];
}

/**
 * A print service for tests where there is no real one: `lp`, `lpstat` and `cancel` as programs of a folder that
 * goes in front of the PATH, and the service that they and Nuija ask.
 */
export class FakeCups {
  readonly printers = new Map<string, FakePrinter>();
  readonly jobs: FakeJob[] = [];
  /** What a job is at as soon as it is handed over. */
  first = 9;

  private constructor(
    readonly folder: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<FakeCups> {
    const server = createServer();
    const cups = new FakeCups(await mkdtemp(join(tmpdir(), 'nuija-fake-cups-')), server);
    server.on('request', (request, response) => {
      void cups.answer(request).then((body) => response.end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await cups.program('lpstat', '/bin/sh', `echo 127.0.0.1:${port}`);
    for (const name of ['lp', 'cancel']) {
      await cups.program(name, process.execPath, CLIENT(name, port));
    }
    return cups;
  }

  add(
    name: string,
    media: string[] = ['custom_min_20x20mm', 'custom_max_400x2000mm'],
    sides: string[] = [],
  ): void {
    this.printers.set(name, { reasons: ['none'], message: '', media, sides });
  }

  /** As it was at the start. */
  clear(): void {
    this.printers.clear();
    this.jobs.length = 0;
    this.first = 9;
  }

  /** Jobs stay where they are while a printer has a trouble. */
  trouble(name: string, reason: string): void {
    const printer = this.printers.get(name);
    if (printer) printer.reasons = [reason];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async program(name: string, by: string, script: string): Promise<void> {
    const file = join(this.folder, name);
    await writeFile(file, `#!${by}\n${script}\n`);
    await chmod(file, 0o755);
  }

  private async answer(request: IncomingMessage): Promise<Buffer | string> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const body = Buffer.concat(pieces);
    const options = (request.headers['x-words'] ?? '').toString();
    const words = options ? wordsOf(options) : [];
    if (request.url === '/lp') return this.lp(words, body);
    if (request.url === '/cancel') return this.cancel(words);
    return this.ipp(decodeURIComponent((request.url ?? '').replace('/printers/', '')), body);
  }

  private lp(words: string[], pdf: Buffer): string {
    const printer = words[words.indexOf('-d') + 1] ?? '';
    if (!this.printers.has(printer)) return '';
    this.jobs.push({ printer, options: words, pdf, state: this.first });
    return `request id is ${printer}-${this.jobs.length} (0 file(s))`;
  }

  private cancel(words: string[]): string {
    const job = this.jobs[Number(/-(\d+)$/.exec(words.join(' '))?.[1]) - 1];
    if (job && job.state < 7) job.state = 7;
    return ' ';
  }

  private ipp(name: string, body: Buffer): Buffer {
    const operation = body.readUInt16BE(2);
    const printer = this.printers.get(name);
    if (operation === OPERATION.cupsGetPrinters) {
      return answerOf(
        0,
        [...this.printers].map(([one, about]) => printerGroup(one, about)),
      );
    }
    if (operation === OPERATION.cupsGetDefault || !printer) return answerOf(NOT_FOUND, []);
    if (operation === OPERATION.getPrinterAttributes) {
      return answerOf(0, [printerGroup(name, printer)]);
    }
    const at = body.indexOf('job-id') + 'job-id'.length + 2;
    const job = this.jobs[body.readInt32BE(at) - 1];
    if (!job) return answerOf(NOT_FOUND, []);
    const group = Buffer.concat([
      Buffer.of(0x02),
      attribute(0x23, 'job-state', [job.state]),
      attribute(0x44, 'job-printer-state-reasons', printer.reasons),
    ]);
    return answerOf(0, [group]);
  }
}

const wordsOf = (json: string): string[] => {
  const words: unknown = JSON.parse(json);
  return Array.isArray(words) ? words.map(String) : [];
};

/** Hands its words and what it reads to the service, and says what that says. */
const CLIENT = (name: string, port: number) => `
const pieces = [];
const stdin = ${name === 'lp' ? 'process.stdin' : '[]'};
(async () => {
  for await (const piece of stdin) pieces.push(piece);
  const answer = await fetch('http://127.0.0.1:${port}/${name}', {
    method: 'POST',
    headers: { 'x-words': JSON.stringify(process.argv.slice(2)) },
    body: Buffer.concat(pieces),
  });
  const said = await answer.text();
  if (!said) { console.error('${name}: The printer or class does not exist.'); process.exit(1); }
  console.log(said);
})();`;

function printerGroup(name: string, { reasons, message, media, sides }: FakePrinter): Buffer {
  return Buffer.concat([
    Buffer.of(0x04),
    attribute(0x42, 'printer-name', [name]),
    attribute(0x23, 'printer-state', [3]),
    attribute(0x44, 'printer-state-reasons', reasons),
    attribute(0x41, 'printer-state-message', [message]),
    attribute(0x22, 'printer-is-accepting-jobs', [true]),
    attribute(0x44, 'media-supported', media),
    attribute(0x44, 'sides-supported', sides),
  ]);
}

function answerOf(status: number, groups: readonly Buffer[]): Buffer {
  const head = Buffer.of(2, 0, status >> 8, status & 0xff, 0, 0, 0, 1, 0x01);
  const charset = attribute(0x47, 'attributes-charset', ['utf-8']);
  return Buffer.concat([head, charset, ...groups, Buffer.of(0x03)]);
}

function attribute(
  tag: number,
  name: string,
  values: ReadonlyArray<string | number | boolean>,
): Buffer {
  const pieces = values.map((value, at) => {
    const bytes = bytesOf(value);
    return [Buffer.of(tag), counted(Buffer.from(at === 0 ? name : '')), counted(bytes)];
  });
  return Buffer.concat(pieces.flat());
}

function bytesOf(value: string | number | boolean): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (typeof value === 'string') return Buffer.from(value);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes]);
}
