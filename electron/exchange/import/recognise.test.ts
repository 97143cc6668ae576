import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { headerRowOf } from './headerRow';

describe('a heading', () => {
  it.each([
    ['Etunimi', 'firstName'],
    ['Förnamn', 'firstName'],
    ['First name', 'firstName'],
    ['firstName', 'firstName'],
    ['SUKUNIMI *', 'lastName'],
    ['Surname', 'lastName'],
    ['Nimi', 'name'],
    ['Sukunimi, Etunimi', 'name'],
    ['Sähköpostiosoite', 'email'],
    ['E-post', 'email'],
    ['Puhelinnumero (työ)', 'phone'],
    ['Yrityksen nimi', 'organisation'],
    ['Työnantaja', 'organisation'],
    ['Organisaation koko', 'orgSize'],
    ['Ammattinimike', 'title'],
    ['Befattning', 'title'],
    ['Sektor', 'sector'],
    ['Erityisruokavalio tai allergiat?', 'diet'],
    ['Lisätiedot järjestäjälle', 'notes'],
    ['Tarjoan', 'offers'],
    ['Jag söker', 'needs'],
    ['Yhteystietoni saa jakaa osallistujille', 'consentContact'],
    ['Mina kontaktuppgifter får delas med andra', 'consentContact'],
    ['May we share your contact details?', 'consentContact'],
    ['Kuvauslupa', 'consentPhoto'],
    ['Minua saa kuvata tilaisuudessa', 'consentPhoto'],
    ['Annan luvan valokuvaukseen', 'consentPhoto'],
    ['Samtycke till fotografering', 'consentPhoto'],
    ['Suostun yhteystietojeni luovuttamiseen', 'consentContact'],
    ['Ruokarajoitteet', 'diet'],
    ['Ilmoittautumistunnus', 'externalId'],
    ['Registration number', 'externalId'],
    ['ID', 'externalId'],
    ['koodi', 'code'],
  ])('“%s” is %s', (heading, field) => {
    expect(recognise(heading)?.field).toBe(field);
  });

  it.each([
    'Minua ei saa kuvata',
    'En suostu valokuvaukseen',
    'Jag samtycker inte till fotografering',
    'Do not share my contact details',
  ])('“%s” is no consent, however it is answered', (heading) => {
    expect(recognise(heading)).toBeUndefined();
  });

  it.each(['Mitä toivot tilaisuudelta?', 'Miten saavut?', 'Status', ''])(
    '“%s” is none',
    (heading) => {
      expect(recognise(heading)).toBeUndefined();
    },
  );
});

describe('the row of headings', () => {
  it('is found below a title, a date and blank rows', () => {
    const rows = [['Ilmoittautuneet 12.3.'], [''], ['Etunimi', 'Sukunimi'], ['Anna', 'Satu']];
    expect(headerRowOf(rows)).toBe(2);
  });

  it('is missing from pasted cells', () => {
    expect(headerRowOf([['Anna', 'Satu', 'Satu Oy', 'a@x.example']])).toBe(-1);
  });
});
