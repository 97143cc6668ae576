/** The day where this browser is, YYYY-MM-DD; `at` in ms since 1970. */
export function localDay(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(at);
}
