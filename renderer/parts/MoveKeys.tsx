import { ActionIcon } from '@mantine/core';

interface Props {
  /** What either key does and to what, for those who hear the keys. */
  up: string;
  down: string;
  /** Undefined at the end of the list. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** Two keys that move one item of a list. */
export function MoveKeys({ up, down, onUp, onDown }: Props) {
  const keys = [
    { sign: '↑', label: up, move: onUp },
    { sign: '↓', label: down, move: onDown },
  ];
  return (
    <ActionIcon.Group>
      {keys.map(({ sign, label, move }) => (
        <ActionIcon
          key={sign}
          variant="default"
          size="lg"
          disabled={!move}
          onClick={move}
          aria-label={label}
        >
          <span aria-hidden="true">{sign}</span>
        </ActionIcon>
      ))}
    </ActionIcon.Group>
  );
}
