import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * From here on nothing reaches the image, and what only the page cache knows is gone. Unlike in a real power cut the
 * programs run on, and a sync that was under way may answer that all is well (ext4, Linux 6.18, with nothing but
 * append + fdatasync): only what was said before the cut was asked for counts as said.
 */
export type Cut = () => Promise<void>;

/** A file system of its own on an image file, whose power can be cut. */
export interface Drive {
  folder: string;
  /** Lays a hand on the plug: what it answers cuts the power within a moment. */
  aim(): Promise<Cut>;
  /** Mounts the image again as it was left: the file system plays its own journal. Nothing may run on it. */
  back(): void;
  remove(): void;
}

/**
 * `FS_IOC_SHUTDOWN` (linux/fs.h: `_IOR('X', 125, __u32)`) with the flag that leaves even the file system's own log
 * unwritten. Perl, because Node has no ioctl.
 */
const CUT = `sysopen(my $at, $ARGV[0], 0) or die "$!\\n";
my $flag = pack("L", 2);
$| = 1;
print "ready\\n";
<STDIN>;
ioctl($at, 0x8004587d, $flag) or die "$!\\n";`;

/** Runs a tool; answers null or, when it fails, what it says. */
function refused(tool: string, words: readonly string[]): string | null {
  const { status, stderr, error } = spawnSync(tool, words, { encoding: 'utf8' });
  if (status === 0) return null;
  return `${tool}: ${(stderr || error?.message || `ended with ${status}`).trim()}`;
}

/** An ext4 file system of so many bytes, or the reason why there can be none here. */
export async function openDrive(bytes: number): Promise<Drive | string> {
  if (process.platform !== 'linux') return 'only Linux mounts an image file so simply';
  const beside = mkdtempSync(join(tmpdir(), 'nuija-drive-'));
  const image = join(beside, 'image');
  const folder = join(beside, 'mounted');
  const mount = () => refused('mount', ['-o', 'loop', image, folder]);
  const back = () => {
    const failed = refused('umount', [folder]) ?? mount();
    if (failed) throw new Error(failed);
  };
  const remove = () => {
    // Lazily where something still holds it: the test has failed then, and nothing is to stay behind.
    if (refused('umount', [folder])) refused('umount', ['-l', folder]);
    rmSync(beside, { recursive: true, force: true });
  };
  const aim = () => aimAt(folder);

  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, bytes);
  const missing = refused('mkfs.ext4', ['-q', '-F', image]) ?? mount();
  if (missing) {
    rmSync(beside, { recursive: true });
    return missing;
  }
  const drive = { folder, aim, back, remove };
  const doubt = await tried(drive);
  if (doubt === null) return drive;
  remove();
  return doubt;
}

async function aimAt(folder: string): Promise<Cut> {
  const perl = spawn('perl', ['-e', CUT, folder]);
  let complaint = '';
  perl.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const closed = once(perl, 'close');
  await Promise.race([once(perl.stdout, 'data'), closed]);
  return async () => {
    perl.stdin.end('\n');
    await closed;
    if (perl.exitCode !== 0) throw new Error(`perl: ${complaint.trim()}`);
  };
}

/** Cuts once on trial: a cut after which bytes are there that were never synced would prove nothing. */
async function tried({ folder, aim, back }: Drive): Promise<string | null> {
  const path = join(folder, 'never-synced');
  try {
    writeFileSync(path, 'never synced');
    const cut = await aim();
    await cut();
    back();
  } catch (error) {
    return `the power cannot be cut here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
  try {
    return readFileSync(path, 'utf8') === '' ? null : 'a cut keeps here what was never synced';
  } catch {
    return null; // even the name is gone
  }
}
