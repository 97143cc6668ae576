import type { AskOf } from '../../shared/contract';

/** The part of a stage screen's address after the page: which event, view, language, display and room. */
export function stageHash({
  event,
  view,
  language,
  label = '',
  room = '',
}: Pick<AskOf<'stage.open'>, 'event' | 'view' | 'language' | 'room'> & { label?: string }): string {
  const rest = [label, room].map(encodeURIComponent).join('/');
  return `#/stage/${event}/${view}/${language ?? ''}/${rest}`.replace(/\/+$/, '');
}
