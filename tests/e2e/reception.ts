import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The reception as a person finds it, in Finnish. */
export class Reception {
  readonly page: Page;
  readonly search: Locator;
  /** The last answer of the desk, in the strip under the search. */
  readonly answer: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('textbox', { name: 'Hae osallistujaa tai lue koodi' });
    this.answer = page.getByTestId('answer');
    this.list = page.getByRole('list', { name: 'Osallistujat' });
  }

  async open(url: string, event: string): Promise<void> {
    await this.page.goto(`${url}#/e/${event}/reception`);
    await expect(this.search).toBeFocused();
  }

  /** The row of one person in the list. */
  row(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name });
  }

  /** How many are in the house, as the bar says. */
  get heads(): Locator {
    return this.page.getByTestId('heads');
  }
}
