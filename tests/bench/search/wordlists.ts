const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** First names, the commoner ones first. */
export const finnishFirst = list(`
Maria Anna Juhani Johannes Helena Matti Mikael Johanna Anneli Olavi Antti Kaarina Marjatta Tapani Liisa Kalevi Sofia
Tapio Timo Kari Ilmari Mikko Hannele Juha Elina Pekka Susanna Katariina Jari Sari Tuula Ritva Minna Leena Päivi Pirjo
Eeva Anne Tiina Heikki Jukka Jaana Ville Janne Jorma Seppo Hannu Petri Markku Marko Sami Mika Heidi Kirsi Satu Merja
Riitta Arja Sirpa Outi Laura Katja Jenni Hanna Emilia Aino Eino Veikko Väinö Onni Eero Oskari Elias Leo Oliver Toivo
Lauri Jaakko Aleksi Juho Jere Joonas Henri Teemu Tero Toni Vesa Esa Raimo Reijo Pentti Erkki Kyösti Pertti Risto Ismo
Arto Ari Harri Kimmo Lasse Niko Otto Paavo Rauno Sakari Simo Taneli Tuomas Urho Unto Viljo Yrjö Ahti Aarne Arvo Armas
Aila Aili Aune Eila Elsa Elli Enni Essi Fanni Hilkka Hilla Iida Ilona Inkeri Irja Irma Kaija Kaisa Kerttu Kirsti Lahja
Lempi Lilja Linnea Lotta Maija Maire Mari Marja Martta Mervi Milla Mirja Mirva Nelli Nina Noora Oona Paula Pinja Piia
Raija Raili Rauha Reetta Ronja Saana Saara Saija Salla Sanna Seija Senni Sini Siiri Sirkka Suvi Taina Taru Terhi Terttu
Tuire Tuija Tuulikki Tyyne Ulla Vappu Veera Venla Vieno Virpi Äijö Öpi Pipsa Ukko Jo Ea`);

export const swedishFirst = list(`
Karl Erik Johan Göran Håkan Åke Åsa Örjan Björn Sören Märta Gunnel Ingrid Kerstin Birgitta Carita Christel Camilla
Anders Bengt Bo Börje Christer Fredrik Gustav Henrik Ingvar Kaj Kjell Lars Leif Magnus Mårten Nils Ole Ove Per Rolf
Stig Sven Tom Tor Ulf Viveca Yngve Ann-Christin Ann-Sofie Britt-Marie Carl-Johan Hans-Erik Jan-Åke Maj-Britt Siv Åsta`);

export const samiFirst = list(`
Áile Ánne Máret Elle Inger Risten Sárá Biret Ánte Áslat Niillas Ovllá Jovnna Piera Heaika Máhtte Nilla Iŋgá Láilá Gáddjá
Rávdná Sámmol Juhán Jouni Uula Oula Biera Magga Elen Hánsa Čuovga Duommá Ŋiella Ŧor Đuro`);

export const somaliFirst = list(`
Mohamed Abdi Ahmed Ali Hassan Hussein Ibrahim Ismail Abdullahi Abdirahman Yusuf Omar Osman Farah Faisa Fadumo Amina Asha
Halima Hodan Ifrah Khadija Leyla Maryan Nasra Sahra Safiya Zahra Zeynab Ayaan Deqa Idil`);

export const vietnameseFirst = list(`
Thị-Hoa Minh Anh Đức Dũng Hải Hạnh Hiền Hương Khánh Lan Linh Loan Mai Nga Ngọc Phương Quang Quỳnh Sơn Tâm Thảo Thủy Trang
Tú Tuấn Vân Yến Ý`);

/** Last names, the commoner ones first. */
export const finnishLast = list(`
Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Niemi
Salminen Heinonen Heikkilä Kinnunen Salonen Turunen Laitinen Salo Tuominen Rantanen Karjalainen Jokinen Mattila
Savolainen Lahtinen Ahonen Leppänen Hiltunen Väisänen Miettinen Pitkänen Manninen Lehto Ojala Hakala Aaltonen Laaksonen
Anttila Räsänen Hirvonen Laakso Räisänen Kallio Lindroos Karppinen Pesonen Nurmi Toivonen Rissanen Kettunen Moilanen
Kemppainen Heiskanen Tolonen Karvonen Seppälä Oikarinen Huttunen Määttä Mikkonen Halonen Hyvönen Juntunen Keränen
Piirainen Tervonen Leinonen Haataja Haverinen Komulainen Mustonen Partanen Pulkkinen Rautio Suominen Vainio Väänänen
Ylönen Äikäs Ässämäki Öhman Öystilä Hänninen Jääskeläinen Kääriäinen Pöyhönen Pääkkönen Röntynen Törrönen Vuorinen
Ikonen Immonen Issakainen Kärkkäinen Kokkonen Kukkonen Lappalainen Liimatainen Luukkonen Makkonen Malinen Muhonen Niskanen
Nousiainen Nuutinen Nykänen Ollikainen Paananen Pelkonen Penttinen Pietikäinen Poutiainen Puustinen Raatikainen Ruuskanen
Ruotsalainen Sallinen Sihvonen Sikanen Sirviö Tiainen Tikkanen Timonen Tossavainen Vartiainen Vepsäläinen Vesterinen
Vilhunen Voutilainen Vuori Ylä-Outinen Ala-Kokko Iso-Ahola Yli-Hukkala Ali-Löytty Uusi-Rauva`);

