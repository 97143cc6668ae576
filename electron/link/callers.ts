import type { Duplex } from 'node:stream';
import type { Role } from '../../shared/network/roles';

/** Who is connected as what, so that a role can be put out at once. */
export class Callers {
  readonly #sockets = new Map<Role, Set<Duplex>>();
  readonly #lines = new Map<Role, number>();

  /** A connection came in under a role; once it is closed it is forgotten. */
  came(role: Role, socket: Duplex): void {
    const sockets = this.#sockets.get(role) ?? new Set();
    this.#sockets.set(role, sockets);
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  /** One more listens; the answered function says that it is gone. */
  listens(role: Role): () => void {
    this.#lines.set(role, this.listening(role) + 1);
    return () => this.#lines.set(role, this.listening(role) - 1);
  }

  /** How many pages of a role listen at the moment. */
  listening(role: Role): number {
    return this.#lines.get(role) ?? 0;
  }

  /** Closes every connection of a role. */
  putOut(role: Role): void {
    for (const socket of this.#sockets.get(role) ?? []) socket.destroy();
  }
}
