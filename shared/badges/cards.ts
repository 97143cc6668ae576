/**
 * Papers beside the badges: the door list for the case that all else fails, certificates of attendance,
 * table cards and name plates for the people of the programme.
 */
export const CARD_KINDS = ['door-list', 'table-cards', 'name-plates', 'certificates'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
