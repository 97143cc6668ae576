import './withoutEval';
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { thisDesk } from './desk/thisDesk';
import { startWords } from './words/i18n';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw into');

await startWords();
createRoot(root).render(
  <StrictMode>
    <App desk={thisDesk()} />
  </StrictMode>,
);
