import { z } from 'zod';
import { ROLES, VENUE_ROLES } from './roles';

export const venueRoleSchema = z.enum(VENUE_ROLES);

const channel = <A extends z.ZodType, B extends z.ZodType>(ask: A, answer: B) => ({ ask, answer });

const nothing = z.object({});

/** Why a kept certificate was replaced: unreadable or without its key, run out, or not for this address. */
export const CERTIFICATE_RENEWALS = ['broken', 'expired', 'addresses'] as const;
export type CertificateRenewal = (typeof CERTIFICATE_RENEWALS)[number];

/** The switch of the venue network and all that the page beside it shows. */
const networkSchema = <F extends z.ZodType>(failure: F) =>
  z.object({
    /** Whether the desk of this process can open one: the desktop app and `serve`. */
    available: z.boolean(),
    on: z.boolean(),
    /** IPv4 address it is opened on; '' = all of this machine. */
    address: z.string(),
    port: z.int(),
    /** Addresses of this machine in its networks, at the moment. */
    addresses: z.array(z.object({ address: z.string(), network: z.string() })),
    /** Whether it is encrypted: only then a browser on another device gives the camera. */
    secure: z.boolean(),
    /** What it is encrypted with; null while it is off or plain. */
    certificate: z
      .object({
        /** SHA-256 as browsers show it, `AB:CD:…`. */
        fingerprint: z.string(),
        renewed: z.enum(CERTIFICATE_RENEWALS).nullable(),
      })
      .nullable(),
    /** `http://ADDRESS:PORT/`, or `https://…`, for each address under which it is reached; empty while it is off. */
    urls: z.array(z.string()),
    /** The addresses were others when it was switched on: devices have to be led to the new ones. */
    moved: z.object({ was: z.array(z.string()), at: z.number() }).nullable(),
    /** Why it is not open although it is switched on, or keeps a certificate that should be another. */
    trouble: failure.nullable(),
    /** Empty while it is off. */
    roles: z.array(
      z.object({
        role: venueRoleSchema,
        token: z.string(),
        /** Pages of this role that listen at the moment. */
        connected: z.int(),
      }),
    ),
  });
export type VenueNetwork = z.infer<ReturnType<typeof networkSchema<z.ZodType>>>;

/** The questions about the venue network; `event` and `failure` are the contract's own schemas. */
export const networkChannels = <E extends z.ZodType, Q extends z.ZodType, F extends z.ZodType>(
  event: E,
  questions: Q,
  failure: F,
) => {
  const answer = networkSchema(failure);
  return {
    /** What the asking device is at the desk. */
    'network.me': channel(nothing, z.object({ role: z.enum(ROLES) })),
    'network.read': channel(nothing, answer),
    /** Opens or shuts the desk to the venue's network; `port` 0 picks a free one, which is kept. */
    'network.switch': channel(
      z.object({
        on: z.boolean(),
        address: z.union([z.literal(''), z.ipv4()]).optional(),
        port: z.int().min(0).max(65_535).optional(),
        secure: z.boolean().optional(),
      }),
      answer,
    ),
    /** A new token for a role; whoever came in with the old one is put out at once. */
    'network.revoke': channel(z.object({ role: venueRoleSchema }), answer),
    /** All that a device is told on which guests give feedback. */
    'kiosk.read': channel(
      z.object({ event }),
      z.object({
        name: z.string(),
        accent: z.string(),
        /** The organiser's own, beside the standard ones. */
        questions,
        /** Whether no more can be given: the event's personal data were erased. */
        over: z.boolean(),
      }),
    ),
  } as const;
};
