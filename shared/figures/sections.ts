import type { Question } from '../model/feedback';
import { panelSection, programmeSection } from './daySections';
import { feedbackSections } from './feedbackSections';
import type { Figures, Group } from './model';
import { arrivalSection, attendanceSection, groupSection, sectorSection } from './peopleSections';
import type { FigureSection } from './section';
import type { FigureWords } from './words';

/** A group that nobody named says nothing; one group alone neither. */
const isTelling = (groups: readonly Group[]) => groups.filter(({ key }) => key !== '').length > 1;

/**
 * All figures in their order, those left out that there is nothing of. `questions` are the event's own,
 * whose words are not among the app's.
 */
export function sectionsOf(
  figures: Figures,
  words: FigureWords,
  questions: readonly Question[] = [],
): FigureSection[] {
  const { attendance } = figures;
  const grouped = (['byRole', 'bySize', 'byRegion'] as const)
    .filter((key) => isTelling(attendance[key]))
    .map((key) => groupSection(key, attendance[key], words));
  return [
    attendanceSection(figures, words),
    ...(attendance.came > 0
      ? [arrivalSection(figures, words), sectorSection(attendance.bySector, words)]
      : []),
    ...grouped,
    ...(figures.programme.sessions.length ? [programmeSection(figures, words)] : []),
    ...figures.panels.map((panel) => panelSection(panel, words)),
    ...feedbackSections(figures, words, questions),
  ];
}
