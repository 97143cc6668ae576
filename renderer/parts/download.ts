/** How long the browser may take to begin reading what it downloads, ms. */
const KEEP_MS = 60_000;

/** Hands a document over as a download, in a browser and in the desktop app alike. */
export function download(document: Blob, name: string): void {
  const address = URL.createObjectURL(document);
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
