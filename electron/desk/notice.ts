import type { Failure, Notice } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import type { Recovery } from '../store/eventStore';
import { failure } from './failure';

/** What a person has to know of an event whose files were damaged and have been repaired. */
export function noticeOf(id: string, state: EventState, recovery: Recovery): Notice {
  const { timeZone, name } = state.event;
  const says = [say(`recovered.${recovery.from}`, { until: untilOf(state, timeZone) })];
  const count = recovery.lost.reduce((sum, hole) => sum + hole.to - hole.from + 1, 0);
  if (count > 0) says.push(say('recovered.lost', { count }));
  else if (recovery.dropped > 0) says.push(say('recovered.dropped'));
  else if (recovery.from !== 'backup') says.push(say('recovered.whole'));
  if (recovery.kept.length > 0) {
    says.push(say('recovered.kept', { files: recovery.kept.join(', '), id }));
  }
  return { event: id, name, says };
}

const say = (code: string, params: Record<string, string | number> = {}): Failure =>
  failure(code, params).toFailure();

/** When the last thing that is there was done, as `2027-03-27 09:14` in the event's own time. */
function untilOf(state: EventState, timeZone: string): string {
  const at = state.recent.at(-1)?.at;
  if (at === undefined) return '–';
  const format = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(at);
}
