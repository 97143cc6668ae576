/** When and from what this program was built. */
export interface BuildInfo {
  /** Day of the sources' last change (YYYY-MM-DD), not of the building: the same sources say the same. */
  built: string;
  /** Short name of the commit, '' where there was no history. */
  commit: string;
  /** The page of releases, '' where whoever builds has none. */
  releases: string;
}

declare const __NUIJA_BUILD__: BuildInfo | undefined;

/** What the build has written in; all empty where the sources run without having been built. */
export function buildInfo(): BuildInfo {
  return typeof __NUIJA_BUILD__ === 'undefined'
    ? { built: '', commit: '', releases: '' }
    : __NUIJA_BUILD__;
}
