import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A network between a device and a port of this machine, which can go silent as a wireless one does. */
export interface Wireless {
  /** What the device connects to. */
  port: number;
  /** Nothing goes through from now on, and nobody is told. */
  goSilent(): void;
  /** It is back: what was sent meanwhile arrives late, as it does when a machine sends it again. */
  comeBack(): void;
  close(): void;
}

export async function openWireless(to: number): Promise<Wireless> {
  let silent = false;
  const lines = new Set<Socket>();
  const waiting: Array<() => void> = [];
  const goesThrough = (go: () => void) => {
    if (silent) waiting.push(go);
    else go();
  };
  const carry = (from: Socket, other: Socket) => {
    lines.add(from);
    from.on('data', (piece: Buffer) => goesThrough(() => other.write(piece)));
    from.on('end', () => goesThrough(() => other.end()));
    from.on('error', () => other.destroy());
    from.on('close', () => lines.delete(from));
  };
  const server = createServer({ allowHalfOpen: true }, (device) => {
    const desk = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true });
    carry(device, desk);
    carry(desk, device);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The network has no port.');
  return {
    port: address.port,
    goSilent: () => {
      silent = true;
    },
    comeBack: () => {
      silent = false;
      for (const go of waiting.splice(0)) go();
    },
    close: () => {
      server.close();
      for (const line of lines) line.destroy();
    },
  };
}
