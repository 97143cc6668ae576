import { figuresOf } from '../../../shared/figures/figures';
import { inWords, questionText } from '../../../shared/figures/words';
import { askedQuestions } from '../../../shared/model/asked';
import { fullName, hasCome } from '../../../shared/model/participant';
import type { Answers } from '../../../shared/model/feedback';
import type { Asked } from '../../../shared/model/asked';
import type { EventState } from '../../../shared/model/state';
import { MINUTE } from '../../../shared/model/units';
import type { Instant } from '../../../shared/model/units';
import { instantOf } from '../../../shared/programme/instant';
import { inOrder } from '../../../shared/programme/order';
import { figureRows } from './figureRows';
import { exportedTurns } from './json';
import { participantTable } from './table';
import type { Cell } from './table';
import type { ExportWords } from './words';
import { workbook } from './workbook';
import type { SheetContent } from './workbook';

/**
 * The event as a workbook: participants under the names of the fields, as Nuija takes them in again; then, in the
 * language asked for, check-ins in their order, the programme as planned and as it went, the turns of the panels,
 * the feedback and the figures.
 */
export async function eventXlsx(
  state: EventState,
  now: Instant,
  words: ExportWords,
): Promise<Uint8Array> {
  const { say } = words;
  const people = participantTable(state);
  const share = say('column.share');
  return workbook(
    [
      { name: say('sheet.participants'), ...people },
      { name: say('sheet.checkIns'), ...checkIns(state, words) },
      { name: say('sheet.programme'), ...programme(state, words) },
      { name: say('sheet.turns'), ...turns(state, now, words) },
      { name: say('sheet.feedback'), ...feedback(state, words) },
      {
        name: say('sheet.figures'),
        headings: ['part', 'figure', 'value', 'share'].map((key) => say(`column.${key}`)),
        rows: figureRows(figuresOf(state, now), words, state.event.questions),
        formats: { [share]: '0.0%' },
      },
    ],
    state.event.timeZone,
  );
}

type Content = Pick<SheetContent, 'headings' | 'rows'>;

function checkIns({ participants }: EventState, { say, term }: ExportWords): Content {
  return {
    headings: [
      say('column.in'),
      say('column.name'),
      term('field.organisation'),
      term('field.sector'),
      say('column.desk'),
      say('column.walkIn'),
      say('column.out'),
    ],
    rows: [...participants]
      .filter(hasCome)
      .toSorted((a, b) => (a.checkedInAt ?? 0) - (b.checkedInAt ?? 0))
      .map((person) => [
        instant(person.checkedInAt),
        fullName(person),
        person.organisation,
        person.sector && term(`sector.${person.sector}`),
        person.checkedInDesk,
        term(person.source === 'walk-in' ? 'yes' : 'no'),
        instant(person.status === 'left' ? person.leftAt : null),
      ]),
  };
}

function programme({ event, sessions }: EventState, { say, term }: ExportWords): Content {
  const keys = ['kind', 'title', 'speakers', 'room', 'plannedFrom', 'plannedMinutes'];
  const actual = ['startedAt', 'endedAt', 'minutes', 'late'];
  return {
    headings: [...keys, ...actual].map((key) => say(`column.${key}`)),
    rows: inOrder(sessions).map((session) => {
      const { startedAt, endedAt } = session;
      const planned = instantOf(event.date, session.plannedStart, event.timeZone);
      return [
        term(`sessionKind.${session.kind}`),
        session.title,
        (session.panel?.seats ?? session.speakers).map((one) => one.name).join('; '),
        session.room,
        new Date(planned),
        session.plannedMs / MINUTE,
        instant(startedAt),
        instant(endedAt),
        startedAt === null || endedAt === null ? null : minutes(endedAt - startedAt),
        startedAt === null ? null : minutes(startedAt - planned),
      ];
    }),
  };
}

function turns(state: EventState, now: Instant, { say, term }: ExportWords): Content {
  const who = (speaker: string, seat: string) =>
    seat === '' ? term(speaker === '' ? 'nobody' : speaker) : speaker;
  return {
    headings: ['panel', 'speaker', 'from', 'seconds'].map((key) => say(`column.${key}`)),
    rows: inOrder(state.sessions).flatMap((session) =>
      exportedTurns(state, session, now).map((turn) => [
        session.title,
        who(turn.speaker, turn.seat),
        new Date(turn.from),
        turn.ms / 1_000,
      ]),
    ),
  };
}

/** Each sheet of answers on a row, in an order that says nothing of who gave them when. */
function feedback({ event, feedback: sheets }: EventState, words: ExportWords): Content {
  const asked = askedQuestions(event.questions);
  const answered = [...sheets].map(({ source, answers }) => [
    words.say(`source.${source}`),
    ...asked.map((question) => answerCell(question, answers[question.id], words)),
  ]);
  return {
    headings: [
      words.say('column.source'),
      ...asked.map(({ id }) => questionText(id, event.questions, words.figures)),
    ],
    rows: answered.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? 1 : -1)),
  };
}

function answerCell(question: Asked, said: Answers[string] | undefined, words: ExportWords): Cell {
  if (said === undefined) return null;
  if (typeof said === 'boolean') return words.term(said ? 'yes' : 'no');
  if (question.kind !== 'choice' || typeof said !== 'number') return said;
  const choice = question.choices[said];
  return choice ? inWords(choice, words.language) : null;
}

const instant = (at: Instant | null): Date | null => (at === null ? null : new Date(at));
const minutes = (ms: number) => Math.round((ms / MINUTE) * 10) / 10;
