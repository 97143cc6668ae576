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

export function toPublic(person: Participant): PublicParticipant {
  const { rev, edits, atDesk, prints, leftAt, checkedInAt, ...rest } = person;
  return {
    ...rest,
    checkedInAt: checkedInAt === null ? null : new Date(checkedInAt).toISOString(),
    badgesPrinted: prints.length,
  };
}
