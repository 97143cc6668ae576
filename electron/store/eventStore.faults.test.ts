import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { openEventStore } from './eventStore';
import { aesSeal } from './sealAes';
import type { Subject } from './simulated/life';
import { damages, plans } from './simulated/plan';
import { runs } from './simulated/runs';
import { tryPlan } from './simulated/tryPlan';

const subjects: Array<[string, Subject]> = [
  ['as plain text', { open: openEventStore }],
  [
    'sealed',
    {
      open: openEventStore,
      extra: { seal: aesSeal(createSecretKey(Buffer.alloc(32, 7)), 'event') },
    },
  ],
];

describe.each(subjects)('an event whose files are %s', (_how, subject) => {
  test('loses nothing to kills, power cuts and disks that fail, at whatever moment', async () => {
    const faults = fc.asyncProperty(plans(), (plan) => tryPlan(plan, subject));
    await fc.assert(faults, runs(200));
  }, 3_600_000);

  test.each([SNAPSHOT_FILE, JOURNAL_FILE])(
    'a flipped bit in %s costs nothing unsaid, and the damaged file is kept',
    async (file) => {
      const decay = fc.asyncProperty(plans(), damages(file), (plan, damage) =>
        tryPlan(plan, subject, damage),
      );
      await fc.assert(decay, runs(60));
    },
    3_600_000,
  );
});
