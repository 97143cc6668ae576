import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { useSpeech } from '../../words/useSpeech';
import styles from './programme.module.css';
import { useRunSheet } from './useRunSheet';

/** The run sheet on paper: the plan with room to write, or what has been. */
export function PrintMenu() {
  const { t } = useTranslation('programme');
  const speech = useSpeech();
  const { make, making, failure } = useRunSheet(t('sheet'));
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            loading={making}
            leftSection={<Icon name="print" size={18} />}
            rightSection={<span aria-hidden="true">▾</span>}
          >
            {t('print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void make('plan')}>{t('printPlan')}</Menu.Item>
          <Menu.Item onClick={() => void make('actual')}>{t('printActual')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {failure && (
        <span className={styles.trouble} role="alert">
          {speech.failure(failure)}
        </span>
      )}
    </>
  );
}
