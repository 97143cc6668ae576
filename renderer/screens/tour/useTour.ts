import { useEffect, useState } from 'react';
import type { AnswerOf, AskOf, Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { fileBase64 } from '../../parts/bytes';

type Files = AskOf<'tour.read'>['files'];

/** The tour as this desk and the opened files tell it; the desk keeps nothing of the files. */
export function useTour() {
  const desk = useDesk();
  const [files, setFiles] = useState<Files>([]);
  const [read, setRead] = useState<AnswerOf<'tour.read'>>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    let stays = true;
    setBusy(true);
    desk
      .ask('tour.read', { files })
      .then(
        (answer) => {
          if (!stays) return;
          setRead(answer);
          setFailure(undefined);
        },
        (error: unknown) => stays && setFailure(failureOf(error)),
      )
      .finally(() => stays && setBusy(false));
    return () => {
      stays = false;
    };
  }, [desk, files]);
  const add = async (picked: readonly File[]) => {
    try {
      const more = await Promise.all(
        picked.map(async (file) => ({ name: file.name, bytes: await fileBase64(file) })),
      );
      setFiles((before) => more.reduce(withName, before));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const bytesOf = (name: string) => files.find((one) => one.name === name)?.bytes ?? '';
  return { read, failure, busy, files: files.length, add, bytesOf, clear: () => setFiles([]) };
}

/** Two laptops call the file of one event alike: the second is told apart by a number. */
function withName(files: Files, file: Files[number]): Files {
  const taken = new Set(files.map(({ name }) => name));
  let name = file.name;
  for (let times = 2; taken.has(name); times += 1) name = `${file.name} (${times})`;
  return [...files, { ...file, name }];
}
