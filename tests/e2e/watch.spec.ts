import { expect, test } from './desk';

/** The watch over the other tests is worth something only if it sees what it is there for. */
test.describe('the watch', () => {
  test('sees a request that would leave the machine, and lets none out', async ({
    page,
    watch,
  }) => {
    watch.expectTrouble(/./);
    await page.goto('about:blank');
    const answer = await page.evaluate(() =>
      fetch('http://example.invalid/x', { mode: 'no-cors' }).then(
        () => 'answered',
        () => 'not let out',
      ),
    );
    expect(answer).toBe('not let out');
    expect(watch.all).toContainEqual('asked from elsewhere: http://example.invalid/x');
  });

  test('sees what the policy refuses, and what a page throws or complains of', async ({
    page,
    watch,
  }) => {
    watch.expectTrouble(/./);
    await page.evaluate(() => {
      const picture = new Image();
      picture.src = 'http://example.invalid/x.png';
      console.error('a complaint');
      setTimeout(() => {
        throw new Error('a fault');
      });
    });
    await expect.poll(() => watch.all.join('\n')).toContain('refused by the policy: img-src');
    await expect.poll(() => watch.all.join('\n')).toContain('console: a complaint');
    await expect.poll(() => watch.all.join('\n')).toContain('thrown: Error: a fault');
  });
});
