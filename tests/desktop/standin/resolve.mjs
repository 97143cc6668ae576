const standIn = new URL('./electron.mjs', import.meta.url).href;

/** Loader hook: whoever imports 'electron' gets the stand-in. */
export function resolve(specifier, context, next) {
  if (specifier === 'electron') return { url: standIn, shortCircuit: true };
  return next(specifier, context);
}
