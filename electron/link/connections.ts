import type { Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Buckets, Limits } from './limits';
import { createBuckets } from './limits';

/**
 * All connections of a listener, also those that have said nothing yet or are still agreeing on how to encrypt.
 * When there are as many as may be, the one that has been there longest without showing a token makes room:
 * however many strangers come, a device that is let in finds its place.
 */
export class Connections {
  readonly #limits: Limits['connections'];
  readonly #coming: Buckets;
  readonly #all = new Set<Socket>();
  /** Those that have shown no token, the oldest first, by where they come from. */
  readonly #strangers = new Map<string, Socket>();
  readonly #counts = new Map<string, number>();

  constructor(limits: Limits['connections'], coming = createBuckets()) {
    this.#limits = limits;
    this.#coming = coming;
  }

  watch(server: Server | SecureServer): void {
    server.on('connection', (socket: Socket) => this.#take(socket));
  }

  /** A token was shown over this connection, whether it is encrypted or not. */
  vouch(socket: Socket): void {
    this.#strangers.delete(placeOf(socket));
  }

  closeAll(): void {
    for (const socket of this.#all) socket.destroy();
  }

  #take(socket: Socket): void {
    // Before it is put out: an error on it that nobody hears would end the desk.
    socket.on('error', () => socket.destroy());
    if (!this.#mayCome(socket) || !this.#findRoom()) {
      socket.destroy();
      return;
    }
    const { remoteAddress = '' } = socket;
    const place = placeOf(socket);
    this.#all.add(socket);
    this.#strangers.set(place, socket);
    this.#count(remoteAddress, 1);
    socket.once('close', () => {
      this.#all.delete(socket);
      if (this.#strangers.get(place) === socket) this.#strangers.delete(place);
      this.#count(remoteAddress, -1);
    });
  }

  /** One other machine has so many and comes so often; on this machine all screens have one address. */
  #mayCome({ remoteAddress = '' }: Socket): boolean {
    if (isThisMachine(remoteAddress)) return true;
    const { each, coming } = this.#limits;
    return (
      (this.#counts.get(remoteAddress) ?? 0) < each && this.#coming.take(remoteAddress, coming)
    );
  }

  #findRoom(): boolean {
    if (this.#all.size < this.#limits.all) return true;
    const oldest = this.#strangers.entries().next();
    if (oldest.done) return false;
    const [place, socket] = oldest.value;
    this.#strangers.delete(place);
    this.#all.delete(socket);
    socket.destroy();
    return true;
  }

  #count(address: string, more: 1 | -1): void {
    const count = (this.#counts.get(address) ?? 0) + more;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
  }
}

/** Where a connection comes from: the same for an encrypted one and for what carries it. */
const placeOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

const isThisMachine = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);
