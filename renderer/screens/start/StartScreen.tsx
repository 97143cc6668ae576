/** In the making. */
export function StartScreen() {
  return null;
}
