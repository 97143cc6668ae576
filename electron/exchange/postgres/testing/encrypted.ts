import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';

/** What a client sends first to ask for encryption: its length, 8, and 1234 and 5679. */
const ASKS = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * The server at `socket` behind an encrypted port of this machine, as its own `ssl = on` has it; for one test.
 * The certificate is in `folder`, made out to localhost, and nobody else knows it.
 */
export async function encrypted(
  socket: string,
  folder: string,
): Promise<{ port: number; certificate: string; opened(): number }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const certificate = join(folder, 'server.pem');
  writeFileSync(certificate, cert);
  let opened = 0;
  const front = createServer((line) => {
    line.on('error', () => {});
    line.once('data', (first) => {
      // Whoever asks for no encryption is sent away.
      if (!first.equals(ASKS)) return line.destroy();
      line.write('S');
      const safe = new TLSSocket(line, { isServer: true, key, cert });
      safe.on('error', () => line.destroy());
      safe.once('secure', () => {
        opened += 1;
        const behind = connect(socket);
        behind.on('error', () => safe.destroy());
        safe.pipe(behind).pipe(safe);
      });
      return undefined;
    });
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  onTestFinished(async () => {
    front.close();
    await once(front, 'close');
  });
  const at = front.address();
  if (at === null || typeof at === 'string') throw new Error('The port has no number.');
  return { port: at.port, certificate, opened: () => opened };
}
