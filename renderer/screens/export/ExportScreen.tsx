/** In the making. */
export function ExportScreen() {
  return null;
}
