import writeExcelFile from 'write-excel-file/node';
import { chance } from '../search/chance';
import { makePeople } from '../search/names';

const HEADINGS = [
  'Ilmoittautumistunnus',
  'Etunimi',
  'Sukunimi',
  'Sähköposti',
  'Organisaatio',
  'Sektori',
  'Erityisruokavalio',
  'Yhteystietoni saa jakaa osallistujille',
  'Mitä toivot tilaisuudelta?',
];
const SECTORS = ['Yksityinen', 'Julkinen', 'Kolmas sektori', 'Muu'] as const;
const DIETS = ['', '', '', '', 'vegaaninen', 'gluteeniton; ei pähkinää', 'laktoositon'] as const;
const WISHES = ['Uusia kumppaneita', 'Kuulla, mitä muut tekevät', '', 'Verkostoitua'] as const;

/** A form's answers of `count` made-up people, headings first, as a registration system writes them. */
export function registrations(count: number, seed: number): string[][] {
  const draw = chance(seed);
  const rows = makePeople(count, seed).map(
    ({ firstName, lastName, email, organisation }, index) => [
      `R${100_000 + index}`,
      firstName,
      lastName,
      // Nobody twice, though names and addresses made up may meet.
      email && `${index}.${email}`,
      organisation,
      draw.pick(SECTORS),
      draw.pick(DIETS),
      draw.next() < 0.7 ? 'Kyllä' : 'Ei',
      draw.pick(WISHES),
    ],
  );
  return [HEADINGS, ...rows];
}

/** The table as Finnish Excel saves it. */
export function asCsv(table: readonly string[][]): Buffer {
  const cell = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(`\uFEFF${table.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`);
}

/** The table as a workbook of one sheet. */
export async function asWorkbook(table: readonly string[][]): Promise<Buffer> {
  const data = table.map((row) => row.map((value) => value || null));
  return writeExcelFile(data).toBuffer();
}
