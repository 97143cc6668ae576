import type { AskOf } from '../../shared/contract';

/** The part of a stage screen's address after the page: which event, view and language. */
export function stageHash({
  event,
  view,
  language,
}: Pick<AskOf<'stage.open'>, 'event' | 'view' | 'language'>): string {
  return `#/stage/${event}/${view}${language ? `/${language}` : ''}`;
}
