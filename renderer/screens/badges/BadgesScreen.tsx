import { useMemo, useState } from 'react';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BadgeSettings } from '../../../shared/contract';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';
import { LayoutSettings } from './LayoutSettings';
import { PreviewPane } from './PreviewPane';
import { rememberedSettings, rememberSettings } from './settings';
import { useLayouts } from './useLayouts';
import type { Layout } from './useLayouts';
import { usePreview } from './usePreview';
import { WhomSettings } from './WhomSettings';
import { countWhom } from './whom';
import type { Whom } from './whom';

/** Badges: the settings on one side, the very PDF that will be printed on the other. */
export default function BadgesScreen() {
  const { t } = useTranslation('badges');
  const { layouts, failure } = useLayouts();
  const speech = useSpeech();
  if (failure) return <p className={styles.alone}>{speech.failure(failure)}</p>;
  const [first] = layouts ?? [];
  if (!layouts || !first) {
    return (
      <p className={styles.alone}>
        <Loader size="sm" /> {t('loading')}
      </p>
    );
  }
  return <Badges layouts={layouts} first={first} />;
}

function Badges({ layouts, first }: { layouts: readonly Layout[]; first: Layout }) {
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const { language } = useSpeech();
  const [settings, setSettings] = useState<BadgeSettings>(() => {
    const own = layouts.find((one) => one.name === state.event.badgeLayout) ?? first;
    return rememberedSettings(own.name, language);
  });
  const [whom, setWhom] = useState<Whom>('unprinted');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const layout = layouts.find((one) => one.name === settings.layout) ?? first;
  const who = useMemo(() => (whom === 'picked' ? [...picked] : whom), [whom, picked]);
  const counts = useMemo(() => countWhom(state.participants), [state.participants]);
  const nobody = whom === 'picked' ? picked.length === 0 : counts[whom] === 0;
  const previewing = usePreview(nobody ? null : settings, who);
  const change = (part: Partial<BadgeSettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    rememberSettings(next);
  };
  return (
    <div className={styles.screen}>
      <section className={styles.settings} aria-label={t('settings')}>
        <h1>{t('title')}</h1>
        <WhomSettings
          counts={counts}
          whom={whom}
          onWhom={setWhom}
          picked={picked}
          onPicked={setPicked}
        />
        <LayoutSettings
          layouts={layouts}
          layout={layout}
          settings={settings}
          badges={previewing.preview?.badges ?? 0}
          onChange={change}
        />
      </section>
      <PreviewPane
        previewing={previewing}
        nobody={nobody ? t(`nobody.${counts.all === 0 ? 'all' : whom}`) : ''}
        lying={layout.badge[0] > layout.page[0]}
        onOnlyNew={() => {
          if (whom === 'picked') {
            setPicked(picked.filter((id) => state.participants.get(id)?.prints.length === 0));
          } else setWhom('unprinted');
        }}
        onPrinted={() => change({ start: 1 })}
      />
    </div>
  );
}
