import i18next from 'i18next';
import enAfter from '../../resources/locales/en/after.json';
import enFigures from '../../resources/locales/en/figures.json';
import enTerms from '../../resources/locales/en/terms.json';
import fiAfter from '../../resources/locales/fi/after.json';
import fiFigures from '../../resources/locales/fi/figures.json';
import fiTerms from '../../resources/locales/fi/terms.json';
import svAfter from '../../resources/locales/sv/after.json';
import svFigures from '../../resources/locales/sv/figures.json';
import svTerms from '../../resources/locales/sv/terms.json';
import { figuresOf } from '../../shared/figures/figures';
import { releaseText } from '../../shared/figures/release';
import { sectionsOf } from '../../shared/figures/sections';
import { NONE, number, percent } from '../../shared/figures/words';
import type { FigureWords } from '../../shared/figures/words';
import type { EventState } from '../../shared/model/state';
import type { Instant } from '../../shared/model/units';
import { dateOf } from '../../shared/programme/instant';
import type { Report } from './report';
import { clockIn, dayIn } from './runSheetWords';
import type { Language } from './runSheetWords';

const i18n = i18next.createInstance({
  resources: {
    fi: { figures: fiFigures, terms: fiTerms, after: fiAfter },
    sv: { figures: svFigures, terms: svTerms, after: svAfter },
    en: { figures: enFigures, terms: enTerms, after: enAfter },
  },
  defaultNS: 'figures',
  keySeparator: false,
  interpolation: { escapeValue: false },
});
void i18n.init({ lng: 'en' });

/** The words of the figures in one language, as the screens have them. */
export function figureWords(language: Language, timeZone: string): FigureWords {
  const figures = i18n.getFixedT(language, 'figures');
  const terms = i18n.getFixedT(language, 'terms');
  return {
    language,
    say: (key, blanks = {}) => figures(key, { ...blanks }),
    term: (key) => terms(key),
    clock: clockIn(language, timeZone),
    day: (date) => dayIn(language, date),
  };
}

/** Everything that the report of an event says, in one language. */
export function reportOf(state: EventState, language: Language, now: Instant): Report {
  const words = figureWords(language, state.event.timeZone);
  const after = i18n.getFixedT(language, 'after');
  const figures = figuresOf(state, now);
  const { event } = state;
  const { attendance } = figures;
  const sections = sectionsOf(figures, words, event.questions);
  const place = [event.venue, event.region].filter(Boolean).join(', ');
  const made = after('report.made', {
    day: words.day(dateOf(now, event.timeZone)),
    at: words.clock(now),
  });
  const tile = (key: string, value: number, share: number | null = null) => ({
    name: words.say(key),
    value: number(words, value),
    share: share === null ? '' : percent(words, share).replace(NONE, ''),
  });
  return {
    language,
    title: after('report'),
    event: event.name,
    lines: [
      [words.day(event.date), place].filter(Boolean).join(' · '),
      event.organisers.join(', '),
      made,
    ].filter(Boolean),
    lead: releaseText(figures, words),
    tiles: [
      tile('came', attendance.came, attendance.cameOfRegistered),
      tile('registered', attendance.registered),
      tile('walkIns', attendance.walkIns),
      tile('noShows', attendance.noShows, attendance.noShowShare),
      tile('organisations', attendance.organisations.came),
    ],
    sections,
    drawings: sections.map(({ heading, says }) =>
      [after('drawing', { heading }), ...says].join(' '),
    ),
    foot: `${event.name} · ${after('report')}`,
  };
}
