import type { Figures, Group } from '../../../shared/figures/model';
import { groupName, questionText } from '../../../shared/figures/words';
import type { Question } from '../../../shared/model/feedback';
import { MINUTE } from '../../../shared/model/units';
import type { Cell } from './table';
import type { ExportWords } from './words';

/**
 * The figures as rows of numbers that can be reckoned with: part, figure, number, share (0–1). Lengths are in
 * minutes. What there is none of is an empty cell.
 */
export function figureRows(
  figures: Figures,
  words: ExportWords,
  own: readonly Question[],
): Cell[][] {
  const { attendance, arrivals, badges, programme, panels, feedback } = figures;
  const { say } = words.figures;
  const people = say('attendance');
  const groups = (part: string, list: readonly Group[]): Cell[][] =>
    list.map((group) => [part, groupName(words.figures, group.key), group.came, group.share]);
  return [
    [people, say('registered'), attendance.registered, null],
    [people, say('cancelled'), attendance.cancelled, null],
    [people, say('came'), attendance.came, attendance.cameOfRegistered],
    [people, say('walkIns'), attendance.walkIns, null],
    [people, say('noShows'), attendance.noShows, attendance.noShowShare],
    [people, say('leftEarly'), attendance.leftEarly, null],
    [people, say('organisations'), attendance.organisations.came, null],
    [people, say('badges'), badges.people, null],
    [people, say('reprints'), badges.reprints, null],
    ...groups(say('bySector'), attendance.bySector),
    ...groups(say('byRole'), attendance.byRole),
    ...groups(say('bySize'), attendance.bySize),
    ...groups(say('byRegion'), attendance.byRegion),
    ...arrivals.steps.map(({ from, count }) => [
      say('arrivals'),
      words.clock(from),
      count,
      attendance.came > 0 ? count / attendance.came : null,
    ]),
    ...programme.sessions.map(({ title, lateMs }) => [
      `${say('programme')}: ${say('column.lateness')} (min)`,
      title,
      lateMs === null ? null : inMinutes(lateMs),
      null,
    ]),
    ...panels.flatMap((panel) =>
      panel.speakers.map(({ name, spokenMs, share }) => [
        `${say('panel', { title: panel.title })} (min)`,
        name,
        inMinutes(spokenMs),
        share,
      ]),
    ),
    [say('feedback'), say('column.answered'), feedback.sheets, feedback.ofCame],
    ...feedback.questions
      .filter(({ kind }) => kind === 'scale' || kind === 'yesNo')
      .map(({ id, kind, answered, value }) => [
        `${say('feedback')}: ${say(kind === 'scale' ? 'column.mean' : 'feedback.yesNo')}`,
        questionText(id, own, words.figures),
        kind === 'scale' ? value : answered,
        kind === 'scale' ? null : value,
      ]),
  ];
}

const inMinutes = (ms: number) => Math.round((ms / MINUTE) * 10) / 10;
