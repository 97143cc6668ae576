import { app, Menu } from 'electron';
import type { LocalDesk } from '../desk/desk';
import { asDeskError } from '../desk/failure';
import { language, onLanguage, sayIn } from './language';
import { log } from './log';
import { menuTemplate } from './menuTemplate';
import type { MenuDeeds, RecentEvent } from './menuTemplate';
import { eventOf } from './pageAddress';
import { remembered, rememberEvent } from './shellMemory';
import { onMainPage } from './windows';

/** The menu, in the language of the page, with the events that were on the screen last. */
export function keepMenu(desk: LocalDesk, deeds: MenuDeeds): void {
  let recent: RecentEvent[] = [];
  let event: string | null = null;
  const draw = () =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          say: sayIn(language()),
          platform: process.platform,
          packaged: app.isPackaged,
          recent,
          inEvent: event !== null,
          deeds,
        }),
      ),
    );
  const look = async () => {
    try {
      recent = await recentEvents(desk);
    } catch (error) {
      log(`menu: ${asDeskError(error).code}`);
    }
    draw();
  };
  draw();
  void look();
  onLanguage(draw);
  onMainPage((address) => {
    const shown = eventOf(address);
    if (shown === event) return;
    event = shown;
    if (event) rememberEvent(event);
    void look();
  });
}

/** Those of the events remembered that are still on this desk, by their names. */
async function recentEvents(desk: LocalDesk): Promise<RecentEvent[]> {
  const names = new Map((await desk.ask('events.list', {})).map(({ id, name }) => [id, name]));
  return remembered().recent.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
