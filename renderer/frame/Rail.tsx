import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import { SCREENS } from '../../shared/screens';
import { goTo, writeRoute } from '../route';
import type { ScreenName } from '../../shared/screens';
import styles from './Rail.module.css';

interface Props {
  screen: ScreenName;
  /** Those that this device has use for. */
  screens: readonly ScreenName[];
}

/** The way between the screens, by touch and by Alt+1 … Alt+7; a screen's key is the same everywhere. */
export function Rail({ screen, screens }: Props) {
  const { t } = useTranslation();
  const { eventId } = useEventDesk();
  useEffect(() => {
    const onKey = (key: KeyboardEvent) => {
      if (!key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return;
      // By its place on the keyboard: with Alt held, a Mac types another character.
      const target = SCREENS[Number(/^Digit([1-9])$/.exec(key.code)?.[1] ?? 0) - 1];
      if (!target || !screens.includes(target)) return;
      key.preventDefault();
      goTo({ at: 'event', event: eventId, screen: target });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [eventId, screens]);
  return (
    <nav className={styles.rail} aria-label={t('bar.screens')}>
      {screens.map((name) => (
        <a
          key={name}
          className={styles.link}
          href={writeRoute({ at: 'event', event: eventId, screen: name })}
          aria-current={name === screen ? 'page' : undefined}
          aria-keyshortcuts={`Alt+${keyOf(name)}`}
        >
          <Icon name={name} size={24} />
          <span>{t(`screens.${name}`)}</span>
          <kbd className={styles.key} aria-hidden>
            Alt {keyOf(name)}
          </kbd>
        </a>
      ))}
    </nav>
  );
}

const keyOf = (name: ScreenName): number => SCREENS.indexOf(name) + 1;
