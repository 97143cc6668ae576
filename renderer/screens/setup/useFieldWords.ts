import { useTranslation } from 'react-i18next';
import { SECTORS } from '../../../shared/model/participant';

/** How fields of a plan and what stands in them are said. */
export function useFieldWords(): {
  word(field: string): string;
  said(field: string, value: string): string;
} {
  const { t, i18n } = useTranslation(['setup', 'terms']);
  return {
    word: (field) => {
      const heading = field.replace(/^answers\./, '');
      return i18n.exists(`terms:field.${heading}`) ? t(`terms:field.${heading}`) : heading;
    },
    said: (field, value) => {
      const sector = field === 'sector' && SECTORS.find((one) => one === value);
      return sector ? t(`terms:sector.${sector}`) : value || t('plan.empty');
    },
  };
}
