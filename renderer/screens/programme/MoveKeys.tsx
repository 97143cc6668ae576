import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What is moved, for those who hear the keys. */
  name: string;
  /** Undefined at the end of the list. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** Two keys that move one item of a list. */
export function MoveKeys({ name, onUp, onDown }: Props) {
  const { t } = useTranslation('programme');
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={!onUp}
        onClick={onUp}
        aria-label={t('up', { name })}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={!onDown}
        onClick={onDown}
        aria-label={t('down', { name })}
      >
        <span aria-hidden="true">↓</span>
      </ActionIcon>
    </ActionIcon.Group>
  );
}
