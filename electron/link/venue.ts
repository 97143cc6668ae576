import { X509Certificate } from 'node:crypto';
import type { AnswerOf, AskOf } from '../../shared/contract';
import { VENUE_ROLES } from '../../shared/network/roles';
import type { VenueRole } from '../../shared/network/roles';
import type { LocalDesk } from '../desk/desk';
import { asDeskError, failure } from '../desk/failure';
import type { OwnAddress } from './addresses';
import { ownAddresses } from './addresses';
import { keptCertificate, outdated } from './certificate';
import type { Certificate } from './certificate';
import { createGate } from './gate';
import type { Gate } from './gate';
import { LIMITS } from './limits';
import type { Limits } from './limits';
import { serveDesk } from './serve';
import type { Serving } from './serve';
import { keepTokens, keptTokens } from './tokens';
import { keepVenue, readVenue } from './venueSettings';
import type { VenueSettings } from './venueSettings';

type Told = AnswerOf<'network.read'>;

/** The port that is tried first, so that a firewall has to be told of one only. */
const USUAL_PORT = 4848;

/** Between two looks at the machine's addresses, ms. */
const LOOK_MS = 3_000;

/** Devices send little and load a page now and then: a request that takes longer is held open on purpose. */
const VENUE_LIMITS: Limits = {
  ...LIMITS,
  rates: { ...LIMITS.rates, pages: { burst: 1_000, perSecond: 100 } },
  requestMs: 30_000,
};

interface Place {
  desk: LocalDesk;
  dataFolder: string;
  /** Folder of the built pages. */
  pages: string;
  log(line: string): void;
  /** The machine's addresses; those of the system by default. */
  addresses?: () => OwnAddress[];
  /** What is listened on where all addresses are meant; every IPv4 address by default. */
  everywhere?: string;
  /** Between two looks at them, ms. */
  lookEvery?: number;
}

