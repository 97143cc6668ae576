import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CARD_KINDS, type CardKind } from '../../../shared/badges/cards';
import type { BadgeDesign } from '../../../shared/badges/design';
import type { AnswerOf, AskOf, Failure } from '../../../shared/contract';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { Icon } from '../../parts/Icon';
import { useSpeech } from '../../words/useSpeech';
import styles from './design.module.css';
import words from './words.module.css';

interface Props {
  language: BadgeDesign['language'];
  /** People ticked on this screen: cards and certificates are then made for them alone. */
  picked: readonly string[];
}

/** The papers beside the badges, each a PDF at the press of a button. */
export function Documents({ language, picked }: Props) {
  const { t } = useTranslation('badges');
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const speech = useSpeech();
  const [making, setMaking] = useState<CardKind>();
  const [made, setMade] = useState<{ kind: CardKind; answer: AnswerOf<'badges.document'> }>();
  const [failure, setFailure] = useState<{ kind: CardKind; why: Failure }>();

  const make = async (kind: CardKind) => {
    setMaking(kind);
    setFailure(undefined);
    const who: AskOf<'badges.document'>['who'] =
      picked.length > 0 && kind !== 'door-list' ? [...picked] : undefined;
    try {
      const answer = await desk.ask('badges.document', { event: eventId, kind, language, who });
      download(fromBase64(answer.pdf, 'application/pdf'), `${t(`document.${kind}`)}.pdf`);
      setMade({ kind, answer });
    } catch (error) {
      setFailure({ kind, why: failureOf(error) });
    }
    setMaking(undefined);
  };
  return (
    <div className={styles.documents}>
      {CARD_KINDS.map((kind) => (
        <section key={kind} aria-label={t(`document.${kind}`)}>
          <h2>{t(`document.${kind}`)}</h2>
          <p className={words.quiet}>
            {t(`document.${kind}.what`)}{' '}
            {kind !== 'door-list' &&
              picked.length > 0 &&
              t('document.picked', { count: picked.length })}
          </p>
          <Button
            variant="default"
            loading={making === kind}
            disabled={making !== undefined && making !== kind}
            leftSection={<Icon name="file" size={18} />}
            onClick={() => void make(kind)}
          >
            {t('document.make')}
          </Button>
          {made?.kind === kind && (
            <output className={words.quiet}>
              {t('document.made', { pages: made.answer.pages, count: made.answer.count })}
              {made.answer.warnings.length > 0 && (
                <>
                  {' '}
                  {t('document.warnings', {
                    names: [...new Set(made.answer.warnings.map((one) => one.name))].join(', '),
                  })}
                </>
              )}
            </output>
          )}
          {failure?.kind === kind && (
            <p className={words.wrong} role="alert">
              {speech.failure(failure.why)}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
