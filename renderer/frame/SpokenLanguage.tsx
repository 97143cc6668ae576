import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk';
import { isLanguage } from '../words/languages';

/** Tells the desk which language the page shows: the desktop app's menu and boxes speak it too. */
export function SpokenLanguage() {
  const desk = useDesk();
  const { language } = useTranslation().i18n;
  useEffect(() => {
    if (!isLanguage(language)) return;
    // Without an answer the menu keeps its language, and the screens say why the desk is away.
    desk.ask('app.language', { language }).catch(() => {});
  }, [desk, language]);
  return null;
}
