import { useState } from 'react';
import type { Failure } from '../../shared/contract';
import { failureOf } from '../desk';
import { fromBase64 } from './bytes';
import { download } from './download';

/** Has the desk make a PDF and hands it over as a download, named by `words`. */
export function useDocument() {
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const make = async (asked: () => Promise<{ pdf: string }>, words: readonly string[]) => {
    setMaking(true);
    setFailure(undefined);
    try {
      const { pdf } = await asked();
      const name = words.join(' ').toLowerCase();
      const file = name.replace(/[^\p{L}\p{N}]+/gu, '-');
      download(fromBase64(pdf, 'application/pdf'), `${file}.pdf`);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setMaking(false);
  };
  return { make, making, failure };
}
