import type { CardJob, DrawnCards } from './cards';
import { drawCertificates } from './certificates';
import { drawDoorList } from './doorList';
import { drawTableCards } from './tableCards';

/** Draws whichever paper is asked for. */
export function drawCards(job: CardJob): Promise<DrawnCards> {
  if (job.kind === 'door-list') return drawDoorList(job);
  return job.kind === 'certificates' ? drawCertificates(job) : drawTableCards(job);
}
