import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { clipboardCells } from './clipboardCells';
import styles from './Import.module.css';

interface Props {
  onFiles(files: readonly File[]): void;
  onCells(text: string): void;
}

/** A file dropped anywhere on the screen, or a file or cells pasted where no field takes them. */
export function DropAnywhere({ onFiles, onCells }: Props) {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (drag: DragEvent) => drag.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (drag: DragEvent) => {
      if (!hasFile(drag)) return;
      drag.preventDefault();
      setOver(true);
    };
    const onDragLeave = (drag: DragEvent) => {
      if (drag.relatedTarget === null) setOver(false);
    };
    const onDrop = (drop: DragEvent) => {
      setOver(false);
      if (!hasFile(drop) || drop.defaultPrevented) return;
      drop.preventDefault();
      onFiles([...(drop.dataTransfer?.files ?? [])]);
    };
    const onPaste = (paste: ClipboardEvent) => {
      const clipboard = paste.clipboardData;
      const field = paste.target instanceof Element && paste.target.closest('input, textarea');
      const files = [...(clipboard?.files ?? [])];
      const text = clipboard ? clipboardCells(clipboard) : '';
      if (field || !(text || files.length > 0)) return;
      paste.preventDefault();
      if (text) onCells(text);
      else onFiles(files);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [onFiles, onCells]);
  if (!over) return null;
  return (
    <div className={styles.dropHere} aria-hidden>
      <Icon name="file" size={48} />
      {t('wizard.dropHere')}
    </div>
  );
}
