import styles from './shape.module.css';

/** One shape per state, so that the states differ without colour: disc, triangle, diamond, square, bars. */
export function Shape({ state }: { state: string }) {
  return (
    <svg className={styles.shape} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {outline(state)}
    </svg>
  );
}

function outline(state: string) {
  if (state === 'paused') return <path d="M5 3h5v18H5zM14 3h5v18h-5z" />;
  if (state.endsWith('-soon')) return <path d="M12 2 23 21H1z" />;
  if (state.endsWith('-last')) return <path d="M12 1 23 12 12 23 1 12z" />;
  if (state.endsWith('-over')) return <path d="M2 2h20v20H2z" />;
  if (state.endsWith('-calm')) return <circle cx="12" cy="12" r="10" />;
  return <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="4" />;
}
