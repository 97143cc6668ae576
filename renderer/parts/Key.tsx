/** The key of a button, shown on it. Screen readers learn it from `aria-keyshortcuts` instead. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {children}
    </kbd>
  );
}
