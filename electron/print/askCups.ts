import { request } from 'node:http';
import { decodeAnswer, encodeRequest } from './ipp';
import type { Asked, IppAnswer } from './ipp';

/** Where the print service listens: a socket's path, or a host and port. */
export type CupsServer = { socketPath: string } | { host: string; port: number };

/** What `lpstat -H` says: a path, `host:port`, or a host alone. */
export function cupsServer(said: string): CupsServer | null {
  const text = said.trim();
  if (text === '') return null;
  if (text.startsWith('/')) return { socketPath: text };
  const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { host: (host ?? text).replace(/^\[(.*)\]$/, '$1'), port: Number(port ?? 631) };
}

/** A print service that takes longer than this is as good as gone, ms. */
const PATIENCE = 5_000;

/** Answers are lists of attributes; the longest is a few kilobytes for each printer. */
const MOST = 16 * 1024 * 1024;

let requests = 0;

/** Puts one IPP question to the print service. Rejects when it cannot be reached or does not speak IPP. */
export function askCups(
  server: CupsServer,
  path: string,
  operation: number,
  asked: readonly Asked[],
): Promise<IppAnswer> {
  requests = (requests % 0x7fff_ffff) + 1;
  const body = encodeRequest(operation, requests, asked);
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...server,
        path,
        method: 'POST',
        agent: false,
        timeout: PATIENCE,
        headers: {
          Host: 'localhost',
          'Content-Type': 'application/ipp',
          'Content-Length': body.length,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        let length = 0;
        answer.on('data', (piece: Buffer) => {
          length += piece.length;
          if (length > MOST) asking.destroy(new Error('the print service answers without end'));
          else pieces.push(piece);
        });
        answer.on('error', reject);
        answer.on('end', () => {
          try {
            if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}`);
            resolve(decodeAnswer(Buffer.concat(pieces)));
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    asking.on('timeout', () => asking.destroy(new Error('the print service does not answer')));
    asking.on('error', reject);
    asking.end(body);
  });
}
