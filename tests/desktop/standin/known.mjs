/**
 * The same object, but asking it for anything that it does not have is an error that says so: what
 * the shell uses and the stand-in does not know must never pass silently.
 * @template {object} T
 * @param {string} name
 * @param {T} target
 * @returns {T}
 */
export function known(name, target) {
  return new Proxy(target, {
    get(_, property) {
      const value = Reflect.get(target, property, target);
      if (value === undefined && typeof property === 'string' && !(property in target)) {
        // A promise that resolves with the object looks for `then`.
        if (property === 'then' || property === 'toJSON') return undefined;
        throw new Error(`the stand-in does not know ${name}.${property}`);
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * Throws when an options object has a key that the stand-in gives no meaning to.
 * @param {string} name
 * @param {object} options
 * @param {readonly string[]} keys
 */
export function onlyKnown(name, options, keys) {
  const strange = Object.keys(options).find((key) => !keys.includes(key));
  if (strange) throw new Error(`the stand-in does not know the option ${strange} of ${name}`);
}
