import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommandOf } from '../../../shared/commands/command';
import { SECOND } from '../../../shared/model/units';
import { warningsOf } from '../../../shared/panel/warnings';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { LengthField } from './LengthField';
import type { PanelSession } from './panels';
import { SeatList } from './SeatList';
import styles from './settings.module.css';
import { SoundSetting } from './SoundSetting';
import { useSeenAtOnce } from './useSeenAtOnce';

interface Props {
  session: PanelSession;
  sound: boolean;
  onSound(on: boolean): void;
}

/** What can be changed of a panel before it begins and while it runs: its times and its table. */
export function PanelSettings({ session, sound, onSound }: Props) {
  const { t } = useTranslation('panel');
  const { ask, refused } = useAsking();
  const part = useSeenAtOnce<HTMLElement>(true);
  const { id, panel } = session;
  const { turnLimitMs, reserveMs, holdEnd } = panel;
  const warnings = warningsOf(panel);
  const edit = (fields: CommandOf<'panel.edit'>['fields']) =>
    ask({ type: 'panel.edit', session: id, fields });
  const set = (fields: CommandOf<'panel.edit'>['fields']) => void edit(fields);
  const step = (ms: number) => set({ turnLimitMs: Math.max(30 * SECOND, turnLimitMs + ms) });
  return (
    <section ref={part} className={styles.settings} aria-label={t('settings')}>
      <h2>{t('settings')}</h2>
      <div className={styles.lengths}>
        <LengthField
          label={t('set.turnLimit')}
          hint={t('set.turnLimitHint')}
          value={turnLimitMs}
          bare="minutes"
          onSet={(ms) => edit({ turnLimitMs: ms })}
        />
        <div className={styles.steps}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={turnLimitMs <= 30 * SECOND}
            aria-label={t('set.limitLess')}
            onClick={() => step(-30 * SECOND)}
          >
            − 30 s
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('set.limitMore')}
            onClick={() => step(30 * SECOND)}
          >
            + 30 s
          </Button>
        </div>
        <LengthField
          label={t('set.first')}
          hint={t('set.firstHint')}
          value={warnings.first}
          bare="seconds"
          onSet={(first) => edit({ warnMs: { ...warnings, first } })}
        />
        <LengthField
          label={t('set.second')}
          hint={t('set.secondHint')}
          value={warnings.second}
          bare="seconds"
          onSet={(second) => edit({ warnMs: { ...warnings, second } })}
        />
        <LengthField
          label={t('set.reserve')}
          hint={t('set.reserveHint')}
          value={reserveMs}
          bare="minutes"
          onSet={(ms) => edit({ reserveMs: ms })}
        />
        <Checkbox
          label={t('set.holdEnd')}
          checked={holdEnd}
          onChange={(input) => set({ holdEnd: input.currentTarget.checked })}
        />
      </div>
      <Refused why={refused} />
      <p className={styles.quiet}>{t('set.moreTime')}</p>
      <SoundSetting on={sound} onChange={onSound} />
      <SeatList session={session} />
    </section>
  );
}
