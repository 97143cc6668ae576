import i18next from 'i18next';
import en from '../../resources/locales/en/testSheet.json';
import fi from '../../resources/locales/fi/testSheet.json';
import sv from '../../resources/locales/sv/testSheet.json';
import type { BadgeLayout } from '../../shared/badges/layout';

const words = i18next.createInstance({
  resources: { fi: { testSheet: fi }, sv: { testSheet: sv }, en: { testSheet: en } },
  defaultNS: 'testSheet',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void words.init();

/** What a test sheet has to tell: lengths in mm; `span` between the crosses is 0 where there is one. */
export interface TestSheetSays {
  from: number;
  span: number;
  offset?: [number, number] | undefined;
}

/** A small label has room for the least only. */
const TELLS = {
  all: ['print', 'scale', 'measure', 'enter', 'frames', 'now'],
  most: ['print', 'measure', 'enter'],
  least: ['short'],
} as const;
export type HowMuch = keyof typeof TELLS;

/** The title and a paragraph in each language, language by language. */
export function testSheetWords(
  layout: Pick<BadgeLayout, 'label'>,
  { from, span, offset }: TestSheetSays,
  much: HowMuch,
): string[][] {
  return (['fi', 'sv', 'en'] as const).map((lng) => {
    const number = (mm: number) => new Intl.NumberFormat(lng).format(mm);
    const [right, down] = (offset ?? [0, 0]).map(number);
    const says = { ref: from, span, right, down, layout: layout.label[lng] };
    const keys = TELLS[much].filter(
      (key) => (key !== 'scale' || span > 0) && (key !== 'now' || offset),
    );
    const title = much === 'all' ? (['title'] as const) : [];
    const say = (list: readonly (keyof typeof en)[]) =>
      list.map((key) => words.t(key, { lng, ...says })).join(' ');
    return [say(title), say(keys)].filter(Boolean);
  });
}
