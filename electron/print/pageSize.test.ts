import { describe, expect, it } from 'vitest';
import { pageSizeOf } from './pageSize';

const pdf = (...boxes: string[]) =>
  Buffer.from(`%PDF-1.3\n${boxes.map((box) => `<< /Type /Page /MediaBox ${box} >>`).join('\n')}`);

describe('the page size of a PDF', () => {
  it('is that of its pages in millimetres, to a hundredth', () => {
    expect(pageSizeOf(pdf('[0 0 255.118110 155.905512]'))).toEqual([90, 55]);
    expect(pageSizeOf(pdf('[0 0 595.28 841.89]', '[0 0 595.28 841.89]'))).toEqual([210, 297]);
  });

  it('is none when pages differ or say nothing', () => {
    expect(pageSizeOf(pdf('[0 0 595.28 841.89]', '[0 0 841.89 595.28]'))).toBeNull();
    expect(pageSizeOf(pdf())).toBeNull();
  });
});
