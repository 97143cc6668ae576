import { networkInterfaces } from 'node:os';

/** An address of this machine in one of its networks. */
export interface OwnAddress {
  address: string;
  /** As the system calls the way to it, for instance `Wi-Fi` or `wlan0`. */
  network: string;
}

/** The IPv4 addresses under which others in the same network reach this machine. */
export function ownAddresses(): OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([network, all]) =>
    (all ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      // What a machine gives itself where no network has given it an address leads nowhere.
      .filter(({ address }) => !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, network })),
  );
}
