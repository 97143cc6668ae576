export default function PanelScreen() {
  return null;
}
