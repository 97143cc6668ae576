import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BadgeDesign } from '../../../shared/badges/design';
import {
  readDesignFile,
  writeDesignFile,
  type DesignFile,
} from '../../../shared/badges/designFile';
import type { Failure } from '../../../shared/contract';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { download } from '../../parts/download';
import { FilePick } from '../../parts/FilePick';
import { useSpeech } from '../../words/useSpeech';
import styles from './design.module.css';
import words from './words.module.css';
import { useOtherEvents } from './useOtherEvents';

interface Props {
  design: BadgeDesign;
  /** Takes a whole design over; answers whether it was saved. */
  onTake(of: Pick<DesignFile, 'layout' | 'size' | 'design' | 'logo'>): Promise<boolean>;
}

/** A design that is there already: of another event of this desk, or from a file. */
export function DesignFiles({ design, onTake }: Props) {
  const { t } = useTranslation('badges');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const others = useOtherEvents(eventId);
  const [from, setFrom] = useState('');
  const [said, setSaid] = useState<{ good: boolean; text: string }>();
  const { badgeLayout: layout, badgeSize: size, badgeLogo: logo, name } = state.event;

  const take = async (
    read: () => Promise<Pick<DesignFile, 'layout' | 'size' | 'design' | 'logo'>>,
  ) => {
    try {
      const saved = await onTake(await read());
      setSaid(saved ? { good: true, text: t('design.taken') } : undefined);
    } catch (error) {
      const failure: Failure = failureOf(error);
      setSaid({ good: false, text: speech.failure(failure) });
    }
  };
  const open = async (file: File) => {
    const { file: read, problem } = readDesignFile(await file.text());
    if (problem) setSaid({ good: false, text: t(`design.${problem}`) });
    else await take(async () => read);
  };
  return (
    <details className={styles.more}>
      <summary>{t('design.reuse')}</summary>
      {others.length > 0 && (
        <div className={styles.fromOther}>
          <NativeSelect
            label={t('design.from')}
            value={from}
            onChange={(input) => setFrom(input.currentTarget.value)}
            data={[
              { value: '', label: t('design.choose') },
              ...others.map((one) => ({
                value: one.id,
                label: `${one.name} (${speech.day(one.date)})`,
              })),
            ]}
          />
          <Button
            variant="default"
            disabled={from === ''}
            onClick={() => void take(() => desk.ask('badges.design', { event: from }))}
          >
            {t('design.copy')}
          </Button>
        </div>
      )}
      <Button
        variant="default"
        onClick={() => {
          const text = writeDesignFile({ layout, size, design, logo });
          const file = name.replace(/[^\p{L}\p{N}]+/gu, '-');
          download(new Blob([text], { type: 'application/json' }), `${t('file')}-${file}.json`);
        }}
      >
        {t('design.save')}
      </Button>
      <FilePick
        label={t('design.open')}
        hint={t('design.openHint')}
        accept="application/json,.json"
        onFile={(file) => void open(file)}
      />
      {said && (
        <p className={said.good ? words.quiet : words.wrong} role="alert">
          {said.text}
        </p>
      )}
    </details>
  );
}
