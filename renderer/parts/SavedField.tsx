import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useDraft } from '../desk/useDraft';

interface TextProps {
  label: string;
  value: string;
  /** More than one: a field of several lines, in which Enter begins a new one. */
  lines?: number;
  type?: 'text' | 'date' | 'time' | 'email' | 'tel' | 'url';
  description?: string;
  /** A field that cannot be empty goes back to what it was. */
  required?: boolean;
  maxLength?: number;
  /** Its own name on the screen: what was typed is then there again after a crash of the page. */
  draftOf?: string;
  /** Answers false when it was not saved: what was typed then stays. */
  onSave(value: string): void | Promise<boolean>;
}

/** A text saved when it is left or Enter is pressed; Escape takes back what was typed. */
export function SavedText({
  label,
  value,
  lines = 1,
  type = 'text',
  description,
  required = false,
  maxLength,
  draftOf,
  onSave,
}: TextProps) {
  const [draft, setDraft] = useDraft(draftOf);
  const save = async () => {
    const typed = draft?.trim();
    const isNew = typed !== undefined && typed !== value && !(required && typed === '');
    const saved = isNew ? await onSave(typed) : true;
    // Somebody may have gone on typing meanwhile.
    if (saved !== false) setDraft((now) => (now === draft ? undefined : now));
  };
  const shared = {
    label,
    description,
    maxLength,
    size: 'sm',
    value: draft ?? value,
    onBlur: () => void save(),
    onChange: (change: { currentTarget: { value: string } }) =>
      setDraft(change.currentTarget.value),
    onKeyDown: (key: React.KeyboardEvent) => {
      if (key.key === 'Escape' && draft !== undefined) {
        key.preventDefault();
        setDraft(undefined);
      }
      if (key.key === 'Enter' && lines === 1) {
        key.preventDefault();
        void save();
      }
    },
  };
  return lines > 1 ? (
    <Textarea {...shared} minRows={lines} autosize />
  ) : (
    <TextInput {...shared} type={type} autoComplete="off" />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: Array<{ value: string; label: string }>;
  onSave(value: string): void;
}

/** A choice saved at once. */
export function SavedChoice({ label, value, options, onSave }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={value}
      data={options}
      onChange={(change) => onSave(change.currentTarget.value)}
    />
  );
}
