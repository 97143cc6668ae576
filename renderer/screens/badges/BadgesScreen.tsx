import { useMemo, useState } from 'react';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM } from '../../../shared/badges/customLayout';
import type { BadgeSettings } from '../../../shared/contract';
import { useEventDesk } from '../../desk';
import { usePrinters } from '../../parts/printing';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';
import words from './words.module.css';
import { PreviewPane } from './PreviewPane';
import { SettingsPane } from './SettingsPane';
import { useDesign } from './useDesign';
import { useLayouts } from './useLayouts';
import type { Layout } from './useLayouts';
import { usePreview } from './usePreview';
import { countWhom, idsOf } from './whom';
import type { Whom } from './whom';

/** Badges: the settings on one side, the very PDF that will be printed on the other. */
export default function BadgesScreen() {
  const { t } = useTranslation('badges');
  const { layouts, failure } = useLayouts();
  const speech = useSpeech();
  if (failure) return <p className={words.alone}>{speech.failure(failure)}</p>;
  if (!layouts) {
    return (
      <p className={words.alone}>
        <Loader size="sm" /> {t('loading')}
      </p>
    );
  }
  return <Badges layouts={layouts} />;
}

function Badges({ layouts }: { layouts: readonly Layout[] }) {
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const designing = useDesign();
  const printers = usePrinters();
  const [start, setStart] = useState(1);
  const [whom, setWhom] = useState<Whom>('unprinted');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { badgeLayout, badgeSize, badgeLogo } = state.event;
  const layout = layouts.find((one) => one.name === badgeLayout);
  const isCustom = badgeLayout === CUSTOM;
  const name = isCustom ? CUSTOM : (layout?.name ?? layouts[0]?.name ?? '');
  const offset = printers.settings?.offsets.find(
    (one) => one.layout === name && one.printer === printers.settings?.printers[name],
  )?.mm;
  const { design } = designing;
  const settings = useMemo<BadgeSettings>(
    () => ({
      layout: name,
      start,
      design,
      ...(isCustom && badgeSize ? { custom: badgeSize } : {}),
      ...(offset ? { offset } : {}),
    }),
    [name, start, design, isCustom, badgeSize, offset],
  );
  const who = useMemo(() => (whom === 'picked' ? [...picked] : whom), [whom, picked]);
  const counts = useMemo(() => countWhom(state.participants), [state.participants]);
  const ids = useMemo(
    () => idsOf(state.participants, whom, picked),
    [state.participants, whom, picked],
  );
  const nobody = whom === 'picked' ? picked.length === 0 : counts[whom] === 0;
  const unmeasured = isCustom && badgeSize === null;
  // The logo is part of what is drawn, but too large to be asked with.
  const previewing = usePreview(nobody || unmeasured ? null : settings, who, badgeLogo);
  const why = unmeasured
    ? t('custom.measure')
    : nobody
      ? t(`nobody.${counts.all === 0 ? 'all' : whom}`)
      : '';
  return (
    <div className={styles.screen}>
      <SettingsPane
        layouts={layouts}
        layout={layout}
        chosen={name}
        designing={designing}
        printers={printers}
        start={start}
        onStart={setStart}
        badges={previewing.preview?.of ?? 0}
        counts={counts}
        whom={whom}
        onWhom={setWhom}
        picked={picked}
        onPicked={setPicked}
      />
      <PreviewPane
        previewing={previewing}
        settings={settings}
        printers={printers}
        who={ids}
        nobody={why}
        lying={layout !== undefined && layout.turn === 90}
        onPrinted={() => setStart(1)}
      />
    </div>
  );
}
