/** In the making. */
export function ReceptionScreen() {
  return null;
}
