/**
 * An event as Electron gives it to listeners that may say no.
 * @template {object} T
 * @param {T} details
 */
export function preventable(details) {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
