import { memo, useState } from 'react';
import type { Participant } from '../../../shared/model/participant';
import { LazyCamera } from '../../scanner/camera/LazyCamera';
import { ScannerPanel } from '../../scanner/ScannerPanel';
import { Details } from './Details';
import type { Directory } from './directory';
import { ReceptionTools } from './ReceptionTools';
import type { SidePanel } from './ReceptionTools';
import { RecentActions } from './RecentActions';
import { SectorCounts } from './SectorCounts';
import type { Reception } from './useReception';
import styles from './ReceptionScreen.module.css';

interface Props {
  /** Whose details are open. */
  person: Participant | undefined;
  directory: Directory;
  reception: Reception;
  isKnown(code: string): boolean;
  /** The camera sees a code at an instant, ms, monotonic. */
  onSight(code: string, at: number): void;
  onCheckIn(who: string): void;
  onPrint(people: readonly Participant[]): void;
  onGroup(organisation: string): void;
  onUndo(of: string): void;
  /** Opens somebody's details; '' closes them. */
  onOpen(person: string): void;
  /** Gives the keyboard back to the search. */
  onBack(): void;
}

/** Beside the work: the counts and the last deeds, or what was opened in their place. */
export const SideColumn = memo(function SideColumn({
  person,
  directory,
  reception,
  isKnown,
  ...deeds
}: Props) {
  const [panel, setPanel] = useState<SidePanel>();
  const closePanel = () => {
    setPanel(undefined);
    deeds.onBack();
  };
  return (
    <aside className={styles.side}>
      {panel === 'camera' && (
        <LazyCamera isKnown={isKnown} onSight={deeds.onSight} onClose={closePanel} />
      )}
      {person ? (
        <Details
          key={person.id}
          person={person}
          directory={directory}
          reception={reception}
          onCheckIn={() => deeds.onCheckIn(person.id)}
          onPrint={() => deeds.onPrint([person])}
          onGroup={() => deeds.onGroup(person.organisation)}
          onClose={() => {
            deeds.onOpen('');
            deeds.onBack();
          }}
        />
      ) : panel === 'scanner' ? (
        <ScannerPanel isKnown={isKnown} onClose={closePanel} />
      ) : (
        <>
          {panel !== 'camera' && <SectorCounts />}
          <RecentActions onUndo={deeds.onUndo} onOpen={deeds.onOpen} />
        </>
      )}
      <ReceptionTools open={panel} onOpen={setPanel} />
    </aside>
  );
});
