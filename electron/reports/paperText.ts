import { badgeFont } from '../badges/fonts';

/** A text as it can be set on paper: composed, on one line, "?" for what the fonts do not have. */
export function paperText(raw: string): string {
  const line = raw
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '');
  const known = (letter: string) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    return badgeFont('regular').has(codePoint) && badgeFont('bold').has(codePoint);
  };
  return Array.from(line, (letter) => (known(letter) ? letter : '?'))
    .join('')
    .trim();
}
