import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { everyPart, type BackDesign, type BackPart } from '../../../shared/badges/back';
import type { BadgeDesign } from '../../../shared/badges/design';
import { MoveKeys } from '../../parts/MoveKeys';
import { SavedText } from '../../parts/SavedField';
import styles from './design.module.css';

interface Props {
  design: BadgeDesign;
  /** Whether what is printed on has a back at all. */
  twoSided: boolean;
  onChange(design: BadgeDesign): void;
}

const WRITTEN = ['wifi', 'contact', 'text'] as const;

/** The back of the badges: which parts in which order, and the texts that nobody else knows. */
export function BackSettings({ design, twoSided, onChange }: Props) {
  const { t } = useTranslation('badges');
  const { back } = design;
  const parts = everyPart(back);
  const keep = (part: Partial<BackDesign>) => onChange({ ...design, back: { ...back, ...part } });
  const move = (part: BackPart, to: number) => {
    const own = parts.filter((one) => one.part === part);
    const others = parts.filter((one) => one.part !== part);
    keep({ parts: [...others.slice(0, to), ...own, ...others.slice(to)] });
  };
  return (
    <div className={styles.back}>
      {!twoSided && <p className={styles.hint}>{t('back.oneSided')}</p>}
      <fieldset className={styles.elements}>
        <legend>{t('back.parts')}</legend>
        <ol>
          {parts.map(({ part, shown }, at) => {
            const name = t(`back.${part}`);
            return (
              <li key={part}>
                <Checkbox
                  label={name}
                  checked={shown}
                  onChange={(input) => {
                    const { checked } = input.currentTarget;
                    keep({
                      parts: parts.map((one) =>
                        one.part === part ? { ...one, shown: checked } : one,
                      ),
                    });
                  }}
                />
                <MoveKeys
                  up={t('moveUp', { name })}
                  down={t('moveDown', { name })}
                  onUp={at > 0 ? () => move(part, at - 1) : undefined}
                  onDown={at < parts.length - 1 ? () => move(part, at + 1) : undefined}
                />
              </li>
            );
          })}
        </ol>
      </fieldset>
      {WRITTEN.map((field) => (
        <SavedText
          key={field}
          label={t(`back.${field}.label`)}
          description={t(`back.${field}.how`)}
          value={back[field]}
          lines={field === 'text' ? 3 : 2}
          maxLength={field === 'text' ? 2_000 : 300}
          onSave={(value) => keep({ [field]: value })}
        />
      ))}
    </div>
  );
}
