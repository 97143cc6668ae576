import { useEffect, useState } from 'react';
import { Anchor, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../shared/contract';
import { roomsOf } from '../../../shared/programme/order';
import { STAGE_VIEWS } from '../../../shared/stage/view';
import type { StageViewName } from '../../../shared/stage/view';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { isLanguage, LANGUAGES } from '../../words/languages';
import type { Language } from '../../words/languages';
import { useSpeech } from '../../words/useSpeech';
import { OpenOne } from './OpenOne';
import styles from './stageDesk.module.css';

/**
 * Opens a stage screen or the test picture, in a language of its own, for `room` until another is picked: on the display that a person has
 * picked, or in a browser as a page. A display that was picked before but is gone must be picked anew: never another one silently.
 */
export function OpenStage({ room: own }: { room: string }) {
  const { t } = useTranslation('stage');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const { language, failure } = useSpeech();
  const [displays, setDisplays] = useState<AnswerOf<'stage.displays'>>([]);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const [picked, setPicked] = useState<Language | null>(null);
  const rooms = roomsOf(state.sessions);
  const [chosen, setChosen] = useState<string | null>(null);
  const meant = chosen ?? own;
  const room = rooms.length > 1 && rooms.includes(meant) ? meant : '';

  const told = (error: unknown) => setProblem(failure(failureOf(error)));
  const look = async () => {
    try {
      setDisplays(await desk.ask('stage.displays', {}));
    } catch (error) {
      told(error);
    }
  };
  useEffect(() => {
    let gone = false;
    desk.ask('stage.displays', {}).then(
      (found) => gone || setDisplays(found),
      (error: unknown) =>
        gone || setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
    };
  }, [desk]);

  const open = async (view: StageViewName, display?: string) => {
    setProblem('');
    try {
      const { opened, url } = await desk.ask('stage.open', {
        event: eventId,
        view,
        display,
        language: picked ?? language,
        ...(room && { room }),
      });
      setAddress(opened ? '' : url);
      if (!opened) window.open(url, '_blank', 'noopener');
    } catch (error) {
      told(error);
    }
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('open.language')}
        value={picked ?? language}
        onChange={({ currentTarget: { value } }) => setPicked(isLanguage(value) ? value : null)}
        data={LANGUAGES.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      {rooms.length > 1 && (
        <NativeSelect
          size="xs"
          label={t('open.room')}
          value={room}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
          data={[{ value: '', label: t('open.wholeHouse') }, ...rooms]}
        />
      )}
      {STAGE_VIEWS.map((view) => (
        <OpenOne key={view} view={view} displays={displays} onLook={look} onOpen={open} />
      ))}
      {address && (
        <p className={styles.address}>
          {t('open.address')}{' '}
          <Anchor href={address} target="_blank" rel="noopener noreferrer">
            {withoutToken(address)}
          </Anchor>
        </p>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** The address as it may be read over a shoulder; the link itself holds the token. */
function withoutToken(address: string): string {
  return address.replace(/\?token=[^#]*/, '');
}
