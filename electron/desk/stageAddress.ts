import type { AskOf } from '../../shared/contract';

/** The part of a stage screen's address after the page: which event, view, language and display. */
export function stageHash({
  event,
  view,
  language,
  label = '',
}: Pick<AskOf<'stage.open'>, 'event' | 'view' | 'language'> & { label?: string }): string {
  const display = encodeURIComponent(label);
  return `#/stage/${event}/${view}/${language ?? ''}/${display}`.replace(/\/+$/, '');
}
