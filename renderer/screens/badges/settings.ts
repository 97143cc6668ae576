import { badgeOptionsSchema } from '../../../shared/contract';
import type { BadgeSettings } from '../../../shared/contract';
import type { Language } from '../../words/languages';

const KEY = 'nuija.badges';

/** The settings used last on this machine; the layout is the event's until another was picked. */
export function rememberedSettings(layout: string, language: Language): BadgeSettings {
  const fresh: BadgeSettings = {
    layout,
    start: 1,
    cutMarks: true,
    language,
  };
  const stored = badgeOptionsSchema.safeParse(parsed(window.localStorage.getItem(KEY)));
  return stored.success ? { ...stored.data, layout, start: 1, language } : fresh;
}

export function rememberSettings(settings: BadgeSettings): void {
  window.localStorage.setItem(KEY, JSON.stringify(settings));
}

/** What was stored, undefined where there is nothing or it is damaged: then the defaults stand. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
