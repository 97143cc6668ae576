import type { EventState } from '../../../shared/model/state';
import type { ExportFormat } from '../../../shared/exports/formats';
import { sharesContacts } from '../../../shared/exports/people';
import { hasCome } from '../../../shared/model/participant';
import type { IconName } from '../../parts/Icon';

/** One document as a person chooses it, in one or several file formats; `key` is how its words are called. */
export interface ExportDocument {
  key: string;
  icon: IconName;
  /** The files it can be had as; the first is what most people want. */
  files: ReadonlyArray<{ format: ExportFormat; label: string }>;
  /** How many people's data it holds; undefined where it holds no participants'. */
  people?: (state: EventState) => number;
  /** There is nothing to make it of. */
  isEmpty?: (state: EventState) => boolean;
}

const everybody = ({ participants }: EventState) => participants.size;
const sharing = ({ participants }: EventState) => [...participants].filter(sharesContacts).length;
const came = ({ participants }: EventState) => [...participants].filter(hasCome).length;

/** What can be exported, by whom it is for. */
export const GROUPS: ReadonlyArray<{ key: string; documents: readonly ExportDocument[] }> = [
  {
    key: 'organisers',
    documents: [
      {
        key: 'xlsx',
        icon: 'file',
        files: [{ format: 'xlsx', label: 'Excel' }],
        people: everybody,
      },
      { key: 'csv', icon: 'file', files: [{ format: 'csv', label: 'CSV' }], people: everybody },
      {
        key: 'json',
        icon: 'sample',
        files: [{ format: 'json', label: 'Nuija' }],
        people: everybody,
      },
    ],
  },
  {
    key: 'participants',
    documents: [
      {
        key: 'contacts',
        icon: 'people',
        files: [
          { format: 'contacts', label: 'PDF' },
          { format: 'contacts-csv', label: 'CSV' },
          { format: 'vcf', label: 'vCard' },
        ],
        people: sharing,
        isEmpty: (state) => sharing(state) === 0,
      },
      { key: 'materials', icon: 'note', files: [{ format: 'materials', label: 'HTML' }] },
      { key: 'ics', icon: 'calendar', files: [{ format: 'ics', label: 'iCalendar' }] },
      {
        key: 'next',
        icon: 'calendar',
        files: [{ format: 'next-ics', label: 'iCalendar' }],
        isEmpty: ({ event }) => event.next.date === '',
      },
    ],
  },
  {
    key: 'funder',
    documents: [
      {
        key: 'attendance',
        icon: 'check',
        files: [
          { format: 'attendance', label: 'PDF' },
          { format: 'attendance-xlsx', label: 'Excel' },
          { format: 'attendance-csv', label: 'CSV' },
        ],
        people: came,
        isEmpty: (state) => came(state) === 0,
      },
    ],
  },
];

/** What the rows of a finished file are called; '' where they are not worth counting. */
export function rowsAre(format: ExportFormat): 'people' | 'cards' | 'sessions' | '' {
  if (format === 'vcf') return 'cards';
  if (format === 'ics') return 'sessions';
  return format === 'next-ics' || format === 'materials' ? '' : 'people';
}
