import { expect, it } from 'vitest';
import { isAllowed } from './allowedLicences.mjs';

it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1', '(MIT AND (ISC OR AGPL-3.0-only))'])(
  'lets %s ship',
  (expression) => expect(isAllowed(expression)).toBe(true),
);

it.each([
  '',
  'unknown',
  'GPL-3.0-only',
  'MIT AND GPL-3.0-only',
  'GPL-2.0-only WITH Classpath-exception-2.0',
  'MIT AND (LGPL-3.0-only OR MPL-2.0)',
  'SEE LICENSE IN LICENSE',
])('does not let "%s" ship', (expression) => expect(isAllowed(expression)).toBe(false));
