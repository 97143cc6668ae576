/** What a program says where it cannot get through to another machine. */
const NO_WAY =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|CERT_\w+|HTTPError|RequestError)\b/;

const TRIAL =
  'npm run pack -- --trial packages everything else with a made-up Electron and looks into it, without a network.';

/**
 * Why nothing was packaged, for the person who asked for it, from what electron-builder said. Electron's own
 * program is in no package: it is fetched once and then kept on this machine.
 */
export function whyNotPackaged(output) {
  if (NO_WAY.test(output)) {
    return [
      'Nothing was packaged: Electron’s program and electron-builder’s tools are not on this machine, and they could not be fetched from where they are kept.',
      'Try again with a network that lets them through; they are fetched once.',
      TRIAL,
    ].join(' ');
  }
  return `Packaging did not succeed; electron-builder says above why. ${TRIAL}`;
}

/** The same without the lines that say where in a program something failed. */
export const withoutStack = (output) =>
  output
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .trim();
