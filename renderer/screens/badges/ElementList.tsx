import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  everyElement,
  SIZE_STEPS,
  withElement,
  withMoved,
  type BadgeDesign,
  type BadgeElement,
} from '../../../shared/badges/design';
import { MoveKeys } from '../../parts/MoveKeys';
import styles from './design.module.css';
import words from './words.module.css';
import { useElementDrag } from './useElementDrag';

interface Props {
  design: BadgeDesign;
  onChange(design: BadgeDesign): void;
}

/** What stands on the badge, from top to bottom: shown or not, how large, and where, by drag or by keys. */
export function ElementList({ design, onChange }: Props) {
  const { t } = useTranslation('badges');
  const elements = everyElement(design);
  const move = (element: BadgeElement, to: number) => onChange(withMoved(design, element, to));
  const { list, dragged } = useElementDrag(
    elements.map(({ element }) => element),
    move,
  );
  return (
    <fieldset className={styles.elements}>
      <legend>{t('elements')}</legend>
      <ol ref={list}>
        {elements.map(({ element, shown, size }, at) => {
          const name = t(`element.${element}`);
          return (
            <li
              key={element}
              draggable
              data-element={element}
              data-dragged={dragged === element || undefined}
            >
              <Checkbox
                label={name}
                checked={shown}
                onChange={(input) =>
                  onChange(withElement(design, element, { shown: input.currentTarget.checked }))
                }
              />
              <NativeSelect
                size="xs"
                aria-label={t('sizeOf', { name })}
                value={size}
                disabled={!shown}
                onChange={(input) => {
                  const step = SIZE_STEPS.find((one) => one === input.currentTarget.value);
                  if (step) onChange(withElement(design, element, { size: step }));
                }}
                data={SIZE_STEPS.map((value) => ({ value, label: t(`step.${value}`) }))}
              />
              <MoveKeys
                up={t('moveUp', { name })}
                down={t('moveDown', { name })}
                onUp={at > 0 ? () => move(element, at - 1) : undefined}
                onDown={at < elements.length - 1 ? () => move(element, at + 1) : undefined}
              />
            </li>
          );
        })}
      </ol>
      <p className={words.quiet}>{t('elements.how')}</p>
    </fieldset>
  );
}
