import { z } from 'zod';
import { fold } from '../../../shared/search/fold';
import { chance } from '../search/chance';
import { withSlip } from '../search/keystrokes';
import { longTasks, Meter, painted } from './spent';
import type { Hall } from './hall';

const seed = 4;

/** Goes from the start page to the reception, in ms until the first rows are painted. */
export async function openReception({ page, event }: Hall): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '#/';
  });
  await page.locator('#people').waitFor({ state: 'detached' });
  await painted(page);
  return page.evaluate(async (hash) => {
    const from = performance.now();
    window.location.hash = hash;
    const next = () => new Promise((drawn) => requestAnimationFrame(drawn));
    while (!document.querySelector('#people li')) await next();
    await new Promise((shown) => setTimeout(shown));
    return performance.now() - from;
  }, `#/e/${event}/reception`);
}

/** Parsing the state that a joining screen is sent, in the same page: median of five, ms. */
export async function parseState({ page, event, desk }: Hall): Promise<number> {
  return page.evaluate(
    async ({ address, body }) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', body, headers });
      const text = await answer.text();
      const times = Array.from({ length: 5 }, () => {
        const from = performance.now();
        JSON.parse(text);
        return performance.now() - from;
      });
      return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
    },
    {
      address: `${desk.origin}/api/call`,
      body: JSON.stringify({ channel: 'event.state', payload: { event } }),
    },
  );
}

/** Types names as people do, and empties the box after each; main-thread work of each key in ms. */
export async function typeNames({ page, people }: Hall, names: number): Promise<number[]> {
  const draw = chance(seed);
  const meter = await Meter.on(page);
  const box = page.getByRole('textbox', { name: 'Hae osallistujaa tai lue koodi' });
  const costs: number[] = [];
  const strike = async (key: () => Promise<void>): Promise<void> => {
    const { work } = await meter.of(async () => {
      await key();
      await painted(page);
    });
    costs.push(work);
  };
  await box.focus();
  for (let number = 0; number < names; number++) {
    const { firstName, lastName, organisation } = draw.pick(people);
    const ways = [
      `${lastName} ${firstName}`,
      fold(`${firstName} ${lastName}`),
      withSlip(lastName, draw),
      organisation || lastName,
    ];
    for (const letter of ways[number % ways.length] ?? lastName) {
      await strike(() => page.keyboard.type(letter));
    }
    await page.keyboard.press('Control+a');
    await strike(() => page.keyboard.press('Backspace'));
  }
  return costs;
}

/** Turns the wheel from the first to the last of the list; lengths of the long tasks in ms. */
export async function scrollThrough({ page }: Hall, turns: number): Promise<number[]> {
  await page.getByTestId('people').hover();
  return longTasks(page, async () => {
    for (let turn = 0; turn < turns; turn++) {
      await page.mouse.wheel(0, turn % 2 === 0 ? 900 : 30_000);
      await painted(page);
    }
  });
}

const stateSchema = z.object({
  value: z.object({ state: z.object({ participants: z.array(z.object({ id: z.string() })) }) }),
});

/** Another desk checks people in, so many a second, while this one looks on. */
export async function checkInsElsewhere(hall: Hall, count: number, perSecond: number) {
  const { page, desk, event } = hall;
  const call = async (channel: string, payload: object): Promise<unknown> => {
    const answer = await fetch(`${desk.origin}/api/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.token}` },
      body: JSON.stringify({ channel, payload }),
    });
    return answer.json();
  };
  const { value } = stateSchema.parse(await call('event.state', { event }));
  const heads = page.getByTestId('heads');
  const before = await heads.textContent();
  const meter = await Meter.on(page);
  let long: number[] = [];
  const spent = await meter.of(async () => {
    long = await longTasks(page, async () => {
      for (const { id } of value.state.participants.slice(0, count)) {
        const next = new Promise((due) => setTimeout(due, 1000 / perSecond));
        const command = { type: 'participant.checkIn', who: id };
        await call('event.command', { event, ask: { command } });
        await next;
      }
    });
  });
  if ((await heads.textContent()) === before) throw new Error('Nobody was seen to come.');
  return { long, each: spent.tasks / count };
}
