import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../shared/contract';
import type { StageViewName } from '../../../shared/stage/view';
import { rememberDisplay, rememberedDisplay } from './rememberedDisplay';
import styles from './stageDesk.module.css';

interface Props {
  view: StageViewName;
  displays: AnswerOf<'stage.displays'>;
  onLook(): Promise<void>;
  onOpen(view: StageViewName, display?: string): Promise<void>;
}

/** One view: on the display that was picked for it, or, where there are no displays to pick from, as a page. */
export function OpenOne({ view, displays, onLook, onOpen }: Props) {
  const { t } = useTranslation('stage');
  const [picked, setPicked] = useState(() => rememberedDisplay(view));
  const there = displays.some((display) => display.id === picked);
  const desktop = displays.length > 0;
  return (
    <div className={styles.openStage}>
      {desktop && (
        <NativeSelect
          size="xs"
          aria-label={t('open.displayFor', { what: t(`title.${view}`) })}
          value={there ? picked : ''}
          onFocus={() => void onLook()}
          onChange={(input) => {
            setPicked(input.currentTarget.value);
            rememberDisplay(view, input.currentTarget.value);
          }}
          data={[
            { value: '', label: t('open.pick'), disabled: true },
            ...displays.map(({ id, label, primary }) => ({
              value: id,
              label: primary ? t('open.primary', { label }) : label,
            })),
          ]}
        />
      )}
      <Button
        variant="default"
        disabled={desktop && !there}
        onClick={() => void onOpen(view, desktop ? picked : undefined)}
      >
        {t(`open.${view}`)}
      </Button>
    </div>
  );
}