export const shortLast = list(
  'Ii Aho Oja Ala Uro Ek Ås Öst Ahl Mäe Hai Löf Elo Ilo Ero Ylä Ora Aro Ojo Sy Vä Ää',
);

export const swedishLast = list(`
Johansson Nyman Lindholm Karlsson Andersson Lindqvist Lindström Eriksson Nyström Holmström Björklund Sjöberg Åberg Öberg
Åkerblom Åström Ström Söderholm Söderström Sundström Wikström Forsström Häggblom Hägg Höglund Grönroos Grönqvist Fagerström
Ekström Engblom Ahlfors Backman Björkqvist Blomqvist Bäck Dahl Ehrnrooth Enroth Granö Gästrin Jansson Kronqvist Lönnqvist
Mattsson Mörn Nordström Näse Rosenqvist Sandås Sjöblom Stenbäck Strandén Svartsjö Vikström Westerlund Wrede Österlund`);

export const nobleLast = [
  'af Forselles',
  'af Ursin',
  'von Wright',
  'von Essen',
  'von Schoultz',
  'de la Chapelle',
  "O'Brien",
  'D’Angelo',
];

export const samiLast = list(`
Näkkäläjärvi Valkeapää Magga Aikio Sara Länsman Guttorm Labba Porsanger Laiti Näkkälä Juuso Proksi Pieski Jomppanen
Sajets Morottaja Mattus Saijets Kitti Niittyvuopio Ravna Čáhppil Ŋuorra Gáren Bieđgŋa Ságŋe Tapiola-Länsman`);

export const somaliLast = list(`
Mohamud Warsame Jama Abdulle Hersi Nur Aden Dahir Egal Guled Hirsi Isse Jimale Kahin Mire Muse Roble Samatar Shire Sharif
Ma’alin Abdi-Nur Bihi Diriye`);

export const vietnameseLast = list(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý',
);

/** What Finnish last names are made of: a beginning, and an ending that fits any of them. */
export const nameBeginnings = list(`
Aal Ahma Ahven Haapa Hauta Heinä Hiekka Hirvi Honka Humala Hylkä Häyry Ilves Joki Jänis Jylhä Järvi Kaisla Kala Kallas
Kanerva Kangas Karhu Kataja Kauppi Kelo Kero Keto Kivi Koivu Korpi Koski Kotka Kuikka Kuusi Kylä Kytö Lampi Lauta Lehti
Leppä Lintu Lohi Luoto Maunu Meri Metsä Mylly Myrsky Mänty Männistö Neva Niitty Nokka Nummi Ohra Oksa Orava Paju Pelto
Perttu Pihla Pirtti Pohja Poro Puro Pyhä Päivä Pöllö Raja Ranta Rauha Riihi Rinta Ruoho Ruska Räty Saari Salmi Sammal
Sauna Savu Selkä Sorsa Suo Suvi Syrjä Särki Tammi Tervas Toivo Tuisku Tuuli Tyrsky Törmä Uoti Vaara Valko Vasara Vehka
Vesi Viita Virta Vuoma Väylä Yrjö Äyräs`);

export const nameEndings = list(`
nen la niemi mäki lampi ranta koski saari vaara salo maa lahti aho kangas järvi puro linna kallio harju korpi suo pää
kari vuori laakso luoma oja joki kylä perä nurmi halme hovi aro viita selkä`);

/** What the names of organisations are made of. */
export const organisationBeginnings = list(`
Kainuun Kajaanin Etelä-Karjalan Lappeenrannan Imatran Joensuun Kuopion Oulun Lapin Rovaniemen Tornion Vaasan Porin Turun
Salon Lahden Kotkan Kouvolan Mikkelin Savonlinnan Jyväskylän Tampereen Seinäjoen Kokkolan Raahen Iisalmen Varkauden Heinolan
Hangon Raaseporin Porvoon Inarin Utsjoen Sotkamon Suomussalmen Kuhmon Paltamon Ristijärven Puolangan Hyrynsalmen Åbo Vasa
Österbottens Nylands Kirkkonummen Espoon Vantaan Helsingin Keravan Järvenpään Tuusulan Nurmijärven Hyvinkään`);

export const organisationMiddles = list(`
Hoiva Koti Lähi Terve Ilo Toivo Elämä Syli Valo Apu Tuki Kumppani Perhe Vanhus Nuoriso Mieli Kuntoutus Päivä Aamu Onni
Sylvi Helmi Tähti Satakieli Omais Vammais Muisti Hyvä Turva Silta Piha Pesä Linna Omsorg Vård Hem Trygg`);

export const organisationEndings = [
  'palvelut Oy',
  'koti ry',
  'hoiva Oy',
  'yhdistys ry',
  'säätiö sr',
  'keskus',
  'osuuskunta',
  'kunta',
  'tupa ry',
  'apu Ab',
];

export const titles = [
  'toimitusjohtaja',
  'palvelupäällikkö',
  'sairaanhoitaja',
  'toiminnanjohtaja',
  'kehittämispäällikkö',
  'yrittäjä',
  'sosiaalityöntekijä',
  'hankekoordinaattori',
  'fysioterapeutti',
  'lähihoitaja',
  'verksamhetsledare',
  'puheenjohtaja',
  'asiantuntija',
  '',
];
