const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text that is read as text wherever it stands in HTML, an attribute in quotes included. Characters that nobody
 * sees and those that turn the direction of what follows are left out; line ends become spaces.
 */
export function asHtml(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

/** An address of the web or of a mailbox in its plain spelling, '' for everything else: other schemes run something. */
export function safeAddress(address: string): string {
  const whole = /^www\./i.test(address.trim()) ? `https://${address.trim()}` : address.trim();
  if (!URL.canParse(whole)) return '';
  const { protocol, username, password, href } = new URL(whole);
  const isSafe = ['https:', 'http:', 'mailto:'].includes(protocol) && !username && !password;
  return isSafe ? href : '';
}

/** A link with its label, and its address behind it where the label does not tell; plain text where it is none. */
export function linkHtml(address: string, label: string): string {
  const href = safeAddress(address);
  const words = label.trim() || address.trim();
  if (href === '') return asHtml([label, address].filter(Boolean).join(': '));
  return `<a href="${asHtml(href)}" rel="noopener noreferrer">${asHtml(words)}</a>`;
}

/** An e-mail address, a web address or a telephone number within a text. */
const ADDRESS =
  /([\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)|(https?:\/\/[^\s<>"',;]+)|(\+?\d[\d ()-]{5,}\d)/gu;

/** A text whose addresses and telephone numbers can be touched. */
export function withLinks(text: string): string {
  let html = '';
  let told = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const [whole, email, web, phone] = found;
    html += asHtml(text.slice(told, found.index));
    if (email) html += linkHtml(`mailto:${email}`, email);
    else if (web) html += linkHtml(web, web);
    else if (phone) html += `<a href="tel:${phone.replace(/[^\d+]/g, '')}">${asHtml(phone)}</a>`;
    told = found.index + whole.length;
  }
  return html + asHtml(text.slice(told));
}
