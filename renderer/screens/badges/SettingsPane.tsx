import { Checkbox, SegmentedControl, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM, customLayout } from '../../../shared/badges/customLayout';
import { isToBeCut } from '../../../shared/badges/layout';
import { useEventDesk } from '../../desk';
import { PrinterChoice, type Printers } from '../../parts/printing';
import { Refused } from '../../parts/Refused';
import { isLanguage, LANGUAGES } from '../../words/languages';
import { BackSettings } from './BackSettings';
import styles from './badges.module.css';
import words from './words.module.css';
import { ColourSettings } from './ColourSettings';
import { CustomSize } from './CustomSize';
import { DesignFiles } from './DesignFiles';
import { Documents } from './Documents';
import { ElementList } from './ElementList';
import { LayoutPicker } from './LayoutPicker';
import { LogoSettings } from './LogoSettings';
import { SheetPicture } from './SheetPicture';
import { TestSheet } from './TestSheet';
import type { Designing } from './useDesign';
import type { Layout } from './useLayouts';
import { WhomSettings } from './WhomSettings';
import type { Counts, Whom } from './whom';

interface Props {
  layouts: readonly Layout[];
  /** Undefined for a size of one's own. */
  layout: Layout | undefined;
  chosen: string;
  designing: Designing;
  printers: Printers;
  start: number;
  onStart(start: number): void;
  badges: number;
  counts: Counts;
  whom: Whom;
  onWhom(whom: Whom): void;
  picked: readonly string[];
  onPicked(picked: readonly string[]): void;
}

/** All that is set about the badges, in the order in which it is decided. */
export function SettingsPane(props: Props) {
  const { layouts, layout, chosen, designing, printers, start, onStart, badges } = props;
  const { counts, whom, onWhom, picked, onPicked } = props;
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const { design, change, save, refused } = designing;
  const { badgeSize: size, badgeLogo } = state.event;
  const sheet = layout ?? customLayout(size).layout;
  const twoSided = sheet?.sides === 2;
  const perPage = sheet ? sheet.columns * sheet.rows : 1;
  return (
    <section className={styles.settings} aria-label={t('settings')}>
      <h1>{t('title')}</h1>
      {refused !== '' && <Refused why={refused} />}
      <Tabs defaultValue="print" keepMounted={false}>
        <Tabs.List grow>
          {(['print', 'content', 'back', 'documents'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="print" className={styles.panel}>
          <WhomSettings {...{ counts, whom, onWhom, picked, onPicked }} />
          <LayoutPicker
            layouts={layouts}
            chosen={chosen}
            onChoose={(name) => {
              onStart(1);
              void save({ badgeLayout: name });
            }}
          />
          {(layout?.measures === 'second-hand' || layout?.measures === 'disputed') && (
            <p className={words.quiet}>{t(`measures.${layout.measures}`)}</p>
          )}
          {chosen === CUSTOM && (
            <CustomSize size={size} onKeep={(badgeSize) => save({ badgeSize })} />
          )}
          {sheet && perPage > 1 && (
            <SheetPicture
              sheet={{ page: sheet.page, badge: sheet.badge, perPage, columns: sheet.columns }}
              start={Math.min(start, perPage)}
              badges={badges}
              onStart={onStart}
            />
          )}
          {sheet && isToBeCut(sheet) && (
            <Checkbox
              label={t('cutMarks')}
              checked={design.cutMarks}
              onChange={(input) => change({ ...design, cutMarks: input.currentTarget.checked })}
            />
          )}
          <PrinterChoice
            layout={chosen}
            custom={size ?? undefined}
            twoSided={twoSided && sheet.back !== 'fold'}
            printers={printers}
          />
          {!printers.settings?.printers[chosen] && (
            <>
              {twoSided && sheet.back && sheet.back !== 'fold' && (
                <p className={words.quiet}>{t(`dialog.${sheet.back}`)}</p>
              )}
              <TestSheet layout={chosen} size={size} />
            </>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="content" className={styles.panel}>
          <ElementList design={design} onChange={change} />
          <div>
            <p className={words.label}>{t('language')}</p>
            <SegmentedControl
              fullWidth
              aria-label={t('language')}
              value={design.language}
              onChange={(value) => {
                if (isLanguage(value)) change({ ...design, language: value });
              }}
              data={LANGUAGES.map((one) => ({ value: one, label: t(`language.${one}`) }))}
            />
          </div>
          <LogoSettings logo={badgeLogo} onLogo={(logo) => void save({ badgeLogo: logo })} />
          <ColourSettings design={design} onChange={change} />
          <DesignFiles
            design={design}
            onTake={({ layout: name, size: badgeSize, design: badgeDesign, logo }) => {
              change(badgeDesign);
              return save({ badgeLayout: name, badgeSize, badgeDesign, badgeLogo: logo });
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="back" className={styles.panel}>
          <BackSettings design={design} twoSided={twoSided} onChange={change} />
        </Tabs.Panel>
        <Tabs.Panel value="documents" className={styles.panel}>
          <Documents language={design.language} picked={whom === 'picked' ? picked : []} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
