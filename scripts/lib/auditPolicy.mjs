/**
 * What may be shipped: no package with a known hole of severity high or critical in what is installed with
 * Nuija; in the tools with which it is built none that is critical. Lesser ones are told, and do not stop.
 */
const STOPS = { shipped: ['high', 'critical'], tools: ['critical'] };

/**
 * Reads npm's audit report (version 2).
 * @param {string} output what `npm audit --json` has printed
 * @param {keyof typeof STOPS} of
 * @returns {{ asked: boolean, why?: string, refused: string[], told: string[] }} `asked` is false when
 *   npm could not reach anybody who knows; then nothing is known, neither good nor bad
 */
export function judge(output, of) {
  let report;
  try {
    report = JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return { asked: false, why: firstWords(output), refused: [], told: [] };
  }
  if (!report.vulnerabilities) {
    const { summary, code } = report.error ?? {};
    const why = summary || code || report.message || 'no answer';
    return { asked: false, why, refused: [], told: [] };
  }
  const lines = { refused: [], told: [] };
  for (const { name, severity, range, via } of Object.values(report.vulnerabilities)) {
    const titles = via.map((one) => (typeof one === 'string' ? `through ${one}` : one.title));
    const line = `${severity}: ${name} ${range}: ${titles.join('; ')}`;
    lines[STOPS[of].includes(severity) ? 'refused' : 'told'].push(line);
  }
  return { asked: true, ...lines };
}

/** What npm says first when it has no report to give. */
function firstWords(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm error\s*/, '').trim());
  return lines.find((line) => line && !/^npm warn|log of this run/.test(line)) ?? 'no answer';
}
