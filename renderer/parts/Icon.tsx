/** Strokes on a 24 × 24 grid, drawn for Nuija. */
const STROKES = {
  reception: 'M4 20v-9l8-6 8 6v9 M9 20v-6h6v6',
  programme: 'M4 6h16 M4 12h10 M4 18h13 M19 11v5l3 2',
  panel:
    'M6 20v-4a3 3 0 0 1 6 0v4 M14 20v-4a3 3 0 0 1 6 0v4 M9 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4 M17 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  badges: 'M5 7h14v13H5z M9 4h6v3H9z M9 17h6 M12 14a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  setup: 'M12 4v10 M8 10l4 4 4-4 M4 17v3h16v-3',
  after: 'M4 20h16 M7 20v-6 M12 20V9 M17 20V5',
  export: 'M12 14V4 M8 8l4-4 4 4 M4 17v3h16v-3',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14 M16 16l5 5',
  check: 'M4 12.5 9.5 18 20 6.5',
  warn: 'M12 3 2.5 20h19z M12 9.5v5 M12 17.2v.3',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8z M9 9l6 6 M15 9l-6 6',
  undo: 'M9 8H4V3 M4 8c3-4 9-5 13-1s3 10-2 12c-2 1-4 1-6 0',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8 M4 21c1-5 4-7 8-7s7 2 8 7',
  personAdd:
    'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8 M3 21c1-5 3-7 7-7 2 0 4 .6 5 2 M19 13v7 M15.500 16.500h7',
  people:
    'M8 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7 M2 20c.8-4 3-6 6-6s5.200 2 6 6 M16 11.500a3 3 0 1 0 0-6 M17 14c3 .4 4.500 2.400 5 6',
  print: 'M7 9V4h10v5 M7 17H4v-8h16v8h-3 M7 14h10v6H7z',
  leave: 'M14 4H5v16h9 M10 12h11 M17 8l4 4-4 4',
  comeBack: 'M10 4h9v16h-9 M3 12h11 M10 8l4 4-4 4',
  note: 'M6 3h9l4 4v14H6z M15 3v4h4 M9 12h7 M9 16h5',
  food: 'M7 3v7 M4 3v5c0 2 6 2 6 0V3 M7 10v11 M17 21V3c-2.500 1-4 4-4 8h4',
  edit: 'M4 20l1-4L16.500 4.500a2.100 2.100 0 0 1 3 3L8 19z M14.500 6.500l3 3',
  microphone: 'M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3 M6 11c0 8 12 8 12 0 M12 17v4',
  close: 'M5 5l14 14 M19 5 5 19',
  sun: 'M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9 M12 2v2.500 M12 19.500V22 M2 12h2.500 M19.500 12H22 M5 5l1.700 1.700 M17.300 17.300 19 19 M19 5l-1.700 1.700 M6.700 17.300 5 19',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500',
  file: 'M6 3h8l5 5v13H6z M14 3v5h5',
  calendar: 'M4 6h16v15H4z M4 11h16 M8 3v5 M16 3v5',
  sample: 'M4 19h16 M6 19V9l6-5 6 5v10 M10 19v-5h4v5',
  lock: 'M5 11h14v10H5z M8 11V8a4 4 0 0 1 8 0v3 M12 15v2.500',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18 M9.500 9.500a2.600 2.600 0 1 1 3.800 2.300c-.9.500-1.300 1-1.300 2 M12 16.800v.3',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3z M12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7',
  scanner: 'M4 7V4h3 M17 4h3v3 M20 17v3h-3 M7 20H4v-3 M7.500 8v8 M10.500 8v8 M13 8v8 M16.500 8v8',
  sound:
    'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500z M15 9a4 4 0 0 1 0 6 M17.500 6.500a7.500 7.500 0 0 1 0 11',
  arrow: 'M4 12h15 M13 6l6 6-6 6',
  home: 'M4 11 12 4l8 7 M6 10v10h12V10',
} as const;

export type IconName = keyof typeof STROKES;

interface Props {
  name: IconName;
  /** Edge in CSS pixels. */
  size?: number;
}

/** A sign beside words; it says nothing to a screen reader on its own. */
export function Icon({ name, size = 20 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={STROKES[name]} />
    </svg>
  );
}
