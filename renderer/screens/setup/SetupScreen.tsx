/** In the making. */
export function SetupScreen() {
  return null;
}
