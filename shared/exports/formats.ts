/** What an event can be exported as; the names are those of `nuija export --format`. */
export const EXPORT_FORMATS = [
  'csv',
  'xlsx',
  'json',
  'ics',
  'vcf',
  'next-ics',
  'contacts',
  'contacts-csv',
  'attendance',
  'attendance-csv',
  'attendance-xlsx',
  'materials',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Whose data an export holds:
 * `everything` all that is known of all participants · `attendance` names, organisations and times of those who
 * came · `consented` contact details of those who agreed to share them · `public` the names of speakers and
 * contact persons, as the programme and the event state them · `none` nobody's.
 */
export type PersonalData = 'everything' | 'attendance' | 'consented' | 'public' | 'none';

export const PERSONAL_DATA: Readonly<Record<ExportFormat, PersonalData>> = {
  csv: 'everything',
  xlsx: 'everything',
  json: 'everything',
  ics: 'public',
  vcf: 'consented',
  'next-ics': 'none',
  contacts: 'consented',
  'contacts-csv': 'consented',
  attendance: 'attendance',
  'attendance-csv': 'attendance',
  'attendance-xlsx': 'attendance',
  materials: 'public',
};
