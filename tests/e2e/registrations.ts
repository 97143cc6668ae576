const HEAD =
  'Ilmoittautumistunnus;Etunimi;Sukunimi;Sähköposti;Organisaatio;Sektori;Erityisruokavalio;Yhteystietoni saa jakaa osallistujille;Mitä toivot tilaisuudelta?';

/** Made up so that nobody is meant: first names of things, last names of the months and of samples. */
const FIRST = ['Kivi', 'Märta', 'Örjan', 'Ánne', 'Tuuli', 'Lumi', 'Malli', 'Åke', 'Sade', 'Koe'];
const LAST = [
  'Tammikuu',
  'Helmikuu',
  'Esimerkki',
  'af Malli',
  'Keksitty',
  'Näytekangas',
  'Kokeiluš',
];
const WORK = [
  ['Kuviteltu Hoiva Oy', 'Yksityinen'],
  ['Mallilan kaupunki', 'Julkinen'],
  ['Esimerkkiyhdistys ry', 'Kolmas sektori'],
  ['', 'Muu'],
] as const;
const WISHES = ['', 'Uusia kumppaneita', '"Kuulla muista; ""verkostoitua""\r\nja jutella"'];

export const PEOPLE = 76;

/** The one whom the day's job is about. */
export const NAKKALAJARVI = { name: 'Ánne Näkkäläjärvi', row: 41 };

/** A registration file as the form's Excel writes it: BOM, semicolons, line breaks in cells; 76 people. */
export function registrationsCsv(): Buffer {
  const rows = Array.from({ length: PEOPLE }, (_, at) => row(at));
  return Buffer.from(`\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`, 'utf8');
}

function row(at: number): string {
  const first = at === NAKKALAJARVI.row ? 'Ánne' : FIRST[at % FIRST.length];
  const last = at === NAKKALAJARVI.row ? 'Näkkäläjärvi' : LAST[Math.floor(at / 11)];
  const [organisation, sector] = WORK[at % WORK.length] ?? WORK[0];
  const diet = at % 9 === 0 ? '"laktoositon; ei pähkinää"' : '';
  const email = `henkilo${at}@malli.example`;
  const share = at % 3 === 0 ? 'Ei' : 'Kyllä';
  const wish = WISHES[at % WISHES.length];
  return [`M${1000 + at}`, first, last, email, organisation, sector, diet, share, wish].join(';');
}
