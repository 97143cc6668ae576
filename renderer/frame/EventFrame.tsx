import { useEffect } from 'react';
import type { ComponentType } from 'react';
import { useEventDesk } from '../desk/EventDesk';
import { useRole } from '../desk/useRole';
import type { ScreenName } from '../../shared/screens';
import { AfterScreen } from '../screens/after/AfterScreen';
import BadgesScreen from '../screens/badges/BadgesScreen';
import { ExportScreen } from '../screens/export/ExportScreen';
import PanelScreen from '../screens/panel/PanelScreen';
import ProgrammeScreen from '../screens/programme/ProgrammeScreen';
import { ReceptionScreen } from '../screens/reception/ReceptionScreen';
import { ScanElsewhere } from '../screens/reception/ScanElsewhere';
import { SetupScreen } from '../screens/setup/SetupScreen';
import { AppBar } from './AppBar';
import { Erased } from './Erased';
import { ErasureDue } from './ErasureDue';
import { Mishap } from './Mishap';
import { Rail } from './Rail';
import { Recovered } from './Recovered';
import { screenFor, screensOf } from './screensOf';
import { Trouble } from './Trouble';
import styles from './EventFrame.module.css';

const PAGES: Record<ScreenName, ComponentType> = {
  reception: ReceptionScreen,
  programme: ProgrammeScreen,
  panel: PanelScreen,
  badges: BadgesScreen,
  setup: SetupScreen,
  after: AfterScreen,
  export: ExportScreen,
};

/** What is nothing without people: once they are erased, everything here would be refused. */
const OF_PEOPLE: ReadonlySet<ScreenName> = new Set(['reception', 'badges']);

interface Props {
  screen: ScreenName;
  onAccent(accent: string): void;
}

/** The bar, the rail and the screen of the day's job. */
export function EventFrame({ screen: asked, onAccent }: Props) {
  const { state } = useEventDesk();
  const role = useRole();
  const screen = screenFor(role, asked);
  const screens = screensOf(role);
  const { accent, name } = state.event;
  useEffect(() => {
    onAccent(accent);
    return () => onAccent('');
  }, [accent, onAccent]);
  useEffect(() => {
    document.title = `${name} – Nuija`;
    return () => {
      document.title = 'Nuija';
    };
  }, [name]);
  const isErased = state.event.erasedAt !== null;
  const Screen = isErased && OF_PEOPLE.has(screen) ? Erased : PAGES[screen];
  return (
    <div className={styles.frame}>
      <AppBar />
      <Rail screen={screen} screens={screens} />
      <main className={styles.main} key={screen}>
        <Trouble />
        <Recovered />
        <ErasureDue />
        <div className={styles.screen}>
          <Mishap>
            <Screen />
          </Mishap>
        </div>
      </main>
      {screen !== 'reception' && screens.includes('reception') && !isErased && <ScanElsewhere />}
    </div>
  );
}
