import type { Page } from '@playwright/test';
import type { RunningDesk } from './runningDesk';

/** 60 letters each, with letters of the Sámi languages; as long as names on a badge may be. */
export const LONG_NAMES = [
  'Áŋŋá-Márjá Čáhppesgierragiid-Đuoddaravžžegeahči Ŧuohttarštšu',
  'Maximiliana Wilhelmina af Forselles-Riihimäki-Äyräväisenharju',
] as const;

/** A session's title as an organiser may write it: 100 letters. */
export const LONG_TITLE =
  'Hyvinvointialueiden palveluntuottajien rahoitus, kehittäminen ja yhteistyökumppanuudet Kainuussa nyt';

const person = (name: string) => ({
  name,
  title: 'Palveluliiketoiminnan kehitysjohtaja, yrittäjä',
});

/** An event in which everything is as long as it gets: a panel, and five sessions after it. */
export function longEvent(desk: RunningDesk): string {
  const name = 'Soteuttamo 2.0 – Pohjois-Savon, Kainuun ja Etelä-Karjalan verkostoitumispäivä';
  const date = new Date().toISOString().slice(0, 10);
  const event = desk.newEvent(['event', 'create', '--name', name, '--date', date]);
  const seats = LONG_NAMES.map((one, n) => ({
    ...person(one),
    id: `seat${n}`,
    organisation: 'Kainuun hyvinvointialue',
    participant: '',
    weight: 1,
    dropped: false,
  }));
  const panel = {
    seats,
    moderator: '',
    reserveMs: 0,
    turnLimitMs: 3_600_000,
    holdEnd: false,
    hands: [],
  };
  const session = (fields: object) => ({
    type: 'session.add',
    fields: { title: LONG_TITLE, plannedMs: 5_400_000, ...fields },
  });
  const coming = [1, 2, 3, 4, 5].map((n) =>
    session({ plannedStart: 480 + 90 * n, speakers: LONG_NAMES.map(person) }),
  );
  desk.command(event, session({ kind: 'panel', plannedStart: 480, panel }), ...coming);
  return event;
}

/** What is wrong with a stage screen as it is shown: scrolled, cut off, too small, overlapping. */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    const { innerWidth: width, innerHeight: height } = window;
    if (root.scrollWidth > width || root.scrollHeight > height) found.push('the page scrolls');
    const texts = [...document.querySelectorAll<HTMLElement>('[data-text], [role=timer], output')]
      .filter((one) => one.innerText.trim() !== '')
      .map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const whole = range.getBoundingClientRect();
        // Digits have no letters below the line: what they fill is less than their line.
        const less = one.getAttribute('role') === 'timer' ? whole.height * 0.2 : 0;
        const at = new DOMRect(whole.x, whole.y + less, whole.width, whole.height - 2 * less);
        return { one, at, words: one.innerText.slice(0, 30) };
      });
    if (texts.length === 0) found.push('nothing is shown');
    for (const { one, at, words } of texts) {
      const inside =
        at.left >= -1 && at.top >= -1 && at.right <= width + 1 && at.bottom <= height + 1;
      if (!inside) found.push(`outside the picture: ${words}`);
      const box = one.closest<HTMLElement>('[data-far]');
      const room = box?.getBoundingClientRect();
      // The gaps of a line's font above and below its letters may stick out of its box.
      const slack = Number.parseFloat(getComputedStyle(one).fontSize) * 0.25;
      if (box && room && getComputedStyle(box).overflow === 'hidden') {
        const fits =
          at.left >= room.left - 1 &&
          at.right <= room.right + 1 &&
          at.top >= room.top - slack &&
          at.bottom <= room.bottom + slack;
        if (!fits) found.push(`cut off: ${words}`);
      }
      const far = box !== null && box.dataset['far'] !== 'false';
      const least = far ? 6.5 : 3.3;
      const size = (Number.parseFloat(getComputedStyle(one).fontSize) / height) * 100;
      const corner = one.dataset['corner'] !== undefined;
      if (!corner && one.tagName !== 'OUTPUT' && size < least - 0.05) {
        found.push(`only ${size.toFixed(1)} % of the height: ${words}`);
      }
      if (getComputedStyle(one).cursor !== 'none') found.push(`a cursor over: ${words}`);
    }
    for (const [n, a] of texts.entries()) {
      for (const b of texts.slice(n + 1)) {
        if (a.one.contains(b.one) || b.one.contains(a.one)) continue;
        const shared = (x: DOMRect, y: DOMRect) => ({
          across: Math.min(x.right, y.right) - Math.max(x.left, y.left),
          down: Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top),
        });
        const { across, down } = shared(a.at, b.at);
        const least = Math.min(a.at.height, b.at.height);
        if (across > 2 && down > least * 0.3)
          found.push(`over each other: ${a.words} | ${b.words}`);
      }
    }
    return found;
  });
}