/** The listener for the venue's devices: off until somebody at the desk switches it on. */
export class Venue {
  readonly gate: Gate;
  readonly #place: Place;
  #settings: VenueSettings;
  #serving: Serving | null = null;
  #certificate: Certificate | null = null;
  #renewing = false;
  #trouble: Told['trouble'] = null;
  #shown: string[] = [];
  #moved: Told['moved'] = null;
  #look: ReturnType<typeof setInterval> | undefined;
  /** Switching is done one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(place: Place, gate: Gate, settings: VenueSettings) {
    this.#place = place;
    this.gate = gate;
    this.#settings = settings;
  }

  /** As it was left: a desk that is started again opens it again for the devices that wait. */
  static async open(place: Place): Promise<Venue> {
    const gate = createGate(await keptTokens(place.dataFolder));
    const venue = new Venue(place, gate, await readVenue(place.dataFolder));
    if (venue.#settings.on) await venue.#begin();
    return venue;
  }

  read(): Told {
    const { on, address, port, secure } = this.#settings;
    const scheme = secure ? 'https' : 'http';
    const { fingerprint, renewed } = this.#certificate ?? {};
    return {
      available: true,
      on,
      address,
      port,
      addresses: this.#addresses(),
      secure,
      certificate: fingerprint ? { fingerprint, renewed: renewed ?? null } : null,
      urls: this.#serving ? this.#reached().map((one) => `${scheme}://${one}:${port}/`) : [],
      moved: this.#moved,
      trouble: this.#trouble,
      roles: on
        ? VENUE_ROLES.map((role) => ({
            role,
            token: this.gate.token(role),
            connected: this.#serving?.listening(role) ?? 0,
          }))
        : [],
    };
  }

  switch({ on, address, port, secure }: AskOf<'network.switch'>): Promise<Told> {
    return this.#next(async () => {
      await this.#end();
      this.#settings = {
        on,
        address: address ?? this.#settings.address,
        port: port ?? this.#settings.port,
        secure: secure ?? this.#settings.secure,
      };
      this.#trouble = null;
      this.#moved = null;
      if (on) await this.#begin();
      await keepVenue(this.#place.dataFolder, this.#settings);
      return this.read();
    });
  }

  revoke(role: VenueRole): Promise<Told> {
    return this.#next(async () => {
      await keepTokens(this.#place.dataFolder, this.gate.renew(role));
      return this.read();
    });
  }

  close(): Promise<void> {
    return this.#next(() => this.#end());
  }

  async #begin(): Promise<void> {
    const { address, port, secure } = this.#settings;
    try {
      this.#certificate = secure ? await this.#kept() : null;
      this.#serving = await this.#listen(address || (this.#place.everywhere ?? '0.0.0.0'), port);
      this.#settings.port = Number(new URL(this.#serving.url).port);
      this.#shown = this.#reached();
      this.#look = setInterval(() => this.#lookAround(), this.#place.lookEvery ?? LOOK_MS);
      this.#look.unref();
    } catch (error) {
      const known = asDeskError(error);
      this.#trouble =
        known.code === 'link.portBusy'
          ? failure('network.portBusy', { port }).toFailure()
          : known.toFailure();
      this.#place.log(`venue network: ${known.code}`);
    }
  }

  /** The certificate for the addresses of now; a person is told why when it is another than before. */
  async #kept(): Promise<Certificate> {
    const { dataFolder, desk, log } = this.#place;
    try {
      const made = await keptCertificate(dataFolder, this.#named(), desk.now());
      if (made.renewed) log(`venue network: certificate made anew (${made.renewed})`);
      return made;
    } catch (error) {
      throw failure('network.noCertificate', { what: asDeskError(error).message });
    }
  }

  async #listen(host: string, port: number): Promise<Serving> {
    const { desk, pages } = this.#place;
    const wanted = {
      host,
      pages,
      gate: this.gate,
      roles: VENUE_ROLES,
      limits: VENUE_LIMITS,
      ...(this.#certificate && { pair: this.#certificate }),
    };
    const open = (at: number) => serveDesk(desk, { ...wanted, port: at });
    if (port !== 0) return open(port);
    // Nobody has named a port: where the usual one is taken any other will do, and is kept.
    return open(USUAL_PORT).catch(() => open(0));
  }

  async #end(): Promise<void> {
    clearInterval(this.#look);
    const serving = this.#serving;
    this.#serving = null;
    this.#certificate = null;
    await serving?.close();
  }

  #addresses(): OwnAddress[] {
    return (this.#place.addresses ?? ownAddresses)();
  }

  #named(): string[] {
    return this.#addresses().map((one) => one.address);
  }

  /** The addresses under which the listener is reached now. */
  #reached(): string[] {
    const { address } = this.#settings;
    return this.#named().filter((one) => address === '' || one === address);
  }

  #lookAround(): void {
    this.#lookAtCertificate();
    const now = this.#reached();
    if (now.join() === this.#shown.join()) return;
    this.#moved = { was: this.#moved?.was ?? this.#shown, at: this.#place.desk.now() };
    this.#shown = now;
    this.#place.log('venue network: the addresses of this machine have changed');
    if (now.join() === this.#moved.was.join()) this.#moved = null;
  }

  /** An address that it does not name, or its end: the next connection gets a new one, those that are stay. */
  #lookAtCertificate(): void {
    if (this.#renewing || !this.#certificate) return;
    const { cert } = this.#certificate;
    const now = this.#place.desk.now();
    if (!outdated(new X509Certificate(cert), this.#named(), now)) return;
    this.#renewing = true;
    void this.#next(async () => {
      try {
        if (!this.#serving || !this.#certificate) return;
        this.#certificate = await this.#kept();
        this.#serving.encrypt(this.#certificate);
        this.#trouble = null;
      } catch (error) {
        // The old one goes on; the next look tries again.
        this.#trouble = asDeskError(error).toFailure();
      } finally {
        this.#renewing = false;
      }
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
