import { useEffect, useState } from 'react';
import type { Role } from '../../shared/network/roles';
import { useDesk } from './DeskContext';

/** What this device is at the desk; null until the desk has said. */
export function useRole(): Role | null {
  const desk = useDesk();
  const [role, setRole] = useState<Role | null>(null);
  useEffect(() => {
    let here = true;
    // A desk that is out of reach is told of elsewhere, and refuses by itself what is not this device's.
    desk.ask('network.me', {}).then(
      (told) => here && setRole(told.role),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [desk]);
  return role;
}
