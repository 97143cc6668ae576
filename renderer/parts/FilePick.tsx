import { useRef, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { Icon } from './Icon';
import styles from './FilePick.module.css';

interface Props {
  /** What the button says. */
  label: string;
  /** What may be dropped here, in words. */
  hint: string;
  /** File name endings as in `<input accept>`. */
  accept: string;
  busy?: boolean;
  autoFocus?: boolean;
  onFile?(file: File): void;
  /** Several at once. */
  onFiles?(files: File[]): void;
}

/** A file by button, by keyboard or dropped. */
export function FilePick({
  label,
  hint,
  accept,
  busy = false,
  autoFocus = false,
  onFile,
  onFiles,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (file) {
      onFile?.(file);
      onFiles?.([file, ...more]);
    }
    if (input.current) input.current.value = '';
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(drag) => {
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault();
        setOver(false);
        take(drop.dataTransfer.files);
      }}
    >
      <Button
        leftSection={<Icon name="file" />}
        loading={busy}
        autoFocus={autoFocus}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={onFiles !== undefined}
        hidden
        aria-label={label}
        onChange={(change) => take(change.currentTarget.files)}
      />
    </div>
  );
}
