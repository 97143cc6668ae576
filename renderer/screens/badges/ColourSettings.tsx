import { Checkbox, ColorInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COLOURED_ROLES, type BadgeDesign } from '../../../shared/badges/design';
import { SECTORS } from '../../../shared/model/participant';
import styles from './design.module.css';
import words from './words.module.css';

interface Props {
  design: BadgeDesign;
  onChange(design: BadgeDesign): void;
}

/** Bands by role and marks by sector. The text on them turns black or white, whichever reads better. */
export function ColourSettings({ design, onChange }: Props) {
  const { t } = useTranslation(['badges', 'terms']);
  return (
    <details className={styles.more}>
      <summary>{t('colours')}</summary>
      <Checkbox
        label={t('bandForAll')}
        checked={design.bandForAll}
        onChange={(input) => onChange({ ...design, bandForAll: input.currentTarget.checked })}
      />
      <div className={styles.colours}>
        {COLOURED_ROLES.map((role) => (
          <Colour
            key={role}
            label={role === 'other' ? t('colour.otherRole') : capital(t(`terms:role.${role}`))}
            value={design.roles[role]}
            onChange={(value) => onChange({ ...design, roles: { ...design.roles, [role]: value } })}
          />
        ))}
        {SECTORS.map((sector) => (
          <Colour
            key={sector}
            label={`${capital(t(`terms:sector.${sector}`))} (${t(`terms:sectorLetter.${sector}`)})`}
            value={design.sectors[sector]}
            onChange={(value) =>
              onChange({ ...design, sectors: { ...design.sectors, [sector]: value } })
            }
          />
        ))}
      </div>
      <p className={words.quiet}>{t('colours.how')}</p>
    </details>
  );
}

interface ColourProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

const SWATCHES = ['#124a5c', '#1c5fa6', '#0f755e', '#b24d14', '#8a2c5a', '#5c666f', '#ffd24d'];

function Colour({ label, value, onChange }: ColourProps) {
  const { t } = useTranslation('badges');
  return (
    <ColorInput
      label={label}
      value={value}
      format="hex"
      size="xs"
      placeholder={t('colour.usual')}
      swatches={SWATCHES}
      withEyeDropper={false}
      onChange={(typed) => {
        if (typed === '' || /^#[0-9a-f]{6}$/i.test(typed)) onChange(typed);
      }}
    />
  );
}

const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
