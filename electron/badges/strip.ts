import type { ElementDesign } from '../../shared/badges/design';
import { fitBlock, fitStack, stackHeight, type Block } from './fit';
import { MM, stepped, widthOf, type Frame, type Piece, type SetText } from './frame';
import { BLACK, GREY } from './ink';
import { column, moved, type Item } from './items';

/** Height of a logo as a part of the badge's height, before its size step. */
const LOGO_HEIGHT = 0.14;
/** A logo beside the event's name leaves at least the rest of the width to it. */
const LOGO_SHARE = 0.45;
const BETWEEN = 3 * MM;

/** Logo and event side by side in the order of the design; undefined when there is neither. */
export function composeStrip(
  elements: readonly ElementDesign[],
  width: number,
  frame: Frame,
): Piece | undefined {
  const logo = elements.find(({ element }) => element === 'logo');
  const event = elements.find(({ element }) => element === 'event');
  const hasEvent = event !== undefined && Boolean(frame.eventName || frame.eventDate);
  const picture = logo && logoPiece(logo, hasEvent ? width * LOGO_SHARE : width, frame);
  if (!hasEvent) return picture;
  const room = picture ? width - picture.width - BETWEEN : width;
  const words = eventPiece(event, room, frame);
  if (!picture) return words;
  const height = Math.max(picture.height, words.height);
  const first = elements.indexOf(event) < elements.indexOf(logo);
  const place = (piece: Piece, x: number) => moved(piece.items, x, (height - piece.height) / 2);
  return {
    items: [
      ...place(picture, first ? width - picture.width : 0),
      ...place(words, first ? 0 : picture.width + BETWEEN),
    ],
    set: words.set,
    width,
    height,
  };
}

function logoPiece({ size }: ElementDesign, widest: number, frame: Frame): Piece | undefined {
  const { layout, logoRatio } = frame;
  if (logoRatio === undefined) return undefined;
  const highest = stepped(LOGO_HEIGHT * layout.badge[1] * MM, size, 4 * MM);
  const height = Math.min(highest, widest / logoRatio);
  const width = height * logoRatio;
  const grey = layout.ink === 'black';
  return {
    items: [{ kind: 'logo', x: 0, y: 0, width, height, grey }],
    set: [],
    width,
    height,
  };
}

/** The event's name on the left, its date on the right. */
function eventPiece({ size }: ElementDesign, width: number, frame: Frame): Piece {
  const { layout, measure } = frame;
  const smallest = layout.smallest.text;
  const largest = stepped(layout.largest.small, size, smallest);
  const block = (text: string, lines: number): Block => ({
    text,
    font: 'regular',
    largest,
    smallest,
    lines,
  });
  const ink = layout.ink === 'black' ? BLACK : GREY;
  const date = fitBlock(block(frame.eventDate, 1), width * 0.4, measure);
  const dateWidth = widthOf(date, measure);
  const room = width - (dateWidth > 0 ? dateWidth + 4 * MM : 0);
  const [name] = fitStack([block(frame.eventName, 2)], room, 4 * largest, measure);
  if (!name) throw new Error('fitStack answers with as many blocks as it was given.');
  const items: Item[] = [
    ...column([name], 0, 0, ink),
    ...column([date], width - dateWidth, 0, ink),
  ];
  const set: SetText[] = [
    { field: 'eventName', block: name },
    { field: 'eventDate', block: date },
  ];
  return { items, set, width, height: Math.max(stackHeight([name]), stackHeight([date])) };
}
