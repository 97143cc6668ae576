import { fromChromium } from './address.mjs';

/** The frames of one page as the main process sees them: `{url, parent}`, the top one without parent. */
export class Frames {
  #frames = new Map();
  #contexts = new Map();
  #top = '';
  /** Documents whose load event came. */
  loaded = new Set();

  navigated({ id, parentId, url, urlFragment = '' }) {
    if (!parentId) this.#top = id;
    const known = this.#frames.get(id) ?? {
      get parent() {
        return parentId ? this.parentFrame : null;
      },
    };
    known.parentFrame = this.#frames.get(parentId);
    known.url = fromChromium(`${url}${urlFragment}`);
    this.#frames.set(id, known);
  }
  within(id, url) {
    const frame = this.#frames.get(id);
    if (frame) frame.url = fromChromium(url);
  }
  isTop(id) {
    return id === this.#top;
  }
  of(id) {
    return this.#frames.get(id) ?? null;
  }
  hasContext(id, context) {
    this.#contexts.set(context, id);
  }
  /** Null when the frame has gone. */
  ofContext(context) {
    return this.of(this.#contexts.get(context));
  }
  topAddress() {
    return this.of(this.#top)?.url ?? '';
  }
}
