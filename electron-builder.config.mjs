import { FUSES } from './scripts/lib/fuses.mjs';
import { leftOut } from './scripts/lib/shipped.mjs';

/**
 * How Nuija becomes a program to install: `npm run pack`.
 * @type {import('electron-builder').Configuration}
 */
export const packaging = {
  appId: 'app.nuija.desk',
  productName: 'Nuija',
  copyright: 'MIT licence, see LICENSE',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Only for npm run pack -- --trial: a made-up Electron where the real one cannot be had.
  ...(process.env.NUIJA_ELECTRON_DIST && { electronDist: process.env.NUIJA_ELECTRON_DIST }),
  asar: true,
  // Chromium's own words; the program's are in itself.
  electronLanguages: ['fi', 'sv', 'en-US'],
  electronFuses: FUSES,
  // No native modules, nothing to compile; nothing is published, and nothing updates by itself.
  npmRebuild: false,
  publish: null,
  fileAssociations: [
    {
      ext: 'nuija',
      name: 'Nuija event',
      description: 'Event exported from Nuija',
      mimeType: 'application/vnd.nuija.event+json',
      role: 'Editor',
    },
    {
      ext: 'nuija-backup',
      name: 'Nuija backup',
      description: 'Backup of a Nuija event',
      mimeType: 'application/vnd.nuija.backup',
      role: 'Viewer',
    },
  ],
  win: { target: ['nsis', 'portable'], icon: 'resources/icons/nuija.ico' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    // Events stay where they are when the program goes.
    deleteAppDataOnUninstall: false,
    artifactName: '${productName}-${version}-setup.${ext}',
  },
  portable: { artifactName: '${productName}-${version}-portable.${ext}' },
  mac: {
    target: [{ target: 'dmg', arch: ['universal'] }],
    icon: 'resources/icons/nuija.icns',
    category: 'public.app-category.business',
    // Without a certificate it is signed ad hoc: Apple's own processors run nothing unsigned.
    ...(!process.env.CSC_LINK && { identity: '-' }),
    entitlements: 'resources/icons/entitlements.mac.plist',
    entitlementsInherit: 'resources/icons/entitlements.mac.plist',
    extendInfo: {
      NSCameraUsageDescription:
        'Nuija reads check-in codes with the camera. No picture is kept. · Nuija lukee koodit kameralla eikä tallenna kuvia. · Nuija läser koder med kameran och sparar inga bilder.',
    },
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'resources/icons/linux',
    executableName: 'nuija',
    category: 'Office',
    synopsis: 'The offline venue desk for regional networking events',
    // A deb names whom to write to. Whoever packages says it; else it says that there is nobody.
    maintainer: process.env.NUIJA_MAINTAINER || 'Nobody was named <nobody@nuija.invalid>',
  },
};

/** Only what runs goes in: the built program, the packages that it loads, and the licences. */
export default () => ({
  ...packaging,
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    'THIRD-PARTY-LICENSES.md',
    ...leftOut(),
    '!**/node_modules/pdfkit/js/*.standalone.js',
    '!**/*.{map,ts,mts,cts,tsbuildinfo,flow,markdown}',
    '!**/node_modules/**/*.{md,html,yml,yaml,sh}',
    '!**/node_modules/**/*.{test,spec}.{js,cjs,mjs}',
    '!**/node_modules/**/{test,tests,__tests__,spec,example,examples,bench,benchmark,benchmarks,docs,coverage}/**',
  ],
});
