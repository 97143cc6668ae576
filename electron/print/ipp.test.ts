import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeRequest, NOT_FOUND, OPERATION } from './ipp';

/** Answers of CUPS 2.4.2, as they came over the wire. */
const JOB =
  'AgAAAAAAAAcBRwASYXR0cmlidXRlcy1jaGFyc2V0AAV1dGYtOEgAG2F0dHJpYnV0ZXMtbmF0dXJhbC1sYW5ndWFnZQACZW4CIwAJam9iLXN0YXRlAAQAAAAFQQAZam9iLXByaW50ZXItc3RhdGUtbWVzc2FnZQAJUHJpbnRpbmcuRAAZam9iLXByaW50ZXItc3RhdGUtcmVhc29ucwAeY3Vwcy13YWl0aW5nLWZvci1qb2ItY29tcGxldGVkRAAAABFtZWRpYS1qYW0td2FybmluZwM=';
const MEDIA =
  'AgAAAAAAAAcBRwASYXR0cmlidXRlcy1jaGFyc2V0AAV1dGYtOEgAG2F0dHJpYnV0ZXMtbmF0dXJhbC1sYW5ndWFnZQACZW4EIwANcHJpbnRlci1zdGF0ZQAEAAAABEQAD21lZGlhLXN1cHBvcnRlZAAYY3VzdG9tXzYyeDEwMG1tXzYyeDEwMG1tRAAAABBpc29fYTRfMjEweDI5N21tRAAAABJjdXN0b21fbWluXzI1eDI1bW1EAAAAFWN1c3RvbV9tYXhfMjE2eDMwMDBtbTQAFG1lZGlhLXNpemUtc3VwcG9ydGVkAABKAAAAC3gtZGltZW5zaW9uIQAAAAQAABg4SgAAAAt5LWRpbWVuc2lvbiEAAAAEAAAnEDcAAAAANAAAAABKAAAAC3gtZGltZW5zaW9uIQAAAAQAAFIISgAAAAt5LWRpbWVuc2lvbiEAAAAEAAB0BDcAAAAANAAAAABKAAAAC3gtZGltZW5zaW9uMwAAAAgAAAnEAABUYEoAAAALeS1kaW1lbnNpb24zAAAACAAACcQABJPgNwAAAAAD';
const UNKNOWN =
  'AgAEBgAAAAcBRwASYXR0cmlidXRlcy1jaGFyc2V0AAV1dGYtOEgAG2F0dHJpYnV0ZXMtbmF0dXJhbC1sYW5ndWFnZQACZW5BAA5zdGF0dXMtbWVzc2FnZQAkVGhlIHByaW50ZXIgb3IgY2xhc3MgZG9lcyBub3QgZXhpc3QuAw==';

const bytes = (base64: string) => Buffer.from(base64, 'base64');

describe('the Internet Printing Protocol', () => {
  it('asks with the bytes that RFC 8010 prescribes', () => {
    const request = encodeRequest(OPERATION.getJobAttributes, 0x01020304, [
      { name: 'job-id', tag: 'integer', values: [258] },
      { name: 'x', tag: 'keyword', values: ['a', 'ä'] },
    ]);
    const expected = [
      '0200 0009 01020304 01',
      '47 0012 617474726962757465732d63686172736574 0005 7574662d38',
      '48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0002 656e',
      '21 0006 6a6f622d6964 0004 00000102',
      '44 0001 78 0001 61',
      '44 0000 0002 c3a4',
      '03',
    ];
    expect(request.toString('hex')).toBe(expected.join('').replaceAll(' ', ''));
  });

  it('reads a job’s state and every reason of its printer', () => {
    const { status, groups } = decodeAnswer(bytes(JOB));
    expect(status).toBe(0);
    expect(groups.map((one) => Object.fromEntries(one))).toEqual([
      {
        'job-state': [5],
        'job-printer-state-message': ['Printing.'],
        'job-printer-state-reasons': ['cups-waiting-for-job-completed', 'media-jam-warning'],
      },
    ]);
  });

  it('passes over collections without losing what stands before them', () => {
    const [about] = decodeAnswer(bytes(MEDIA)).groups;
    expect(about?.get('media-supported')).toEqual([
      'custom_62x100mm_62x100mm',
      'iso_a4_210x297mm',
      'custom_min_25x25mm',
      'custom_max_216x3000mm',
    ]);
    expect(about?.get('media-size-supported')).toEqual([]);
  });

  it('tells a printer that is not there', () => {
    expect(decodeAnswer(bytes(UNKNOWN))).toEqual({ status: NOT_FOUND, groups: [] });
  });

  it('refuses an answer that is cut off at any place', () => {
    const whole = bytes(MEDIA);
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeAnswer(whole.subarray(0, length))).toThrow(RangeError);
    }
  });
});
