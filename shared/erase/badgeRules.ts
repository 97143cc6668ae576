import type { BadgeDesign, ElementDesign } from '../badges/design';
import type { EventInfo } from '../model/event';
import type { Rule } from './rules';

type Rules<T> = { readonly [K in keyof Required<T>]: Rule };

const element: Rules<ElementDesign> = { element: 'keep', shown: 'keep', size: 'keep' };
const part: Rules<BadgeDesign['back']['parts'][number]> = { part: 'keep', shown: 'keep' };

const back: Rules<BadgeDesign['back']> = {
  parts: { each: { fields: part } },
  wifi: 'public',
  contact: 'public',
  text: 'public',
};

const roles: Rules<BadgeDesign['roles']> = {
  participant: 'keep',
  speaker: 'keep',
  panelist: 'keep',
  moderator: 'keep',
  organiser: 'keep',
  other: 'keep',
};

const sectors: Rules<BadgeDesign['sectors']> = {
  private: 'keep',
  public: 'keep',
  third: 'keep',
  other: 'keep',
};

/** What erasing does to the design of an event's badges. */
export const designRules: Rules<BadgeDesign> = {
  elements: { each: { fields: element } },
  roles: { fields: roles },
  sectors: { fields: sectors },
  bandForAll: 'keep',
  back: { fields: back },
  cutMarks: 'keep',
  language: 'keep',
};

/** What it does to a size that was measured. */
export const sizeRules: Rules<NonNullable<EventInfo['badgeSize']>> = {
  medium: 'keep',
  badge: 'keep',
  columns: 'keep',
  rows: 'keep',
  left: 'keep',
  top: 'keep',
  gutter: 'keep',
  turn: 'keep',
  safe: 'keep',
  unprintable: 'keep',
  back: 'keep',
  ink: 'keep',
};
