import styles from './layouts.module.css';
import type { Layout } from './useLayouts';

/** The medium with its badges, to scale, as it feeds; the second side lies behind. */
export function LayoutDrawing({
  layout,
}: {
  layout: Pick<
    Layout,
    | 'page'
    | 'badge'
    | 'turn'
    | 'columns'
    | 'rows'
    | 'left'
    | 'top'
    | 'gutter'
    | 'sides'
    | 'back'
    | 'family'
  >;
}) {
  const { page, badge, turn, columns, rows, left, top, gutter, sides, back } = layout;
  const fold = back === 'fold' ? 2 : 1;
  const [width, height] = turn === 90 ? [badge[1] * fold, badge[0]] : [badge[0], badge[1] * fold];
  const places = Array.from({ length: columns * rows }, (_, at) => ({
    x: left + (at % columns) * (width + gutter[0]),
    y: top + Math.floor(at / columns) * (height + gutter[1]),
  }));
  const behind = sides === 2 && back !== 'fold' ? 0.05 * Math.max(...page) : 0;
  return (
    <svg
      className={styles.drawing}
      viewBox={`${-1} ${-1} ${page[0] + behind + 2} ${page[1] + behind + 2}`}
      aria-hidden="true"
      focusable="false"
    >
      {behind > 0 && (
        <rect className={styles.sheet} x={behind} y={behind} width={page[0]} height={page[1]} />
      )}
      <rect className={styles.sheet} width={page[0]} height={page[1]} />
      {places.map(({ x, y }) => (
        <g key={`${x} ${y}`}>
          <rect className={styles.badge} x={x} y={y} width={width} height={height} />
          {fold === 2 && turn === 0 && (
            <line
              className={styles.fold}
              x1={x}
              x2={x + width}
              y1={y + height / 2}
              y2={y + height / 2}
            />
          )}
        </g>
      ))}
    </svg>
  );
}
