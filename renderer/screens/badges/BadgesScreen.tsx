export default function BadgesScreen() {
  return null;
}
