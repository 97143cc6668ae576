/** Fewer digits than this belong to too many numbers. */
const SHORTEST = 4;

/** Finland's own code, as it is written from abroad and as it is left out at home. */
const FROM_ABROAD = /^(?:\+|00)358(?:\(0\))?/;

/** What nothing but a phone number is written with. */
const NUMBER = /^[\d\s()+./\u2010-\u2015-]+$/;

/** The digits of a phone number as one dials them at home: `+358 40 123` is `040123`. */
export function dialled(phone: string): string {
  const bare = phone.replace(/[^\d+()]/g, '');
  return bare.replace(FROM_ABROAD, '0').replace(/\D/g, '');
}

/** The digits to look for among phone numbers, at any place in them; '' for a query that is no number. */
export function numberIn(query: string): string {
  if (!NUMBER.test(query)) return '';
  const digits = dialled(query);
  return digits.length < SHORTEST ? '' : digits;
}
