import type { Panel, Session } from '../../../shared/model/session';
import type { Projection } from '../../../shared/programme/project';

/** A session that is a panel. */
export type PanelSession = Session & { panel: Panel };

export function isPanel(session: Session | undefined): session is PanelSession {
  return session !== undefined && session.panel !== null;
}

/** The panels of the programme, in its order. */
export function panelsOf(programme: readonly Projection[]): PanelSession[] {
  return programme.map((one) => one.session).filter(isPanel);
}

/** Which panel to open with: the one that was asked for, the running one, the next one, the last one. */
export function panelToOpen(
  programme: readonly Projection[],
  asked: string | undefined,
): string | null {
  const panels = programme.filter((one) => isPanel(one.session));
  const found =
    panels.find((one) => one.session.id === asked) ??
    panels.find((one) => one.phase === 'running') ??
    panels.find((one) => one.phase === 'next' || one.phase === 'later') ??
    panels.at(-1);
  return found?.session.id ?? null;
}
