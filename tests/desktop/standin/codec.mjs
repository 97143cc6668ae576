/**
 * How values cross between worlds as text: what structured clone takes, and nothing else. The
 * function is also written into pages, so it may use nothing from outside itself.
 */
export function makeCodec() {
  const views = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float64Array };
  const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const toBytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  /** `special` gives a tagged form to what cannot be cloned, or undefined to refuse it. */
  function pack(value, special, above) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', `${value}`];
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', `${value}`];
    const kind = kindOf(value);
    const tagged = special(value, kind);
    if (tagged) return tagged;
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    if (above.includes(value)) throw new Error('the stand-in does not know how circles cross');
    const inside = [...above, value];
    const inner = (one) => pack(one, special, inside);
    if (Array.isArray(value)) return ['array', value.map(inner)];
    if (kind === 'Date') return ['date', value.getTime()];
    if (kind === 'Map') return ['map', [...value].map((pair) => pair.map(inner))];
    if (kind === 'Set') return ['set', [...value].map(inner)];
    if (kind === 'Error') return ['error', value.name, value.message];
    if (kind === 'ArrayBuffer') return ['buffer', toText(new Uint8Array(value))];
    if (kind in views) {
      return [
        'view',
        kind,
        toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      ];
    }
    if (kind !== 'Object') throw new Error('An object could not be cloned.');
    return ['object', Object.entries(value).map(([key, one]) => [key, inner(one)])];
  }

  function unpack(packed, special) {
    if (!Array.isArray(packed)) return packed;
    const [tag, first, second] = packed;
    const inner = (one) => unpack(one, special);
    if (tag === 'undefined') return undefined;
    if (tag === 'number') return Number(first);
    if (tag === 'bigint') return BigInt(first);
    if (tag === 'array') return first.map(inner);
    if (tag === 'date') return new Date(first);
    if (tag === 'map') return new Map(first.map((pair) => pair.map(inner)));
    if (tag === 'set') return new Set(first.map(inner));
    if (tag === 'error') return Object.assign(new Error(second), { name: first });
    if (tag === 'buffer') return toBytes(first).buffer;
    if (tag === 'view') return new views[first](toBytes(second).buffer);
    if (tag === 'object') return Object.fromEntries(first.map(([key, one]) => [key, inner(one)]));
    return special(packed);
  }

  return {
    encode: (value, special = () => undefined) => JSON.stringify(pack(value, special, [])),
    decode(
      text,
      special = (packed) => {
        throw new Error(`${packed[0]} cannot cross`);
      },
    ) {
      return unpack(JSON.parse(text), special);
    },
  };
}
