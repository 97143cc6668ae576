import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removableDrives } from './removable';
import type { DriveWorld } from './removable';

function world(part: Partial<DriveWorld>): DriveWorld {
  return {
    platform: 'linux',
    named: '',
    user: () => 'eeva',
    mounts: async () => '',
    list: async () => [],
    device: async () => 1,
    free: async () => 1_000,
    powershell: async () => '',
    ...part,
  };
}

describe('the drives that are plugged in', () => {
  it('on Linux are what the desktop has mounted for this user, and nothing else', async () => {
    const mounts = [
      '/dev/sda2 / ext4 rw 0 0',
      'tmpfs /run tmpfs rw 0 0',
      '/dev/sdb1 /run/media/eeva/TIKKU\\040A vfat rw 0 0',
      '/dev/sdc1 /media/eeva/musta exfat rw 0 0',
      '/dev/sdd1 /media/usb0 vfat rw 0 0',
      '/dev/sde1 /run/media/matti/HÄNEN vfat rw 0 0',
      '/dev/sdf1 /mnt/backup ext4 rw 0 0',
    ].join('\n');
    const found = await removableDrives(world({ mounts: async () => mounts }));
    expect(found).toEqual([
      { path: '/run/media/eeva/TIKKU A', name: 'TIKKU A', free: 1_000 },
      { path: '/media/eeva/musta', name: 'musta', free: 1_000 },
      { path: '/media/usb0', name: 'usb0', free: 1_000 },
    ]);
  });

  it('on a Mac are all volumes but the one the system is on', async () => {
    const found = await removableDrives(
      world({
        platform: 'darwin',
        list: async (folder) => (folder === '/Volumes' ? ['Macintosh HD', 'TIKKU'] : []),
        device: async (path) => (path === '/Volumes/TIKKU' ? 7 : 1),
      }),
    );
    expect(found).toEqual([{ path: '/Volumes/TIKKU', name: 'TIKKU', free: 1_000 }]);
  });

  it('on Windows are the letters that are removable, by their label', async () => {
    const found = await removableDrives(
      world({ platform: 'win32', powershell: async () => 'E:|TIKKU\r\nF:|\r\n\r\n' }),
    );
    expect(found).toEqual([
      { path: 'F:\\', name: 'F:', free: 1_000 },
      { path: 'E:\\', name: 'TIKKU (E:)', free: 1_000 },
    ]);
  });

  it('include folders that a person has named, and leave out what has been pulled out', async () => {
    const list = async (folder: string) => {
      if (folder === '/gone') throw new Error('ENOENT');
      return [];
    };
    const named = ['/srv/koe', '/gone'].join(delimiter);
    const found = await removableDrives(world({ named, list }));
    expect(found).toEqual([{ path: '/srv/koe', name: 'koe', free: 1_000 }]);
  });

  it('are none, and no error, where the system cannot say', async () => {
    const mounts = async () => {
      throw new Error('no /proc here');
    };
    expect(await removableDrives(world({ mounts }))).toEqual([]);
    const powershell = async () => {
      throw new Error('no such program');
    };
    expect(await removableDrives(world({ platform: 'win32', powershell }))).toEqual([]);
  });
});
