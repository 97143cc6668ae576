import { normalised } from './normalised';

/** Common Finnish, Swedish and Sámi first names, to tell a first name from a last one. */
const FIRST_NAMES = new Set(
  `aino aila aili aija anja anna anne anneli annika anni annukka antti ari arja arto asko
  birgitta eero eeva eija elina elisa ella emilia emma eric erik erkki esa eva fredrik gunilla göran
  hannele hanna hannu harri heidi heikki heli helena henna henrik hilkka ilkka inger irja irma jaakko
  jaana jan janne jari jarmo jenni johan johanna jonna jorma jouko jouni juha juhani jukka jussi jyrki
  kaarina kaija kaisa karin karl kari karoliina katariina kati katja katri kimmo kirsi kirsti kristiina
  kristina laura lars lauri lea leena leif lena liisa lotta maarit maija maire maj marcus margareta mari
  maria marianne marika marja marjatta marjo marjut mark markku marko markus martti matti mats mervi
  merja mia mika mikael mikko minna mirja mirjami nina niina niklas olavi olga olli oskari ossi outi
  paavo panu pasi pauli paula pekka pentti per peter petra petri petteri pia pirjo pirkko päivi raija
  raili raimo reijo riikka riitta ritva roger saara saija sakari salla sami samuli sanna sara sari satu
  seija seppo simo sini sinikka sirkka sirpa sofia sofie soile stefan susanna susanne suvi tanja tapani
  tapio tarja taru teemu terhi terttu thomas tiina timo toni tuija tuomas tuula tytti ulf ulla urpo vesa
  veera veli venla veikko viivi ville virpi ylva yrjö åke örjan máret ánne niillas áile märta yusuf
  amina`.split(/\s+/),
);

/** Whether the text begins with a common first name; of double names the first part counts. */
export function isFirstName(text: string): boolean {
  const [first = ''] = normalised(text).split(' ');
  return FIRST_NAMES.has(first);
}

/** One cell as first and last name: `Last, First` at the comma, else at the last space. */
export function splitName(cell: string): { firstName: string; lastName: string } {
  const comma = cell.indexOf(',');
  if (comma > 0) {
    return { firstName: cell.slice(comma + 1).trim(), lastName: cell.slice(0, comma).trim() };
  }
  const space = cell.lastIndexOf(' ');
  return { firstName: cell.slice(0, Math.max(0, space)).trim(), lastName: cell.slice(space + 1) };
}

/** One cell in which the last name comes first. */
export function splitReversed(cell: string): { firstName: string; lastName: string } {
  if (cell.includes(',')) return splitName(cell);
  const space = cell.indexOf(' ');
  if (space < 0) return splitName(cell);
  return { firstName: cell.slice(space + 1).trim(), lastName: cell.slice(0, space) };
}
