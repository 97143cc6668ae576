const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** A package's address as every tool writes it (package-url): `pkg:npm/%40scope/name@1.2.3`. */
const purlOf = (place, { version }) => `pkg:npm/${nameOf(place).replace('@', '%40')}@${version}`;

/** Hashes of the lockfile (`sha512-` and Base64) as CycloneDX has them, in hex. */
function hashesOf({ integrity = '' }) {
  return integrity
    .split(/\s+/)
    .map((one) => /^sha(\d+)-(.+)$/.exec(one))
    .filter(Boolean)
    .map(([, bits, base64]) => ({
      alg: `SHA-${bits}`,
      content: Buffer.from(base64, 'base64').toString('hex'),
    }));
}

function componentOf([place, one]) {
  const whole = nameOf(place);
  const [group, name] = whole.startsWith('@') ? whole.split('/') : ['', whole];
  const purl = purlOf(place, one);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: one.version,
    scope: one.optional ? 'optional' : 'required',
    hashes: hashesOf(one),
    ...(one.license && { licenses: [{ expression: one.license }] }),
    purl,
  };
}

/**
 * The bill of materials of what is installed with Nuija (CycloneDX 1.6), out of the lockfile alone: the
 * same lockfile and day give the same bytes. `alsoShipped` are places that npm counts among the tools.
 * @param {object} lock package-lock.json
 * @param {{ built: string, alsoShipped?: readonly string[] }} options `built` is an ISO instant
 */
export function billOfMaterials({ packages }, { built, alsoShipped = [] }) {
  const own = packages[''];
  const shipped = Object.entries(packages).filter(
    ([place, one]) =>
      place !== '' && ((!one.dev && !one.devOptional) || alsoShipped.includes(place)),
  );
  const components = new Map(
    shipped.map((entry) => componentOf(entry)).map((one) => [one.purl, one]),
  );
  const ref = `pkg:npm/${own.name}@${own.version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: built,
      component: {
        type: 'application',
        'bom-ref': ref,
        name: own.name,
        version: own.version,
        licenses: [{ expression: own.license }],
        purl: ref,
      },
    },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
}
