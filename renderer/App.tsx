import { useEffect, useMemo, useState } from 'react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { Desk } from '../shared/contract';
import { DeskProvider } from './desk/DeskContext';
import { EventDeskProvider } from './desk/EventDesk';
import { EventFrame } from './frame/EventFrame';
import { LockScreen, LockWaiting } from './frame/LockScreen';
import { Mishap } from './frame/Mishap';
import { SpokenLanguage } from './frame/SpokenLanguage';
import { usePageLock } from './frame/pageLock';
import { Waiting } from './frame/Waiting';
import { useRoute } from './route';
import type { Route } from './route';
import { DoorScreen } from './screens/door/DoorScreen';
import { Kiosk } from './screens/kiosk/Kiosk';
import { isKioskTab, useKioskLock } from './screens/kiosk/kioskLock';
import StageScreen from './screens/stage/StageScreen';
import { StartScreen } from './screens/start/StartScreen';
import { TourScreen } from './screens/tour/TourScreen';
import { UnlockScreen } from './screens/unlock/UnlockScreen';
import { cssVariables, makeTheme } from './theme/theme';
import { showIn } from './words/i18n';

/** The whole page over one desk. */
export function App({ desk }: { desk: Desk }) {
  const [accent, setAccent] = useState('');
  const theme = useMemo(() => makeTheme(accent), [accent]);
  const route = useRoute();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DeskProvider desk={desk}>
        <Mishap>
          <Page route={route} onAccent={setAccent} />
        </Mishap>
      </DeskProvider>
    </MantineProvider>
  );
}

function Page({ route, onAccent }: { route: Route; onAccent(accent: string): void }) {
  useStageLanguage(route);
  // An event that was unlocked here is asked for anew, over a line of its own.
  const [opened, setOpened] = useState(0);
  const locked = usePageLock();
  const kiosk = useKioskLock();
  if (route.at === 'stage' && (kiosk === '' || !isKioskTab())) return <StageScreen {...route} />;
  if (locked) return <Locked event={locked} />;
  const guestsOf = kiosk || (route.at === 'kiosk' ? route.event : '');
  if (guestsOf !== '' || route.at === 'stage' || route.at === 'kiosk') {
    return (
      <Kiosk
        key={guestsOf}
        event={guestsOf}
        locked={kiosk !== ''}
        route={route}
        onAccent={onAccent}
      />
    );
  }
  return (
    <>
      <SpokenLanguage />
      {route.at === 'start' ? (
        <StartScreen />
      ) : route.at === 'tour' ? (
        <TourScreen />
      ) : (
        <EventDeskProvider
          key={`${route.event} ${opened}`}
          eventId={route.event}
          waiting={(failure) =>
            failure?.code === 'seal.locked' ? (
              <UnlockScreen event={route.event} onOpened={() => setOpened(opened + 1)} />
            ) : (
              <Waiting failure={failure} />
            )
          }
        >
          {route.at === 'door' ? (
            <DoorScreen />
          ) : (
            <EventFrame screen={route.screen} onAccent={onAccent} />
          )}
        </EventDeskProvider>
      )}
      <Notifications position="bottom-center" limit={3} />
    </>
  );
}

/** Whatever the address says, until the PIN opens the page again. */
function Locked({ event }: { event: string }) {
  return (
    <EventDeskProvider
      key={event}
      eventId={event}
      waiting={(failure) => <LockWaiting failure={failure} />}
    >
      <LockScreen />
    </EventDeskProvider>
  );
}

/** A stage screen opened from a desk speaks the desk's language, without this machine remembering it. */
function useStageLanguage(route: Route): void {
  const language = route.at === 'stage' ? route.language : undefined;
  useEffect(() => {
    if (language) void showIn(language);
  }, [language]);
}
