import { z } from 'zod';
import { detailsSchema, sourceSchema, statusSchema } from './participant';
import type { Participant } from './participant';

/** The participant's fields as other programs see them, in the order of the exports. */
export const PUBLIC_FIELDS = [
  'id',
  'code',
  'firstName',
  'lastName',
  'email',
  'phone',
  'organisation',
  'title',
  'sector',
  'orgSize',
  'role',
  'diet',
  'notes',
  'offers',
  'needs',
  'consentContact',
  'consentPhoto',
  'source',
  'externalId',
  'status',
  'checkedInAt',
  'checkedInDesk',
  'badgesPrinted',
] as const;

/** A participant in JSON exports and answers: instants as ISO 8601 text in UTC, null where there is none. */
export const publicParticipantSchema = detailsSchema.extend({
  id: z.string(),
  code: z.string(),
  source: sourceSchema,
  status: statusSchema,
  checkedInAt: z.iso.datetime().nullable(),
  checkedInDesk: z.string(),
  badgesPrinted: z.int(),
});
export type PublicParticipant = z.infer<typeof publicParticipantSchema>;

/** A participant as other programs see it: without the book-keeping. */
export function toPublic(person: Participant): PublicParticipant {
  return {
    id: person.id,
    code: person.code,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    phone: person.phone,
    organisation: person.organisation,
    title: person.title,
    sector: person.sector,
    orgSize: person.orgSize,
    role: person.role,
    diet: person.diet,
    notes: person.notes,
    offers: person.offers,
    needs: person.needs,
    consentContact: person.consentContact,
    consentPhoto: person.consentPhoto,
    source: person.source,
    externalId: person.externalId,
    status: person.status,
    checkedInAt: person.checkedInAt === null ? null : new Date(person.checkedInAt).toISOString(),
    checkedInDesk: person.checkedInDesk,
    badgesPrinted: person.prints.length,
    answers: person.answers,
  };
}
