import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BadgeSettings } from '../../../shared/contract';
import { isLanguage, LANGUAGES } from '../../words/languages';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';
import { SheetPicture } from './SheetPicture';
import type { Layout } from './useLayouts';

interface Props {
  layouts: readonly Layout[];
  layout: Layout;
  settings: BadgeSettings;
  /** How many will be printed. */
  badges: number;
  onChange(part: Partial<BadgeSettings>): void;
}

/** What the badge is printed on and what stands on it. */
export function LayoutSettings({ layouts, layout, settings, badges, onChange }: Props) {
  const { t } = useTranslation('badges');
  const { language } = useSpeech();
  return (
    <>
      <NativeSelect
        label={t('layout')}
        value={layout.name}
        onChange={(input) => onChange({ layout: input.currentTarget.value, start: 1 })}
        data={layouts.map(({ name, label }) => ({ value: name, label: label[language] }))}
      />
      {layout.perPage > 1 && (
        <>
          <SheetPicture
            sheet={layout}
            start={settings.start ?? 1}
            badges={badges}
            onStart={(start) => onChange({ start })}
          />
          <Checkbox
            label={t('cutMarks')}
            checked={settings.cutMarks ?? false}
            onChange={(input) => onChange({ cutMarks: input.currentTarget.checked })}
          />
        </>
      )}
      <div>
        <p className={styles.label}>{t('language')}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('language')}
          value={settings.language}
          onChange={(value) => {
            if (isLanguage(value)) onChange({ language: value });
          }}
          data={LANGUAGES.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        />
      </div>
    </>
  );
}
