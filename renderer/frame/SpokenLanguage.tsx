import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk';
import { useRole } from '../desk/useRole';
import { isLanguage } from '../words/languages';

/** Tells the desk which language the page shows: the desktop app's menu and boxes speak it too. Devices speak as they like. */
export function SpokenLanguage() {
  const desk = useDesk();
  const role = useRole();
  const { language } = useTranslation().i18n;
  useEffect(() => {
    if (role !== 'desk' || !isLanguage(language)) return;
    // Without an answer the menu keeps its language, and the screens say why the desk is away.
    desk.ask('app.language', { language }).catch(() => {});
  }, [desk, role, language]);
  return null;
}
