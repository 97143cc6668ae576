import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak } from '../words/i18n';
import { isLanguage, LANGUAGES } from '../words/languages';

/** Changes every word at once and nothing else: what has been typed stays. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('bar.language')}
      value={i18n.language}
      onChange={(language) => {
        if (isLanguage(language)) void speak(language);
      }}
      data={LANGUAGES.map((language) => ({ value: language, label: language.toUpperCase() }))}
    />
  );
}
