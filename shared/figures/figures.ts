import type { EventState } from '../model/state';
import type { Instant } from '../model/units';
import { panelReport } from '../panel/report';
import { arrivalsOf } from './arrivals';
import { attendanceOf } from './attendance';
import { feedbackOf } from './feedback';
import type { Figures, PanelFigures } from './model';
import { endLateOf, endOf, scheduleOf } from './schedule';

/**
 * Every figure of an event, from what its desks recorded; the same before and after its personal
 * data were erased, but for the names of people and their organisations in the programme and the panels.
 * `now` ends what still runs.
 */
export function figuresOf(state: EventState, now: Instant): Figures {
  const { id, name, date, region, venue, timeZone, sample, questions } = state.event;
  const people = [...state.participants];
  const sessions = scheduleOf(state, now);
  const attendance = attendanceOf(people, endOf(sessions));
  return {
    event: { id, name, date, region, venue, timeZone, sample },
    attendance,
    arrivals: arrivalsOf(people.flatMap(({ checkedInAt }) => checkedInAt ?? [])),
    badges: {
      people: people.filter(({ prints }) => prints.length > 0).length,
      reprints: people.reduce((sum, { prints }) => sum + Math.max(0, prints.length - 1), 0),
    },
    programme: { sessions, endLateMs: endLateOf(sessions) },
    panels: panelsOf(state, now),
    feedback: feedbackOf([...state.feedback], questions, attendance.came),
  };
}

/** Of every panel that has begun, in the order in which they did. */
function panelsOf(state: EventState, now: Instant): PanelFigures[] {
  return [...state.sessions]
    .filter(({ panel, startedAt }) => panel !== null && startedAt !== null)
    .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
    .map((session) => {
      const report = panelReport(state, session, now);
      return {
        session: report.session,
        title: report.title,
        panelMs: report.panelMs,
        jain: report.jain,
        speakers: report.speakers.map((speaker) => {
          const { name, organisation, sector, spokenMs, budgetMs, share, turns } = speaker;
          return { name, organisation, sector, spokenMs, budgetMs, share, turns };
        }),
        moderatorMs: report.moderator.spokenMs,
        audienceMs: report.audience.spokenMs,
        silenceMs: report.silenceMs,
      };
    });
}
