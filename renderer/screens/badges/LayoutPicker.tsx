import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM } from '../../../shared/badges/customLayout';
import { useSpeech } from '../../words/useSpeech';
import { LayoutDrawing } from './LayoutDrawing';
import styles from './layouts.module.css';
import type { Layout } from './useLayouts';

interface Props {
  layouts: readonly Layout[];
  chosen: string;
  onChoose(name: string): void;
}

const FAMILIES = ['sheet', 'card', 'label'] as const;

/** Every layout by what it is printed on, each with a drawing of its medium. */
export function LayoutPicker({ layouts, chosen, onChoose }: Props) {
  const { t } = useTranslation('badges');
  const { language } = useSpeech();
  const own = layouts.find((one) => one.name === chosen);
  return (
    <details className={styles.picker}>
      <summary>
        {own && <LayoutDrawing layout={own} />}
        <span>
          <b>{t('layout')}</b>
          <span>{own ? own.label[language] : t('custom')}</span>
          <span className={styles.note}>{t('layout.change')}</span>
        </span>
      </summary>
      <Radio.Group aria-label={t('layout')} value={chosen} onChange={onChoose}>
        {FAMILIES.map((family) => (
          <fieldset key={family} className={styles.family}>
            <legend>{t(`family.${family}`)}</legend>
            <div className={styles.cards}>
              {layouts
                .filter((one) => one.family === family)
                .map((layout) => (
                  <Radio.Card
                    key={layout.name}
                    value={layout.name}
                    className={styles.card}
                    aria-label={layout.label[language]}
                  >
                    <LayoutDrawing layout={layout} />
                    <span className={styles.name}>{layout.label[language]}</span>
                    {layout.sides === 2 && (
                      <span className={styles.note}>
                        {t(layout.back === 'fold' ? 'sides.fold' : 'sides.two')}
                      </span>
                    )}
                    {layout.ink === 'black' && (
                      <span className={styles.note}>{t('ink.black')}</span>
                    )}
                  </Radio.Card>
                ))}
            </div>
          </fieldset>
        ))}
        <Radio.Card value={CUSTOM} className={styles.card} aria-label={t('custom')} data-wide>
          <span className={styles.name}>{t('custom')}</span>
          <span className={styles.note}>{t('custom.what')}</span>
        </Radio.Card>
      </Radio.Group>
    </details>
  );
}
