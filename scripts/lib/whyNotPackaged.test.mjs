import { expect, it } from 'vitest';
import { whyNotPackaged, withoutStack } from './whyNotPackaged.mjs';

const OFFLINE = [
  '  • packaging       platform=linux arch=x64 electron=45.4.1 appOutDir=dist/linux-unpacked',
  '  ⨯ getaddrinfo ENOTFOUND builds.example  failedTask=build stackTrace=RequestError: getaddrinfo ENOTFOUND builds.example',
  '    at ClientRequest.<anonymous> (node_modules/got/dist/source/core/index.js:970:111)',
  '    at TLSSocket.emit (node:events:524:28)',
].join('\n');

it('says that Electron is missing and could not be fetched, and what goes without it', () => {
  expect(whyNotPackaged(OFFLINE)).toMatch(
    /^Nothing was packaged: Electron’s program .* not on this/,
  );
  expect(whyNotPackaged(OFFLINE)).toContain('npm run pack -- --trial');
});

it('blames no network for another fault', () => {
  const said = whyNotPackaged('  ⨯ Application entry file "out/main/main.js" does not exist');
  expect(said).toMatch(/^Packaging did not succeed/);
  expect(said).not.toContain('fetched');
});

it('shows what was said, and not where in a program it was', () => {
  expect(withoutStack(OFFLINE)).toContain('ENOTFOUND');
  expect(withoutStack(OFFLINE)).not.toContain('index.js');
});
